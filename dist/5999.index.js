export const id = 5999;
export const ids = [5999];
export const modules = {

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

/***/ 20118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ claimOfProject)
/* harmony export */ });
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22186);

/** The claim about all resources of the configuration and of the snapshot, also those out of scope. */
function claimOfProject({ config }, manifest, facts) {
    return (0,_engine_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)({
        environment: manifest.environment,
        snapshot: manifest.id,
        configured: config.resources.map(({ id }) => id),
        captured: manifest.resources.map(({ id }) => id),
        ...facts,
    });
}


/***/ }),

/***/ 45999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/proof.js
var engine_proof = __webpack_require__(8540);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/engine/snapshot.js
var snapshot = __webpack_require__(17732);
// EXTERNAL MODULE: ./lib/report/findings.js
var findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/cli/project-claim.js
var project_claim = __webpack_require__(20118);
// EXTERNAL MODULE: ./lib/engine/rollback-files.js
var rollback_files = __webpack_require__(28230);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/incident.js
var incident = __webpack_require__(59246);
;// CONCATENATED MODULE: ./lib/cli/removed-pins.js






/**
 * Pins of production that a rollback to this snapshot set, that the record of an incident still tells of, and that
 * somebody removed while the deployment of the rollback serves. The settings then are those of the snapshot, so no
 * comparison finds it, and the next push goes live.
 *
 * A record that cannot be read does not stop the comparison: then each pin is one more thing that was not compared.
 *
 * @param live production as it was compared; a resource with a change of its deployment was promoted, not unpinned
 * @returns `manual`: differences for a person; `blind`: of which resources it is unknown, and why
 */
async function removedPins(session, { store, resources, config }, { id: snapshot, environment }, { plan, failures }) {
    const able = resources.filter(({ provider }) => provider.capabilities?.hold !== undefined);
    if (able.length === 0)
        return { manual: [], blind: [] };
    const read = await (0,incident/* openIncidentsOf */.bJ)(session, store, config.environment).then((open) => ({ open, problem: null }), (error) => ({ open: [], problem: (0,errors/* asRewindError */.m2)(error) }));
    if (read.problem !== null) {
        const { message, remedy } = read.problem;
        session.context.log.warn(`Open incidents could not be listed: ${message} ${remedy}`.trim());
        const what = `whether a pin of production was removed (open incidents could not be listed: ${message})`;
        return { manual: [], blind: able.map(({ id }) => ({ resource: id, what })) };
    }
    const { open } = read;
    const pins = open.flatMap((status) => (0,incident_status/* openObligations */.CJ)(status)).filter(({ kind }) => kind === 'production-pinned');
    const switched = [...plan.changes, ...plan.manual].filter(({ stage }) => stage === 'deployment');
    const found = await Promise.all(pins.map(async ({ resource: id, rollback }) => {
        const resource = able.find((one) => one.id === id);
        const hold = resource?.provider.capabilities?.hold;
        if (resource === undefined || hold === undefined)
            return [];
        if ([...switched, ...failures].some((one) => one.resource === resource.id))
            return [];
        if ((await (0,rollback_files/* readApprovedPlan */.h6)(store, environment, rollback))?.snapshot !== snapshot)
            return [];
        const now = await hold.read(resource.config, (0,create_context/* forResource */.i_)(session.context, resource.id));
        if (now.pinned !== 'free')
            return [];
        return [
            {
                resource: resource.id,
                provider: resource.providerId,
                id: 'pin',
                stage: 'deployment',
                action: 'update',
                target: `pin of production of "${resource.id}"`,
                before: 'removed, so the next push goes live',
                after: `set by the rollback ${rollback.slice(0, 12)}`,
                effect: 'next-deployment',
                undo: null,
                manual: `Set the pin again in the settings of the service, or deploy the fix: ${(0,command_line/* commandLine */.ay)(session, ['recover', '--deployment', 'latest'])}.`,
                warnings: [],
                params: {},
            },
        ];
    }));
    // Several incidents may tell of one pin.
    const manual = found
        .flat()
        .filter((one, index, all) => all.findIndex(({ resource }) => resource === one.resource) === index);
    return { manual, blind: [] };
}

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/commands/verify.js















const HEAD = {
    equal: 'Equal',
    'partly-compared': 'No difference was found',
    differs: 'Different',
    'not-compared': 'Nothing was compared',
};
/** What a rollback would need to restore a difference. */
function restoredBy({ manual, database }) {
    if (manual !== undefined)
        return 'by hand';
    return database === undefined ? 'a rollback' : `--database ${database}`;
}
/** Resources whose restore was not rehearsed although it was asked for. */
function except(proof) {
    const without = proof.filter(({ code }) => code === 'not-rehearsed').map(({ resource }) => resource);
    return without.length === 0 ? '' : `, not ${without.join(', ')}`;
}
/**
 * Checks that the snapshot is intact (with an identity: readable; with --restorable: restorable), then compares production
 * with it. Exits with status 3 if the snapshot is sound but production differs.
 */
