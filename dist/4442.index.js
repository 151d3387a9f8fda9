export const id = 4442;
export const ids = [4442];
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);




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
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('config-invalid', 'Two resources name one database. Nothing was changed.', {
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
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('internal', `No provider is registered as "${by.provider}".`);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', `${nothing} --scope ${scope.join(',')} has no database for it.`, {
            remedy: `Add ${others.join(' or ')} to --scope, or leave --database out.`,
        });
    }
    if (able.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', `${nothing} no resource of the configuration has this mode.`, {
            remedy: 'Leave --database out, or choose another mode.',
        });
    }
    const missing = able.map(({ id, backsUp }) => (backsUp === undefined ? id : `a backup of ${backsUp.join(', ')}`));
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', `${nothing} snapshot ${manifest.id} does not hold ${missing.join(', ')}.`, {
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

/***/ 11193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ decide)
});

// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
;// CONCATENATED MODULE: ./lib/engine/option.js

/** An option with the usual values for what it does not say. */
const option_option = (given) => ({
    refused: [],
    recommended: [],
    risks: [],
    losses: [],
    rows: sumOf(given.losses ?? []),
    time: null,
    backupMs: null,
    plan: null,
    mitigation: null,
    ...given,
});
function ofChanges(changes) {
    const final = changes.filter(({ undo }) => undo === null);
    const waiting = changes.filter(({ effect }) => effect === 'next-deployment');
    return [
        ...changes.flatMap(({ target, origin, warnings }) => [
            ...(origin === 'both' ? [`${target}: somebody changed it again after the deploy; the later value is lost.`] : []),
            ...warnings.map((warning) => `${target}: ${warning}`),
        ]),
        ...(final.length === 0 ? [] : [`${(0,counted/* counted */.h)(final.length, 'change')} cannot be undone.`]),
        ...(waiting.length === 0 ? [] : [`${(0,counted/* counted */.h)(waiting.length, 'change')} act only with the next deployment.`]),
    ];
}
const lossesOf = (changes) => changes.flatMap(({ dataAtRisk }) => dataAtRisk ?? []);
const sumOf = (losses) => losses.some(({ rows }) => rows === null) ? null : losses.reduce((sum, { rows }) => sum + (rows ?? 0), 0);
const sentencesOf = (obstacles) => obstacles.map(({ resource, message }) => `${resource}: ${message}`);
function timeOf({ past }, fits) {
    const times = past.filter(fits).map(({ ms }) => ms);
    times.sort((a, b) => a - b);
    const middle = times[Math.floor(times.length / 2)];
    return middle === undefined ? null : { ms: middle, runs: times.length };
}

;// CONCATENATED MODULE: ./lib/engine/options-of-code.js


/** A diff up to this size can be read in an incident. */
const SMALL = { commits: 5, files: 20 };
function code(facts) {
    const { changes, flags, advice, obstacles, scope, suspect } = facts;
    if (changes.length === 0)
        return null;
    const deployed = changes.some(({ stage }) => stage === 'deployment');
    return option_option({
        kind: 'code',
        title: `${deployed ? 'Code and configuration' : 'Configuration'} back: ${(0,counted/* counted */.h)(changes.length, 'change')}; the database stays as it is`,
        refused: sentencesOf(obstacles),
        recommended: suspect === 'shared' ? [] : recommendedFor('none', advice),
        risks: [...(deployed ? hazardsOf(advice) : []), ...ofChanges(changes)],
        losses: lossesOf(changes),
        time: timeOf(facts, ({ database, resources }) => database === 'none' && !resources.every((id) => flags.has(id))),
        plan: { database: 'none', scope },
    });
}
function down(facts) {
    const { changes, databaseChanges, backupObstacles } = facts;
    const own = databaseChanges.filter(({ database }) => database === 'down');
    if (own.length === 0)
        return null;
    const title = withCode(facts, 'migrations down');
    const mode = databaseMode('down', facts);
    return option_option({
        kind: 'down',
        title: `${title}: ${own.map(({ target }) => target).join(', ')}`,
        ...mode,
        refused: [...mode.refused, ...backupObstacles],
        risks: ['What the new code wrote in the meantime must fit the old schema.', ...mode.risks, ...ofCode(changes)],
    });
}
function restore(facts) {
    const { changes, databaseChanges } = facts;
    const own = databaseChanges.filter(({ database }) => database === 'restore');
    if (own.length === 0)
        return null;
    const mode = databaseMode('restore', facts);
    const times = facts.advice.databases.flatMap(({ backupMs }) => backupMs ?? []);
    return option_option({
        kind: 'restore',
        title: `${withCode(facts, 'the database back to the backup')}: ${own.map(({ target }) => target).join(', ')}`,
        ...mode,
        risks: [
            'Everything that was written since the snapshot is taken out of production.',
            ...mode.risks,
            ...ofCode(changes),
        ],
        backupMs: times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0),
    });
}
const withCode = ({ changes }, what) => changes.length === 0 ? `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}` : `Code and configuration back, and ${what}`;
/** What the advice says of a mode, over all databases; a plan has one mode for all of them. */
function databaseMode(mode, facts) {
    const { advice, obstacles, scope } = facts;
    const all = advice.databases.flatMap(({ name, modes }) => modes.flatMap((one) => (one.mode === mode ? [{ name, ...one }] : [])));
    const able = all.filter(({ possible }) => possible);
    const named = (sentence, name) => (all.length > 1 ? `${name}: ${sentence}` : sentence);
    const notes = (from) => from.flatMap(({ name, notes: found }) => found.map((note) => named(note, name)));
    return {
        refused: [...(able.length === 0 ? notes(all) : []), ...sentencesOf(obstacles)],
        recommended: recommendedFor(mode, advice),
        risks: able.length === 0 ? [] : notes(all),
        losses: able.flatMap(({ losses }) => losses),
        rows: able.some(({ rows }) => rows === null) ? null : able.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
        time: timeOf(facts, ({ database }) => database === mode),
        plan: { database: mode, scope },
    };
}
/** Only if the difference is small, and the schema is the one that the code expects. The better choice if a flag hides it. */
function fix({ diff, databaseChanges, named, suspect }) {
    if (diff === null || diff.commits === 0 || diff.commits > SMALL.commits || diff.files > SMALL.files)
        return null;
    if (databaseChanges.some(({ database }) => database === 'down'))
        return null;
    const keys = named.map(({ key }) => key);
    return option_option({
        kind: 'fix',
        title: `Fix forward: ${(0,counted/* counted */.h)(diff.commits, 'commit')}, ${(0,counted/* counted */.h)(diff.files, 'file')} and no migration`,
        recommended: keys.length === 0 || suspect === 'shared'
            ? []
            : [
                `The difference is small, it has no migration, and a flag hides it meanwhile: turn off ${keys.join(', ')} first.`,
            ],
        risks: [
            keys.length === 0
                ? 'The fault stays until the fix is written, reviewed and deployed. No flag is known that hides it meanwhile.'
                : 'What no flag hides stays broken until the fix is written, reviewed and deployed.',
            'A fix in a hurry is itself a deploy.',
        ],
    });
}
function recommendedFor(mode, { recommended, databases }) {
    return recommended === mode ? databases.flatMap(({ reasons }) => reasons) : [];
}
/** What old code meets in the database as it is. */
function hazardsOf({ databases }) {
    return databases.flatMap(({ name, hazards }) => {
        if (hazards === null)
            return [`It is unknown whether old code can run on the present schema of ${name}.`];
        return hazards.map(({ kind, text }) => `${kind === 'may-break' ? 'Old code may fail' : 'Old code fails'}: ${text}.`);
    });
}
/** The option `code` lists them. */
const ofCode = (changes) => changes.length === 0 ? [] : ['The risks of code and configuration are those of that option.'];

// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/three-way.js
var three_way = __webpack_require__(56724);
;// CONCATENATED MODULE: ./lib/engine/options.js






