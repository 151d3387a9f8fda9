export const id = 5598;
export const ids = [5598];
export const modules = {

/***/ 5598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(5621);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(9859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var engine_coverage = __webpack_require__(1282);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(9952);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(4227);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/engine/words.js
var words = __webpack_require__(5095);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
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
var snapshots = __webpack_require__(2467);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
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

/***/ 1282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ sealedBytes),
/* harmony export */   _: () => (/* binding */ coverageOf)
/* harmony export */ });
/** Pure. @param configured all resource ids of the configuration */
function coverageOf(manifest, configured) {
    const ids = manifest.resources.map(({ id }) => id);
    return {
        held: configured.filter((id) => ids.includes(id)),
        missing: configured.filter((id) => !ids.includes(id)),
        unknown: ids.filter((id) => !configured.includes(id)),
    };
}
/** Bytes of all sealed payloads. */
function sealedBytes(manifest) {
    return manifest.resources.flatMap(({ payloads }) => payloads).reduce((sum, ref) => sum + ref.sealedBytes, 0);
}


/***/ }),

/***/ 5095:
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

/***/ 2467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   MK: () => (/* binding */ dateText),
/* harmony export */   TP: () => (/* binding */ snapshotsText),
/* harmony export */   _: () => (/* binding */ coverageText),
/* harmony export */   lZ: () => (/* binding */ snapshotsMarkdown)
/* harmony export */ });
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3997);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3021);


/** Columns of a terminal that a listing fits into. */
const WIDTH = 100;
/** Ids named in one line. */
const NAMED = 6;
/**
 * For a terminal.
 * @param brief one line for each snapshot, two if it is long: below a plan
 */
function snapshotsText(rows, brief = false) {
    return rows
        .flatMap((row) => [
        `${row.chosen ? '>' : ' '} ${row.id}${row.names.length === 0 ? '' : `  [${row.names.join(', ')}]`}`,
        ...(row.facts === null ? [row.problem ?? ''] : (brief ? briefly : linesOf)(row.facts)).flatMap((line) => wrap(line, 4)),
    ])
        .join('\n');
}
/** For a job summary: a list, because a telephone shows no wide table. */
function snapshotsMarkdown(rows) {
    return rows
        .map(({ id, names, chosen, facts, problem }) => {
        const marks = names.map((name) => ` **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(name)}**`).join(',');
        const head = `- ${chosen ? '➡️ ' : ''}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(id)}${marks}`;
        const lines = facts === null ? [problem ?? ''] : linesOf(facts);
        return [head, ...lines.map((line) => `  <br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(line)}`)].join('\n');
    })
        .join('\n');
}
function linesOf(facts) {
    const { createdAt, ageMs, reason, commit, production, subject, coverage, bytes, signature } = facts;
    const by = commit === null ? reason : `${reason} of commit ${commit.slice(0, 7)}`;
    const shown = production === null ? 'shows no deployment' : `production was ${production}`;
    return [
        `${dateText(createdAt)}, ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago; ${by}`,
        subject === null ? shown : `${shown}: ${subject}`,
        [coverageText(coverage), (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(bytes, 'bytes'), ...(signature === null ? [] : [signature])].join('; '),
    ];
}
function briefly({ ageMs, reason, production, subject, coverage }) {
    const shown = production === null ? 'shows no deployment' : `was ${production}`;
    return [
        `${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago, ${reason}; ${subject === null ? shown : `${shown}: ${subject}`}; ${coverageText(coverage)}`,
    ];
}
/** "2026-11-23 03:04 UTC" */
function dateText(iso) {
    return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
/** "all 12 resources", "2 of 12 resources (web, flags), not db, schema" */
function coverageText({ held, missing, unknown }) {
    const of = held.length + missing.length;
    const others = unknown.length === 0 ? '' : `, and ${named(unknown)}, no longer configured`;
    if (missing.length === 0)
        return `all ${of} resources${others}`;
    return `${held.length} of ${of} resources${held.length === 0 ? '' : ` (${named(held)})`}, not ${named(missing)}${others}`;
}
function named(ids) {
    const more = ids.length - NAMED;
    return more <= 0 ? ids.join(', ') : `${ids.slice(0, NAMED).join(', ')} and ${more} more`;
}
/** Breaks a line between words. A word that is longer than a line is cut. */
function wrap(text, indent) {
    const room = WIDTH - indent;
    const lines = [];
    for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${room - 2}}`, 'gu')) ?? [])) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= room)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(lines.length === 0 ? word : `  ${word}`);
    }
    return lines.map((line) => `${' '.repeat(indent)}${line}`);
}


/***/ })

};
