export const id = 8059;
export const ids = [8059];
export const modules = {

/***/ 58192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UF: () => (/* binding */ backupResources),
/* harmony export */   ix: () => (/* binding */ assertModeWorks),
/* harmony export */   lj: () => (/* binding */ assertDistinctDatabases),
/* harmony export */   vS: () => (/* binding */ databaseFacts)
/* harmony export */ });
/* harmony import */ var _engine_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77936);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21223);
/* harmony import */ var _providers_configs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22413);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);




/**
 * Refuses two resources of one provider on one database: each would restore over the other. The comparison needs the
 * variables of the environment; a resource whose URL is not known yet is not compared.
 * @throws RewindError config-invalid
 */
function assertDistinctDatabases(resources, ctx, path) {
    const seen = new Map();
    const problems = [];
    for (const resource of resources) {
        const identity = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .identityOf */ .cu)(resource, ctx);
        if (identity === null)
            continue;
        const key = JSON.stringify([resource.providerId, identity.database, identity.part]);
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, resource.id);
        else
            problems.push(`${path}: "${first}" and "${resource.id}" are the same database, ${identity.database}.`);
    }
    if (problems.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('config-invalid', 'Two resources name one database. Nothing was changed.', {
        problems,
        remedy: 'Remove one of the two resources, or correct its URL.',
    });
}
/**
 * A resource for each database that the configuration changes but no resource of it backs up, e.g. with `prisma` alone. It
 * is captured only before a change that asks for a backup, and planned against a snapshot that holds it.
 */
