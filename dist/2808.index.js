export const id = 2808;
export const ids = [2808,1894];
export const modules = {

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
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
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
        return { releases: [], missing: (0,runtime_text/* sentences */.hC)(failure.message, failure.remedy) };
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
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 7 modules
var publish_plan = __webpack_require__(38240);
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

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ assertWritable),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67217);





/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs in a commit. */
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
        if (code === 'EEXIST') {
            assertFolder(path);
            return;
        }
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        if (code !== 'ENOENT' || parent === path || isFolder(parent))
            throw error;
        makeFolder(parent, mode);
        makeFolder(path, mode);
    }
}
/** A broken link counts as existing for mkdir, and as missing for everything below it: the recursion would not end. */
function assertFolder(path) {
    if (isFolder(path))
        return;
    // Another run may have removed the folder since, and made it again.
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory())
        return;
    const why = `ENOTDIR: ${path} is a file, or a link that leads nowhere, and no folder`;
    throw Object.assign(new Error(why), { code: 'ENOTDIR' });
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** True if a path lies in a folder that exists. A link in the folder may lead out of it. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder), realPathOf(path));
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/** With the links of the folders that exist resolved. */
function realPathOf(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    return parent === path ? path : `${realPathOf(parent)}${path.slice(parent === '/' ? 0 : parent.length)}`;
}
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
/** Finds out early whether `writeOutput` can write a file. Changes no file. @throws RewindError input-invalid, disk-full */
async function assertWritable(flag, path) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        const isThere = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path);
        await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'a')).close();
        if (!isThere)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path);
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


/***/ })

};
