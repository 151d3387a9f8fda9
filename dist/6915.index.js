export const id = 6915;
export const ids = [6915];
export const modules = {

/***/ 73009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ backupsFor)
/* harmony export */ });
/** The resources that back up databases of the changes which no configured resource backs up. */
function backupsFor({ backups }, changes) {
    const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
    return backups.filter(({ backsUp }) => backsUp?.some((id) => asking.has(id)) === true);
}


/***/ }),

/***/ 48537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ assertNothingInTheWay),
/* harmony export */   M5: () => (/* binding */ isInTheWay),
/* harmony export */   Rf: () => (/* binding */ lookAhead),
/* harmony export */   fi: () => (/* binding */ backupObstacles),
/* harmony export */   qA: () => (/* binding */ obstaclesTo)
/* harmony export */ });
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78101);
/* harmony import */ var _engine_check_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91978);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21223);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73009);







/**
 * What would refuse these changes after an approval, as far as it can be known without the payloads. Read-only; reports every
 * problem of every resource.
 */
async function obstaclesTo(resources, changes, ctx) {
    return (await lookAhead(resources, changes, ctx)).obstacles;
}
/** The same, and warnings: what the service may refuse, and what an undo of the changes would not bring back. */
async function lookAhead(resources, changes, ctx) {
    const of = (id) => changes.filter(({ resource }) => resource === id);
    const touched = resources.filter(({ id }) => of(id).length > 0);
    const [checked, ahead] = await Promise.all([
        (0,_engine_check_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .E)(touched, ctx),
        (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .settleResources */ .D6)(touched, async ({ id, provider, config }) => provider.preflight?.(config, of(id), (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__/* .forResource */ .i_)(ctx, id), null)),
    ]);
    const preflights = ahead.flatMap(({ resource: { id }, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asRewindError */ .m2)(error, id);
        return [{ level: 'error', code, message, remedy, resource: id }];
    });
    const known = new Set();
    const warnings = checked.flatMap((finding) => {
        const { level, resource, code, message } = finding;
        const capabilities = touched.find(({ id }) => id === resource)?.provider.capabilities;
        if (level === 'warning' && capabilities?.mayRefuse?.includes(code))
            return [finding];
        return capabilities?.notReturnable?.includes(code) && !isInTheWay(resource, code, changes)
            ? [{ ...finding, level: 'warning', message: `An undo of this plan cannot bring it back: ${message}` }]
            : [];
    });
    const obstacles = [...checked, ...preflights].filter((finding) => {
        const { level, resource, code, message } = finding;
        const key = JSON.stringify([resource, code, message]);
        if (level !== 'error' || known.has(key) || !isInTheWay(resource, code, changes))
            return false;
        known.add(key);
        return true;
    });
    return { obstacles, warnings };
}
/** Findings about a resource that the changes do not touch, or that its change repairs, do not stop them. */
function isInTheWay(resource, code, changes) {
    const own = changes.filter((change) => change.resource === resource);
    return own.length > 0 && !own.some(({ repairs }) => repairs?.includes(code));
}
/** What keeps Rewind from taking the backup that changes of the plan need. Without it no down migration runs. */
async function backupObstacles(project, plan, ctx) {
    return (await (0,_engine_check_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .E)((0,_backup_js__WEBPACK_IMPORTED_MODULE_4__/* .backupsFor */ .B)(project, plan.changes), ctx))
        .filter(({ level }) => level === 'error')
        .map((finding) => ({
        ...finding,
        message: `The database cannot be backed up before the down migrations: ${finding.message}`,
    }));
}
/** @throws RewindError preflight-failed with every problem */
function assertNothingInTheWay(findings) {
    if (findings.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('preflight-failed', `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(findings.length, 'check')} failed. This run changed nothing.`, {
        problems: findings.map(({ resource, message, remedy }) => `${resource}: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_5__/* .sentences */ .hC)(message, remedy ?? '')}`),
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


/***/ }),

/***/ 1940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   u: () => (/* binding */ switched)
/* harmony export */ });
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);