/* harmony default export */ const verify = ((0,command/* defineCommand */.N)({
    name: 'verify',
    summary: 'Verify that the snapshot is sound and that production equals it. Changes nothing.',
    flags: {
        snapshot: flags/* FLAGS */.Wg.snapshot,
        database: flags/* FLAGS */.Wg.database,
        'install-client': flags/* FLAGS */.Wg['install-client'],
        restorable: (0,flags/* toggle */.L$)('Restore the database into a scratch place and compare it, instead of only reading the backup.'),
    },
    examples: ['verify', 'verify --database restore', 'verify --restorable'],
    verdicts: ['equal', 'partly-compared', 'differs', 'not-compared'],
    notes: [
        'Every resource is compared, the database in each mode: one that a rollback with --database none would leave as it is',
        'can differ, and then verify says so. --database chooses the plan that the differences are sorted by.',
        'Exit status 0: no difference was found. The verdict is "equal" if every resource was compared, "partly-compared" if',
        'something was not (out of scope, not in the snapshot, a value that cannot be read); it is named.',
        'Exit status 3: a difference was found ("differs"), or no resource could be compared ("not-compared").',
    ],
    outputs: ['snapshot-id'],
    async run(session) {
        const { inputs, context: ctx } = session;
        const opened = await session.open();
        const project = { ...opened, resources: [...opened.resources, ...opened.backups] };
        const { manifest } = await (0,choose/* choose */.Sw)(session, opened, inputs.snapshot);
        // No rollback believes a snapshot that another key signed, so it is not sound.
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now());
        if (trust.kind === 'unsigned')
            ctx.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
        if (inputs.restorable && project.identities.length === 0) {
            throw new errors/* RewindError */.Ir('identity-missing', '--restorable needs an identity to open the snapshot.');
        }
        const depth = inputs.restorable ? 'restorable' : 'readable';
        const { damaged, findings: proof } = await (0,snapshot/* readBack */.e7)({ ...project, ctx, manifest, depth });
        if (damaged.length > 0) {
            throw new errors/* RewindError */.Ir('snapshot-corrupt', `Snapshot ${manifest.id} is damaged.`, { problems: damaged });
        }
        (0,engine_proof/* assertProven */.L)(manifest.id, proof);
        const read = await (0,live_plan/* compareWithLive */._f)({ ...project, ctx, manifest, database: inputs.database, scope: inputs.scope });
        (0,live_plan/* throwCombined */.I$)(read.failures);
        const pins = await removedPins(session, project, manifest, read);
        const manual = [...read.plan.manual, ...pins.manual];
        const live = { ...read, blind: [...read.blind, ...pins.blind], plan: { ...read.plan, manual } };
        const claim = (0,project_claim/* claimOfProject */.Z)(project, manifest, { scope: inputs.scope, database: inputs.database, live });
        const proven = project.identities.length === 0 ? 'checksums' : `checksums, ${depth}${except(proof)}`;
        const headline = `${HEAD[claim.verdict]}: ${claim.sentence} (snapshot proven: ${proven}).`;
        const differences = [...live.plan.changes, ...live.plan.manual, ...live.plan.notSelected];
        const rows = differences.map((change) => [(0,plan/* keyOf */.TN)(change), change.target, (0,plan/* describe */.q0)(change), restoredBy(change)]);
        const yes = claim.verdict === 'equal' || claim.verdict === 'partly-compared';
        return {
            exit: yes ? 0 : 3,
            json: (0,json/* toJson */.a)({ ok: yes, snapshot: manifest.id, proven, claim, differences, findings: proof }),
            text: [(0,runtime_text/* textOf */.b6)([headline, ...rows.map((row) => `  ${row.join('  ')}`)]), (0,findings/* findingsText */._g)(proof)]
                .filter((part) => part !== '')
                .join('\n'),
            summary: [
                `## ${(0,markdown/* escapeText */.X1)(headline)}`,
                ...(rows.length === 0 ? [] : [(0,markdown/* table */.tp)(['Change', 'What', 'Now → then', 'Restored by'], rows)]),
                ...(proof.length === 0 ? [] : [(0,findings/* findingsMarkdown */.O9)(proof)]),
            ].join('\n\n'),
            outputs: { verdict: claim.verdict, 'snapshot-id': manifest.id },
        };
    },
}));


