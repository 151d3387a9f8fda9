export const id = 199;
export const ids = [199];
export const modules = {

/***/ 70199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2529);
/* harmony import */ var _config_read_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14142);
/* harmony import */ var _readiness_windows_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60694);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(36447);
/* harmony import */ var _report_snapshots_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(62467);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33220);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78101);










const HOUR_MS = _runtime_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .DAY_MS */ .sO / 24;
/** Days of CloudFront's metrics that are read: each hour of the week four times. */
const DAYS = 28;
const distribution = {
    ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('id', 'Suggest quiet hours from the requests to this CloudFront distribution in the last 28 days.'),
    allowed: 'the id of a distribution like E2QWRUHAPOMQZL',
    parse: (given) => (/^E[A-Z0-9]{6,30}$/.test(given) ? given : undefined),
};
/** Shows the calendar, and suggests quiet hours from measured traffic. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCommand */ .N)({
    name: 'windows',
    summary: 'Show whether deploys are allowed now, and suggest hours with little traffic. Changes nothing.',
    flags: {
        requests: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('file', 'Suggest quiet hours from this CSV file: lines of time,requests. A time needs its offset.'),
        distribution,
    },
    examples: ['windows', 'windows --requests traffic.csv', 'windows --distribution E2QWRUHAPOMQZL'],
    notes: [
        'Exit status 0 also if deploys are not allowed ("closed"): "guard" and "snapshot" stop a deploy, with status 3.',
    ],
    verdicts: ['open', 'closed'],
    async run(session) {
        const { config } = await session.open();
        const state = config.windows === undefined
            ? { open: true, why: 'The configuration has no "windows": deploys are allowed at any time.' }
            : await (0,_readiness_windows_index_js__WEBPACK_IMPORTED_MODULE_6__/* .deployState */ .$)(config.windows, session.context.clock.now());
        const source = await samplesOf(session);
        const timezone = config.windows?.timezone ?? 'UTC';
        const traffic = source === null
            ? null
            : (await Promise.all(/* import() */[__webpack_require__.e(7490), __webpack_require__.e(6723)]).then(__webpack_require__.bind(__webpack_require__, 66723))).quietHours(source.samples, { timezone, open: config.windows?.open }, source.name);
        const rows = traffic === null ? [] : rowsOf(traffic);
        const where = `${config.windows?.open === undefined ? 'of the week' : 'inside the deploy windows'}, ${timezone}`;
        const lines = traffic === null || source === null ? [] : [basisOf(traffic, source.name)];
        const heading = traffic === null
            ? []
            : rows.length === 0
                ? [`No two hours in a row ${where}, have values.`]
                : [`The quietest hours ${where}:`];
        return {
            exit: 0,
            json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJson */ .aB)({ ...state, timezone, ...(traffic === null ? {} : { source: source?.name, ...traffic }) }),
            text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .textOf */ .b6)([
                state.why,
                ...heading,
                ...rows.map(([when, requests, share]) => `  ${when}: ${requests} ${requests === '1' ? 'request' : 'requests'} an hour, ${share} of the average hour`),
                ...lines,
            ]),
            summary: [
                `## ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeText */ .X1)(state.why)}`,
                ...heading.map(_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeText */ .X1),
                ...(rows.length === 0 ? [] : [(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .table */ .tp)(['Hours', 'Requests an hour', 'Of the average hour'], rows)]),
                ...lines.map(_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeText */ .X1),
            ].join('\n\n'),
            outputs: { verdict: state.open ? 'open' : 'closed' },
        };
    },
}));
/** @returns null if no traffic was given */
async function samplesOf(session) {
    const { inputs, context } = session;
    if (inputs.requests !== null && inputs.distribution !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', 'Give --requests or --distribution, not both.');
    }
    if (inputs.requests !== null) {
        const { parseTraffic } = await Promise.all(/* import() */[__webpack_require__.e(7490), __webpack_require__.e(6723)]).then(__webpack_require__.bind(__webpack_require__, 66723));
        return {
            name: inputs.requests,
            samples: parseTraffic(inputs.requests, readCsv(inputs.requests, session.path(inputs.requests))),
        };
    }
    if (inputs.distribution === null)
        return null;
    const { hourlyRequests } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(6754), __webpack_require__.e(8584)]).then(__webpack_require__.bind(__webpack_require__, 38584));
    // The last hour is not over, and CloudFront's metrics come minutes late.
    const to = new Date(Math.floor(context.clock.now().getTime() / HOUR_MS - 1) * HOUR_MS);
    const from = new Date(to.getTime() - DAYS * _runtime_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .DAY_MS */ .sO);
    const name = `CloudFront's metric Requests of ${inputs.distribution}`;
    return { name, samples: await hourlyRequests(context, inputs.distribution, from, to) };
}
function readCsv(name, absolute) {
    try {
        return (0,_config_read_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .y)(name, absolute);
    }
    catch (error) {
        if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError))
            throw error;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', error.message, { cause: error, remedy: 'Correct the file of --requests.' });
    }
}
const whole = (value) => Math.round(value).toLocaleString('en-US');
const rowsOf = ({ quiet }) => quiet.map(({ day, from, to, requests, share }) => [
    `${day} ${from} to ${to}`,
    whole(requests),
    `${Math.round(share * 100)} %`,
]);
function basisOf({ basis: { from, to, hours, missing, seen, requests } }, name) {
    const often = seen === 0
        ? 'Not every hour of the week was seen.'
        : `Each hour of the week was seen ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(seen, 'time')} or more.`;
    return `Based on ${whole(hours)} hours from ${(0,_report_snapshots_js__WEBPACK_IMPORTED_MODULE_9__/* .dateText */ .MK)(from)} to ${(0,_report_snapshots_js__WEBPACK_IMPORTED_MODULE_9__/* .dateText */ .MK)(to)} in ${name}, with ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(Math.round(requests), 'request')} in the average hour. ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(missing, 'hour has no value and does', 'hours have no value and do')} not count. ${often}`;
}


