export const id = 4495;
export const ids = [4495];
export const modules = {

/***/ 21722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ undoCommand),
/* harmony export */   a: () => (/* binding */ commandLine)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26751);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);


/** Commands that are printed and write no report. */
const WITHOUT_OUT = new Set(['replay', 'verify', 'migrate']);
/** A command line that works where this one was called: it repeats the files that are not at their default place. */
function commandLine({ inputs }, words) {
    const places = [
        ...(inputs.config === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMON_FLAGS */ .gd.config.default ? [] : ['--config', inputs.config]),
        ...(inputs.out === undefined || inputs.out === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out.default || WITHOUT_OUT.has(words[0] ?? '')
            ? []
            : ['--out', inputs.out]),
    ];
    return ['rewind', ...words, ...places].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
}
/** The one command that undoes a rollback. */
const undoCommand = (session, digest) => commandLine(session, ['undo', digest.slice(0, 12)]);


/***/ }),

/***/ 2875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ record)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/engine/journal.js
var engine_journal = __webpack_require__(12657);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/services/github/comments.js
var comments = __webpack_require__(706);
// EXTERNAL MODULE: ./lib/services/github/compare.js
var compare = __webpack_require__(73041);
// EXTERNAL MODULE: ./lib/services/github/pulls.js + 1 modules
var github_pulls = __webpack_require__(19694);
;// CONCATENATED MODULE: ./lib/cli/pull-comments.js





const permission = 'pull-requests: write';
const nameOf = ({ incident }) => `pull-${incident}`;
/** The id of an incident begins with its time: no comment about it is older. */
const openedAt = ({ incident }) => incident.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z');
const OUT = '**Rolled back.**';
const bodyOf = (state, what, { environment, incident, url }) => `${state} ${what.replace('PRODUCTION', (0,markdown/* codeSpan */.SS)(environment))} [The run](${url}), incident ${(0,markdown/* codeSpan */.SS)(incident)}.`;
/**
 * Comments in each pull request whose commits a rollback took out of production: one comment for each incident, whose text is
 * written again by each call.
 * @param heads commits that were rolled back
 * @returns a sentence
 * @throws HttpFailure
 */
async function tellRolledBack(github, told, heads) {
    const found = await Promise.all(heads.map((head) => (0,github_pulls/* pullsBetween */.RO)(github, told.commit, head)));
    const numbers = [...new Set(found.flat().map(({ number }) => number))].sort((a, b) => a - b);
    const text = bodyOf(OUT, 'PRODUCTION does not serve the commits of this pull request any more.', told);
    for (const number of numbers)
        await (0,comments/* upsertComment */.l)(github, number, nameOf(told), text, permission);
    return said('Commented in the pull requests that were rolled back', numbers);
}
/**
 * Edits the comments of an incident in the pull requests whose commits production serves again.
 * @returns a sentence
 * @throws HttpFailure
 */
async function tellRecovered(github, told) {
    const numbers = [];
    for (const { issue, body } of await (0,comments/* commentsNamed */.O)(github, nameOf(told), openedAt(told), permission)) {
        if (!body.includes(OUT))
            continue;
        const merged = await (0,github_pulls/* readMergeCommit */.yB)(github, issue);
        // No commit of it that production does not have. If GitHub does not know one of them, the comment stays.
        if ((await (0,compare/* compareCommits */.k)(github, told.commit, merged))?.total !== 0)
            continue;
        const text = bodyOf('**Out again.**', 'PRODUCTION serves the commits of this pull request again.', told);
        await (0,comments/* upsertComment */.l)(github, issue, nameOf(told), text, permission);
        numbers.push(issue);
    }
    return said('Pull requests that are out again', numbers);
}
const said = (what, numbers) => `${what}: ${numbers.length === 0 ? 'none' : numbers.map((number) => `#${number}`).join(', ')}.`;
/** The comments could not be written; nothing else depends on them. */
function commentsNotWritten(error) {
    const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
    const text = `Not every pull request has its comment about the rollback: ${message}`;
    return { level: 'warning', code: 'pull-comment-not-written', message: text, remedy };
}

