export const id = 6516;
export const ids = [6516];
export const modules = {

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
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/proof.js
var engine_proof = __webpack_require__(8540);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/engine/read-back.js
var read_back = __webpack_require__(76314);
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
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/incident.js
var incident = __webpack_require__(59246);
;// CONCATENATED MODULE: ./lib/cli/removed-pins.js






/**
 * Pins of production that a rollback to this snapshot set, that the record of an incident still names, and that
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
    // Several incidents may name one pin.
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
        'Exit status 3: a difference was found ("differs"), no resource could be compared ("not-compared"), or one could not,',
        'because its configuration names another object than the snapshot holds, or covers more of it.',
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
            throw new errors.RewindError('identity-missing', '--restorable needs an identity to open the snapshot.');
        }
        const depth = inputs.restorable ? 'restorable' : 'readable';
        const { damaged, findings: proof } = await (0,read_back/* readBack */.e)({ ...project, ctx, manifest, depth });
        if (damaged.length > 0) {
            throw new errors.RewindError('snapshot-corrupt', `Snapshot ${manifest.id} is damaged.`, { problems: damaged });
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
        const found = [...live.plan.changes, ...live.plan.manual, ...live.plan.notSelected];
        const differences = found.filter((change) => !(0,other_object/* isOtherObject */.gK)(change));
        // What was not compared is no difference; its remedy is said all the same.
        const ways = found.filter(other_object/* isOtherObject */.gK).map(({ resource, manual = '' }) => `To compare ${resource}: ${manual}`);
        const rows = differences.map((change) => [(0,plan/* keyOf */.TN)(change), change.target, (0,plan/* describe */.q0)(change), restoredBy(change)]);
        // Nobody asked for another object: a check by a script must not pass without what was meant.
        const isMeant = claim.notCompared.every(({ reason }) => reason !== 'other-object');
        const yes = isMeant && (claim.verdict === 'equal' || claim.verdict === 'partly-compared');
        return {
            exit: yes ? 0 : 3,
            json: (0,json/* toJson */.aB)({ ok: yes, snapshot: manifest.id, proven, claim, differences, findings: proof }),
            text: [(0,runtime_text/* textOf */.b6)([headline, ...rows.map((row) => `  ${row.join('  ')}`), ...ways]), (0,findings/* findingsText */._g)(proof)]
                .filter((part) => part !== '')
                .join('\n'),
            summary: [
                `## ${(0,markdown/* escapeText */.X1)(headline)}`,
                ...(rows.length === 0 ? [] : [(0,markdown/* table */.tp)(['Change', 'What', 'Now → then', 'Restored by'], rows)]),
                ...ways.map((way) => (0,markdown/* escapeText */.X1)(way)),
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
/* harmony import */ var _other_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57314);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23714);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78101);





const reason = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n([
    // Differences
    'changed',
    'by-hand',
    'database-mode',
    'database-by-hand',
    'later',
    // Not compared
    'out-of-scope',
    'not-in-snapshot',
    'not-configured',
    'other-object',
    'unreadable',
    'unreadable-value',
]);
const REASONS_OF_CLAIMS = reason.options;
const remainder = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** `changed`: differs. `by-hand`: differs, and only a person can restore it. `database-mode`: differs, left by choice. `database-by-hand`: left, and no mode restores it without a person. `later`: differs, because somebody changed it after the deploy; it stays. */
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
    if (failure)
        return { resource, reason: 'unreadable', detail: failure.message };
    const { manual, notSelected, later } = live.plan;
    const other = [...manual, ...notSelected, ...later].find((change) => change.resource === resource && (0,_other_object_js__WEBPACK_IMPORTED_MODULE_3__/* .isOtherObject */ .gK)(change));
    return other && { resource, reason: 'other-object', detail: (0,_other_object_js__WEBPACK_IMPORTED_MODULE_3__/* .sidesOf */ .Mm)(other) };
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
        ...own(live.plan.notSelected.filter(({ manual }) => manual === undefined), 'database-mode'),
        ...own(live.plan.notSelected.filter(({ manual }) => manual !== undefined), 'database-by-hand'),
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
    'database-by-hand': 'further ones left to a person',
    later: 'further ones kept as they are',
};
function sentenceOf(facts, total, { equal, differs, notCompared }) {
    const { environment, database, recovers, mitigates } = facts;
    const chosen = Object.entries(recovers?.deployments ?? {}).map(([id, deployment]) => `${id}: ${deployment}`);
    const snapshot = `${facts.snapshot}${chosen.length === 0 ? '' : `, with the chosen deployment (${chosen.join(', ')})`}`;
    if (mitigates?.lifts !== false && equal.length === total && notCompared.length === 0) {
        return `"${environment}" equals snapshot ${snapshot} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(total, 'resource')} compared)`;
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
            : `${equal.length} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(total, 'resource')} of "${environment}" ${equal.length === 1 ? 'equals' : 'equal'} snapshot ${snapshot}`,
        ...each('changed', ({ resource, detail }) => `${resource} differs: ${brief(detail)}`),
        ...each('by-hand', ({ resource, detail }) => `${resource} must be restored by hand: ${brief(detail)}`),
        ...each('database-mode', ({ resource, detail }) => `${resource} left as it is ${recovers === undefined ? `by choice (--database ${database})` : 'in a recovery'}: ${brief(detail)}`),
        ...each('database-by-hand', ({ resource, detail }) => `${resource} left as it is (${recovers === undefined ? `--database ${database}` : 'a recovery'}; only a person can restore it): ${brief(detail)}`),
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
        .map(({ level, resource, message, remedy, code, ...place }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(remedy)}`;
        return `${level}: [${resource}] ${placeOf(place, message)}${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(message)} (${code})${next}`;
    })
        .join('\n');
}
/** Nothing if the message names the file itself. */
function placeOf({ file, line }, message) {
    if (file === undefined || message.includes(file))
        return '';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(file)}${line === undefined ? '' : `:${line}`}: `;
}
function findingsMarkdown(findings) {
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
}


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


/***/ })

};