/***/ }),

/***/ 14142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);


/** Bytes of the largest configuration: hundreds of times a real one. */
const MAX_BYTES = 1024 ** 2;
/**
 * The text of a configuration file, which must be UTF-8.
 *
 * @param path the user's path, for messages
 * @param absolute its absolute path
 * @throws RewindError config-not-found, config-invalid
 */
function readText(path, absolute) {
    let bytes;
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute);
        // To open a pipe would wait for its other end, and no signal would end that.
        if (!found.isFile())
            throw unfit(`${path} is ${found.isDirectory() ? 'a directory' : 'not a regular file'}.`);
        if (found.size > MAX_BYTES)
            throw unfit(`${path} has ${found.size} bytes; at most ${MAX_BYTES} are allowed.`);
        bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(absolute);
    }
    catch (error) {
        if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError)
            throw error;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('config-not-found', `${path} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('config-invalid', `${path} is not text in UTF-8.`, {
            remedy: 'Save the file in the encoding UTF-8.',
            cause: error,
        });
    }
}
const unfit = (message) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('config-not-found', message, { remedy: 'Pass the path of a configuration file with --config.' });


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

/***/ 62467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   MK: () => (/* binding */ dateText),
/* harmony export */   TP: () => (/* binding */ snapshotsText),
/* harmony export */   _: () => (/* binding */ coverageText),
/* harmony export */   lZ: () => (/* binding */ snapshotsMarkdown)
/* harmony export */ });
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83997);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



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
        const marks = names.map((name) => ` **${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(name)}**`).join(',');
        const head = `- ${chosen ? '➡️ ' : ''}${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(id)}${marks}`;
        const lines = facts === null ? [problem ?? ''] : linesOf(facts);
        return [head, ...lines.map((line) => `  <br>${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(line)}`)].join('\n');
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
        ...duringText(facts),
    ];
}
function briefly(facts) {
    const { ageMs, reason, production, subject, coverage } = facts;
    const shown = production === null ? 'shows no deployment' : `was ${production}`;
    return [
        `${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago, ${reason}; ${subject === null ? shown : `${shown}: ${subject}`}; ${coverageText(coverage)}`,
        ...duringText(facts),
    ];
}
const duringText = ({ mitigated }) => mitigated.length === 0 ? [] : [`taken while a mitigation was in effect: ${mitigated.join(', ')}`];
/** "2026-11-23 03:04 UTC" */
function dateText(iso) {
    return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
/** "all 12 resources", "2 of 12 resources (web, flags), not db, schema" */
function coverageText({ held, missing, unknown }) {
    const of = held.length + missing.length;
    const others = unknown.length === 0 ? '' : `, and ${named(unknown)}, no longer configured`;
    if (missing.length === 0)
        return `${of === 1 ? 'the one resource' : `all ${of} resources`}${others}`;
    return `${held.length} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(of, 'resource')}${held.length === 0 ? '' : ` (${named(held)})`}, not ${named(missing)}${others}`;
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


/***/ }),

/***/ 33220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   IL: () => (/* binding */ jsonValue),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));
/** A number that JSON can hold; null for infinity, NaN and no number. */
const finite = (value) => value == null || !Number.isFinite(value) ? null : value;
/** A member by a name from outside: `constructor` and the like are no members of a record that does not hold them. */
const own = (record, key) => Object.hasOwn(record, key) ? record[key] : undefined;
/** A value out of a JSON text, as it is: `z.json()` leaves out a member with the name `__proto__`, at any depth. */
const jsonValue = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => value !== undefined);
/**
 * A record by names from outside, e.g. those of columns or of metadata: `z.record()` leaves out the name `__proto__`, so that a
 * difference in it would not be seen.
 */
const recordOf = (value) => zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => typeof given === 'object' && given !== null && !Array.isArray(given), 'expected an object')
    .transform((given, ctx) => {
    const entries = Object.entries(given).map(([name, each]) => {
        const parsed = value.safeParse(each);
        if (parsed.success)
            return [name, parsed.data];
        for (const { path, message } of parsed.error.issues) {
            ctx.issues.push({ code: 'custom', path: [name, ...path], message, input: each });
        }
        return [name, undefined];
    });
    return Object.fromEntries(entries);
});


/***/ })

};
