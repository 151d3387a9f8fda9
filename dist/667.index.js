export const id = 667;
export const ids = [667];
export const modules = {

/***/ 7667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   writePlan: () => (/* binding */ writePlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3444);
/* harmony import */ var _core_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4587);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2367);





/** What would be changed to return to the snapshot. Reads only; writes the plan file whose digest is approved. */
async function plan(session) {
    const { inputs, parts } = session;
    const project = await session.open();
    const manifest = await (0,_core_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .findSnapshot */ .Cb)(project.store, inputs.snapshot, project.origin);
    for (const id of (0,_core_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .notInSnapshot */ .$J)(project.resources, manifest)) {
        parts.log.warn(`"${id}" is not in snapshot ${manifest.id}: it was configured later and will not be rolled back.`);
    }
    const made = await (0,_core_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .planAgainst */ .JY)({ ...project, parts, manifest, database: inputs.database, scope: inputs.scope });
    await writePlan(session, made);
    return {
        exit: inputs.exitCode && made.changes.length > 0 ? 3 : 0,
        json: made,
        text: `${(0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__/* .planText */ .Pt)(made)}\n\nWritten to ${inputs.plan}. To carry it out:\n  rewind rollback --plan ${inputs.plan} --digest ${made.digest}`,
        summary: (0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__/* .planMarkdown */ .Xg)(made),
        outputs: {
            'snapshot-id': made.snapshot,
            'plan-digest': made.digest,
            'plan-path': inputs.plan,
            changes: String(made.changes.length),
        },
    };
}
async function writePlan(session, made) {
    const path = session.path(session.inputs.plan);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
}


/***/ }),

/***/ 3444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ notInSnapshot),
/* harmony export */   JY: () => (/* binding */ planAgainst),
/* harmony export */   K7: () => (/* binding */ checkAll)
/* harmony export */ });
/* unused harmony export throwAll */
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7341);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(972);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3504);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1829);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2712);





/**
 * Captures the live state (read-only) and plans what would make it equal to the snapshot.
 * @throws RewindError: the one failure, or preflight-failed with one line for each resource that could not be read
 */
async function planAgainst(request) {
    const { manifest, parts, resources } = request;
    const contextOf = (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .contextsFor */ .Wu)(parts, manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .forEachResource */ .xg)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // A resource configured after the snapshot was taken: nothing is known to go back to.
        if (!captured)
            return [];
        if (captured.provider !== resource.providerId) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `In the snapshot, "${resource.id}" is a ${captured.provider}, in the configuration a ${resource.providerId}.`, { resource: resource.id });
        }
        const saved = parseState(resource, captured.state);
        const live = await resource.provider.capture(resource.config, contextOf(resource), new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
        return resource.provider.plan(saved, live);
    });
    throwAll(outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id)])));
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .assemblePlan */ .SL)({
        createdAt: (parts.clock ?? _runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml).now(),
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestDigest */ .It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        resources: outcomes.map(({ resource, value }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: value ?? [],
        })),
    });
}
function parseState(resource, state) {
    const parsed = resource.provider.state.safeParse(state);
    if (parsed.success)
        return parsed.data;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-unsupported', `The state of "${resource.id}" in the snapshot cannot be read by this version.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources of the configuration that the snapshot does not hold: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/** Law 4: asks every provider, and reports all problems together. */
async function checkAll(resources, parts, snapshot) {
    const contextOf = (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .contextsFor */ .Wu)(parts, snapshot);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .forEachResource */ .xg)(resources, (resource) => resource.provider.check(resource.config, contextOf(resource)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/** One error as it is; several as one `preflight-failed` that lists them. */
function throwAll(errors) {
    const [first] = errors;
    if (!first)
        return;
    if (errors.length === 1)
        throw first;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
    });
}


/***/ }),

/***/ 3504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3871);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(972);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7990);




const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
});
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['create', 'update', 'delete', 'run']),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['live', 'next-deployment']),
    undo: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['down', 'restore']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: another content under the same id is another plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    /** What will be applied, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that Rewind cannot restore: a person must. */
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** Pure: orders the changes by stage, sorts out what is not to be applied, and seals it all with a digest. */
function assemblePlan(input) {
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChange.parse({ ...change, resource: id, provider })));
    const inOrder = _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an.flatMap((stage) => all.filter((change) => change.stage === stage));
    const chosen = (change) => change.database === undefined || change.database === input.database;
    const content = {
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        changes: inOrder.filter((change) => chosen(change) && change.manual === undefined),
        manual: inOrder.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: inOrder.filter((change) => !chosen(change)),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: planDigest(content),
    };
}
/**
 * What is approved: everything that would be done, and to what. Left out is only what grows by itself while people read
 * (when the plan was made, how many rows have been written since).
 */