/** Names in one list. */
const NAMED = 5;
/** "3 items: banner, maintenance, new-checkout" */
function counted(count, noun, names = []) {
    const more = names.length - NAMED;
    const listed = names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(count, noun)}${listed}`;
}
/** "14 flags, 3 on" */
function switched(flags) {
    return `${counted(flags.length, 'flag')}, ${flags.filter((on) => on).length} on`;
}


/***/ }),

/***/ 30248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ adviceText),
/* harmony export */   m: () => (/* binding */ adviceMarkdown)
/* harmony export */ });
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83997);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36447);
/* harmony import */ var _risk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10207);



/** Hazards that are listed one by one. */
const LISTED = 12;
/** The database modes of a plan for a terminal, as lines; none if no database differs. */
function adviceText({ chosen, databases }) {
    return databases.flatMap((entry) => [
        '',
        `Database mode for ${entry.name} (${entry.resources.join(', ')}): chosen ${chosen}, recommended ${entry.recommended ?? 'unknown'}`,
        ...entry.reasons.map((reason) => `  ${reason}`),
        ...entry.modes.flatMap((mode) => {
            const [first = '', ...rest] = linesOf(mode, entry);
            return [`  ${mode.mode.padEnd(8)} ${first}`, ...rest.map((line) => `           - ${line}`)];
        }),
        ...(databases.length > 1 ? [`  ${ONE_MODE}`] : []),
    ]);
}
/** The same for a job summary; '' if no database differs. */
function adviceMarkdown({ chosen, databases }) {
    return databases
        .map((entry) => [
        `### Database mode for ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(entry.name)}`,
        `Chosen: \`${chosen}\`. Recommended: **${entry.recommended ?? 'unknown'}**${entry.recommended === null || entry.recommended === chosen ? '' : ' ⚠️'}`,
        entry.reasons.map((reason) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(reason)}`).join('\n'),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Mode', 'Possible', 'What it means'], entry.modes.map((mode) => [mode.mode, mode.possible ? 'yes' : 'no', linesOf(mode, entry).join('\n')])),
        ...(databases.length > 1 ? [ONE_MODE] : []),
    ].join('\n\n'))
        .join('\n\n');
}
const ONE_MODE = 'One mode applies to every database in the scope: plan them apart with --scope if they need different ones.';
/** The first line says whether it is possible and what it loses. */
function linesOf(mode, { hazards, backupMs }) {
    if (mode.mode === 'none')
        return ['loses nothing.', ...hazardLines(hazards)];
    if (!mode.possible)
        return ['not possible.', ...mode.notes];
    const time = mode.mode === 'restore' && backupMs !== null
        ? [`The backup took ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(backupMs / 1000)}. No restore was measured; it usually takes longer.`]
        : [];
    const loses = mode.losses.length === 0 ? 'loses nothing.' : mode.rows === 0 ? 'loses no row:' : 'loses:';
    return [loses, ...mode.losses.map(_risk_js__WEBPACK_IMPORTED_MODULE_2__/* .riskText */ .P), ...mode.notes, ...time];
}
function hazardLines(hazards) {
    if (hazards === null)
        return ['What old code meets is unknown.'];
    if (hazards.length === 0)
        return ['No hazard for old code was found in tables, columns, constraints and enums.'];
    const more = hazards.length - LISTED;
    return [
        ...hazards.slice(0, LISTED).map(({ kind, text }) => `${kind === 'may-break' ? 'May break: ' : ''}${text}.`),
        ...(more > 0 ? [`and ${more} more`] : []),
    ];
}


/***/ }),

/***/ 40949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M7: () => (/* binding */ deployFlagsMarkdown),
/* harmony export */   OX: () => (/* binding */ deployFlagsText),
/* harmony export */   aq: () => (/* binding */ deployFlagsLines),
/* harmony export */   lF: () => (/* binding */ deployFlagsJson)
/* harmony export */ });
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);


const TITLE = 'Flags that the pull requests of this deploy name';
const ADVICE = 'Turning such a flag off is faster than a rollback, and loses nothing.';
/** Before a plan, for a terminal; '' if there is nothing to say. */
function deployFlagsText(flags) {
    const lines = deployFlagsLines(flags);
    return lines.length === 0 ? '' : `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(lines)}\n\n`;
}
/** The same as lines; none if there is nothing to say. */
function deployFlagsLines(flags) {
    if (flags === null)
        return [];
    if (flags.missing !== null)
        return [`${TITLE}: unknown. ${flags.missing}`];
    if (flags.named.length === 0)
        return [];
    return [
        `${TITLE}:`,
        ...flags.named.map((flag) => `  - ${flag.key}: ${stateOf(flag, flags)}; ${pullsOf(flag)}`),
        ADVICE,
    ];
}
/** The same for a job summary. */
function deployFlagsMarkdown(flags) {
    if (flags === null)
        return '';
    if (flags.missing !== null)
        return `${TITLE}: unknown. ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(flags.missing)}\n\n`;
    if (flags.named.length === 0)
        return '';
    const rows = flags.named.map((flag) => [flag.key, stateOf(flag, flags), pullsOf(flag)]);
    return `### ${TITLE}\n\n${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Flag', 'Now', 'Named by'], rows)}\n\n${ADVICE}\n\n`;
}
function stateOf({ key }, { live }) {
    const on = live?.get(key);
    return on === undefined ? 'not among the flags that were read' : on ? 'on' : 'off';
}
const pullsOf = ({ pulls }) => pulls.map(({ number, title }) => `#${number} ${title}`).join(', ');
/** The same for programs. `on`: null if the flag is not among those that were read. */
const deployFlagsJson = ({ named, missing, live }) => ({
    named: named.map(({ key, pulls }) => ({ key, on: live?.get(key) ?? null, pulls })),
    missing,
});