const ORDER = ['flags', 'flags-off', 'mitigate', 'code', 'down', 'restore', 'fix'];
/** If the previous deployment fails too, code alone may not help: it fails on what both share. */
const SHARED_ORDER = [
    'dependency',
    'flags',
    'flags-off',
    'mitigate',
    'down',
    'code',
    'restore',
    'fix',
];
/** The measure that takes the least from users comes first. */
const MEASURES = ['flags-off', 'scale-up', 'maintenance'];
/** The options in the order in which to consider them. Pure. */
function optionsFor(facts) {
    const found = [
        dependency(facts),
        flagsBack(facts),
        flagsOff(facts),
        ...mitigate(facts),
        code(facts),
        down(facts),
        restore(facts),
        fix(facts),
    ];
    const order = facts.suspect === 'shared' ? SHARED_ORDER : ORDER;
    return order.flatMap((kind) => found.filter((one) => one?.kind === kind).flatMap((one) => one ?? []));
}
function dependency({ suspect }) {
    if (suspect !== 'shared')
        return null;
    return option_option({
        kind: 'dependency',
        title: 'Look at what both deployments use: the database and the providers',
        risks: ['While you look, users are affected.'],
    });
}
function flagsBack(facts) {
    const { changes, flags, obstacles, eased } = facts;
    const isEased = ({ resource, id }) => eased.has((0,three_way/* objectKeyOf */.Gs)(resource, id));
    const suspect = changes.filter((change) => flags.has(change.resource) && !isEased(change));
    if (suspect.length === 0)
        return null;
    const scope = [...new Set(suspect.map(({ resource }) => resource))];
    const own = changes.filter(({ resource }) => scope.includes(resource));
    const inTheWay = obstacles.filter(({ resource }) => scope.includes(resource));
    const unknown = suspect.some(({ origin }) => origin === undefined);
    const ended = own.filter(isEased).map(({ target }) => target);
    return option_option({
        kind: 'flags',
        title: `Flags back: ${(0,counted/* counted */.h)(own.length, 'change', own.map((change) => `${change.target}: ${(0,plan/* describe */.q0)(change)}`))}`,
        refused: sentencesOf(inTheWay),
        risks: [
            ...(unknown ? ['It is unknown whether the deploy changed these flags: there is no release capture.'] : []),
            ...(ended.length === 0 ? [] : [`The plan also ends what a mitigation changed: ${ended.join(', ')}.`]),
            ...ofChanges(own),
        ],
        losses: lossesOf(own),
        time: timeOf(facts, ({ database, resources }) => database === 'none' && resources.every((id) => flags.has(id))),
        plan: { database: 'none', scope },
    });
}
/** A flag that somebody turned on after the deploy shows the code of the deploy all the same. */
function flagsOff(facts) {
    const left = facts.named.filter(({ since }) => since !== 'deploy');
    if (left.length === 0)
        return null;
    const later = left.filter(({ since }) => since === 'later');
    const scope = [...new Set(later.map(({ resource }) => resource))];
    const undone = [...facts.changes, ...facts.later].filter(({ resource }) => scope.includes(resource));
    const byHand = left.filter(({ since }) => since === 'before').map(({ key }) => key);
    return option_option({
        kind: 'flags-off',
        title: `Turn off the flags that pull requests of this deploy name: ${left
            .map(({ key, pulls }) => `${key} (${pulls.map((number) => `#${number}`).join(', ')})`)
            .join(', ')}`,
        refused: sentencesOf(facts.obstacles.filter(({ resource }) => scope.includes(resource))),
        risks: [
            ...(byHand.length === 0
                ? []
                : [
                    `The snapshot has these flags on too, so no plan turns them off: ${byHand.join(', ')}. Turn them off in their service.`,
                ]),
            ...(undone.length === 0
                ? []
                : [
                    `The plan undoes ${(0,counted/* counted */.h)(undone.length, 'change', undone.map((change) => `${change.target}: ${(0,plan/* describe */.q0)(change)}`))}.`,
                ]),
            ...ofChanges(undone),
        ],
        losses: lossesOf(undone),
        plan: scope.length === 0 ? null : { database: 'none', scope, includeLater: scope },
    });
}
const COST = {
    'flags-off': 'Users lose what these flags show.',
    'scale-up': 'More capacity costs more. It helps only if capacity is short.',
    maintenance: 'Users see the maintenance page instead of the site.',
};
/** One that is in effect is none. Without harm there is nothing to ease. */
function mitigate({ mitigations, level, preferred }) {
    if (level === 'healthy')
        return [];
    const able = mitigations.filter(({ changes, refused }) => changes.length + refused.length > 0);
    const inOrder = MEASURES.flatMap((kind) => able.filter((one) => one.kind === kind));
    return inOrder.map(({ id, kind, minutes, changes, refused }) => {
        const texts = changes.map((change) => `${change.target}: ${(0,plan/* describe */.q0)(change)}`);
        const what = changes.length === 0 ? '' : `: ${(0,counted/* counted */.h)(changes.length, 'change', texts)}`;
        return option_option({
            kind: 'mitigate',
            title: `Ease it with ${(0,mitigation/* nameOf */.Vb)({ id, measure: { kind } })}, for ${(0,counted/* counted */.h)(minutes, 'minute')} at most${what}`,
            refused,
            recommended: level === 'mitigate' && id === preferred && refused.length === 0
                ? ['The verdict is "mitigate", and monitor.mitigation of the configuration names this one.']
                : [],
            risks: [
                COST[kind],
                `The cause stays. The mitigation ends after ${(0,counted/* counted */.h)(minutes, 'minute')} if its lift is scheduled, and at any time with an undo.`,
                ...ofChanges(changes),
            ],
            losses: lossesOf(changes),
            mitigation: id,
        });
    });
}

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/report/deploy-flags.js
var deploy_flags = __webpack_require__(40949);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/report/risk.js
var risk = __webpack_require__(10207);
;// CONCATENATED MODULE: ./lib/report/decision-options.js