// EXTERNAL MODULE: ./lib/cli/quarantine-status.js + 1 modules
var quarantine_status = __webpack_require__(49837);
// EXTERNAL MODULE: ./lib/services/github/deployments.js
var deployments = __webpack_require__(94986);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var environment = __webpack_require__(35567);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/report/areas.js
var areas = __webpack_require__(24408);
// EXTERNAL MODULE: ./lib/report/rollback-report.js
var rollback_report = __webpack_require__(45815);
// EXTERNAL MODULE: ./lib/report/result-file.js
var result_file = __webpack_require__(38028);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/commands/record.js






















const incident = {
    ...(0,flags/* text */.Qq)('issue', 'Number or URL of the incident issue; the outcome is posted there.'),
    allowed: 'the number or the URL of an issue of this repository',
    parse: (given) => {
        const number = /^(?:#|https:\/\/.*\/(?:issues|pull)\/)?(\d{1,9})$/.exec(given)?.[1];
        return number === undefined ? undefined : Number(number);
    },
    absent: null,
};
const commentPulls = (0,flags/* toggle */.L$)('Comment in the pull requests that were rolled back, and edit the comment when they are out again. Needs pull-requests: write or issues: write.');
/**
 * Runs in a separate job without production credentials. Tries each part even if another one fails.
 */
/* harmony default export */ const record = ((0,command/* defineCommand */.N)({
    name: 'record',
    summary: 'Record a rollback in GitHub: update the Deployments page and comment in the incident issue.',
    flags: { out: flags/* FLAGS */.Wg.out, incident, 'comment-pulls': commentPulls },
    examples: ['record --incident 42'],
    verdicts: ['rolled-back', 'not-recovered', 'incomplete', 'unknown'],
    async run(session) {
        const { run, inputs } = session;
        if (run === null)
            throw new errors/* RewindError */.Ir('input-invalid', '"record" runs only in a GitHub Actions workflow.');
        const github = (0,client.createGitHub)(session.context);
        const result = await readResult(session, run);
        const headline = result?.title ?? (await withoutResult(session, github, run));
        const done = [];
        const problems = [];
        const attempt = async (what, step) => {
            try {
                const said = await step();
                done.push(said);
                return said;
            }
            catch (error) {
                const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
                problems.push(`${what}: ${message} ${remedy}`);
                return '';
            }
        };
        const findings = await quarantine(session, github, result, run, done);
        const commit = result?.commit ?? null;
        if (result !== null && commit !== null) {
            await attempt('Deployments page', () => record_deployments(github, result, commit, run));
        }
        const pulls = commit === null || result?.recovery === true
            ? ''
            : await attempt('Pull requests', () => rolledBack(github, commit, run.sha));
        if (inputs.commentPulls)
            findings.push(...(await inPulls(session, github, result, run, done)));
        if (inputs.incident !== null) {
            const { incident } = inputs;
            await attempt(`Issue #${incident}`, async () => {
                const body = incidentComment(result, headline, run, pulls);
                return `Commented in #${incident}: ${await (0,comments/* upsertComment */.l)(github, incident, `run-${run.runId}`, body, 'issues: write')}`;
            });
        }
        return {
            exit: problems.length === 0 ? 0 : 1,
            json: (0,json/* toJson */.a)({ ok: problems.length === 0, done, problems, findings }),
            text: [
                (0,runtime_text/* textOf */.b6)([headline, ...done.map((line) => `  ${line}`), ...problems.map((line) => `  FAILED: ${line}`)]),
                ...(findings.length === 0 ? [] : [(0,report_findings/* findingsText */._g)(findings)]),
            ].join('\n'),
            summary: [
                `## ${(0,markdown/* escapeText */.X1)(headline)}`,
                ...done.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`),
                ...problems.map((line) => `- ❌ ${(0,markdown/* escapeText */.X1)(line)}`),
                ...(findings.length === 0 ? [] : [(0,report_findings/* findingsMarkdown */.O9)(findings)]),
                ...heldBack(result),
            ].join('\n\n'),
            outputs: { verdict: result?.verdict ?? 'unknown' },
        };
    },
}));
/** The result of this attempt of this run. A self-hosted runner may still hold that of an earlier one. */
async function readResult(session, run) {
    const path = session.path((0,external_node_path_.join)(session.inputs.out, 'result.json'));
    if (!(0,external_node_fs_.existsSync)(path))
        return null;
    const result = (0,result_file/* parseResult */.F)(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    const { url, attempt } = result.approval;
    if (url === run.url && attempt === run.attempt)
        return result;
    const of = url === null ? 'on a command line' : `${url}, attempt ${attempt ?? '?'}`;
    session.context.log.warn(`${path} is the result of another run (${of}).`);
    return null;
}
/** Shows on GitHub which commits are held back. The quarantine stands in the record, so a failure is a warning. */
async function quarantine({ context }, github, result, run, done) {
    const findings = [];
    if (result === null)
        return findings;
    for (const { commit } of result.incident?.quarantined ?? []) {
        const place = { commit, environment: result.environment };
        try {
            done.push(await (0,quarantine_status/* showHeld */.xB)(github, place, result.incident?.id ?? '', run.url));
        }
        catch (error) {
            const finding = (0,quarantine_status/* statusNotWritten */.zM)(place, 'failure', error);
            context.log.warn(`${finding.message} (${finding.code})`);
            findings.push({ ...finding, resource: 'github' });
        }
    }
    return findings;
}
/** Comments in the pull requests of what was rolled back or recovered. A failure is a warning. */
async function inPulls({ context }, github, result, run, done) {
    if (result?.incident == null || result.commit === null)
        return [];
    const { environment, incident, commit, recovery } = result;
    const told = { environment, incident: incident.id, commit, url: run.url };
    const heads = incident.quarantined.map((one) => one.commit);
    try {
        done.push(await (recovery ? tellRecovered(github, told) : tellRolledBack(github, told, heads)));
        return [];
    }
    catch (error) {
        const finding = commentsNotWritten(error);
        context.log.warn(`${finding.message} (${finding.code})`);
        return [{ ...finding, resource: 'github' }];
    }
}
/** Each commit that is held back, with the command that lifts it. */
const heldBack = (result) => (result?.incident?.quarantined ?? []).map(({ commit, lift }) => `Commit ${(0,markdown/* codeSpan */.SS)(commit.slice(0, 12))} is held back. To lift it: ${(0,markdown/* codeSpan */.SS)(lift)}`);
async function record_deployments(github, result, commit, run) {
    const what = result.recovery ? 'Recovered by Rewind' : `Rolled back to snapshot ${result.snapshot}`;
    const said = result.incident === null ? what : `${what}; incident head ${result.incident.head}`;
    const { live, created, inactive } = await (0,deployments/* recordLive */.e)(github, result.environment, commit, run.url, said);
    const others = inactive.length === 0 ? '' : `; ${inactive.length} other(s) marked inactive`;
    return `Deployments page: ${commit.slice(0, 7)} is live (${created ? 'new ' : ''}deployment ${live})${others}`;
}
async function rolledBack(github, base, head) {
    const pulls = await (0,github_pulls/* pullsBetween */.RO)(github, base, head);
    if (pulls.length === 0)
        return 'No pull request was rolled back.';
    return `No longer live: ${pulls.map(({ number, title }) => `#${number} ${title}`).join('; ')}`;
}
/** Explains a missing result: the reader must know whether anything was changed. */
async function withoutResult(session, github, run) {
    const journal = session.path((0,external_node_path_.join)(session.inputs.out, 'journal'));
    const files = (0,external_node_fs_.existsSync)(journal) ? await (0,promises_.readdir)(journal) : [];
    const texts = await Promise.all(files.map((name) => (0,promises_.readFile)((0,external_node_path_.join)(journal, name), 'utf8')));
    const own = texts.flatMap((text) => (0,engine_journal/* entriesOf */.Mc)((0,engine_journal/* parseJournal */.z8)(text), run.url, run.attempt) ?? []);
    const opened = texts.some((text) => (0,engine_journal/* entriesOf */.Mc)((0,engine_journal/* parseJournal */.z8)(text), run.url, run.attempt) !== null);
    if (own.some(({ event }) => event === 'begin')) {
        return 'The rollback did NOT finish: it was stopped part-way. Run the failed job again; it continues from its journal.';
    }
    if (opened) {
        const which = run.attempt === 1 ? 'Nothing was changed' : `Attempt ${run.attempt} changed nothing`;
        return `${which}: the rollback stopped before its first change. See the job log for the reason.`;
    }
    const rejected = await (0,environment/* readReviews */.UM)(github, run.runId).then((reviews) => reviews.filter(({ state }) => state === 'rejected'), () => []);
    const [first] = rejected;
    if (first) {
        const why = first.comment === '' ? '' : `: ${first.comment}`;
        return `Nothing was changed: ${first.login} did not approve the rollback${why}.`;
    }
    return 'No result file was found. Check the job log, then run "rewind plan" to see what remains.';
}
function incidentComment(result, headline, run, pulls) {
    if (result === null)
        return `**${(0,markdown/* escapeText */.X1)(headline)}** [The run](${run.url})`;
    return [
        `**${(0,markdown/* escapeText */.X1)(result.title)}**`,
        `${(0,markdown/* escapeText */.X1)((0,approval_record/* describeApproval */.x)(result.approval))}. [Run](${run.url}), snapshot \`${result.snapshot}\`, plan \`${result.digest.slice(0, 12)}\`.`,
        ...result.failed.map(({ change, status, message }) => `- ${status}: ${(0,markdown/* codeSpan */.SS)(change)} ${(0,markdown/* escapeText */.X1)(message ?? '')}`),
        ...[...result.claim.differs, ...result.claim.notCompared].map(({ resource, reason, detail }) => `- ${rollback_report/* WHY */.b$[reason]}: ${(0,markdown/* codeSpan */.SS)(resource)} ${(0,markdown/* escapeText */.X1)(detail)}`),
        ...(result.areas === null ? [] : [`${(0,markdown/* escapeText */.X1)((0,areas/* statesText */.W0)(result.areas))}.`]),
        ...(result.manual.length === 0 ? [] : [`Do by hand: ${result.manual.map(markdown/* codeSpan */.SS).join(', ')}`]),
        pulls === '' ? '' : (0,markdown/* escapeText */.X1)(pulls),
        ...heldBack(result),
        ...(result.incident === null
            ? []
            : [
                `Incident \`${result.incident.id}\`; the head of its record is \`${result.incident.head}\`. \`rewind incident verify --head\` proves that the record still contains it.`,
            ]),
        ...result.kept.map(({ what, since }) => `Kept since ${since}: ${(0,markdown/* escapeText */.X1)(what)}.`),
        ...(result.undo === null
            ? []
            : [
                `To undo this: start the rollback workflow with \`undo: ${result.digest.slice(0, 12)}\`, or \`${result.undo}\`.`,
            ]),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}


/***/ }),

/***/ 12657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ Journal),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Vk: () => (/* binding */ overtakenIn),
/* harmony export */   ZQ: () => (/* binding */ begunIn),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58795);




const entry = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    event: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['open', 'before', 'run', 'begin', 'end', 'fail', 'stage', 'backup', 'finish']),
    /** URL of the workflow run, key of the change, name of the stage, id of the snapshot (`before`, `backup`), or digest of the plan. */
    what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    note: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    /** Of the lock that the run held. A later run has a higher one, whatever its clock says. */
    order: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().optional(),
});
const NEWLINE = 0x0a;
/**
 * Records the begin and the end of each step: one JSON line each. A line is on disk (fsync) before its step begins, so the
 * journal stays correct even after a kill. It never holds a secret.
 */
