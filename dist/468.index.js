export const id = 468;
export const ids = [468,1894];
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

/***/ 59361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./lib/engine/database-advice.js
var database_advice = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/databases.js
var databases = __webpack_require__(58192);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/services/github/pulls.js + 1 modules
var github_pulls = __webpack_require__(19694);
;// CONCATENATED MODULE: ./lib/cli/deploy-flags.js

/** The flags that belong to the deploy which is live: those that its pull requests name. Pure. */
const flagsOfDeploy = ({ releases, missing }) => ({
    named: (0,github_pulls/* byFlag */.iB)(releases.flatMap(({ pulls }) => pulls)),
    missing,
});

// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/incident.js
var incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/cli/mitigated.js
var mitigated = __webpack_require__(16188);
// EXTERNAL MODULE: ./lib/cli/release.js
var cli_release = __webpack_require__(51971);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/compare.js
var compare = __webpack_require__(73041);
;// CONCATENATED MODULE: ./lib/cli/taken-back.js





/**
 * The commits and pull requests between the snapshot and production: a rollback takes them back. Read-only. What cannot be
 * read is said, and stops nothing.
 * @throws RewindError cancelled
 */
async function takenBack(ctx, { manifest, history, circumstances }) {
    const { releases } = await history.entry(manifest.id);
    const known = [...(circumstances.live ?? [])].flatMap(([id, { commit: head }]) => {
        const base = releases.get(id)?.commit ?? null;
        return base === null || head === null ? [] : [{ id, base, head }];
    });
    if (known.length === 0) {
        return { releases: [], missing: 'the commits of the snapshot and of production are not both known.' };
    }
    const groups = new Map();
    for (const { id, base, head } of known.filter((one) => one.base !== one.head)) {
        const key = `${base}...${head}`;
        const group = groups.get(key) ?? { base, head, resources: [] };
        group.resources.push(id);
        groups.set(key, group);
    }
    if (groups.size === 0)
        return { releases: [], missing: null };
    try {
        const github = (0,client.createGitHub)(ctx, undefined, 0);
        const reading = Promise.all([...groups.values()].map((group) => readRelease(github, group)));
        return { releases: await (0,choose/* withLimit */.Ko)(reading, ctx), missing: null };
    }
    catch (error) {
        const failure = (0,errors/* asRewindError */.m2)(error);
        if (failure.code === 'cancelled')
            throw error;
        return { releases: [], missing: `${failure.message} ${failure.remedy}` };
    }
}
async function readRelease(github, group) {
    const comparison = await (0,compare/* compareCommits */.k)(github, group.base, group.head);
    const pulls = await (0,github_pulls/* pullsOf */.w0)(github, (comparison?.commits ?? []).map(({ sha }) => sha));
    return { ...group, comparison, pulls };
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
// EXTERNAL MODULE: ./lib/commands/rollback/obstacles.js
var obstacles = __webpack_require__(48537);
// EXTERNAL MODULE: ./lib/commands/rollback/plan-flags.js
var plan_flags = __webpack_require__(81894);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 6 modules
var publish_plan = __webpack_require__(78240);
;// CONCATENATED MODULE: ./lib/commands/plan.js


















/** Writes the plan file. The approval is for its digest. */
/* harmony default export */ const plan = ((0,command/* defineCommand */.N)({
    name: 'plan',
    summary: 'Plan a rollback: list the changes that would return production to the snapshot. Changes nothing.',
    flags: {
        snapshot: flags/* FLAGS */.Wg.snapshot,
        database: flags/* FLAGS */.Wg.database,
        ...plan_flags/* planFlags */.j,
        'include-later-changes': flags/* FLAGS */.Wg['include-later-changes'],
        'exit-code': (0,flags/* toggle */.L$)('Exit with status 3 if there are changes.'),
    },
    examples: ['plan', 'plan --database restore', 'plan --snapshot 20261123T030405Z-1a2b3c --exit-code'],
    outputs: plan_flags/* PLAN_OUTPUTS */.l,
    async run(session) {
        const { inputs, context: ctx } = session;
        const project = await session.open();
        const cautions = await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
        const chosen = await (0,choose/* choose */.Sw)(session, project, inputs.snapshot, true);
        const { manifest, notice } = chosen;
        for (const id of (0,live_plan/* notInSnapshot */.$J)(project.resources, manifest)) {
            const why = manifest.reason === 'pre-rollback'
                ? 'a rollback took it, of a part of the configuration'
                : manifest.reason === 'release' && project.resources.find((one) => one.id === id)?.provider.slow === true
                    ? 'a release capture holds no database'
                    : 'the resource was added to the configuration later';
            ctx.log.warn(`"${id}" is not in snapshot ${manifest.id} (${why}) and will not be rolled back.`);
        }
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now());
        if (trust.kind === 'unsigned')
            ctx.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
        const resources = [...project.resources, ...project.backups];
        const { database, scope } = inputs;
        await (0,databases/* assertModeWorks */.ix)(database, scope, resources, project.config, manifest, load/* loadProvider */.C);
        const release = await (0,cli_release/* findRelease */.dv)(session, project, chosen);
        const major = project.config.readiness['major-changes'] !== undefined;
        const [compared, taken] = await Promise.all([
            (0,live_plan/* compareWithLive */._f)({
                ...project,
                resources,
                ctx,
                manifest,
                database,
                scope,
                release,
                includeLater: (0,cli_release/* includedResources */.kO)(project, inputs.includeLaterChanges),
            }),
            // On a command line there may be no token for GitHub; there, only the flags are asked for.
            session.run !== null || major ? takenBack(ctx, chosen) : null,
        ]);
        (0,live_plan/* throwCombined */.I$)(compared.failures, withoutFailed(project, compared));
        // Obstacles to the other modes are advice; those to the plan itself stop it before anybody is asked to approve.
        const others = [...compared.plan.notSelected, ...compared.covered].filter(({ manual }) => manual === undefined);
        const ofOthers = await (0,obstacles/* obstaclesTo */.qA)(resources, others, (0,create_context/* forSnapshot */.C)(ctx, manifest));
        const advice = (0,database_advice/* adviseDatabases */.T)(database, (0,databases/* databaseFacts */.vS)(resources, compared, manifest, ofOthers, ctx));
        const findings = [
            ...(0,mitigated/* mitigatedFindings */.n)(manifest).filter(({ resource }) => resources.some(({ id }) => id === resource)),
            ...(await (0,incident/* openMitigationFindings */.Ix)(session, project)),
            ...(await (0,aside/* leftBeside */.e)(resources, ctx)),
        ];
        const flags = taken === null || !major ? null : { ...flagsOfDeploy(taken), live: compared.flags };
        const facts = { flags, taken, manifest, trust, resources, cautions, chosen, notice, findings, advice };
        const { made, ...published } = await (0,publish_plan/* publishPlan */.JL)(session, project, compared.plan, facts);
        return { ...published, exit: inputs.exitCode && made.changes.length > 0 ? 3 : published.exit };
    },
}));
/** How to roll back without what could not be read, e.g. a database that is down; null if nothing else was read. */
function withoutFailed({ resources }, { described }) {
    const read = resources.map(({ id }) => id).filter((id) => described.has(id));
    if (read.length === 0)
        return null;
    return `Or roll back the rest now: plan with --scope ${read.join(',')} (in the form of the workflow: scope).`;
}