async function backupResources(resources, ctx, loadProvider) {
    const known = new Set(resources.flatMap((resource) => (resource.provider.slow === true ? ((0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? []) : [])));
    const made = new Map();
    for (const resource of resources) {
        const by = resource.provider.capabilities?.database?.backupBy?.(resource.config);
        if (by === undefined)
            continue;
        const database = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? `of ${resource.id}`;
        if (known.has(database))
            continue;
        const before = made.get(database);
        if (before) {
            made.set(database, { ...before, backsUp: [...(before.backsUp ?? []), resource.id] });
            continue;
        }
        const schema = _providers_configs_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDER_CONFIGS */ .I.find(({ shape }) => shape.provider.value === by.provider);
        if (schema === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('internal', `No provider is registered as "${by.provider}".`);
        made.set(database, {
            // No configured id has a dot.
            id: `${resource.id}.database`,
            providerId: by.provider,
            config: schema.parse({ ...by.config, id: resource.id, provider: by.provider }),
            provider: await loadProvider(by.provider),
            backsUp: [resource.id],
        });
    }
    return [...made.values()];
}
const works = ({ provider }, mode) => mode !== 'none' && provider.capabilities?.database?.modes.includes(mode) === true;
/**
 * Refuses a database mode that would do nothing: somebody who asks for it believes that it does.
 *
 * @param resources those in scope, with the ones that only back up
 * @throws RewindError input-invalid
 */
async function assertModeWorks(mode, scope, resources, config, manifest, loadProvider) {
    if (mode === 'none')
        return;
    const held = (resource) => manifest.resources.some(({ id }) => id === resource.id);
    const able = resources.filter((resource) => works(resource, mode));
    if (able.some(held))
        return;
    const all = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .loadResources */ ._H)(config.resources, null, loadProvider);
    const others = all.filter((resource) => works(resource, mode) && held(resource)).map(({ id }) => id);
    const nothing = `--database ${mode} would do nothing:`;
    if (scope !== null && others.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} --scope ${scope.join(',')} has no database for it.`, {
            remedy: `Add ${others.join(' or ')} to --scope, or leave --database out.`,
        });
    }
    if (able.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} no resource of the configuration has this mode.`, {
            remedy: 'Leave --database out, or choose another mode.',
        });
    }
    const missing = able.map(({ id, backsUp }) => (backsUp === undefined ? id : `a backup of ${backsUp.join(', ')}`));
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} snapshot ${manifest.id} does not hold ${missing.join(', ')}.`, {
        remedy: 'Choose a snapshot that holds it ("rewind list" shows what each holds), or another mode.',
    });
}
/** What is known of each database of a comparison, grouped by database: two resources may work on one. */
function databaseFacts(resources, { plan, covered, hazards }, manifest, obstacles, ctx) {
    const groups = new Map();
    for (const resource of resources) {
        if (!hazards.some((entry) => entry.resource === resource.id))
            continue;
        const name = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? resource.id;
        groups.set(name, [...(groups.get(name) ?? []), resource]);
    }
    // The facts must not depend on the mode of the plan.
    const changes = [...plan.changes, ...plan.manual, ...plan.notSelected, ...covered];
    return [...groups].map(([name, members]) => {
        const ids = members.map(({ id }) => id);
        const captured = manifest.resources.filter(({ id }) => ids.includes(id));
        const modes = _engine_change_js__WEBPACK_IMPORTED_MODULE_0__/* .DATABASE_MODES */ .tP.filter((mode) => members.some((member) => works(member, mode)));
        const refusing = (mode) => obstacles
            .filter(({ resource }) => members.some((member) => member.id === resource && works(member, mode)))
            .map(({ message }) => message);
        const known = hazards.flatMap(({ resource, found }) => (found !== null && ids.includes(resource) ? [found] : []));
        const slow = captured.find(({ id }) => members.some((member) => member.id === id && member.provider.slow === true));
        return {
            name,
            resources: ids,
            hazards: known.length === 0 ? null : uniqueTexts(known.flat()),
            modes,
            changes: changes.filter(({ resource, database }) => database !== undefined && ids.includes(resource)),
            obstacles: { down: refusing('down'), restore: refusing('restore') },
            backupMs: slow?.durationMs ?? null,
        };
    });
}
const uniqueTexts = (all) => [
    ...new Map(all.map((entry) => [entry.text, entry])).values(),
];


/***/ }),

/***/ 18059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  approvalKeys: () => (/* binding */ approvalKeys),
  approvalSignerOf: () => (/* binding */ approvalSignerOf),
  liftKeyFindings: () => (/* binding */ liftKeyFindings),
  openProject: () => (/* binding */ openProject),
  signerOf: () => (/* binding */ signerOf),
  signingFindings: () => (/* binding */ signingFindings)
});

// EXTERNAL MODULE: ./lib/engine/claim.js
var claim = __webpack_require__(22186);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/change.js
var change = __webpack_require__(77936);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
;// CONCATENATED MODULE: ./lib/engine/document-words.js




/**
 * Words with a fixed meaning in the documents that other programs read: a secret that is the same word must not make a
 * result or a plan unreadable.
 */
const DOCUMENT_WORDS = [
    ...claim/* REASONS_OF_CLAIMS */.IU,
    ...claim/* VERDICTS_OF_CLAIMS */.hz,
    ...plan/* ACTIONS */.kl,
    ...plan/* EFFECTS */.tQ,
    ...change/* PLAN_DATABASE_MODES */.ps,
    ...change/* STAGES */.an,
    ...vocabulary/* APPROVAL_KINDS */._1,
    ...vocabulary/* REASONS */.ez,
    ...vocabulary/* ORIGINS */.o9,
    ...vocabulary/* PLAN_KINDS */.yX,
    ...['done', 'failed', 'not-begun', 'command line', 'comment', 'digest'],
];

// EXTERNAL MODULE: ./lib/config/load.js + 2 modules
var load = __webpack_require__(82713);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/services/vercel/build-event.js
var build_event = __webpack_require__(7863);
// EXTERNAL MODULE: ./lib/services/github/workflow-run.js
var workflow_run = __webpack_require__(30233);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(56754);
// EXTERNAL MODULE: ./lib/engine/signature.js
var signature = __webpack_require__(90960);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var providers_load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/store/index.js
var store = __webpack_require__(86225);
// EXTERNAL MODULE: ./lib/cli/databases.js
var databases = __webpack_require__(58192);
// EXTERNAL MODULE: ./lib/cli/repository-root.js
var repository_root = __webpack_require__(75505);
// EXTERNAL MODULE: ./lib/runtime/version.js
var version = __webpack_require__(29984);
;// CONCATENATED MODULE: ./lib/cli/project.js













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
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
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
        throw new errors/* RewindError */.Ir('signing-key-missing', `rewind.yml has ${listed}, but this job has no ${name}.`);
    }
    const key = (0,signature/* readSigningKey */.jy)(text, name);
    if (keys.includes((0,signature/* publicKeyText */.gt)(key)))
        return key;
    throw new errors/* RewindError */.Ir('signing-key-unknown', `The public key of ${name} is not in ${listed}.`);
}
async function readConfig({ inputs, root }, absolute) {
    try {
        return await (0,load/* loadConfig */.Z9)(inputs.config, absolute);
    }
    catch (error) {
        throw (0,repository_root/* withParentHint */.I)(error, root, inputs.config);
    }
}
/** @throws RewindError config-not-found, config-invalid, scope-unknown */
async function openProject(invocation, ctx, path) {
    const { env, inputs } = invocation;
    const config = await readConfig(invocation, path(inputs.config));
    const resources = await (0,engine_resources/* loadResources */._H)(config.resources, inputs.scope, providers_load/* loadProvider */.C);
    ctx.masker.allow([
        ...DOCUMENT_WORDS,
        config.environment,
        ...resources.flatMap(({ id, provider }) => [id, provider.id]),
    ]);
    (0,databases/* assertDistinctDatabases */.lj)(resources, ctx, inputs.config);
    const run = (0,workflow_run/* readWorkflowRun */.hO)(env);
    const event = (0,build_event/* readBuildEvent */.R)(ctx.env);
    return {
        config,
        resources,
        backups: await (0,databases/* backupResources */.UF)(resources, ctx, providers_load/* loadProvider */.C),
        signKeys: config.sign?.keys ?? [],
        store: await (0,store/* openStore */.C)(config.store, ctx),
        origin: {
            environment: config.environment,
            repository: ctx.env.text('GITHUB_REPOSITORY') ?? null,
            commit: (event === null ? ctx.env.text('GITHUB_SHA') : event.commit) ?? null,
            run: run?.url ?? null,
            actor: run?.triggeredBy ?? null,
            event: run?.event ?? null,
            version: version/* VERSION */.x,
        },
        identities: (0,age_keys/* identitiesIn */.Af)(ctx.env.secret('REWIND_IDENTITY') ?? ''),
    };
}


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
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 330).then(__webpack_require__.bind(__webpack_require__, 20330));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(3199)]).then(__webpack_require__.bind(__webpack_require__, 33199));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(1619)]).then(__webpack_require__.bind(__webpack_require__, 81619)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
}


/***/ })

};