class Journal {
    path;
    clock;
    previous;
    file;
    order;
    /** @param previous entries of earlier runs of the same plan */
    constructor(path, clock, previous = []) {
        this.path = path;
        this.clock = clock;
        this.previous = previous;
        (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_2__/* .makeFolder */ .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        this.file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a', 0o600);
        // A kill in the middle of a write leaves half a line, which must not swallow the next one.
        const written = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
        if (written.length > 0 && written.at(-1) !== NEWLINE)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, '\n');
    }
    /** @param order of the lock that the run took; null where the store has no lock */
    lockedAs(order) {
        this.order = order ?? undefined;
    }
    record(event, what, note) {
        const line = { at: this.clock.now().toISOString(), event, what, note, order: this.order };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.file);
    }
    /** Notes which attempt of which workflow run opened the journal, before it does anything. */
    opened(url, attempt) {
        this.record('open', url, attemptNote(attempt));
    }
    /** True if an earlier run began to carry out the plan. */
    wasBegun() {
        return this.previous.some(({ event }) => event === 'run');
    }
    /** True if an earlier attempt of this workflow run began the plan. @param url URL of the run */
    wasBegunBy(url) {
        return url !== '' && this.previous.some(({ event, note }) => event === 'run' && note?.endsWith(`; run ${url}`));
    }
    /** All entries: earlier runs, then this one. */
    entries() {
        return [...this.previous, ...parseJournal((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, 'utf8'))];
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.file);
    }
}
const attemptNote = (attempt) => `attempt ${attempt}`;
/** The entries of one attempt of a workflow run; null if it did not open this journal. */
function entriesOf(entries, url, attempt) {
    const from = entries.findLastIndex(({ event, what, note }) => event === 'open' && what === url && note === attemptNote(attempt));
    if (from < 0)
        return null;
    const own = entries.slice(from + 1);
    const next = own.findIndex(({ event }) => event === 'open');
    return next < 0 ? own : own.slice(0, next);
}
/** Drops a last line that a crash truncated: its step was not begun. */
function parseJournal(text) {
    return text.split('\n').flatMap((line) => {
        if (line === '')
            return [];
        try {
            return [entry.parse(JSON.parse(line))];
        }
        catch {
            return [];
        }
    });
}
/**
 * The changes that the runs of this journal began, and those of them that did not end.
 * @param overtaken keys of changes that count as not begun
 */