function planDigest(content) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
    });
}
/** A change without its volatile part. */
function essence(change) {
    const rest = { ...change };
    delete rest.dataAtRisk;
    return rest;
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'The plan file is not a plan of this version.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The plan file was altered: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/**
 * Law 5: what is applied is what was planned. Compares the plan made now with the approved one: each change of now must
 * have been approved in just this form. A change that was approved and is not needed any more was done before (by an
 * interrupted run, or by hand) and is left out. A change that an interrupted run of ours had begun may look different
 * on its
 * "before" side, and may have less left to do, never more.
 *
 * @param begun keys of changes that a journal shows as begun and not ended
 * @returns what differs, one line each; empty when the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    return now.changes.flatMap((change) => {
        const before = known.get(keyOf(change));
        if (!before)
            return [`${keyOf(change)}: not in the approved plan (${change.target}: ${describe(change)})`];
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(before)) === (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)))
            return [];
        if (begun.has(keyOf(change)) && isRemainder(before.params, change.params))
            return [];
        return [`${keyOf(change)}: approved as ${describe(before)}, now ${describe(change)}`];
    });
}
/** What is left of a change that was begun: the same parameters, lists at most as long as the approved ones. */
function isRemainder(approved, now) {
    return [...new Set([...Object.keys(approved), ...Object.keys(now)])].every((name) => {
        const before = approved[name];
        const after = now[name];
        if (!Array.isArray(before) || !Array.isArray(after))
            return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before) === (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(after);
        const known = new Set(before.map((entry) => (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
        return after.every((entry) => known.has((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
    });
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}


/***/ }),

/***/ 2367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Xg: () => (/* binding */ planMarkdown)
/* harmony export */ });
/* unused harmony export riskText */
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3504);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);


/** The plan for a terminal. */
function planText(plan) {
    const lines = [`Plan: return "${plan.environment}" to snapshot ${plan.snapshot} (database: ${plan.database})`, ''];
    if (plan.changes.length === 0)
        lines.push('Nothing to do: production equals the snapshot in all that this plan covers.');
    let stage = '';
    plan.changes.forEach((change, index) => {
        if (change.stage !== stage)
            lines.push(`${change.stage}:`);
        stage = change.stage;
        lines.push(`  ${index + 1}. ${change.target}`, `     ${(0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change).replaceAll('\n', '; ')}${when(change)}`, ...details(change, '     '));
    });
    lines.push(...section('By hand (Rewind cannot do these):', plan.manual, (change) => change.manual ?? ''));
    lines.push(...section('Not in this plan:', plan.notSelected, (change) => `use --database ${change.database ?? ''}`));
    lines.push('', `Digest: ${plan.digest}`);
    return lines.join('\n');
}
const when = (change) => change.effect === 'live' ? '' : '  (takes effect with the next deployment)';
function details(change, indent) {
    return [
        ...change.warnings.map((warning) => `${indent}! ${warning}`),
        ...(change.dataAtRisk ?? []).map((risk) => `${indent}! data at risk: ${riskText(risk)}`),
        ...(change.confirm === undefined ? [] : [`${indent}! needs --confirm-data-loss ${change.confirm}`]),
        `${indent}undo: ${change.undo ?? 'not possible'}`,
    ];
}
function section(title, changes, note) {
    if (changes.length === 0)
        return [];
    return ['', title, ...changes.map((change) => `  - ${change.target}: ${(0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change)}: ${note(change)}`)];
}
/** "132 rows of fans (written since the snapshot)" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : `${risk.rows.toLocaleString('en-US')} row(s) of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}
/** The plan for a job summary: what the approver reads. */
function planMarkdown(plan) {
    const parts = [`## Rollback plan: \`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(plan.environment)}\` → snapshot \`${plan.snapshot}\``];
    parts.push(plan.changes.length === 0
        ? '**Nothing to do**: production equals the snapshot in all that this plan covers.'
        : `**${plan.changes.length} change(s)**, database: \`${plan.database}\`. Nothing has been changed yet.`);
    if (plan.changes.length > 0)
        parts.push(changesTable(plan.changes), riskMarkdown(plan.changes));
    if (plan.manual.length > 0) {
        parts.push('### By hand', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['Resource', 'What', 'Now → then', 'What to do'], plan.manual.map((change) => [change.resource, change.target, (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change), change.manual ?? ''])));
    }
    if (plan.notSelected.length > 0) {
        parts.push('### Not in this plan', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['Resource', 'What', 'Now → then', 'Would need'], plan.notSelected.map((change) => [
            change.resource,
            change.target,
            (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change),
            `database: ${change.database ?? ''}`,
        ])));
    }
    parts.push(`Digest (this is what is approved): \`${plan.digest}\``);
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function changesTable(changes) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['#', 'Stage', 'Resource', 'What', 'Now', 'Then', 'Effect', 'Undo'], changes.map((change, index) => [
        String(index + 1),
        change.stage,
        change.resource,
        change.target,
        change.before ?? 'absent',
        change.after ?? 'absent',
        change.effect === 'live' ? 'at once' : 'next deployment',
        change.undo ?? 'not possible',
    ]));
}
function riskMarkdown(changes) {
    const warnings = changes.flatMap((change) => [
        ...change.warnings.map((warning) => `- ⚠️ **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(change.target)}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(warning)}`),
        ...(change.dataAtRisk ?? []).map((risk) => `- 🔴 **data at risk**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(riskText(risk))}`),
        ...(change.confirm === undefined
            ? []
            : [`- 🔴 the operator must type the name of the database: \`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(change.confirm)}\``]),
    ]);
    return warnings.length === 0 ? '' : ['### Read this before you approve', ...warnings].join('\n');
}


/***/ })

};