/***/ }),

/***/ 82367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ originNote),
/* harmony export */   $g: () => (/* binding */ mitigationOf),
/* harmony export */   JX: () => (/* binding */ withDeployments),
/* harmony export */   Js: () => (/* binding */ COUNTS),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   by: () => (/* binding */ by),
/* harmony export */   ek: () => (/* binding */ sinceOf),
/* harmony export */   mX: () => (/* binding */ saysMode),
/* harmony export */   p_: () => (/* binding */ covered),
/* harmony export */   qr: () => (/* binding */ wouldNeed),
/* harmony export */   rH: () => (/* binding */ originLine),
/* harmony export */   u2: () => (/* binding */ toInclude)
/* harmony export */ });
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98479);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _engine_mitigation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23714);
/* harmony import */ var _engine_other_object_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57314);
/* harmony import */ var _engine_counted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1940);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30248);
/* harmony import */ var _risk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10207);







/**
 * The plan for a terminal.
 * @param notice a sentence if the snapshot shows what is live, so that an empty plan is no answer
 * @param advice what to know before the choice of a database mode
 */
function planText(plan, notice = null, advice = null) {
    const lines = [`Plan: ${goalOf(plan)}${saysMode(plan) ? ` (database: ${plan.database})` : ''}`, ''];
    if (notice !== null)
        lines.push(notice, ...(plan.changes.length === 0 ? [`No changes: ${covered(plan)}`] : ['']));
    else if (plan.changes.length === 0)
        lines.push(`Nothing to do: ${covered(plan)}`);
    let heading = '';
    const early = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .earlyChanges */ .Hj)(plan.changes);
    plan.changes.forEach((change, index) => {
        const stage = early.has(change) ? 'at once (closes an exposure)' : change.stage;
        if (stage !== heading)
            lines.push(`${stage}:`);
        heading = stage;
        lines.push(`  ${index + 1}. ${change.target}`, `     ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change).replaceAll('\n', '; ')}${when(change)}`, ...details(plan, change, '     '));
    });
    lines.push(...section('By hand (Rewind cannot do these):', plan.manual, (change) => change.manual ?? ''));
    lines.push(...section('Not in this plan:', plan.notSelected, wouldNeed(plan)));
    lines.push(...section(`Changed after the ${sinceOf(plan)}; these stay:`, plan.later, toInclude(plan)));
    const origin = originLine(plan);
    if (origin !== null)
        lines.push('', origin);
    if (advice !== null)
        lines.push(...(0,_advice_js__WEBPACK_IMPORTED_MODULE_2__/* .adviceText */ .Y)(advice));
    lines.push('', ...countsText(plan), `Digest: ${plan.digest}`);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(lines);
}
const goalOf = (plan) => plan.mitigates === undefined ? returnOf(plan) : mitigationOf(plan, plan.mitigates);
function mitigationOf({ environment, snapshot, undoes }, mitigates) {
    return mitigates.lifts
        ? `lift mitigation ${(undoes ?? '').slice(0, 12)}: return what it changed in "${environment}" to snapshot ${snapshot}, taken before it`
        : `mitigate "${environment}": ${(0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(mitigates)} for ${(0,_engine_counted_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(mitigates.minutes, 'minute')}`;
}
const returnOf = ({ environment, snapshot, undoes, recovers }) => recovers !== undefined
    ? `recover from rollback ${recovers.rollback.slice(0, 12)}: bring "${environment}" forward to snapshot ${snapshot}, taken before it${withDeployments(recovers)}`
    : undoes === null
        ? `return "${environment}" to snapshot ${snapshot}`
        : `undo rollback ${undoes.slice(0, 12)}: return "${environment}" to snapshot ${snapshot}, taken before it`;