function timeText({ time, backupMs }) {
    const took = time === null
        ? 'not measured'
        : `${(0,progress/* seconds */.YA)(time.ms / 1000)} after the approval, the median of ${(0,runtime_text/* plural */.LS)(time.runs, 'earlier rollback')}`;
    return backupMs === null ? took : `${took}; the backup took ${(0,progress/* seconds */.YA)(backupMs / 1000)}`;
}
function lossText({ kind, losses, rows }) {
    if (kind === 'dependency' || kind === 'fix')
        return 'none by itself';
    if (losses.length === 0)
        return 'none';
    const sum = rows === 0 ? 'none' : rows === null ? 'an unknown number of rows' : (0,runtime_text/* plural */.LS)(rows, 'row');
    return `${sum}: ${losses.map(risk/* riskText */.P).join('; ')}`;
}
const inputsText = (inputs) => Object.entries(inputs)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');
/** For a terminal. */
function optionLines(option, number) {
    const { title, refused, recommended, risks, command, inputs, page } = option;
    return [
        ` ${number}. ${title}${recommended.length === 0 ? '' : '  [recommended]'}`,
        ...refused.map((line) => `      ! not possible now: ${line}`),
        ...recommended.map((line) => `      ${line}`),
        `      time: ${timeText(option)}`,
        `      data at risk: ${lossText(option)}`,
        ...risks.map((line) => `      risk: ${line}`),
        ...(command === null ? [] : [`      $ ${command}`]),
        ...(page === null || inputs === null ? [] : [`      or ${page} with ${inputsText(inputs)}`]),
    ];
}
/** For a job summary. */
function optionMarkdown(option, number) {
    const { title, refused, recommended, risks, command, inputs, page } = option;
    return [
        `**${number}. ${(0,markdown/* lineOf */.cA)(title)}**${recommended.length === 0 ? '' : ' (recommended)'}`,
        [
            ...refused.map((line) => `- ⛔ not possible now: ${(0,markdown/* lineOf */.cA)(line)}`),
            ...recommended.map((line) => `- ${(0,markdown/* lineOf */.cA)(line)}`),
            `- Time: ${(0,markdown/* lineOf */.cA)(timeText(option))}`,
            `- Data at risk: ${(0,markdown/* lineOf */.cA)(lossText(option))}`,
            ...risks.map((line) => `- Risk: ${(0,markdown/* lineOf */.cA)(line)}`),
        ].join('\n'),
        ...(command === null ? [] : [(0,markdown/* codeBlock */.DV)('sh', command)]),
        ...(page === null || inputs === null
            ? []
            : [
                `Or start the workflow ${(0,markdown/* lineOf */.cA)(page)} with ${Object.entries(inputs)
                    .map(([name, value]) => `${name}: ${(0,markdown/* codeSpan */.SS)(value)}`)
                    .join(', ')}.`,
            ]),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(82367);
;// CONCATENATED MODULE: ./lib/report/decision-suspects.js




/** A change as the deploy made it: what was, what is. */
function suspectText({ target, before, after, database, origin, authors }, known) {
    const what = database === undefined
        ? `${target}: was ${after ?? 'absent'}, is ${before ?? 'absent'}`
        : `${target}: ${before ?? ''}`;
    if (origin === 'both') {
        return `${what} (the deploy, ${(0,plan_text.by)(authors?.deploy)}, and somebody after it, ${(0,plan_text.by)(authors?.later)})`;
    }
    return known && origin === undefined ? `${what} (origin unknown)` : what;
}
const laterText = (change) => `${suspectText(change, false)} (${(0,plan_text.by)(change.authors?.later)})`;
const codeTitle = ({ base, head, total, commits }) => `${(0,runtime_text/* plural */.LS)(total, 'commit')} from ${base.slice(0, 7)} to ${head.slice(0, 7)}${total > commits.length ? `, the newest ${commits.length}` : ''}`;
const isNothing = ({ code, resources, data, hazards, later }) => code.length + resources.length + data.length + hazards.length + later.length === 0;
const dataText = ({ resource, target, before }) => `Data, which only a restore returns (${resource}): ${target}: ${before ?? ''}`;
/** Whose differences are listed; or that there are none. */
const originText = (suspects) => isNothing(suspects)
    ? suspects.unread.length === 0
        ? 'No difference was found.'
        : `No difference was found in what could be read. Not read: ${suspects.unread.join(', ')}.`
    : suspects.release === null
        ? 'There is no release capture of this deploy: changes that somebody made after it are in the list, too.'
        : `Release capture ${suspects.release} tells what the deploy changed from what was changed after it.`;
/** For a terminal. */
function suspectLines(suspects, now) {
    const { snapshot, production, code, resources, data, hazards, later } = suspects;
    const known = suspects.release !== null;
    return [
        `What changed between snapshot ${snapshot.id} (${(0,progress/* age */.KW)(now.getTime() - Date.parse(snapshot.at))} ago) and production${production === null ? '' : ` (${production})`}:`,
        ...code.flatMap((one) => [
            `  ${codeTitle(one)}${one.url === null ? '' : `: ${one.url}`}`,
            ...one.pulls.map(({ number, title, author, url }) => `    #${number} ${title} (${(0,plan_text.by)(author)}) ${url}`),
            ...one.commits.map(({ sha, subject, author, url }) => `    ${sha.slice(0, 7)} ${subject} (${(0,plan_text.by)(author)}) ${url ?? ''}`),
        ]),
        ...resources.flatMap(({ resource, title, changes }) => [
            `  ${title} (${resource}):`,
            ...changes.map((change) => `    - ${suspectText(change, known)}`),
        ]),
        ...data.map((one) => `  ${dataText(one)}`),
        ...(hazards.length === 0 ? [] : ['  Schema, as old code meets it:', ...hazards.map((text) => `    - ${text}`)]),
        `  ${originText(suspects)}`,
        ...(later.length === 0
            ? []
            : ['Changed after the deploy; a rollback keeps it:', ...later.map((one) => `  - ${laterText(one)}`)]),
    ];
}
/** For a job summary. */
function suspectMarkdown(suspects, now) {
    const { snapshot, production, code, resources, data, hazards, later } = suspects;
    const known = suspects.release !== null;
    const of = production === null ? '' : ` (${(0,markdown/* codeSpan */.SS)(production)})`;
    return [
        `### What changed between snapshot ${(0,markdown/* codeSpan */.SS)(snapshot.id)} (${(0,progress/* age */.KW)(now.getTime() - Date.parse(snapshot.at))} ago) and production${of}`,
        ...code.flatMap((one) => [
            `${(0,markdown/* escapeText */.X1)(codeTitle(one))}${one.url === null ? '' : `: ${(0,markdown/* escapeText */.X1)(one.url)}`}`,
            (0,markdown/* table */.tp)(['What', 'By', 'Link'], [
                ...one.pulls.map(({ number, title, author, url }) => [`#${number} ${title}`, author ?? 'unknown', url]),
                ...one.commits.map(({ sha, subject, author, url }) => [
                    `${sha.slice(0, 7)} ${subject}`,
                    author ?? 'unknown',
                    url ?? '',
                ]),
            ]),
        ]),
        ...(resources.length === 0
            ? []
            : [
                (0,markdown/* table */.tp)(['Where', 'What'], resources.flatMap(({ resource, title, changes }) => changes.map((change) => [`${title} (${resource})`, suspectText(change, known)]))),
            ]),
        ...(data.length === 0 ? [] : [data.map((one) => `- ${(0,markdown/* lineOf */.cA)(dataText(one))}`).join('\n')]),
        ...(hazards.length === 0
            ? []
            : [`Schema, as old code meets it:\n\n${hazards.map((text) => `- ${(0,markdown/* lineOf */.cA)(text)}`).join('\n')}`]),
        (0,markdown/* escapeText */.X1)(originText(suspects)),
        ...(later.length === 0
            ? []
            : [
                '### Changed after the deploy; a rollback keeps it',
                (0,markdown/* table */.tp)(['What', 'By'], later.map((one) => [suspectText(one, false), one.authors?.later ?? 'unknown'])),
            ]),
    ];
}

// EXTERNAL MODULE: ./lib/report/verdict.js
var verdict = __webpack_require__(60975);
;// CONCATENATED MODULE: ./lib/report/decision.js







const HARMFUL = new Set(['mitigate', 'roll-back']);
/** One line: what is broken and since when. */
function decisionHeadline({ environment, broken }, now) {
    const production = `"${environment}"`;
    if (broken === null)
        return `Nothing says what is broken in ${production}: no incident is open, and there is no verdict.`;
    const { level, since, incident, evidence, restoredAt } = broken;
    const when = `${since} (${(0,progress/* age */.KW)(now.getTime() - Date.parse(since))} ago)`;
    const newest = evidence.at(-1);
    const what = newest === undefined ? '' : `: ${measured(newest)}`;
    const restored = restoredAt === null ? [] : [`A rollback was verified at ${restoredAt}.`];
    if (HARMFUL.has(level))
        return (0,runtime_text/* sentences */.hC)(`${production} ${restoredAt === null ? 'has been' : 'had been'} broken since ${when}${what}.`, ...restored);
    if (level !== null) {
        const last = `The last one, of ${when}, is "${level}"${what}.`;
        return (0,runtime_text/* sentences */.hC)(`No verdict says that ${production} is broken. ${last}`, ...restored);
    }
    // Nobody measured when it broke: a rollback opens an incident, too.
    const opened = `An incident of ${production} is open since ${when}, without a verdict: ${incident?.title ?? ''}`;
    return (0,runtime_text/* sentences */.hC)(opened, ...restored);
}
/** "payments, probe checkout: failures, 12 of 30 bad (normal: up to 5.0 %), evidence 14.2 of 9.8" */
function measured({ criterion, probe, rule, bad, total, normal, evidence, threshold }) {
    const usual = normal === null ? '' : ` (normal: up to ${(100 * normal).toFixed(1)} %)`;
    const proof = evidence === null || threshold === null ? '' : `, evidence ${evidence.toFixed(1)} of ${threshold.toFixed(1)}`;
    return `${criterion}, probe ${probe}: ${(0,verdict/* ruleText */.Y3)(rule)}, ${bad} of ${total} bad${usual}${proof}`;
}
const SHARED = 'The previous deployment fails too: suspect the database or a provider before the code. A rollback of the code alone may not help.';
/** What must be read before the rest. */
function warningsOf({ broken, suspects }) {
    return [
        ...(broken?.suspect === 'shared' ? [SHARED] : []),
        ...(broken?.deployment != null && suspects?.production != null && !suspects.production.includes(broken.deployment)
            ? [`The verdict is about ${broken.deployment}. Production is ${suspects.production} now.`]
            : []),
    ];
}
const NO_OPTION = 'There is no option: Rewind knows no difference that it can take back.';
/** For a terminal. */
function decisionText(shown, now) {
    const { broken, suspects, flags, options, missing } = shown;
    return (0,runtime_text/* textOf */.b6)([
        decisionHeadline(shown, now),
        ...warningsOf(shown).map((line) => `! ${line}`),
        ...(broken?.incident == null ? [] : [`Incident ${broken.incident.id}: ${broken.incident.title}`]),
        ...(broken === null || broken.evidence.length === 0 ? [] : ['', 'Evidence:']),
        ...(broken?.evidence ?? []).map((one) => `  ${one.at}  ${one.level}: ${measured(one)}`),
        ...(suspects === null ? [] : ['', ...suspectLines(suspects, now)]),
        ...(0,deploy_flags/* deployFlagsLines */.aq)(flags),
        '',
        options.length === 0 ? NO_OPTION : 'Options, in the order in which to consider them:',
        ...options.flatMap((option, at) => optionLines(option, at + 1)),
        ...(missing.length === 0 ? [] : ['', 'Read this, too:', ...missing.map((line) => `  - ${line}`)]),
    ]);
}
/** For a job summary. */
function decisionMarkdown(shown, now) {
    const { broken, suspects, flags, options, missing } = shown;
    const mark = broken?.restoredAt == null && HARMFUL.has(broken?.level ?? null) ? '🔴 ' : '';
    return `${[
        `## ${mark}${(0,markdown/* lineOf */.cA)(decisionHeadline(shown, now))}`,
        ...warningsOf(shown).map((line) => `⚠️ **${(0,markdown/* lineOf */.cA)(line)}**`),
        ...(broken?.incident == null ? [] : [`Incident ${(0,markdown/* codeSpan */.SS)(broken.incident.id)}: ${(0,markdown/* lineOf */.cA)(broken.incident.title)}`]),
        options.length === 0 ? NO_OPTION : '### Options, in the order in which to consider them',
        ...options.map((option, at) => optionMarkdown(option, at + 1)),
        ...(broken === null || broken.evidence.length === 0
            ? []
            : [
                '### Evidence',
                (0,markdown/* table */.tp)(['UTC', 'Verdict', 'What was measured'], broken.evidence.map((one) => [one.at, one.level, measured(one)])),
            ]),
        ...(suspects === null ? [] : suspectMarkdown(suspects, now)),
        ...[(0,deploy_flags/* deployFlagsMarkdown */.M7)(flags).trimEnd()].filter((text) => text !== ''),
        ...(missing.length === 0 ? [] : ['### Read this, too', missing.map((line) => `- ${(0,markdown/* lineOf */.cA)(line)}`).join('\n')]),
    ].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/services/github/workflow-run.js
var workflow_run = __webpack_require__(30233);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
;// CONCATENATED MODULE: ./lib/incident/past-rollbacks.js

/**
 * The rollbacks of a record that succeeded in one run, with the time of that run. One that was run again is left out: its
 * time includes the wait between the runs. Pure.
 */
function pastRollbacks(entries) {
    return (0,incident_status/* rollbacksOf */.NV)(entries).flatMap(({ at, data }) => {
        const { digest, ok, done, runs, startedAt } = data;
        const plan = entries.find((entry) => entry.kind === 'planned' && entry.data.digest === digest);
        if (plan?.kind !== 'planned' || !ok || runs !== 1 || done.length === 0)
            return [];
        const resources = new Set(done.map((key) => key.slice(0, key.indexOf('/'))));
        return [{ database: plan.data.database, resources: [...resources], ms: Date.parse(at) - Date.parse(startedAt) }];
    });
}

// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/probes/verdict.js + 1 modules
var probes_verdict = __webpack_require__(88646);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/flow.js
var flow = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/commands/decide/broken.js











/**
 * What is broken and since when: from the newest open incident, best from one that has verdicts; else from the file that
 * `monitor` wrote into `--out`. Changes nothing.
 * @param out folder of `verdict.json`, relative to the repository
 */
async function readBroken(session, project, out) {
    const { records, missing } = await readRecords(project);
    const open = records.filter(({ status }) => status.closed === null);
    const told = open.map(ofIncident);
    const best = told.find(({ evidence }) => evidence.length > 0) ?? null;
    const others = open.length > 1 ? [`${open.length} incidents are open: ${open.map(({ status }) => status.id).join(', ')}.`] : [];
    const file = best === null ? await readVerdict(session.path(`${out}/verdict.json`), `${out}/verdict.json`) : null;
    const broken = best ?? withIncident(file?.broken ?? null, told[0]);
    return {
        broken,
        past: records.flatMap(({ entries }) => pastRollbacks(entries)),
        missing: [...missing, ...others, ...(file?.problem == null ? [] : [file.problem])],
    };
}
/** Newest first. Earlier incidents tell how long rollbacks took. */
async function readRecords({ store, config }) {
    const { environment } = config;
    const missing = [];
    const unread = (what, error) => {
        if (!(error instanceof errors.RewindError) || error.code === 'cancelled')
            throw error;
        missing.push(`${what} could not be read: ${(0,runtime_text/* sentences */.hC)(error.message, error.remedy)}`);
        return [];
    };
    const ids = await (0,record/* listIncidents */.MZ)(store, environment).catch((error) => unread('The incident records', error));
    const records = await (0,flow/* mapLimited */.bB)([...ids].reverse(), record/* INCIDENTS_AT_ONCE */.Q1, async (id) => {
        try {
            const entries = await (0,record/* readEntries */.$2)(store, environment, id);
            return [{ status: (0,incident_status/* statusOf */.c2)(entries), entries }];
        }
        catch (error) {
            return unread(`Incident ${id}`, error);
        }
    });
    return { records: records.flat(), missing };
}
function ofIncident({ status, entries }) {
    const verdicts = entries.flatMap((entry) => (entry.kind === 'verdict' ? [entry.data] : []));
    const { level, deployment = null, suspect = null } = verdicts.at(-1) ?? {};
    const last = entries.findLastIndex(({ kind }) => kind === 'verdict');
    const restored = entries.slice(last + 1).find((entry) => entry.kind === 'verified' && entry.data.ok);
    return {
        incident: { id: status.id, title: status.title },
        level: level ?? null,
        since: verdicts[0]?.reachedAt ?? status.openedAt,
        deployment,
        suspect,
        restoredAt: restored?.at ?? null,
        evidence: verdicts.map(({ reachedAt: at, level: own, criterion, probe, rule, bad, total, normal, evidence, threshold }) => ({
            ...{ at, level: own, criterion, probe, rule, bad, total, normal, evidence, threshold },
        })),
    };
}
const withIncident = (file, open) => file === null ? (open ?? null) : { ...file, incident: open?.incident ?? null };
const verdictFile = schemas/* looseObject */._H3({ record: probes_verdict/* verdictRecord */.Z5 });
async function readVerdict(path, name) {
    if (!(0,external_node_fs_.existsSync)(path))
        return { broken: null, problem: null };
    try {
        const { record } = verdictFile.parse(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
        const { level, suspect, criteria, probes, at: end } = (0,probes_verdict/* recompute */.ZK)(record);
        const raisedAt = (probe) => new Date(probes.find((one) => one.probe === probe)?.raised?.at ?? end).toISOString();
        const evidence = criteria.flatMap(({ criterion, decisive }) => {
            if (decisive === null || decisive.bad === 0)
                return [];
            const { probe, rule, bad, total, p0, evidence: measured, thresholds, level: own } = decisive;
            const needed = own === 'healthy' ? undefined : thresholds[own];
            const numbers = { normal: (0,json/* finite */.E2)(p0), evidence: (0,json/* finite */.E2)(measured), threshold: (0,json/* finite */.E2)(needed) };
            return [{ at: raisedAt(probe), level: own, criterion, probe, rule, bad, total, ...numbers }];
        });
        evidence.sort((a, b) => (0,runtime_text/* inOrder */.al)(a.at, b.at));
        const { deployment } = record.plan;
        const since = evidence[0]?.at ?? new Date(end).toISOString();
        return {
            broken: { incident: null, level, since, deployment, suspect, restoredAt: null, evidence },
            problem: null,
        };
    }
    catch {
        return { broken: null, problem: `${name} is not a verdict of "rewind monitor".` };
    }
}

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/databases.js
var databases = __webpack_require__(58192);
// EXTERNAL MODULE: ./lib/cli/release.js
var cli_release = __webpack_require__(51971);
// EXTERNAL MODULE: ./lib/engine/database-advice.js
var database_advice = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/engine/mitigated.js
var engine_mitigated = __webpack_require__(69156);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/providers/facts.js + 18 modules
var facts = __webpack_require__(3610);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/compare.js
var compare = __webpack_require__(73041);
// EXTERNAL MODULE: ./lib/services/github/pulls.js + 1 modules
var github_pulls = __webpack_require__(19694);
// EXTERNAL MODULE: ./lib/engine/assemble-plan.js
var assemble_plan = __webpack_require__(49198);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/commands/mitigate/measure.js
var mitigate_measure = __webpack_require__(51397);
// EXTERNAL MODULE: ./lib/commands/rollback/obstacles.js
var rollback_obstacles = __webpack_require__(48537);
;// CONCATENATED MODULE: ./lib/commands/decide/mitigations.js









/**
 * What each mitigation of the configuration would change now, or why it cannot be planned. Changes nothing. Each resource is
 * read once.
 */
function readMitigations({ config, resources }, manifest, ctx) {
    const states = new Map();
    const live = ({ id, provider, config: own }) => {
        const state = states.get(id) ?? provider.capture(own, (0,create_context/* forResource */.i_)(ctx, id), new payload_files/* DiscardingSink */.AP());
        states.set(id, state);
        return state;
    };
    return Promise.all(config.mitigations.map(async ({ id, kind, minutes }) => {
        const one = { id, kind, minutes };
        try {
            return { ...one, ...(await effectOf(config, resources, id, manifest, ctx, live)) };
        }
        catch (error) {
            if (!(error instanceof errors.RewindError) || error.code === 'cancelled')
                throw error;
            return { ...one, changes: [], refused: [(0,runtime_text/* sentences */.hC)(error.message, error.remedy)] };
        }
    }));
}
async function effectOf(config, all, id, manifest, ctx, live) {
    const { measure, resources, minutes } = (0,mitigate_measure/* chooseMeasure */.YL)({ config, resources: all }, { id, flags: [], tags: [], changedByDeploy: false });
    const missing = (0,live_plan/* notInSnapshot */.$J)(resources, manifest);
    if (missing.length > 0) {
        return { changes: [], refused: [`Snapshot ${manifest.id} does not hold ${missing.join(', ')}.`] };
    }
    const facts = await (0,mitigation/* factsFor */.xh)(resources, ctx, measure);
    const mitigates = mitigation/* mitigationSchema */.vd.parse({ id, measure, facts, minutes, lifts: false });
    const outcomes = await Promise.all(resources.map(async (resource) => {
        const state = await live(resource);
        const { desired, unknown, impossible = [] } = (0,mitigation/* eased */.RK)(resource, state, mitigates);
        const changes = resource.provider.plan(desired, state);
        return {
            unknown,
            impossible,
            changes: changes.map((change) => (0,assemble_plan/* plannedChangeOf */.e6)(resource.id, resource.providerId, change)),
        };
    }));
    const unknown = (0,mitigation/* unknownToAll */.lb)(outcomes.map((one) => one.unknown));
    const changes = outcomes.flatMap((one) => one.changes);
    const obstacles = await (0,rollback_obstacles/* obstaclesTo */.qA)(resources, changes, ctx);
    return {
        changes,
        refused: [
            ...outcomes.flatMap((one) => one.impossible),
            ...(unknown.length === 0 ? [] : [`No resource of it has ${unknown.join(', ')}.`]),
            ...obstacles.map(({ resource, message }) => `${resource}: ${message}`),
        ],
    };
}

// EXTERNAL MODULE: ./lib/commands/mitigate/open.js
var mitigate_open = __webpack_require__(25929);
;// CONCATENATED MODULE: ./lib/commands/decide/suspects.js

















/** Commits that are shown, the newest ones. */
const SHOWN_COMMITS = 20;
const NOTHING = {
    changes: [],
    databaseChanges: [],
    later: [],
    flags: new Set(),
    eased: new Set(),
    named: [],
    advice: (0,database_advice/* adviseDatabases */.T)('none', []),
    obstacles: [],
    backupObstacles: [],
    scope: null,
    diff: null,
    mitigations: [],
};
/**
 * What changed between the snapshot and production, and what would bring it back. Changes nothing. What cannot be read is
 * left out and named.
 * @throws RewindError input-invalid for a selector that names no snapshot
 */
async function findDifference(session, project, selector) {
    try {
        const chosen = await (0,choose/* choose */.Sw)(session, project, selector, true);
        return await differenceTo(session, project, chosen);
    }
    catch (error) {
        if (error instanceof errors.RewindError && error.code === 'input-invalid')
            throw error;
        const missing = `What changed is unknown, and no rollback can be planned: ${reasonOf(error)}`;
        return { suspects: null, flags: null, options: NOTHING, live: [], missing: [missing] };
    }
}
async function differenceTo(session, project, chosen) {
    const { context: ctx, inputs } = session;
    const { manifest, notice } = chosen;
    const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now());
    const resources = [...project.resources, ...project.backups];
    const within = (0,create_context/* forSnapshot */.C)(ctx, manifest);
    const { scope } = inputs;
    const release = await (0,cli_release/* findRelease */.dv)(session, project, chosen);
    const [compared, code, mitigations, mitigated] = await Promise.all([
        (0,live_plan/* compareWithLive */._f)({ ...project, resources, ctx, manifest, database: 'none', scope, release }),
        codeChanges(session, chosen),
        readMitigations(project, manifest, within),
        (0,mitigate_open/* mitigatedNow */.p)(session, project, project.resources),
    ]);
    const { plan, covered, failures, flagsOn } = compared;
    const named = (0,github_pulls/* byFlag */.iB)(code.changes.flatMap(({ pulls }) => pulls));
    const databaseChanges = [...plan.manual, ...plan.notSelected, ...covered].filter(({ database }) => database !== undefined);
    const byMode = databaseChanges.filter(({ manual }) => manual === undefined);
    const [obstacles, ofModes, ofBackup] = await Promise.all([
        (0,rollback_obstacles/* obstaclesTo */.qA)(resources, plan.changes, within),
        (0,rollback_obstacles/* obstaclesTo */.qA)(resources, byMode, within),
        (0,rollback_obstacles/* backupObstacles */.fi)(project, { ...plan, changes: byMode.filter(({ database }) => database === 'down') }, within),
    ]);
    const advice = (0,database_advice/* adviseDatabases */.T)('none', (0,databases/* databaseFacts */.vS)(resources, compared, manifest, ofModes, ctx));
    const unread = new Set(failures.flatMap(({ resource }) => resource ?? []));
    const holdsFlags = project.resources.filter(({ provider }) => provider.capabilities?.flags === true);
    const isSuspect = ({ database }) => database !== 'restore';
    const own = new Set(project.resources.map(({ id }) => id));
    const all = [...plan.changes, ...plan.manual, ...plan.notSelected];
    return {
        suspects: {
            snapshot: { id: manifest.id, at: manifest.createdAt },
            release: release?.id ?? null,
            production: chosen.circumstances.live === null ? null : (0,choose/* releaseText */.hO)(chosen.circumstances.live),
            code: code.changes,
            resources: project.resources.flatMap(({ id, providerId }) => {
                const changes = all.filter((change) => change.resource === id && isSuspect(change));
                return changes.length === 0 ? [] : [{ resource: id, title: titleOf(providerId), changes }];
            }),
            data: all.filter((change) => !isSuspect(change) && own.has(change.resource)),
            hazards: advice.databases.flatMap(({ hazards }) => (hazards ?? []).map(({ text }) => text)),
            unread: [...unread],
            later: plan.later,
        },
        // A sentence of `missing` says why pull requests are unknown.
        flags: { named, missing: null, live: compared.flags },
        options: {
            changes: plan.changes,
            databaseChanges,
            later: plan.later,
            flags: new Set(holdsFlags.map(({ id }) => id)),
            eased: (0,engine_mitigated/* mitigatedKeys */.BA)(mitigated),
            named: flagsOn.flatMap((flag) => {
                const pulls = named.find(({ key }) => key === flag.key)?.pulls ?? [];
                return pulls.length === 0 ? [] : [{ ...flag, pulls: pulls.map(({ number }) => number) }];
            }),
            advice,
            obstacles,
            backupObstacles: ofBackup.map(({ resource, message }) => `${resource}: ${message}`),
            // A plan of a resource that cannot be read stops.
            scope: unread.size === 0 ? scope : project.resources.flatMap(({ id }) => (unread.has(id) ? [] : [id])),
            diff: code.diff,
            mitigations,
        },
        live: [...(chosen.circumstances.live?.values() ?? [])].flatMap(({ deployment }) => deployment ?? []),
        missing: [
            ...(notice === null ? [] : [notice]),
            ...(trust.kind === 'unsigned' && project.signKeys.length > 0
                ? [`Snapshot ${manifest.id} is not signed: ${trust.reason}.`]
                : []),
            ...failures.map(({ resource, message, remedy }) => `What changed in "${resource ?? ''}" is unknown, and the commands below leave it out: ${(0,runtime_text/* sentences */.hC)(message, remedy)}`),
            ...(0,live_plan/* notInSnapshot */.$J)(project.resources, manifest).map((id) => `"${id}" is not in snapshot ${manifest.id}.`),
            ...code.missing,
        ],
    };
}
const titleOf = (provider) => new Map(Object.entries(facts/* PROVIDER_FACTS */.g)).get(provider)?.title ?? provider;
/** The commits between each deployment of the snapshot and the one that is live, with their pull requests. */
async function codeChanges({ context: ctx }, { manifest, history, circumstances }) {
    const { releases } = await history.entry(manifest.id);
    const pairs = [...(circumstances.live ?? [])].flatMap(([id, { commit: head }]) => {
        const base = releases.get(id)?.commit ?? null;
        return base === null || head === null ? [] : [{ base, head }];
    });
    const distinct = [...new Map(pairs.map((pair) => [`${pair.base}...${pair.head}`, pair])).values()];
    if (distinct.length === 0) {
        const why = 'the commits of the snapshot and of production are not both known';
        return { changes: [], diff: null, missing: [`Commits and pull requests are left out: ${why}.`] };
    }
    const changes = [];
    const missing = [];
    let diff = { commits: 0, files: 0 };
    for (const { base, head } of distinct) {
        if (base === head)
            continue;
        const found = await readCode(ctx, base, head, missing);
        if (found !== null)
            changes.push(found);
        const { total, files } = found ?? { total: 0, files: null };
        diff = diff === null || files === null ? null : { commits: diff.commits + total, files: diff.files + files };
    }
    return { changes, diff, missing };
}
async function readCode(ctx, base, head, missing) {
    const between = `${base.slice(0, 7)} and ${head.slice(0, 7)}`;
    try {
        const github = (0,client.createGitHub)(ctx);
        const found = await (0,compare/* compareCommits */.k)(github, base, head);
        if (found === null) {
            missing.push(`The commits between ${between} are left out: GitHub does not know both of them.`);
            return null;
        }
        const commits = found.commits.slice(-SHOWN_COMMITS).reverse();
        const pulls = await (0,github_pulls/* pullsOf */.w0)(github, found.commits.map(({ sha }) => sha)).catch((error) => {
            missing.push(`The pull requests between ${between} are left out: ${reasonOf(error)}`);
            return [];
        });
        if (found.total > github_pulls/* MOST_COMMITS */.L4)
            missing.push(`Pull requests, and the flags that they name, are those of the newest ${github_pulls/* MOST_COMMITS */.L4} of ${found.total} commits between ${between}.`);
        return { base, head, url: found.url, total: found.total, commits, pulls, files: found.files };
    }
    catch (error) {
        missing.push(`The commits between ${between} are left out: ${reasonOf(error)}`);
        return null;
    }
}
/** @throws the error, if it is a fault of the program or the run was cancelled */
function reasonOf(error) {
    if (!(error instanceof errors.RewindError) || error.code === 'cancelled')
        throw error;
    return (0,runtime_text/* sentences */.hC)(error.message, error.remedy);
}

;// CONCATENATED MODULE: ./lib/commands/decide/index.js












/** Changes nothing, writes no plan, and needs no approval. */
/* harmony default export */ const decide = ((0,command/* defineCommand */.N)({
    name: 'decide',
    summary: 'Show what is broken and since when, what changed, and what can be done, each with time, risk and command. Changes nothing.',
    flags: { snapshot: flags/* FLAGS */.Wg.snapshot, out: flags/* FLAGS */.Wg.out, 'install-client': flags/* FLAGS */.Wg['install-client'] },
    examples: ['decide', 'decide --snapshot previous'],
    notes: [
        'What is broken comes from the verdicts of the open incident, else from the file verdict.json of "monitor" in --out.',
        'Exit status 0 also if a part could not be read: the page says what it leaves out.',
    ],
    outputs: ['incident-id', 'snapshot-id'],
    async run(session) {
        const project = await session.open();
        const { inputs, context } = session;
        const { environment, monitor } = project.config;
        const [known, difference, inEffect] = await Promise.all([
            readBroken(session, project, inputs.out),
            findDifference(session, project, inputs.snapshot),
            (0,cli_incident/* mitigationsInEffect */.lm)(session, project),
        ]);
        const { broken } = known;
        const { suspects } = difference;
        const options = optionsFor({
            ...difference.options,
            level: broken === null || broken.restoredAt === null ? (broken?.level ?? null) : 'healthy',
            suspect: broken?.suspect ?? null,
            past: known.past,
            preferred: monitor.mitigation ?? null,
        });
        const page = (workflow) => (0,workflow_run/* workflowPage */.ZP)(context.env, workflow);
        const shown = {
            environment,
            broken,
            suspects,
            flags: difference.flags,
            options: options.map((option) => ({
                ...withCommand(session, option, suspects?.snapshot.id ?? null, decide_reasonOf(broken)),
                page: page(option.mitigation === null ? monitor.workflow : monitor['mitigate-workflow']),
            })),
            missing: [...inEffect, ...difference.missing, ...known.missing],
        };
        const now = context.clock.now();
        const incident = broken?.incident ?? null;
        return {
            exit: 0,
            json: (0,json/* toJson */.aB)({ ok: true, ...shown, flags: shown.flags && (0,deploy_flags/* deployFlagsJson */.lF)(shown.flags) }),
            text: decisionText(shown, now),
            summary: decisionMarkdown(shown, now),
            outputs: {
                ...(incident === null ? {} : { 'incident-id': incident.id }),
                ...(suspects === null ? {} : { 'snapshot-id': suspects.snapshot.id }),
            },
        };
    },
}));
/** For the plan, the report and the approver; null: nobody knows it yet. */
function decide_reasonOf(broken) {
    if (broken === null)
        return null;
    const last = broken.evidence.at(-1);
    const of = broken.incident === null ? '' : ` (incident ${broken.incident.id})`;
    const what = last === undefined ? broken.incident?.title : `${last.level}: ${last.criterion}, probe ${last.probe}`;
    return what === undefined ? null : `${(0,runtime_text/* oneLine */.TN)(what).slice(0, 200)}${of}`;
}
function withCommand({ inputs }, option, snapshot, reason) {
    // Not every command has --out.
    const caller = { inputs: { config: inputs.config } };
    const { plan, kind, refused, mitigation } = option;
    const flags = (values) => Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
    const because = reason === null ? {} : { reason };
    if (kind === 'dependency')
        return { ...option, command: (0,command_line/* commandLine */.ay)(caller, ['check']), inputs: null };
    if (kind === 'fix' && snapshot !== null) {
        return { ...option, command: (0,command_line/* commandLine */.ay)(caller, ['hotfix', '--snapshot', snapshot]), inputs: null };
    }
    if (mitigation !== null && snapshot !== null && refused.length === 0) {
        const words = ['mitigate', mitigation, ...flags({ snapshot, ...because })];
        return { ...option, command: (0,command_line/* commandLine */.ay)(caller, words), inputs: { mitigation, ...because } };
    }
    if (plan === null || snapshot === null || refused.length > 0)
        return { ...option, command: null, inputs: null };
    const { database, scope, includeLater } = plan;
    const values = {
        snapshot,
        database,
        ...(scope === null ? {} : { scope: scope.join(',') }),
        ...(includeLater === undefined ? {} : { 'include-later-changes': includeLater.join(',') }),
        ...because,
    };
    return { ...option, command: (0,command_line/* commandLine */.ay)(caller, ['plan', ...flags(values)]), inputs: values };
}


/***/ }),