/***/ }),

/***/ 81894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ planFlags),
/* harmony export */   l: () => (/* binding */ PLAN_OUTPUTS)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);

/** Flags of the commands that make a plan. */
const planFlags = {
    plan: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.plan,
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    'typed-digest': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['typed-digest'],
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    'plan-environment': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['plan-environment'],
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};
const PLAN_OUTPUTS = [
    'snapshot-id',
    'label',
    'plan-digest',
    'plan-path',
    'changes',
    'approval',
    'unconfirmed',
];


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

/***/ 38402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ adviseDatabases)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75095);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77936);



/** Advises a database mode by what the schema shows. Pure; the choice stays with the operator. */
function adviseDatabases(chosen, facts) {
    const databases = facts
        .filter(({ changes, hazards }) => changes.length > 0 || (hazards?.length ?? 0) > 0)
        .map(adviseOne);
    const recommended = new Set(databases.map((entry) => entry.recommended));
    const [only = null] = recommended;
    return { chosen, recommended: recommended.size === 1 ? only : null, databases };
}
function adviseOne(facts) {
    const modes = _change_js__WEBPACK_IMPORTED_MODULE_0__/* .DATABASE_MODES */ .tP.map((mode) => adviseMode(mode, facts));
    const { name, resources, hazards, backupMs } = facts;
    return { name, resources, hazards, backupMs, modes, ...recommend(facts, modes) };
}
function adviseMode(mode, { changes, modes, obstacles }) {
    if (mode === 'none')
        return { mode, possible: true, notes: [], losses: [], rows: 0 };
    const own = changes.filter(({ database }) => database === mode);
    const doing = own.filter(({ manual }) => manual === undefined);
    const refused = obstacles[mode] ?? [];
    const why = !modes.includes(mode)
        ? [WITHOUT[mode]]
        : doing.length === 0 && own.length === 0
            ? [NOTHING[mode]]
            : refused;
    const byHand = own.flatMap(({ target, manual }) => (manual === undefined ? [] : [`By hand: ${target}. ${manual}`]));
    const losses = doing.flatMap(({ dataAtRisk }) => dataAtRisk ?? []);
    return {
        mode,
        possible: why.length === 0 && doing.length > 0,
        notes: [...why, ...byHand],
        losses,
        rows: losses.some(({ rows }) => rows === null) ? null : losses.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    };
}
const WITHOUT = {
    down: 'No resource of this database takes migrations down.',
    restore: 'The snapshot holds no backup of this database.',
};
const NOTHING = {
    down: 'No migration was applied since the snapshot.',
    restore: 'No difference to restore.',
};
function recommend({ hazards }, modes) {
    const of = (mode) => modes.find((entry) => entry.mode === mode && entry.possible);
    const [down, restore] = [of('down'), of('restore')];
    if (hazards === null) {
        const reasons = ['It is unknown whether old code can run on the present schema: its columns were not compared.'];
        return { recommended: null, reasons };
    }
    const breaking = hazards.filter(({ kind }) => kind !== 'may-break');
    if (breaking.length === 0) {
        const fits = hazards.length === 0
            ? 'Every table and column of the snapshot is there as it was, so old code finds what it uses.'
            : 'Every table and column of the snapshot is there. Read what may break.';
        const damaged = 'If the deploy damaged rows, only restore brings their values back.';
        return { recommended: 'none', reasons: [fits, 'none loses no row.', ...(restore === undefined ? [] : [damaged])] };
    }
    const breaks = `With none, old code fails: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(breaking.length, 'hazard')} of the schema.`;
    // Rows that restore takes away are gone from production; down.sql keeps what else was written since.
    if (restore?.rows === 0) {
        return { recommended: 'restore', reasons: [breaks, 'restore brings schema and values back, and loses no row.'] };
    }
    if (down !== undefined && down.rows !== null) {
        return { recommended: 'down', reasons: [breaks, ...downReasons(down, restore, breaking)] };
    }
    const unknownDown = 'What down loses is unknown: read the statements of its down.sql first.';
    if (restore !== undefined && restore.rows !== null) {
        const loses = `restore brings schema and values back, and loses ${rowsOf(restore.rows)} written since the snapshot.`;
        return {
            recommended: 'restore',
            reasons: [breaks, down === undefined ? 'down is not possible.' : unknownDown, loses],
        };
    }
    if (down === undefined && restore === undefined) {
        const reasons = [breaks, 'Neither down nor restore is possible. A fix of the new code may be safer than old code.'];
        return { recommended: 'none', reasons };
    }
    return {
        recommended: null,
        reasons: [
            breaks,
            ...(down === undefined ? [] : [unknownDown]),
            ...(restore === undefined ? [] : ['What restore loses is unknown.']),
        ],
    };
}
function downReasons({ rows }, restore, breaking) {
    const loses = rows === 0 ? 'loses no row' : `loses what is listed (${rowsOf(rows ?? 0)})`;
    const more = restore === undefined
        ? []
        : [`restore loses ${restore.rows === null ? 'an unknown number of rows' : rowsOf(restore.rows)} written since.`];
    return [
        `down returns the schema, keeps what else was written since the snapshot, and ${loses}.`,
        ...more,
        ...(breaking.some(({ kind }) => kind === 'gone')
            ? ['down does not bring back the values of what is gone; only restore does.']
            : []),
    ];
}
const rowsOf = (rows) => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(rows, 'row');


/***/ })

};