/***/ }),

/***/ 22186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ REASONS_OF_CLAIMS),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   hz: () => (/* binding */ VERDICTS_OF_CLAIMS),
/* harmony export */   p: () => (/* binding */ presentValue),
/* harmony export */   qy: () => (/* binding */ claimSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98479);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23714);



const reason = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n([
    // Differences
    'changed',
    'by-hand',
    'database-mode',
    'later',
    // Not compared
    'out-of-scope',
    'not-in-snapshot',
    'not-configured',
    'unreadable',
    'unreadable-value',
]);
const REASONS_OF_CLAIMS = reason.options;
const remainder = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** `changed`: differs. `by-hand`: differs, and only a person can restore it. `database-mode`: differs, left by choice. `later`: differs, because somebody changed it after the deploy; it stays. */
    reason,
    detail: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
const verdict = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['equal', 'partly-compared', 'differs', 'not-compared']);
const VERDICTS_OF_CLAIMS = verdict.options;
const claimSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /**
     * `equal`: every resource was compared and is equal. `partly-compared`: what was compared is equal, something was not
     * compared. `differs`: a difference is known, also one that is left by choice. `not-compared`: nothing was compared.
     */
    verdict,
    /** The whole claim in one line, without a full stop. */
    sentence: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Ids of the resources that were read and equal the snapshot. */
    equal: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Ids of the resources that were read and compared: the equal ones and the different ones. */
    compared: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    differs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(remainder),
    notCompared: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(remainder),
});
/** Law 10: a claim is never larger than its proof. Pure. */
function claimOf(facts) {
    const all = [...facts.configured, ...facts.captured.filter((id) => !facts.configured.includes(id))];
    const equal = [];
    const compared = [];
    const differs = [];
    const notCompared = [];
    for (const resource of all) {
        const missing = whyNotCompared(resource, facts);
        if (missing) {
            notCompared.push(missing);
            continue;
        }
        compared.push(resource);
        const found = differencesOf(resource, facts);
        differs.push(...found);
        if (found.length === 0)
            equal.push(resource);
        if ('notRead' in facts.live)
            continue;
        for (const blind of facts.live.blind.filter((entry) => entry.resource === resource)) {
            notCompared.push({ resource, reason: 'unreadable-value', detail: blind.what });
        }
    }
    const verdict = differs.length > 0
        ? 'differs'
        : compared.length === 0
            ? 'not-compared'
            : notCompared.length > 0
                ? 'partly-compared'
                : 'equal';
    const lists = { equal, compared, differs, notCompared };
    return { verdict, sentence: sentenceOf(facts, all.length, lists), ...lists };
}
function whyNotCompared(resource, facts) {
    const { configured, captured, scope, live } = facts;
    if (!configured.includes(resource)) {
        return { resource, reason: 'not-configured', detail: 'in the snapshot, but no longer in the configuration' };
    }
    if (scope !== null && !scope.includes(resource))
        return { resource, reason: 'out-of-scope', detail: 'out of scope' };
    if (!captured.includes(resource))
        return { resource, reason: 'not-in-snapshot', detail: 'not in the snapshot' };
    if ('notRead' in live)
        return { resource, reason: 'unreadable', detail: live.notRead };
    const failure = live.failures.find((error) => error.resource === resource);
    return failure && { resource, reason: 'unreadable', detail: failure.message };
}
function differencesOf(resource, { live }) {
    if ('notRead' in live)
        return [];
    const own = (changes, why) => changes
        .filter((change) => change.resource === resource)
        .map((change) => ({ resource, reason: why, detail: detailOf(change, why) }));
    return [
        ...own(live.plan.changes, 'changed'),
        ...own(live.plan.manual, 'by-hand'),
        ...own(live.plan.notSelected, 'database-mode'),
        ...own(live.plan.later, 'later'),
    ];
}
/** A change that another database mode would make has its difference in `before`; its `after` says what that mode does. */
function detailOf(change, why) {
    const text = why === 'database-mode' || why === 'later' ? (change.before ?? 'absent') : (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change);
    return `${change.target}: ${text}`;
}
/** Differences of one reason that a sentence describes; of the others it counts them by resource. */
const DESCRIBED = 10;
/** What is said of the others. */
const MORE = {
    changed: 'further differences',
    'by-hand': 'further ones to restore by hand',
    'database-mode': 'further ones left as they are',
    later: 'further ones kept as they are',
};
function sentenceOf(facts, total, { equal, differs, notCompared }) {
    const { environment, database, recovers, mitigates } = facts;
    const chosen = Object.entries(recovers?.deployments ?? {}).map(([id, deployment]) => `${id}: ${deployment}`);
    const snapshot = `${facts.snapshot}${chosen.length === 0 ? '' : `, with the chosen deployment (${chosen.join(', ')})`}`;
    if (mitigates?.lifts !== false && equal.length === total && notCompared.length === 0) {
        return `"${environment}" equals snapshot ${snapshot} (${count(total)} compared)`;
    }
    const each = (why, say) => {
        const all = differs.filter((entry) => entry.reason === why);
        const more = new Map();
        for (const { resource } of all.slice(DESCRIBED))
            more.set(resource, (more.get(resource) ?? 0) + 1);
        const counts = [...more].map(([id, times]) => `${id} (${times})`).join(', ');
        return [...all.slice(0, DESCRIBED).map(say), ...(counts === '' ? [] : [`${MORE[why] ?? why}: ${counts}`])];
    };
    const isUndo = !('notRead' in facts.live) && facts.live.plan.undoes !== null;
    const since = mitigates !== undefined ? 'mitigation' : isUndo ? 'rollback' : 'deploy';
    const parts = [
        mitigates?.lifts === false
            ? `the measure ${(0,_mitigation_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(mitigates)} is in effect in ${equal.length === 0 ? 'no resource' : equal.join(', ')} of "${environment}"`
            : `${equal.length} of ${count(total)} of "${environment}" ${equal.length === 1 ? 'equals' : 'equal'} snapshot ${snapshot}`,
        ...each('changed', ({ resource, detail }) => `${resource} differs: ${brief(detail)}`),
        ...each('by-hand', ({ resource, detail }) => `${resource} must be restored by hand: ${brief(detail)}`),
        ...each('database-mode', ({ resource, detail }) => `${resource} left as it is ${recovers === undefined ? `by choice (--database ${database})` : 'in a recovery'}: ${brief(detail)}`),
        ...each('later', ({ resource, detail }) => `${resource} kept as it is, because it was changed after the ${since}: ${brief(detail)}`),
        // A mitigation says nothing of what is out of its scope.
        ...grouped(mitigates?.lifts === false ? notCompared.filter(({ reason: why }) => why !== 'out-of-scope') : notCompared),
    ];
    return parts.join('; ');
}
/** One clause for each reason: "not compared: cdn, media (out of scope)". */
function grouped(entries) {
    const byDetail = new Map();
    for (const { resource, detail } of entries) {
        const text = brief(detail);
        byDetail.set(text, [...(byDetail.get(text) ?? []), resource]);
    }
    return [...byDetail].map(([detail, ids]) => `not compared: ${ids.join(', ')} (${detail})`);
}
const count = (total) => `${total} ${total === 1 ? 'resource' : 'resources'}`;
function brief(text) {
    const line = text.replaceAll('\n', ', ');
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
/**
 * The present value of a change's object, by a comparison that was made after it.
 * @returns undefined if it was not read again
 */
function presentValue(change, live) {
    if ('notRead' in live || live.failures.some(({ resource }) => resource === change.resource))
        return undefined;
    const { changes, manual, notSelected, later } = live.plan;
    const found = [...changes, ...manual, ...notSelected, ...later].find((other) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(other) === (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(change));
    return (found ? found.before : change.after) ?? 'absent';
}


/***/ }),