/***/ 51397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ assertPossible),
/* harmony export */   YL: () => (/* binding */ chooseMeasure),
/* harmony export */   ZJ: () => (/* binding */ flagsOfTheDeploy)
/* harmony export */ });
/* harmony import */ var _cli_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51971);
/* harmony import */ var _config_mitigations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21422);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85836);
/* harmony import */ var _engine_mitigation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23714);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16449);
/* harmony import */ var _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92684);
/* harmony import */ var _engine_three_way_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56724);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67217);









const DEFAULT_MINUTES = 60;
/** Unknown names that a message lists. */
const SHOWN = 10;
/** @throws RewindError mitigation-unknown */
function chooseMeasure({ config, resources }, { id, flags, tags }) {
    if (id === undefined) {
        const measure = { kind: 'flags-off', flags: [...flags], tags: [...tags] };
        const own = resources.filter((resource) => (0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .takes */ .ny)(resource, measure));
        if (own.length > 0)
            return { id: null, measure, resources: own, minutes: DEFAULT_MINUTES };
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', 'No resource of the configuration holds feature flags.', {
            remedy: 'Add the flag service to the resources, or leave --scope out.',
        });
    }
    const found = config.mitigations.find((one) => one.id === id);
    if (found === undefined) {
        const all = config.mitigations.map((one) => one.id);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', `The configuration has no mitigation "${id}"${all.length === 0 ? ', and no other one' : `; it has ${all.join(', ')}`}.`, { remedy: 'Use one of these ids, name flags with --flags, or add the mitigation to the configuration.' });
    }
    const own = resources.filter((resource) => found.resources.includes(resource.id));
    const missing = found.resources.filter((one) => !own.some((resource) => resource.id === one));
    if (missing.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', `The mitigation "${id}" needs ${missing.join(', ')}, which --scope leaves out.`, {
            remedy: 'Leave --scope out.',
        });
    }
    return { id, measure: (0,_config_mitigations_js__WEBPACK_IMPORTED_MODULE_1__/* .measureOf */ .c)(found), resources: own, minutes: found.minutes };
}
/**
 * Each resource can take the measure, and each name belongs to one of them. A tag counts as unknown if no flag has it. Reads
 * production.
 * @throws RewindError mitigation-unknown, mitigation-impossible
 */