function begunIn(entries, overtaken = new Set()) {
    const ever = new Set();
    const open = new Set();
    for (const { event, what } of entries) {
        if (overtaken.has(what))
            continue;
        if (event === 'begin') {
            ever.add(what);
            open.add(what);
        }
        if (event === 'end')
            open.delete(what);
    }
    return { ever, open };
}
/**
 * Keys of the changes that another plan took up after the runs of this journal: what these runs left of them is gone. The
 * order in which the runs took the lock decides, whatever their clocks say. Only a store without a lock leaves it to the clocks.
 * @param others the journals of the other plans
 * @param event what another plan must have noted of the change
 */
function overtakenIn(own, others, event) {
    const last = new Map(own.flatMap((entry) => (entry.event === 'begin' ? [[entry.what, entry]] : [])));
    const later = others.flat().filter((entry) => {
        const begun = last.get(entry.what);
        return entry.event === event && begun !== undefined && isLater(entry, begun);
    });
    return new Set(later.map(({ what }) => what));
}
const isLater = (a, b) => a.order === undefined || b.order === undefined ? a.at > b.at : a.order > b.order;


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
        .map(({ level, resource, message, remedy, code }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(remedy)}`;
        return `${level}: [${resource}] ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(message)} (${code})${next}`;
    })
        .join('\n');
}
function findingsMarkdown(findings) {
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
}


/***/ }),

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50525);





/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs into a commit. */
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
        if (code === 'EEXIST')
            return;
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        if (code !== 'ENOENT' || parent === path || isFolder(parent))
            throw error;
        makeFolder(parent, mode);
        makeFolder(path, mode);
    }
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
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


/***/ }),

/***/ 24085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ bothEnds),
/* harmony export */   b: () => (/* binding */ mapLimited)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * Waits for both ends of a stream: the pipeline that fills `between`, and the reader that empties it. If one end fails, the
 * other one only sees a broken stream, so the first error that says more than that is the cause.
 *
 * @throws the cause
 */
async function bothEnds(between, filling, reading) {
    const failures = [];
    const end = (work) => work.catch((error) => {
        failures.push(error);
        // A reader that failed may have left the stream open; then the pipeline would wait for it without end.
        between.destroy(node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) ? error : undefined);
    });
    await Promise.all([end(filling), end(reading)]);
    if (failures.length > 0)
        throw failures.find((error) => !isBrokenStream(error)) ?? failures[0];
}
/** As `Promise.all` over `items.map(work)`, with at most `limit` at once: each may hold an open file or a connection. */
async function mapLimited(items, limit, work) {
    const results = [];
    // The workers share one iterator, so each takes the next item that is left.
    const left = items.entries();
    const worker = async () => {
        for (const [at, item] of left)
            results[at] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}
function isBrokenStream(error) {
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error))
        return false;
    const code = 'code' in error ? error.code : undefined;
    return (error.name === 'AbortError' ||
        code === 'ERR_STREAM_PREMATURE_CLOSE' ||
        code === 'ERR_STREAM_DESTROYED' ||
        code === 'EPIPE');
}


/***/ }),

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9966);



const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @throws RewindError credential-missing
 */
function createGitHub(ctx, given) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = given ?? ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const request = async (call, schema, send) => {
        const { rest } = await (octokit ??= loadOctokit(ctx, token, baseUrl));
        const responses = [];
        const fetch = async (url, init) => {
            const response = await ctx.http.request(requestOf(call, url, init), schema);
            responses.push(response);
            return Response.json(response.data ?? null);
        };
        try {
            await send(rest, { owner, repo, headers, request: { fetch } });
        }
        catch (error) {
            throw unwrapped(error);
        }
        const [response] = responses;
        if (response === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    return {
        repository,
        request,
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
                    return null;
                throw error;
            }
        },
        all: async (call, schema, itemsOf, send) => {
            const read = async (page) => itemsOf(await request(call, schema, (rest, target) => send(rest, { ...target, per_page: PAGE, page })));
            const first = await read(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2)));
                return [...items, ...others.flatMap((page) => page.items)];
            }
            for (let page = 2, last = first; last.items.length === PAGE; page += 1) {
                last = await read(page);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({
            url: `${baseUrl}/repos/${repository}${path}`,
            headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        }),
    };
}
function requestOf({ what, permission, repeatable }, url, init) {
    const { method, headers, body } = init;
    return {
        service: 'GitHub',
        what,
        method,
        url,
        headers,
        body,
        repeatable,
        deadlineMs: DEADLINE_MS,
        // A secondary limit may come with status 403 and without a header; it says nothing about permissions.
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4794)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ commentsNamed),
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const comment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    issue_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
});
/** Whose name is on what a job's own token writes. A login with brackets belongs to an app; no person can take it. */
const AUTHOR = 'github-actions[bot]';
const markerOf = (name) => `<!-- rewind:${name} -->`;
const isOurs = ({ body, user }, marker) => body?.startsWith(marker) === true && user?.type === 'Bot' && user.login === AUTHOR;
/** GitHub rejects longer bodies. */
const LIMIT = 65_000;
/**
 * Creates or updates one comment in an issue or a pull request, identified by an invisible marker and by its author.
 * Each person who may comment can write the marker too. Such a comment is not updated, because its author could edit it later. With a token
 * that is not the job's own, each call creates a comment.
 *
 * @param name of the comment: letters, digits, dashes
 * @returns its URL
 */
async function upsertComment(github, issue, name, body, permission) {
    const marker = markerOf(name);
    const cut = `${body.slice(0, LIMIT)}\n\n… truncated: the summary of the run holds the rest.`;
    const text = `${marker}\n${body.length > LIMIT ? cut : body}`;
    const comments = await github.all({ what: `read the comments of #${issue}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: issue }));
    const existing = comments.find((one) => isOurs(one, marker));
    const saved = existing === undefined
        ? await github.request({ what: `comment in #${issue}`, permission }, comment, (rest, target) => rest.issues.createComment({ ...target, issue_number: issue, body: text }))
        : await github.request({ what: `update the comment in #${issue}`, permission, repeatable: true }, comment, (rest, target) => rest.issues.updateComment({ ...target, comment_id: existing.id, body: text }));
    return saved.html_url;
}
/**
 * The comments of the repository with a name, that `upsertComment` wrote since a moment.
 * @param since ISO 8601
 * @throws HttpFailure
 */