/***/ 12657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ Journal),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Vk: () => (/* binding */ overtakenIn),
/* harmony export */   ZQ: () => (/* binding */ begunIn),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58795);




const entry = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    event: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['open', 'before', 'run', 'begin', 'end', 'fail', 'stage', 'backup', 'replaced', 'finish']),
    /** URL of the workflow run, key of the change, name of the stage, id of the snapshot (`before`, `backup`, `replaced`), or digest of the plan. */
    what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    note: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    /** Of the lock that the run held. A later run has a higher one, whatever its clock says. */
    order: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().optional(),
});
const NEWLINE = 0x0a;
/**
 * Records the begin and the end of each step: one JSON line each. A line is on disk (fsync) before its step begins, so the
 * journal stays correct even after a kill. It never holds a secret.
 */
class Journal {
    path;
    clock;
    previous;
    file;
    order;
    /** @param previous entries of earlier runs of the same plan */
    constructor(path, clock, previous = []) {
        this.path = path;
        this.clock = clock;
        this.previous = previous;
        (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_2__/* .makeFolder */ .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        this.file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a', 0o600);
        // A kill in the middle of a write leaves half a line, which must not swallow the next one.
        const written = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
        if (written.length > 0 && written.at(-1) !== NEWLINE)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, '\n');
    }
    /** @param order of the lock that the run took; null where the store has no lock */
    lockedAs(order) {
        this.order = order ?? undefined;
    }
    record(event, what, note) {
        const line = { at: this.clock.now().toISOString(), event, what, note, order: this.order };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.file);
    }
    /** Notes which attempt of which workflow run opened the journal, before it does anything. */
    opened(url, attempt) {
        this.record('open', url, attemptNote(attempt));
    }
    /** True if an earlier run began to carry out the plan. */
    wasBegun() {
        return this.previous.some(({ event }) => event === 'run');
    }
    /** True if an earlier attempt of this workflow run began the plan. @param url URL of the run */
    wasBegunBy(url) {
        return url !== '' && this.previous.some(({ event, note }) => event === 'run' && note?.endsWith(`; run ${url}`));
    }
    /** All entries: earlier runs, then this one. */
    entries() {
        return [...this.previous, ...parseJournal((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, 'utf8'))];
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.file);
    }
}
const attemptNote = (attempt) => `attempt ${attempt}`;
/** The entries of one attempt of a workflow run; null if it did not open this journal. */
function entriesOf(entries, url, attempt) {
    const from = entries.findLastIndex(({ event, what, note }) => event === 'open' && what === url && note === attemptNote(attempt));
    if (from < 0)
        return null;
    const own = entries.slice(from + 1);
    const next = own.findIndex(({ event }) => event === 'open');
    return next < 0 ? own : own.slice(0, next);
}
/** Drops a last line that a crash truncated: its step was not begun. */
function parseJournal(text) {
    return text.split('\n').flatMap((line) => {
        if (line === '')
            return [];
        try {
            return [entry.parse(JSON.parse(line))];
        }
        catch {
            return [];
        }
    });
}
/**
 * The changes that the runs of this journal began, and those of them that did not end.
 * @param overtaken keys of changes that count as not begun
 */