async function assertPossible(session, { manifest }, resources, mitigates) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_5__/* .forSnapshot */ .C)(session.context, manifest);
    const states = await Promise.all(resources.map(async (resource) => {
        const live = await resource.provider.capture(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_5__/* .forResource */ .i_)(ctx, resource.id), new _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
        return (0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .eased */ .RK)(resource, live, mitigates);
    }));
    const problems = states.flatMap(({ impossible = [] }) => impossible);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-impossible', 'A resource does not support the measure. Nothing was planned.', {
            problems,
            remedy: 'Correct this, or take the resource out of the mitigation.',
        });
    }
    const unknown = (0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownToAll */ .lb)(states.map(({ unknown: names }) => names));
    if (unknown.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', `${resources.map(({ id }) => `"${id}"`).join(' and ')} ${resources.length === 1 ? 'does' : 'do'} not have ${unknown.slice(0, SHOWN).join(', ')}${unknown.length > SHOWN ? ` and ${unknown.length - SHOWN} more` : ''}.`, { remedy: 'Correct the names. Nothing was planned: Rewind does not plan a part of a measure.' });
}
/**
 * Keys of the flags that the deploy changed: those that differ between the snapshot and the release capture after it.
 * @throws RewindError mitigation-unknown
 */
async function flagsOfTheDeploy(session, project, chosen, resources) {
    const release = await (0,_cli_release_js__WEBPACK_IMPORTED_MODULE_0__/* .findRelease */ .dv)(session, project, chosen);
    if (release === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', 'Which flags the deploy changed is unknown: there is no release capture of the deploy that is live.', { remedy: 'Name the flags: --flags a,b. For the next deploy, take a release capture after it.' });
    }
    const keys = resources.flatMap((resource) => {
        const [saved, after] = [chosen.manifest, release].map(({ resources: all }) => all.find(({ id, provider }) => id === resource.id && provider === resource.providerId));
        if (saved === undefined || after === undefined)
            return [];
        const state = (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, after.state);
        const flags = (0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_7__/* .describeState */ .Jw)(resource.provider, state).flags ?? new Map();
        const changed = resource.provider.plan((0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, saved.state), state).map(({ id }) => (0,_engine_three_way_js__WEBPACK_IMPORTED_MODULE_8__/* .objectOf */ .Xy)(id));
        return changed.filter((key) => flags.get(key) === true);
    });
    if (keys.length > 0)
        return [...new Set(keys)].sort();
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', 'No flag that the deploy changed is on.', {
        remedy: 'Name flags with --flags or --tags, or plan a rollback.',
    });
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

