export const id = 7956;
export const ids = [7956];
export const modules = {

/***/ 55598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var engine_coverage = __webpack_require__(51282);
// EXTERNAL MODULE: ./lib/engine/mitigated.js
var mitigated = __webpack_require__(69156);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/engine/words.js
var words = __webpack_require__(75095);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
;// CONCATENATED MODULE: ./lib/report/snapshot-content.js


/** Tables named in one line. */
const TABLES = 3;
/** What the state of one resource holds, in words; empty if its provider says nothing of it. */
function contentText(described) {
    const { deployment, commit, rebuildOf, migrations, tables, serverMajor, content } = described;
    return [
        ...(deployment === undefined ? [] : [`deployment ${deployment}`]),
        ...(rebuildOf === undefined ? [] : [`a rebuild of ${rebuildOf}`]),
        ...(commit === undefined ? [] : [`commit ${commit.slice(0, 12)}`]),
        ...(migrations === undefined ? [] : [migrationsText(migrations)]),
        ...(tables === undefined ? [] : [tablesText(tables)]),
        ...(serverMajor === undefined ? [] : [`PostgreSQL ${serverMajor}`]),
        ...(content === undefined ? [] : [content]),
    ].join(', ');
}
function migrationsText(migrations) {
    const last = migrations.at(-1);
    return last === undefined ? 'no migration' : `${(0,words/* counted */.h)(migrations.length, 'migration')}, the last ${last}`;
}
function tablesText(tables) {
    const largest = [...tables].sort(([, a], [, b]) => b - a).slice(0, TABLES);
    const rows = [...tables.values()].reduce((sum, count) => sum + count, 0);
    const named = largest.map(([name, count]) => `${name} ${count.toLocaleString('en-US')}`).join(', ');
    return `${(0,words/* counted */.h)(tables.size, 'table')}, ${(0,words/* counted */.h)(rows, 'row')}${named === '' ? '' : ` (${named})`}`;
}
/** "1.2 MB sealed, 0.4 s" */
function sizeText({ payloads, durationMs }) {
    const bytes = payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
    return `${payloads.length === 0 ? 'state only' : `${(0,progress/* amount */.vj)(bytes, 'bytes')} sealed`}, ${(0,progress/* seconds */.YA)(durationMs / 1000)}`;
}

// EXTERNAL MODULE: ./lib/report/snapshots.js
var snapshots = __webpack_require__(62467);
// EXTERNAL MODULE: ./lib/readiness/windows/gate.js
var gate = __webpack_require__(22239);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/commands/show.js














/** States hold no secrets; sealed parts stay sealed. */
/* harmony default export */ const show = ((0,command/* defineCommand */.N)({
    name: 'show',
    summary: 'Show one snapshot: its origin and its content.',
    arguments: [{ name: 'snapshot', description: 'Which snapshot, as for --snapshot; "latest" if not given.' }],
    flags: { snapshot: flags/* FLAGS */.Wg.snapshot },
    examples: ['show', 'show 20261123T030405Z-1a2b3c', 'show previous'],
    async run(session) {
        const [given] = session.inputs.args;
        const id = given === undefined ? session.inputs.snapshot : flags/* FLAGS */.Wg.snapshot.parse(given);
        if (id === undefined) {
            throw new errors/* RewindError */.Ir('input-invalid', `<snapshot> must be ${flags/* FLAGS */.Wg.snapshot.allowed} (got "${given ?? ''}")`);
        }
        const project = await session.open();
        const { manifest, history } = await (0,choose/* choose */.Sw)(session, project, id);
        const now = session.context.clock.now();
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, now);
        const coverage = (0,snapshots/* coverageText */._)((0,engine_coverage/* coverageOf */._)(manifest, project.config.resources.map((resource) => resource.id)));
        const marks = history.marks.get(manifest.id) ?? [];
        const taken = `taken ${(0,snapshots/* dateText */.MK)(manifest.createdAt)}, ${(0,progress/* age */.KW)(now.getTime() - Date.parse(manifest.createdAt))} ago`;
        const head = [
            `${taken}, by Rewind ${manifest.writtenBy}`,
            `repository ${manifest.repository ?? 'unknown'}, commit ${manifest.commit ?? 'unknown'}, run ${manifest.run ?? 'none: a command line'}`,
            trust.kind === 'signed' ? `signed with key ${trust.keyId}` : `not signed: ${trust.reason}`,
            `holds ${coverage}`,
            ...(manifest.override === undefined ? [] : [(0,gate/* overrideText */.K9)(manifest.override)]),
            ...(manifest.mitigated ?? []).map((one) => `taken while a mitigation was in effect; it holds ${(0,mitigated/* mitigatedText */.Aq)(one)}`),
            ...(marks.length === 0 ? [] : [`marks: ${marks.join(', ')}`]),
        ];
        const content = await contentOf(manifest);
        return {
            exit: 0,
            json: manifest,
            text: [
                `Snapshot ${manifest.id} of "${manifest.environment}" (${manifest.reason})`,
                ...[
                    ...head,
                    ...content.flatMap(({ resource, provider, words, size, leftOut }) => [
                        `${resource} (${provider}): ${words}; ${size}`,
                        ...leftOut.map((what) => `${resource}: not in the snapshot: ${what}`),
                    ]),
                ].flatMap((line) => (0,snapshots/* wrap */.LV)(line, 2)),
            ].join('\n'),
            summary: [
                `## Snapshot ${(0,markdown/* codeSpan */.SS)(manifest.id)} (${manifest.reason})`,
                head.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`).join('\n'),
                `${(0,markdown/* table */.tp)(['Resource', 'Content'], content.map(({ resource, words, size, leftOut }) => [
                    resource,
                    [`${words}; ${size}`, ...leftOut.map((what) => `not in the snapshot: ${what}`)].join('\n'),
                ]))}\n`,
            ].join('\n\n'),
        };
    },
}));
async function contentOf(manifest) {
    return Promise.all(manifest.resources.map(async (captured) => {
        // A provider of another version of Rewind may be unknown here.
        const provider = await (0,load/* loadProvider */.C)(captured.provider).catch(() => null);
        const described = provider === null ? {} : (0,engine_provider/* describeState */.Jw)(provider, captured.state);
        return {
            resource: captured.id,
            provider: captured.provider,
            words: contentText(described) || 'no description',
            size: sizeText(captured),
            leftOut: described.leftOut ?? [],
        };
    }));
}


/***/ }),

/***/ 75095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   u: () => (/* binding */ switched)
/* harmony export */ });
/** Names in one list. */
const NAMED = 5;
/** "3 items: banner, maintenance, new-checkout" */
function counted(count, noun, names = []) {
    const more = names.length - NAMED;
    const listed = names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}${listed}`;
}
/** "14 flags, 3 on" */
function switched(flags) {
    return `${counted(flags.length, 'flag')}, ${flags.filter((on) => on).length} on`;
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

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