function begunIn(entries, overtaken = new Set()) {
    const ever = new Set();
    const open = new Set();
    for (const { event, what } of entries) {
        if (overtaken.has(what))
            continue;
        if (event === 'begin') {
            ever.add(what);
            open.add(what);
        }
        if (event === 'end')
            open.delete(what);
    }
    return { ever, open };
}
/**
 * Keys of the changes that another plan took up after the runs of this journal: what these runs left of them is gone. The
 * order in which the runs took the lock decides, whatever their clocks say. Only a store without a lock leaves it to the clocks.
 * @param others the journals of the other plans
 * @param event what another plan must have noted of the change
 */
function overtakenIn(own, others, event) {
    const last = new Map(own.flatMap((entry) => (entry.event === 'begin' ? [[entry.what, entry]] : [])));
    const later = others.flat().filter((entry) => {
        const begun = last.get(entry.what);
        return entry.event === event && begun !== undefined && isLater(entry, begun);
    });
    return new Set(later.map(({ what }) => what));
}
const isLater = (a, b) => a.order === undefined || b.order === undefined ? a.at > b.at : a.order > b.order;


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

/***/ 28230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ rollbackDigests),
/* harmony export */   NV: () => (/* binding */ rollbackFile),
/* harmony export */   Vj: () => (/* binding */ mergeJournals),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   h6: () => (/* binding */ readApprovedPlan),
/* harmony export */   lS: () => (/* binding */ copiesOf),
/* harmony export */   rl: () => (/* binding */ otherJournals)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12657);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98479);





/**
 * Files of one rollback, under `rollbacks/<environment>/<digest of its plan>/`:
 *   plan.json       the approved plan
 *   journal.jsonl   what was begun and ended, of all its runs
 *   lift-….json     of a mitigation: what its lift without a person acts on, signed
 */