/***/ 21422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ mitigationConfig),
/* harmony export */   c: () => (/* binding */ measureOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97455);


const common = {
    id: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a,
    resources: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a).min(1).describe('Resources that support the measure.'),
    minutes: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .int()
        .min(1)
        .max(10_080)
        .default(60)
        .describe('After this many minutes "mitigate --lift-expired" lifts it without a person.'),
};
const names = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(256)).max(200);
/** A measure that is prepared before an incident. */
const mitigationConfig = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('flags-off').describe('Turns feature flags off.'),
        flags: names.default([]).describe('Keys of flags.'),
        tags: names.default([]).describe('Every flag with one of these tags, too.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('maintenance').describe('Users get a maintenance page.'),
        flag: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(256).exactOptional().describe('Key of the flag that the application asks for it.'),
        item: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).describe('Its key.'), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9().describe('Its value.') })
            .exactOptional()
            .describe('The item of an Edge Config that the application asks for it.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('scale-up').describe('More capacity, never less.'),
        min: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().exactOptional().describe('Capacity at least.'),
        max: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().exactOptional().describe('Limit of the capacity.'),
    }),
])
    .superRefine((measure, context) => {
    const { kind } = measure;
    const refuse = (message) => context.addIssue({ code: 'custom', message });
    if (kind === 'flags-off' && measure.flags.length + measure.tags.length === 0)
        refuse('must have flags, tags, or both');
    if (kind === 'maintenance' && measure.flag !== undefined && measure.item !== undefined)
        refuse('must have flag or item, not both');
    if (kind === 'scale-up' && measure.min === undefined && measure.max === undefined)
        refuse('must have min, max, or both');
});
/** What the engine does for it. */
function measureOf(config) {
    switch (config.kind) {
        case 'flags-off':
            return { kind: config.kind, flags: config.flags, tags: config.tags };
        case 'maintenance': {
            const { kind, flag, item } = config;
            return { kind, ...(flag === undefined ? {} : { flag }), ...(item === undefined ? {} : { item }) };
        }
        case 'scale-up': {
            const { kind, min, max } = config;
            return { kind, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
        }
    }
}


/***/ }),