async function commentsNamed(github, name, since, permission) {
    const comments = await github.all({ what: 'read the comments of the repository', permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listCommentsForRepo({ ...target, since }));
    return comments.flatMap((one) => {
        const number = /\/issues\/(\d+)$/.exec(one.issue_url)?.[1];
        return number === undefined || !isOurs(one, markerOf(name))
            ? []
            : [{ issue: Number(number), body: one.body ?? '' }];
    });
}


/***/ }),

/***/ 35567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   UM: () => (/* binding */ readReviews),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const environment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    can_admins_bypass: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    protection_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        reviewers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
        prevent_self_review: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        wait_timer: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    }))
        .optional(),
    deployment_branch_policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ protected_branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), custom_branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() })
        .nullish(),
});
const policies = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    total_count: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
});
/** @returns null if the environment does not exist (a job that names it would create it without protection) */
async function readEnvironment(github, name) {
    const data = await github.find({ what: `read the environment "${name}"`, permission: 'actions: read' }, environment, (rest, target) => rest.repos.getEnvironment({ ...target, environment_name: name }));
    if (data === null)
        return null;
    const rules = data.protection_rules ?? [];
    const review = rules.find(({ type }) => type === 'required_reviewers');
    return {
        name,
        reviewers: review?.reviewers?.length ?? 0,
        preventSelfReview: review?.prevent_self_review ?? false,
        // Counts an unknown value as allowed, GitHub's default.
        adminsBypass: data.can_admins_bypass ?? true,
        openTo: await openRefs(github, name, data.deployment_branch_policy),
        waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    };
}
/** A policy is only as narrow as its patterns: `*` is any branch, and anyone with push access can push a tag. */
async function openRefs(github, name, policy) {
    if (!policy)
        return ['any branch'];
    if (policy.protected_branches)
        return [];
    const listed = await github.all({ what: `read the branches of the environment "${name}"`, permission: 'actions: read' }, policies, (page) => ({ items: page.branch_policies, total: page.total_count }), (rest, target) => rest.repos.listDeploymentBranchPolicies({ ...target, environment_name: name }));
    return listed.flatMap(({ name: pattern = '', type }) => {
        if (type === 'tag')
            return [`the tags "${pattern}"`];
        return /^[*/]+$/.test(pattern) ? ['any branch'] : [];
    });
}
/** GitHub compares the names of environments without regard to case. */
const isSameName = (one, other) => one.toLowerCase() === other.toLowerCase();
const reviews = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    environments: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
}));
/** Approvals of a run for one environment. GitHub REST API, "Get the review history for a workflow run". */
async function readApprovals(github, runId, environment) {
    return ((await readReviews(github, runId))
        .filter(({ state, environments }) => state === 'approved' && environments.some((name) => isSameName(name, environment)))
        // A deleted user is nobody who could be asked.
        .filter(({ login }) => login !== null)
        .map(({ login, comment }) => ({ login: login ?? '', comment })));
}
/** All reviews of a run: `approved` or `rejected`. None of a run that GitHub does not know. */
async function readReviews(github, runId) {
    const data = await github.find({ what: 'read who approved this run', permission: 'actions: read' }, reviews, (rest, target) => rest.actions.getReviewsForRun({ ...target, run_id: runId }));
    return (data ?? []).map(({ state, environments, user, comment }) => ({
        state,
        environments: environments.flatMap(({ name }) => name ?? []),
        login: user?.login ?? null,
        comment: comment ?? '',
    }));
}


/***/ })

};