const folderOf = (environment, digest) => `rollbacks/${environment}/${digest}`;
/** Key of a file of a rollback in the store. */
const rollbackFile = (environment, digest, name) => `${folderOf(environment, digest)}/${name}`;
/** Journals that are read at once. */
const JOURNALS_AT_ONCE = 8;
/** Digests of the plans that were carried out, or of which a rollback was begun. In no order. */
async function rollbackDigests(store, environment) {
    const objects = await store.list(`rollbacks/${environment}`);
    const digests = new Set(objects.map(({ key }) => key.split('/')[2] ?? ''));
    return [...digests].filter((digest) => /^[0-9a-f]{64}$/.test(digest));
}
/** @throws RewindError plan-unreadable, plan-mismatch also for a plan that lies in the place of another one */
async function readApprovedPlan(store, environment, digest) {
    const content = await read(store, `${folderOf(environment, digest)}/plan.json`);
    if (content === undefined)
        return undefined;
    const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .vS)(JSON.parse(content));
    if (plan.digest === digest && plan.environment === environment)
        return plan;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', `In the place of the plan ${digest.slice(0, 12)} of "${environment}", the store has the plan ${plan.digest.slice(0, 12)} of "${plan.environment}".`, { remedy: 'Find out who wrote to the store.' });
}
async function readJournal(store, environment, digest) {
    return (0,_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJournal */ .z8)((await read(store, `${folderOf(environment, digest)}/journal.jsonl`)) ?? '');
}
/** The journals of the other rollbacks of the environment. */
async function otherJournals(store, environment, digest) {
    const digests = (await rollbackDigests(store, environment)).filter((one) => one !== digest);
    return (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .mapLimited */ .bB)(digests, JOURNALS_AT_ONCE, (one) => readJournal(store, environment, one));
}
/**
 * Copies an approved plan and its journal into the store. The plan is written until that succeeds once, because it does not
 * change. One copy at a time: an older journal must not replace a newer one.
 * @param entries the journal as it is now
 * @returns what makes one more copy; rejects with the errors of the store
 */
function copiesOf(store, plan, entries) {
    const put = (name, content) => store.put(rollbackFile(plan.environment, plan.digest, name), Buffer.from(content));
    let hasPlan = false;
    const copy = async () => {
        if (!hasPlan)
            await put('plan.json', `${JSON.stringify(plan, null, 2)}\n`);
        hasPlan = true;
        const lines = entries().map((entry) => `${JSON.stringify(entry)}\n`);
        await put('journal.jsonl', lines.join(''));
    };
    let last = Promise.resolve();
    return () => (last = last.then(copy, copy));
}
async function read(store, key) {
    const found = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return found ? (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(await store.open(key)) : undefined;
}
/** Union, sorted by time: the two copies of one journal overlap. */
function mergeJournals(first, second) {
    const all = new Map([...first, ...second].map((entry) => [JSON.stringify(entry), entry]));
    return [...all.values()].sort((a, b) => a.at.localeCompare(b.at));
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

/***/ 64227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    'aws-scaling': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5152), __webpack_require__.e(9509)]).then(__webpack_require__.bind(__webpack_require__, 19509)),
    cloudfront: () => Promise.all(/* import() */[__webpack_require__.e(6876), __webpack_require__.e(7371)]).then(__webpack_require__.bind(__webpack_require__, 49752)),
    'lambda-concurrency': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5152), __webpack_require__.e(7143)]).then(__webpack_require__.bind(__webpack_require__, 37143)),
    launchdarkly: () => Promise.all(/* import() */[__webpack_require__.e(6087), __webpack_require__.e(6841)]).then(__webpack_require__.bind(__webpack_require__, 66841)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 1329).then(__webpack_require__.bind(__webpack_require__, 51329)),
    'neon-compute': () => __webpack_require__.e(/* import() */ 5196).then(__webpack_require__.bind(__webpack_require__, 35196)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(7111), __webpack_require__.e(8710), __webpack_require__.e(1309)]).then(__webpack_require__.bind(__webpack_require__, 61309)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(5602), __webpack_require__.e(2946), __webpack_require__.e(2699)]).then(__webpack_require__.bind(__webpack_require__, 92699)),
    'rds-snapshot': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(6754), __webpack_require__.e(8710), __webpack_require__.e(5009)]).then(__webpack_require__.bind(__webpack_require__, 5009)),
    's3-bucket': () => Promise.all(/* import() */[__webpack_require__.e(6876), __webpack_require__.e(2798)]).then(__webpack_require__.bind(__webpack_require__, 72798)),
    'stripe-webhooks': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(8205)]).then(__webpack_require__.bind(__webpack_require__, 88205)),
    unleash: () => Promise.all(/* import() */[__webpack_require__.e(6087), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 80845)),
    'vercel-deployment': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(1409)]).then(__webpack_require__.bind(__webpack_require__, 1409)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 275).then(__webpack_require__.bind(__webpack_require__, 40275)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 4302).then(__webpack_require__.bind(__webpack_require__, 44302)),
    'vercel-flags': () => __webpack_require__.e(/* import() */ 646).then(__webpack_require__.bind(__webpack_require__, 90646)),
    'vercel-project': () => __webpack_require__.e(/* import() */ 5239).then(__webpack_require__.bind(__webpack_require__, 5239)),
};

;// CONCATENATED MODULE: ./lib/providers/load.js