/***/ 38402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ adviseDatabases)
/* harmony export */ });
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1940);
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
    const breaks = `With none, old code fails: ${(0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(breaking.length, 'hazard')} of the schema.`;
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
const rowsOf = (rows) => (0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(rows, 'row');


/***/ }),

/***/ 10377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kt: () => (/* binding */ probeSpec),
/* harmony export */   XM: () => (/* binding */ sample),
/* harmony export */   ah: () => (/* binding */ appendRun),
/* harmony export */   ej: () => (/* binding */ probeRun),
/* harmony export */   vF: () => (/* binding */ probeError),
/* harmony export */   xF: () => (/* binding */ SAMPLE_KINDS),
/* harmony export */   xS: () => (/* binding */ AREAS)
/* harmony export */ });
/* unused harmony export probeSeries */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** What a probe checks; the parts of a system that the report answers for. */
const AREAS = ['authentication', 'payments', 'content', 'performance', 'data', 'security'];
/**
 * What the samples of a probe are:
 * - `check`: one request, or one flow of requests; it succeeds or fails, with a latency
 * - `count`: bad events among all events of an interval (payments, errors of an application)
 * - `assertion`: a statement about the data that must be true
 * - `alert`: the state of an alarm or a monitor of another service
 */
const SAMPLE_KINDS = ['check', 'count', 'assertion', 'alert'];
const instant = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().describe('Milliseconds since the epoch.');
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative();
/** Short text of ours or of a service; inert, without secrets. */
const shortText = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(500);
/** What all code needs to know of a probe. The configuration of its adapter holds the rest. */
const probeSpec = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter'),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(SAMPLE_KINDS),
    area: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(AREAS),
    /** True: the probe alone may lead to the verdict `roll-back`. */
    critical: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Latency in milliseconds above which a check counts as slow, whatever the baseline is. */
    limitMs: milliseconds.positive().optional(),
});
/** Milliseconds of each part of a request, as far as it went. */
const phases = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    lookup: milliseconds.optional(),
    connect: milliseconds.optional(),
    tls: milliseconds.optional(),
    firstByte: milliseconds.optional(),
    download: milliseconds.optional(),
});
const lateMs = milliseconds.optional().describe('How much later than planned the tick began. Set by `appendRun`.');
const checkSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('check'),
    /** When the request began. */
    at: instant,
    /** The result; of the second attempt if there was one. */
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    latencyMs: milliseconds.optional(),
    phases: phases.optional(),
    /** Why it failed. */
    error: shortText.optional(),
    /** True: the first attempt failed, and this is the second one, on a new connection. */
    retried: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    /** The same check of the previous deployment at its immutable address, in the same tick. */
    control: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), latencyMs: milliseconds.optional() }).optional(),
    /** A check of a target that has nothing to do with production, in the same tick. False: we are the ones without network. */
    neutral: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }).optional(),
    /**
     * Id of the deployment that served the request, or that the domain pointed at. `null`: it could not be read. Absent: the
     * check does not go to a deployment.
     */
    deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200).nullable().optional(),
    lateMs,
});
const countSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('count'),
    /** The interval, from (inclusive) … at (exclusive). Intervals of one probe do not overlap. */
    from: instant,
    at: instant,
    bad: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** All events, the bad ones included. 0 is an answer (silence); an interval that could not be read has no sample. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    lateMs,
});
const assertionSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('assertion'),
    at: instant,
    holds: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** What was found, e.g. "3 orders without a customer". */
    detail: shortText.optional(),
    lateMs,
});
const alertSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('alert'),
    at: instant,
    /** Name of the alarm in its service. */
    name: shortText,
    firing: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    detail: shortText.optional(),
    lateMs,
});
const sample = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [checkSample, countSample, assertionSample, alertSample])
    .refine((one) => one.kind !== 'count' || (one.bad <= one.total && one.from <= one.at), 'bad events exceed all events');
/**
 * Why a tick has no sample:
 * - `not-watched`: the service refuses to answer (403, 404), or the alarm does not exist or is switched off
 * - `provider`: the service failed or did not answer in time
 * - `refused`: we did not ask, e.g. the address is private
 */
const ERROR_REASONS = ['not-watched', 'provider', 'refused'];
const probeError = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ at: instant, reason: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ERROR_REASONS), message: shortText });
/** What an adapter returns for one tick. An unreachable production is a failed sample; everything else is an error. */
const probeRun = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
    /** What a later run compares with, e.g. the checksum of an asset. The baseline keeps the last ones. */
    facts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(40), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200)).optional(),
    timings: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ dueAt: instant, startedAt: instant, endedAt: instant }),
});
/** All that is known of one probe, in the order of time. */
const probeSeries = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    probe: probeSpec,
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
});
/** Adds a tick to the series, in place: a watch of a day has many. A late tick marks its samples. */
function appendRun(series, run) {
    const late = Math.max(0, run.timings.startedAt - run.timings.dueAt);
    for (const one of run.samples)
        series.samples.push(late === 0 ? one : { ...one, lateMs: late });
    series.errors.push(...run.errors);
}


/***/ }),

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ verdictMarkdown),
/* harmony export */   IS: () => (/* binding */ chartOf),
/* harmony export */   L4: () => (/* binding */ seriesText),
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   O3: () => (/* binding */ decisiveOf),
/* harmony export */   Pi: () => (/* binding */ highestOf),
/* harmony export */   Y3: () => (/* binding */ ruleText),
/* harmony export */   YV: () => (/* binding */ quantile),
/* harmony export */   e2: () => (/* binding */ isBad),
/* harmony export */   gG: () => (/* binding */ DOUBTS),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   kD: () => (/* binding */ measureText),
/* harmony export */   nc: () => (/* binding */ cellsOf),
/* harmony export */   nt: () => (/* binding */ verdictText),
/* harmony export */   xM: () => (/* binding */ slowestOf),
/* harmony export */   xW: () => (/* binding */ lastFailure)
/* harmony export */ });
/* unused harmony export headlineOf */
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);