/** Nobody chooses the database mode of an undo or of a recovery: it says something only where a database changes. */
const saysMode = ({ undoes, recovers, mitigates, changes, manual, notSelected }) => (undoes === null && recovers === undefined && mitigates === undefined) ||
    [...changes, ...manual, ...notSelected].some(({ database }) => database !== undefined);
const withDeployments = ({ deployments }) => Object.entries(deployments)
    .map(([id, deployment]) => `, but with ${deployment} as production of ${id}`)
    .join('');
/** The line of counts begins with it. */
const COUNTS = 'In all:';
/** "In all: 1 create, 2 update; 1 cannot be undone; data at risk: 4 rows in 2 objects." Nothing without a change. */
function countsText({ changes, manual, notSelected, later }) {
    if (changes.length === 0)
        return [];
    const actions = _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTIONS */ .kl.flatMap((action) => {
        const count = changes.filter((change) => change.action === action).length;
        return count === 0 ? [] : [`${count} ${action}`];
    });
    const stuck = changes.filter(({ undo }) => undo === null).length;
    const parts = [
        actions.join(', '),
        stuck === 0 ? 'each can be undone' : `${stuck} cannot be undone`,
        riskCounts(changes.flatMap(({ resource, dataAtRisk = [] }) => dataAtRisk.map((risk) => ({ ...risk, what: JSON.stringify([resource, risk.what]) })))),
        ...(manual.length === 0 ? [] : [`${manual.length} by hand`]),
        ...(notSelected.length === 0 ? [] : [(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(notSelected.length, 'left as it is', 'left as they are')]),
        ...(later.length === 0 ? [] : [`${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(later.length, 'later change')} kept`]),
    ];
    return [`${COUNTS} ${parts.join('; ')}.`];
}
function riskCounts(all) {
    // Rows that only come back are no loss.
    const risks = all.filter(({ rows }) => rows !== 0);
    // Only rows are counted. What a lifecycle rule deletes is a warning of its change.
    if (risks.length === 0)
        return 'no rows at risk';
    const rows = risks.reduce((sum, risk) => sum + (risk.rows ?? 0), 0);
    const objects = new Set(risks.map(({ what }) => what)).size;
    const unknown = new Set(risks.filter((risk) => risk.rows === null).map(({ what }) => what)).size;
    // "0 rows" would be a claim.
    if (risks.every((risk) => risk.rows === null)) {
        return `data at risk: rows that were not counted in ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(unknown, 'object')}`;
    }
    const more = unknown === 0 ? '' : `, and rows that were not counted in ${unknown} of them`;
    // Two statements of one script can concern the same row of a table.
    const most = objects < risks.length ? 'at most ' : '';
    return `data at risk: ${most}${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(rows, 'row')} in ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(objects, 'object')}${more}`;
}
/** What tells the deploy's changes from later ones. Without a release capture, a rollback undoes the later ones, too. */
function originLine({ release, undoes, recovers, mitigates, changes }) {
    if (release !== null) {
        return `Release capture ${release.id} tells what the deploy changed from what was changed after it.`;
    }
    return undoes !== null || recovers !== undefined || mitigates !== undefined || changes.length === 0
        ? null
        : 'Origin unknown: there is no release capture of the deploy that is live, so this plan also undoes what was changed after it.';
}
/** What the approver must know of who made the difference. */
function originNote(plan, { origin, authors, database }) {
    if (plan.mitigates?.lifts === true)
        return origin === 'both' ? ['Somebody changed it again after the mitigation: the later value is lost.'] : [];
    if (origin === 'both')
        return [
            `The deploy changed it (${by(authors?.deploy)}), and somebody changed it again after the deploy (${by(authors?.later)}): the later value is lost.`,
        ];
    if (origin === undefined && plan.release !== null && database === undefined)
        return [
            `The release capture does not tell who made it: what was changed after the ${sinceOf(plan)} is undone, too.`,
        ];
    return origin === 'later' ? [`It was changed after the ${sinceOf(plan)} (${by(authors?.later)}), not by it.`] : [];
}
/** @param author null: the service does not say it */
const by = (author) => author === null || author === undefined ? 'author unknown' : `by ${author}`;
/** Who made a later change, and how it is undone, too. */
const toInclude = ({ mitigates }) => ({ resource, closes, authors }) => mitigates !== undefined
    ? by(authors?.later)
    : `${by(authors?.later)}; ${closes === undefined ? '' : `undoing it closes ${closes}; `}use --include-later-changes ${resource}`;
/** The event that a later change came after. */
const sinceOf = ({ mitigates, undoes }) => mitigates !== undefined ? 'mitigation' : undoes === null ? 'deploy' : 'rollback';
/** What a plan without changes says of production: it may leave differences to a person or to another database mode. */
function covered(plan) {
    const { notSelected, later, database, recovers, mitigates, scope } = plan;
    const unknown = [...plan.manual, ...notSelected, ...later].filter(_engine_other_object_js__WEBPACK_IMPORTED_MODULE_5__/* .isOtherObject */ .gK);
    const compared = (of) => of.filter((one) => !(0,_engine_other_object_js__WEBPACK_IMPORTED_MODULE_5__/* .isOtherObject */ .gK)(one));
    const [manual, byMode, kept] = [compared(plan.manual), compared(notSelected), compared(later)];
    const byHand = byMode.filter((change) => change.manual !== undefined);
    const chosen = byMode.length - byHand.length;
    const mode = recovers === undefined ? `--database ${database}` : 'a recovery';
    const why = recovers === undefined ? `by choice (${mode})` : 'in a recovery';
    const left = [
        ...(manual.length === 0 ? [] : [`${manual.length} must be restored by hand`]),
        ...(chosen === 0 ? [] : [`${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(chosen, 'left as it is', 'left as they are')} ${why}`]),
        ...(byHand.length === 0
            ? []
            : [`${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(byHand.length, 'left as it is', 'left as they are')} (${mode}; only a person can restore it)`]),
        ...(kept.length === 0 ? [] : [`${kept.length} changed after the ${sinceOf(plan)}`]),
    ];
    const open = unknown.length === 0 ? [] : [(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(unknown.length, 'was not compared', 'were not compared')];
    if (scope?.length === 0)
        return 'this plan covers no resource, so nothing was compared.';
    if (left.length > 0) {
        return `Rewind has no change to make, but production differs from the snapshot: ${[...left, ...open].join(', ')} (below).`;
    }
    if (open.length > 0) {
        return `Rewind has no change to make, and nothing that it compared differs from the snapshot: ${open.join()} (below).`;
    }
    if (mitigates?.lifts === false)
        return 'the measure is in effect already.';
    return 'production equals the snapshot in everything that this plan covers.';
}
const when = (change) => change.effect === 'live' ? '' : '  (takes effect with the next deployment)';
function details(plan, change, indent) {
    return [
        ...(change.closes === undefined ? [] : [`${indent}closes ${change.closes}`]),
        ...[...originNote(plan, change), ...change.warnings].map((warning) => `${indent}! ${warning}`),
        ...(change.dataAtRisk ?? []).map((risk) => `${indent}! data at risk: ${(0,_risk_js__WEBPACK_IMPORTED_MODULE_6__/* .riskText */ .P)(risk)}`),
        ...(change.confirm === undefined ? [] : [`${indent}! needs --confirm-data-loss ${change.confirm}`]),
        `${indent}undo: ${change.undo ?? 'not possible'}`,
    ];
}
/** What would restore a difference that the plan leaves. */
const STAYS = {
    down: 'it came after the rollback, and stays',
    restore: 'only "rewind undo" brings it back',
    up: 'it is left to a person',
};
const wouldNeed = ({ recovers }) => ({ manual, database }) => manual ?? (recovers === undefined ? `use --database ${database ?? ''}` : STAYS[database ?? 'restore']);
function section(title, changes, note) {
    if (changes.length === 0)
        return [];
    return ['', title, ...changes.map((change) => `  - ${change.target}: ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change)}: ${note(change)}`)];
}


/***/ }),

/***/ 10207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ riskText)
/* harmony export */ });
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);

/** "132 rows of fans (written since the snapshot)"; of a table whose rows only come back "no row of fans" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : risk.rows === 0 ? 'no row of ' : `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(risk.rows, 'row')} of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}


/***/ })

};