/**
 * Loads a provider when a configuration names it: the SDKs of providers make start-up slow.
 * `unknown` stands for each provider's own Config and State; schemas parse both before a provider gets them.
 *
 * @throws RewindError internal
 */
async function loadProvider(id) {
    const loaders = PROVIDERS;
    const load = loaders[id];
    if (!load)
        throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
}


/***/ }),

/***/ 37470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ findingsMarkdown),
/* harmony export */   _g: () => (/* binding */ findingsText),
/* harmony export */   kb: () => (/* binding */ ICON)
/* harmony export */ });
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);


const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' };
function findingsText(findings) {
    return findings
        .map(({ level, resource, message, remedy, code }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(remedy)}`;
        return `${level}: [${resource}] ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(message)} (${code})${next}`;
    })
        .join('\n');
}
function findingsMarkdown(findings) {
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
}


/***/ }),

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50525);





/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs into a commit. */
const OWN_FOLDER = '.rewind';
/**
 * Creates a folder and the folders above it. The recursive mkdir of Node never returns if a parent exists and refuses the
 * new folder with ENOENT, as /proc does. Git ignores a new folder `.rewind` and everything in it.
 *
 * @param mode of each new folder
 */
function makeFolder(path, mode = 0o777) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode });
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path) === OWN_FOLDER)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, '.gitignore'), '*\n');
    }
    catch (error) {
        const code = node_util__WEBPACK_IMPORTED_MODULE_3__.types.isNativeError(error) && 'code' in error ? error.code : undefined;
        if (code === 'EEXIST')
            return;
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        if (code !== 'ENOENT' || parent === path || isFolder(parent))
            throw error;
        makeFolder(parent, mode);
        makeFolder(path, mode);
    }
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** Writes a file that the user named with a flag, and its folder. @throws RewindError input-invalid, disk-full */
async function writeOutput(flag, path, text, mode = 0o666) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { mode });
    }
    catch (error) {
        throw unwritable(flag, path, error);
    }
}
/** The error for a path that the user named with a flag and that cannot be written. */
function unwritable(flag, path, error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
    if (known.code !== 'internal')
        return known;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RewindError */ .Ir('input-invalid', `--${flag}: ${path} could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
        remedy: `Name a path with --${flag} that this user can write.`,
        cause: error,
    });
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


/***/ }),

/***/ 73041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ compareCommits)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const person = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish();
const comparison = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    total_commits: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().optional(),
    commits: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), author: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish() }).optional(),
        author: person,
    })),
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).optional(),
});
/** Commits of a page. */
const PAGE = 100;
/**
 * Compares two commits. GitHub REST API, "Compare two commits".
 * @returns null if GitHub does not know one of them
 * @throws HttpFailure
 */
async function compareCommits(github, base, head) {
    const call = { what: `compare ${base.slice(0, 7)} with ${head.slice(0, 7)}`, permission: 'contents: read' };
    const basehead = `${base}...${head}`;
    const found = await github.find(call, comparison, (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead }));
    if (found === null)
        return null;
    const total = found.total_commits ?? found.commits.length;
    // GitHub sends the first 250, the oldest ones. The last page may hold one commit only.
    const last = Math.ceil(total / PAGE);
    const newest = total <= found.commits.length
        ? [found]
        : await Promise.all([last - 1, last].filter((page) => page > 0).map(pageOf));
    return {
        url: found.html_url ?? null,
        total,
        commits: newest
            .flatMap(({ commits }) => commits)
            .map(({ sha, html_url: url, commit, author }) => ({
            sha,
            subject: commit?.message.split('\n')[0] ?? '',
            author: author?.login ?? commit?.author?.name ?? null,
            url: url ?? null,
        })),
        files: found.files?.length ?? null,
    };
    function pageOf(page) {
        return github.request(call, comparison, (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead, per_page: PAGE, page }));
    }
}


/***/ }),

/***/ 19694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iB: () => (/* binding */ byFlag),
  RO: () => (/* binding */ pullsBetween),
  w0: () => (/* binding */ pullsOf),
  yB: () => (/* binding */ readMergeCommit),
  Xl: () => (/* binding */ readNamedFlags)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/services/flags/named.js