const HEADLINES = {
    healthy: 'healthy: nothing was found',
    inconclusive: 'inconclusive: it is unknown whether the deploy is good',
    watch: 'watch: something is unusual, and it proves nothing yet',
    mitigate: 'mitigate: the deploy does harm, or something behind it does',
    'roll-back': 'roll back: the deploy is bad',
};
const DOUBTS = {
    running: 'the watch ended before its time was over',
    'few-samples': 'a critical probe has too few samples',
    'no-data': 'samples stopped coming',
    provider: 'a service that is asked does not answer',
    'not-watched': 'what a probe asks is not watched, or the credential may not read it',
    refused: 'a probe could not be run',
    'partly-answered': 'one of the alarms of a probe gives no answer',
    blind: 'a neutral target did not answer either, so the network of Rewind fails',
    late: 'samples came late, so the runner is overloaded',
    elsewhere: 'the domain served another deployment',
    'unknown-deployment': 'which deployment the domain serves could not be read',
    'fails-on-baseline': 'a probe failed before the deploy too',
    'no-baseline': 'a probe has no baseline from before the deploy',
    'short-baseline': 'a baseline has too few samples',
};
const RULES = {
    failures: 'failures',
    'unknown-deployment': 'failures, while it was unknown which deployment the domain serves',
    'in-a-row': 'failures in a row',
    'slow-tail': 'much slower than the slowest before',
    'slow-body': 'slower than usual',
    'slow-limit': 'above the limit',
    silence: 'no events',
    assertion: 'false assertions',
    alert: 'firing alerts',
    'slower-at-end': 'slower over the whole watch',
};
/** Without a level there is nothing to claim, so the sentence says what is unproven. */
const headlineOf = ({ level }) => HEADLINES[level];
/** "mitigate: … (performance, probe home: slower than usual, 12 of 24)" */
function verdictLine(verdict) {
    const decisive = decisiveOf(verdict);
    const shared = verdict.suspect === 'shared'
        ? '; the previous deployment fails too: suspect the database or a provider before the code'
        : '';
    return `${headlineOf(verdict)}${decisive === null ? '' : ` (${decisive}${shared})`}`;
}
/** What led to the verdict, or is nearest to an alarm; null if no rule sees anything. */
function decisiveOf(verdict) {
    const top = highestOf(verdict);
    if (top?.decisive == null || top.decisive.bad === 0)
        return null;
    return `${top.criterion}, probe ${top.decisive.probe}: ${measureText(top.decisive)}`;
}
const ORDER = [
    'not-watched',
    'healthy',
    'inconclusive',
    'watch',
    'mitigate',
    'roll-back',
];
/** The criterion with the highest level. */
function highestOf({ criteria }) {
    return criteria.reduce((top, one) => (top === null || ORDER.indexOf(one.level) > ORDER.indexOf(top.level) ? one : top), null);
}
/** "failures, 12 of 30 (normal: at most 5.0 %), evidence 14.2 of 9.8" */
function measureText({ rule, bad, total, p0, evidence, thresholds, level }) {
    const normal = p0 === null ? '' : ` (normal: up to ${(100 * p0).toFixed(1)} %)`;
    const needed = level === 'healthy' ? (thresholds.watch ?? thresholds.mitigate) : thresholds[level];
    const proof = evidence === null || needed === undefined || !Number.isFinite(evidence)
        ? ''
        : `, evidence ${evidence.toFixed(1)} of ${needed.toFixed(1)}`;
    return `${RULES[rule]}, ${bad} of ${total}${normal}${proof}`;
}
const doubtsText = (doubts) => doubts.map((one) => DOUBTS[one]).join('; ');
const CELLS = 60;
const BARS = '▁▂▃▄▅▆▇█';
/**
 * A chart of one probe in one line, oldest first: the height is the latency, ✗ a failure, · nothing. A cell holds the worst
 * of its samples.
 *
 * @param top latency of the highest bar in milliseconds
 */
function chartOf({ probe, samples }, width = CELLS, top = slowestOf(samples)) {
    if (samples.length === 0)
        return '(no samples)';
    return cellsOf(samples, width)
        .map((cell) => {
        if (cell.some(isBad))
            return '✗';
        if (probe.kind !== 'check')
            return cell.some((one) => one.kind === 'count' && one.total > 0) ? '▄' : '·';
        const worst = Math.max(...cell.map((one) => (one.kind === 'check' ? (one.latencyMs ?? 0) : 0)));
        return BARS[Math.min(BARS.length - 1, Math.floor((worst / top) * BARS.length))] ?? '';
    })
        .join('');
}
/** Neighbouring samples together, in at most `width` groups. */
function cellsOf(samples, width) {
    const size = Math.max(1, Math.ceil(samples.length / width));
    return Array.from({ length: Math.ceil(samples.length / size) }, (_, index) => samples.slice(index * size, (index + 1) * size));
}
/** The highest latency, in milliseconds; at least 1. */
const slowestOf = (samples) => samples.reduce((top, one) => Math.max(top, one.kind === 'check' ? (one.latencyMs ?? 0) : 0), 1);
function isBad(one) {
    switch (one.kind) {
        case 'check':
            return !one.ok;
        case 'count':
            return one.bad > 0;
        case 'assertion':
            return !one.holds;
        case 'alert':
            return one.firing;
    }
}
/** @param latencies ascending */
const quantile = (latencies, share) => latencies.length === 0
    ? null
    : Math.round(latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0);
function figuresOf(samples) {
    const latencies = samples
        .flatMap((one) => (one.kind === 'check' && one.ok && one.latencyMs !== undefined ? [one.latencyMs] : []))
        .sort((a, b) => a - b);
    return {
        samples: samples.length,
        bad: samples.filter(isBad).length,
        median: quantile(latencies, 0.5),
        p95: quantile(latencies, 0.95),
        events: samples.reduce((sum, one) => one.kind === 'count' ? { bad: (sum?.bad ?? 0) + one.bad, total: (sum?.total ?? 0) + one.total } : sum, null),
    };
}
/** "median 120 ms, p95 340 ms, 3 of 60 bad" */
function seriesText({ samples, errors }) {
    const { bad, median, p95 } = figuresOf(samples);
    return [
        ...(median === null ? [] : [`median ${median} ms, p95 ${p95} ms`]),
        `${bad} of ${samples.length} bad`,
        ...(errors.length === 0 ? [] : [`${errors.length} not answered`]),
    ].join(', ');
}
const levelText = ({ level, doubts }) => level === 'inconclusive' ? `inconclusive: ${doubtsText(doubts)}` : level;
function subjectOf({ deployment, elapsedMs }) {
    const seconds = Math.round(elapsedMs / 1000);
    return `${deployment ?? 'production'} after ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** Why the newest bad sample is bad, else why the newest tick has none; text of a service. */
const lastFailure = ({ samples, errors }) => {
    const bad = samples.filter(isBad).at(-1);
    const text = bad?.kind === 'check' ? bad.error : bad?.kind === 'assertion' || bad?.kind === 'alert' ? bad.detail : undefined;
    return text ?? errors.at(-1)?.message ?? null;
};
function criterionRow({ criterion, level, probes, decisive }) {
    const why = decisive === null ? (probes.length === 0 ? 'no probe' : '') : `${decisive.probe}: ${measureText(decisive)}`;
    return [criterion, level === 'not-watched' ? 'not watched' : level, why];
}
function nextOf({ next }) {
    return next.length === 0 ? [] : ['', 'What to do:', ...next.map((line) => `  ${line}`)];
}
/** For a terminal. */
function verdictText(shown) {
    const { verdict, series } = shown;
    const width = Math.max(...verdict.criteria.map(({ criterion }) => criterion.length));
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)([
        `Verdict on ${subjectOf(shown)}: ${verdictLine(verdict)}.`,
        ...(verdict.level === 'inconclusive' ? [`Why: ${doubtsText(verdict.doubts) || 'no probe is critical'}.`] : []),
        '',
        ...verdict.criteria.map((one) => {
            const [criterion = '', level = '', why = ''] = criterionRow(one);
            return `  ${criterion.padEnd(width)}  ${level.padEnd(12)}  ${why}`.trimEnd();
        }),
        '',
        ...series.flatMap((one) => {
            const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
            const why = lastFailure(one);
            return [
                `  ${one.probe.id} (${one.probe.area}${one.probe.critical ? ', critical' : ''}): ${judged === undefined ? '' : levelText(judged)}`,
                `    ${chartOf(one)}  ${seriesText(one)}`,
                ...(why === null ? [] : [`    last: ${why}`]),
            ];
        }),
        ...nextOf(shown),
    ]);
}
/** For a job summary. */
function verdictMarkdown(shown) {
    const { verdict, series } = shown;
    const mark = { healthy: '🟢', inconclusive: '⚪', watch: '🟡', mitigate: '🟠', 'roll-back': '🔴' }[verdict.level];
    return `${[
        `## ${mark} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(`Verdict: ${verdictLine(verdict)}`)}`,
        `Of ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(subjectOf(shown))}.`,
        ...(verdict.level === 'inconclusive'
            ? [`**Why:** ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(doubtsText(verdict.doubts) || 'no probe is critical')}.`]
            : []),
        ...(shown.next.length === 0 ? [] : [`### What to do`, (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', shown.next.join('\n'))]),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Criterion', 'Verdict', 'Evidence'], verdict.criteria.map(criterionRow)),
        '### Probes',
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', series.map((one) => `${one.probe.id}\n  ${chartOf(one)}\n  ${seriesText(one)}`).join('\n')),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Probe', 'Area', 'Critical', 'Verdict', 'Last failure'], series.map((one) => {
            const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
            return [
                one.probe.id,
                one.probe.area,
                one.probe.critical ? 'yes' : 'no',
                judged === undefined ? '' : levelText(judged),
                lastFailure(one) ?? '',
            ];
        })),
        'One cell is the worst of its samples, oldest first: the height is the latency, ✗ a failure, · nothing.',
    ].join('\n\n')}\n`;
}
/** A rule in words; an entry of the incident record holds only its name. */
const ruleText = (rule) => new Map(Object.entries(RULES)).get(rule) ?? rule;


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