/** More flags in one pull request are not read. */
const MOST = 20;
/** Of a text from outside that is shown. */
const LONGEST = 200;
/** A key as LaunchDarkly, Unleash, Vercel Flags and Edge Config allow it. */
const KEY = /^[A-Za-z0-9_][A-Za-z0-9._~-]{0,255}$/;
const LABEL = /^flag:\s*(.*)$/i;
const LINE = /^[ \t>*-]*rewind-flag[ \t]*:(.*)$/gim;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const NONE = /^none(?=$|[\s:,;.(])[\s:,;.–-]*/i;
/**
 * Reads labels `flag:KEY` and lines `Rewind-Flag: KEY` or `Rewind-Flag: none: reason`. Several keys are separated by commas.
 * Comments of Markdown are left out, because templates contain examples. Pure.
 */
function namedFlags(labels, description) {
    const fromLabels = labels.flatMap((label) => LABEL.exec(label)?.[1] ?? []);
    const fromLines = [...description.replace(COMMENT, '').matchAll(LINE)].map(([, rest = '']) => rest.trim());
    const reasons = fromLines.filter((text) => NONE.test(text)).map((text) => text.replace(NONE, '').trim());
    const words = [...fromLabels, ...fromLines.filter((text) => !NONE.test(text)).flatMap((text) => text.split(','))]
        .map((text) => text.trim().replace(/^([`'"])(.*)\1$/, '$2'))
        .filter((text) => text !== '');
    const distinct = [...new Set(words)].slice(0, MOST);
    const reason = reasons.find((text) => text !== '');
    return {
        keys: distinct.filter((text) => KEY.test(text)),
        none: reason === undefined ? null : shown(reason),
        malformed: [
            ...distinct.filter((text) => !KEY.test(text)).map(shown),
            ...(reasons.length > 0 && reason === undefined ? ['none'] : []),
        ],
    };
}
function shown(text) {
    const line = (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(text));
    return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}

// EXTERNAL MODULE: ./lib/services/github/compare.js
var compare = __webpack_require__(73041);
;// CONCATENATED MODULE: ./lib/services/github/pulls.js




const pulls_text = schemas/* looseObject */._H3({ body: schemas/* string */.YjP().nullish(), labels: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })) });
const pulls = schemas/* array */.YOg(pulls_text.extend({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }).nullish(),
}));
/** Looks up at most this many commits. */
const MOST_COMMITS = 30;
const merged = schemas/* looseObject */._H3({ merged: schemas/* boolean */.zMY(), merge_commit_sha: schemas/* string */.YjP().nullish() });
/**
 * The commit with which a pull request was merged. GitHub REST API, "Get a pull request".
 * @throws RewindError input-invalid if it does not exist or is not merged; credential-missing; HttpFailure
 */
async function readMergeCommit(github, number) {
    const pull = await github.find({ what: `read pull request #${number}`, permission: 'pull-requests: read' }, merged, (rest, target) => rest.pulls.get({ ...target, pull_number: number }));
    if (pull?.merged === true && pull.merge_commit_sha)
        return pull.merge_commit_sha;
    const problem = pull === null ? 'does not exist' : 'is not merged';
    throw new errors/* RewindError */.Ir('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
}
/**
 * The flags that a pull request names. GitHub REST API, "Get a pull request".
 * @returns null if it does not exist
 * @throws HttpFailure
 */
async function readNamedFlags(github, number) {
    const pull = await github.find({ what: `read pull request #${number}`, permission: 'pull-requests: read' }, pulls_text, (rest, target) => rest.pulls.get({ ...target, pull_number: number }));
    return pull === null ? null : flagsOf(pull);
}
const flagsOf = ({ body, labels }) => namedFlags(labels.map(({ name }) => name), body ?? '');
/** Pull requests with commits after `base` (live again), up to `head` (rolled back). @throws HttpFailure */
async function pullsBetween(github, base, head) {
    const compared = await (0,compare/* compareCommits */.k)(github, base, head);
    return pullsOf(github, (compared?.commits ?? []).map(({ sha }) => sha));
}
/** Pull requests of the last 30 of these commits, newest first. @throws HttpFailure */
async function pullsOf(github, commits) {
    const pages = await Promise.all(commits
        .slice(-MOST_COMMITS)
        .map((sha) => github.request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }))));
    const all = new Map(pages.flat().map((pull) => [pull.number, pull]));
    return [...all.values()]
        .sort((a, b) => b.number - a.number)
        .map(({ number, title, html_url: url, user, ...rest }) => ({
        number,
        title,
        url,
        flags: flagsOf(rest).keys,
        author: user?.login ?? null,
    }));
}
/** The flags of a deploy, by the pull requests in it. Pure. */
function byFlag(pulls) {
    const distinct = [...new Map(pulls.map((pull) => [pull.number, pull])).values()];
    const keys = [...new Set(distinct.flatMap(({ flags }) => flags))].sort();
    return keys.map((key) => ({ key, pulls: distinct.filter(({ flags }) => flags.includes(key)) }));
}


/***/ })

};
