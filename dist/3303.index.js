export const id = 3303;
export const ids = [3303];
export const modules = {

/***/ 78648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeApproval)
/* harmony export */ });
/** "requested by ada; approved by bob" */
function describeApproval({ requestedBy, kind, approvedBy, skipped }) {
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}`;
    const omitted = skipped === null ? '' : `; skipped: ${skipped}`;
    return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${omitted}`;
}


/***/ }),

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

/***/ 78029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(33220);
/* harmony import */ var _engine_journal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12657);
/* harmony import */ var _services_github_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44903);
/* harmony import */ var _cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49837);
/* harmony import */ var _services_github_comments_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(706);
/* harmony import */ var _services_github_deployments_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94986);
/* harmony import */ var _services_github_environment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35567);
/* harmony import */ var _services_github_pulls_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(19694);
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(37470);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(36447);
/* harmony import */ var _report_areas_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(24408);
/* harmony import */ var _report_rollback_report_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(45815);
/* harmony import */ var _report_result_file_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(38028);
/* harmony import */ var _approval_approval_record_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(78648);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(99859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2529);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(78101);





















const incident = {
    ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_16__/* .text */ .Qq)('issue', 'Number or URL of the incident issue; the outcome is posted there.'),
    allowed: 'the number or the URL of an issue of this repository',
    parse: (given) => {
        const number = /^(?:#|https:\/\/.*\/(?:issues|pull)\/)?(\d{1,9})$/.exec(given)?.[1];
        return number === undefined ? undefined : Number(number);
    },
    absent: null,
};
/**
 * Runs in a separate job without production credentials. Tries each part even if another one fails.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_15__/* .defineCommand */ .N)({
    name: 'record',
    summary: 'Record a rollback in GitHub: update the Deployments page and comment in the incident issue.',
    flags: { out: _cli_flags_js__WEBPACK_IMPORTED_MODULE_16__/* .FLAGS */ .Wg.out, incident },
    examples: ['record --incident 42'],
    verdicts: ['rolled-back', 'not-recovered', 'incomplete', 'unknown'],
    async run(session) {
        const { run, inputs } = session;
        if (run === null)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', '"record" runs only in a GitHub Actions workflow.');
        const github = (0,_services_github_client_js__WEBPACK_IMPORTED_MODULE_5__.createGitHub)(session.context);
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
                const { message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asRewindError */ .m2)(error);
                problems.push(`${what}: ${message} ${remedy}`);
                return '';
            }
        };
        const findings = await quarantine(session, github, result, run, done);
        const commit = result?.commit ?? null;
        if (result !== null && commit !== null) {
            await attempt('Deployments page', () => deployments(github, result, commit, run));
        }
        const pulls = commit === null || result?.recovery === true
            ? ''
            : await attempt('Pull requests', () => rolledBack(github, commit, run.sha));
        if (inputs.incident !== null) {
            const { incident } = inputs;
            await attempt(`Issue #${incident}`, async () => {
                const body = incidentComment(result, headline, run, pulls);
                return `Commented in #${incident}: ${await (0,_services_github_comments_js__WEBPACK_IMPORTED_MODULE_7__/* .upsertComment */ .l)(github, incident, `run-${run.runId}`, body, 'issues: write')}`;
            });
        }
        return {
            exit: problems.length === 0 ? 0 : 1,
            json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_17__/* .toJson */ .a)({ ok: problems.length === 0, done, problems, findings }),
            text: [
                (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_18__/* .textOf */ .b6)([headline, ...done.map((line) => `  ${line}`), ...problems.map((line) => `  FAILED: ${line}`)]),
                ...(findings.length === 0 ? [] : [(0,_report_findings_js__WEBPACK_IMPORTED_MODULE_11__/* .findingsText */ ._g)(findings)]),
            ].join('\n'),
            summary: [
                `## ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(headline)}`,
                ...done.map((line) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(line)}`),
                ...problems.map((line) => `- ❌ ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(line)}`),
                ...(findings.length === 0 ? [] : [(0,_report_findings_js__WEBPACK_IMPORTED_MODULE_11__/* .findingsMarkdown */ .O9)(findings)]),
                ...heldBack(result),
            ].join('\n\n'),
            outputs: { verdict: result?.verdict ?? 'unknown' },
        };
    },
}));
/** The result of this attempt of this run. A self-hosted runner may still hold that of an earlier one. */
async function readResult(session, run) {
    const path = session.path((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(session.inputs.out, 'result.json'));
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return null;
    const result = (0,_report_result_file_js__WEBPACK_IMPORTED_MODULE_14__/* .parseResult */ .F)(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8')));
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
            done.push(await (0,_cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_6__/* .showHeld */ .xB)(github, place, result.incident?.id ?? '', run.url));
        }
        catch (error) {
            const finding = (0,_cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_6__/* .statusNotWritten */ .zM)(place, 'failure', error);
            context.log.warn(`${finding.message} (${finding.code})`);
            findings.push({ ...finding, resource: 'github' });
        }
    }
    return findings;
}
/** Each commit that is held back, with the command that lifts it. */
const heldBack = (result) => (result?.incident?.quarantined ?? []).map(({ commit, lift }) => `Commit ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .codeSpan */ .SS)(commit.slice(0, 12))} is held back. To lift it: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .codeSpan */ .SS)(lift)}`);
async function deployments(github, result, commit, run) {
    const what = result.recovery ? 'Recovered by Rewind' : `Rolled back to snapshot ${result.snapshot}`;
    const said = result.incident === null ? what : `${what}; incident head ${result.incident.head}`;
    const { live, created, inactive } = await (0,_services_github_deployments_js__WEBPACK_IMPORTED_MODULE_8__/* .recordLive */ .e)(github, result.environment, commit, run.url, said);
    const others = inactive.length === 0 ? '' : `; ${inactive.length} other(s) marked inactive`;
    return `Deployments page: ${commit.slice(0, 7)} is live (${created ? 'new ' : ''}deployment ${live})${others}`;
}
async function rolledBack(github, base, head) {
    const pulls = await (0,_services_github_pulls_js__WEBPACK_IMPORTED_MODULE_10__/* .pullsBetween */ .RO)(github, base, head);
    if (pulls.length === 0)
        return 'No pull request was rolled back.';
    return `No longer live: ${pulls.map(({ number, title }) => `#${number} ${title}`).join('; ')}`;
}
/** Explains a missing result: the reader must know whether anything was changed. */
async function withoutResult(session, github, run) {
    const journal = session.path((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(session.inputs.out, 'journal'));
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(journal) ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(journal) : [];
    const texts = await Promise.all(files.map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(journal, name), 'utf8')));
    const own = texts.flatMap((text) => (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .entriesOf */ .Mc)((0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJournal */ .z8)(text), run.url, run.attempt) ?? []);
    const opened = texts.some((text) => (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .entriesOf */ .Mc)((0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJournal */ .z8)(text), run.url, run.attempt) !== null);
    if (own.some(({ event }) => event === 'begin')) {
        return 'The rollback did NOT finish: it was stopped part-way. Run the failed job again; it continues from its journal.';
    }
    if (opened) {
        const which = run.attempt === 1 ? 'Nothing was changed' : `Attempt ${run.attempt} changed nothing`;
        return `${which}: the rollback stopped before its first change. See the job log for the reason.`;
    }
    const rejected = await (0,_services_github_environment_js__WEBPACK_IMPORTED_MODULE_9__/* .readReviews */ .UM)(github, run.runId).then((reviews) => reviews.filter(({ state }) => state === 'rejected'), () => []);
    const [first] = rejected;
    if (first) {
        const why = first.comment === '' ? '' : `: ${first.comment}`;
        return `Nothing was changed: ${first.login} did not approve the rollback${why}.`;
    }
    return 'No result file was found. Check the job log, then run "rewind plan" to see what remains.';
}
function incidentComment(result, headline, run, pulls) {
    if (result === null)
        return `**${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(headline)}** [The run](${run.url})`;
    return [
        `**${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(result.title)}**`,
        `${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)((0,_approval_approval_record_js__WEBPACK_IMPORTED_MODULE_20__/* .describeApproval */ .x)(result.approval))}. [Run](${run.url}), snapshot \`${result.snapshot}\`, plan \`${result.digest.slice(0, 12)}\`.`,
        ...result.failed.map(({ change, status, message }) => `- ${status}: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .codeSpan */ .SS)(change)} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(message ?? '')}`),
        ...[...result.claim.differs, ...result.claim.notCompared].map(({ resource, reason, detail }) => `- ${_report_rollback_report_js__WEBPACK_IMPORTED_MODULE_13__/* .WHY */ .b$[reason]}: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .codeSpan */ .SS)(resource)} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(detail)}`),
        ...(result.areas === null ? [] : [`${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)((0,_report_areas_js__WEBPACK_IMPORTED_MODULE_12__/* .statesText */ .W0)(result.areas))}.`]),
        ...(result.manual.length === 0 ? [] : [`Do by hand: ${result.manual.map(_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .codeSpan */ .SS).join(', ')}`]),
        pulls === '' ? '' : (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(pulls),
        ...heldBack(result),
        ...(result.incident === null
            ? []
            : [
                `Incident \`${result.incident.id}\`; the head of its record is \`${result.incident.head}\`. \`rewind incident verify --head\` proves that the record still contains it.`,
            ]),
        ...result.kept.map(({ what, since }) => `Kept since ${since}: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_19__/* .escapeText */ .X1)(what)}.`),
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

/***/ 38028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ rollbackResult),
/* harmony export */   F: () => (/* binding */ parseResult),
/* harmony export */   Zk: () => (/* binding */ writeResult)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58795);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98479);
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22186);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8892);
/* harmony import */ var _probes_probe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10377);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(24408);
/* harmony import */ var _rollback_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(45815);











const result = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_10__/* .literal */ .euz('rewind-result'),
    ok: zod__WEBPACK_IMPORTED_MODULE_10__/* .boolean */ .zMY(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(['rolled-back', 'not-recovered', 'incomplete']),
    title: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    /** True for a plan forwards. */
    recovery: zod__WEBPACK_IMPORTED_MODULE_10__/* .boolean */ .zMY(),
    /** What is proven of production, and what is not. */
    claim: _engine_claim_js__WEBPACK_IMPORTED_MODULE_5__/* .claimSchema */ .qy,
    /** What the probes say of each part of the system; null if none ran. */
    areas: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        area: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(_probes_probe_js__WEBPACK_IMPORTED_MODULE_7__/* .AREAS */ .xS),
        state: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_6__/* .RECOVERIES */ .Ym),
        /** Ids of the probes that watch it. */
        probes: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
        why: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    }))
        .nullable(),
    environment: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    applied: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        change: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
        message: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
    })),
    /** Number of changes that a new plan would contain; null if production could not be read again. */
    remaining: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig().nullable(),
    manual: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
    /** Command that undoes it; null if it changed nothing. */
    undo: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
    /** Snapshot that holds the state before it. */
    before: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
    /** What it put aside, e.g. the previous database. */
    kept: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ resource: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), what: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), since: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), drop: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP() })),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig(),
    /** Steps, in milliseconds since the program began. */
    timeline: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig(), to: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig() })),
    /** The record that the rollback wrote to; null if none was written. */
    incident: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        /** Its head, `SEQ:HASH`. */
        head: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        /** Commits that are held back, each with the command that lifts it. */
        quarantined: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ commit: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), lift: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP() })),
    })
        .nullable(),
    /** Commit that production serves now; null if it is unknown or the deployment was not switched. */
    commit: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
    approval: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        requestedBy: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(['reviewed', 'expedited', 'none', 'command line']),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
        skipped: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
        url: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
        attempt: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig().nullable(),
    }),
    report: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ markdown: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), html: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP() }),
});
function rollbackResult(facts, rest) {
    const { manifest, approved, outcomes, live, claim, manual, undo, before, kept, approval, timeline, watched, tookMs } = facts;
    const verdict = (0,_rollback_report_js__WEBPACK_IMPORTED_MODULE_9__/* .verdictOf */ .Vj)(facts);
    const done = outcomes.filter(({ status }) => status === 'done');
    return {
        kind: 'rewind-result',
        ...rest,
        ok: verdict === 'rolled-back',
        verdict,
        claim,
        areas: watched?.areas.map((one) => ({
            area: one.area,
            state: one.state,
            probes: [...one.probes],
            why: (0,_areas_js__WEBPACK_IMPORTED_MODULE_8__/* .whyOf */ .gf)(one, watched),
        })) ?? null,
        environment: manifest.environment,
        snapshot: manifest.id,
        digest: approved.digest,
        recovery: approved.recovers !== undefined,
        applied: done.map(({ change }) => (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change)),
        failed: outcomes
            .filter(({ status }) => status !== 'done')
            .map(({ change, status, error }) => ({
            change: (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change),
            status,
            code: error?.code ?? null,
            message: error?.message ?? null,
        })),
        remaining: 'notRead' in live || live.failures.length > 0 ? null : (0,_rollback_report_js__WEBPACK_IMPORTED_MODULE_9__/* .remainingOf */ ._1)(live).length,
        manual: manual.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN),
        undo,
        before,
        kept: kept.map(({ resource, what, since, drop }) => ({ resource, what, since, drop })),
        durationMs: tookMs,
        timeline: [...timeline.entries],
        approval: { ...approval, approvedBy: [...approval.approvedBy] },
    };
}
/** @param text JSON without secrets */
async function writeResult(path, text) {
    (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${text}\n`);
}
/** @throws RewindError plan-unreadable */
function parseResult(content) {
    const parsed = result.safeParse(content);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-unreadable', 'Another version of Rewind wrote the result file.', {
        problems: parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
}


/***/ }),

/***/ 45815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ rollbackReport),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   _1: () => (/* binding */ remainingOf),
/* harmony export */   b$: () => (/* binding */ WHY)
/* harmony export */ });
/* harmony import */ var _approval_approval_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78648);
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22186);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98479);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);







/** What a plan is called. */
const wordsOf = ({ undoes, recovers }) => recovers !== undefined
    ? { name: 'Recovery', done: 'Recovered' }
    : undoes === null
        ? { name: 'Rollback', done: 'Rolled back' }
        : { name: 'Undo', done: 'Undone' };
const WORD = { done: 'done', failed: 'FAILED', 'not-begun': 'not begun' };
/** Reports the done changes, the open changes and the next steps. */
function rollbackReport(facts) {
    const title = headline(facts);
    const next = nextSteps(facts);
    return {
        title,
        timeline: facts.timeline,
        watched: facts.watched,
        text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)([title, ...lines(facts), ...next]),
        markdown: markdown(facts, title, next),
    };
}
/** `not-recovered`: production equals the snapshot, and a probe proves that an area does not work. */
const verdictOf = ({ ok, watched }) => !ok ? 'incomplete' : (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .notRecovered */ .p1)(watched).length > 0 ? 'not-recovered' : 'rolled-back';
function headline({ ok, cancelled, claim, outcomes, tookMs, approved, watched }) {
    const took = (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(tookMs / 1000);
    const sentence = `${claim.sentence}${(0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .areasClause */ .Ir)(watched)}`;
    const byHand = claim.differs.some(({ reason }) => reason === 'by-hand');
    if (ok && outcomes.length === 0)
        return `${byHand ? 'Nothing was changed' : 'Nothing to do'}: ${sentence}.`;
    if (ok)
        return `${wordsOf(approved).done}${byHand ? ' in part' : ''}: ${sentence} (${outcomes.length} change(s), ${took}).`;
    const done = outcomes.filter(({ status }) => status === 'done').length;
    const what = `${wordsOf(approved).name} ${cancelled ? 'cancelled' : 'INCOMPLETE'}`;
    return `${what}: ${done} of ${outcomes.length} change(s) done after ${took}.`;
}
/** Changes that a new plan would contain; none if production was not read again. */
const remainingOf = (live) => ('notRead' in live ? [] : live.plan.changes);
function lines({ outcomes, live, ok, claim, written, watched }) {
    return [
        ...outcomes.map(({ change, status, error, durationMs }) => {
            const why = error ? `: ${error.message}` : '';
            return `  ${WORD[status]}: ${change.target} (${oneLine((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change))}, ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(durationMs / 1000)})${why}`;
        }),
        ...remainingOf(live).map((change) => `  still different: ${change.target} (${oneLine((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change))})`),
        ...(written.length === 0 ? [] : [`  ${writtenText(written)}`]),
        // The title of a success is the claim.
        ...(ok ? [] : [`  ${'notRead' in live ? live.notRead : claim.sentence}`]),
        ...(watched === null ? [] : (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .areasText */ .g_)(watched)),
    ];
}
const oneLine = (text) => text.replaceAll('\n', '; ');
/** "At least 3 row(s) were written since by the application: public.orders (3)" */
function writtenText(written) {
    const rows = written.reduce((sum, { rows: count }) => sum + (count ?? 0), 0);
    const tables = written.map(({ what, rows: count }) => (count === null ? what : `${what} (${count})`)).join(', ');
    return `${rows === 0 ? 'Rows' : `At least ${rows} row(s)`} were written since by the application: ${tables}`;
}
function nextSteps(facts) {
    const { ok, cancelled, outcomes, manual, undo, kept, approved, live, command } = facts;
    const steps = [];
    if (cancelled) {
        steps.push(`Run the same rollback again (digest ${approved.digest}): it goes on where this run stopped.`);
    }
    else if (!ok && outcomes.some(({ status }) => status !== 'done')) {
        const remedies = new Set(outcomes.flatMap(({ change, error }) => (error ? [`${change.resource}: ${error.remedy}`] : [])));
        steps.push(...remedies);
        steps.push(`Then run the same rollback again (digest ${approved.digest}): it skips the changes that are done.`);
        const failed = new Set(outcomes.filter(({ error }) => error).map(({ change }) => change.resource));
        const waiting = new Set(outcomes.filter(({ status }) => status === 'not-begun').map(({ change }) => change.resource));
        const free = [...waiting].filter((id) => !failed.has(id));
        if (free.length > 0 && approved.recovers === undefined) {
            steps.push(`To apply what was not begun without the rest: ${command(['plan', '--scope', free.join(',')])}. Then get that plan approved.`);
        }
    }
    else if (!ok && remainingOf(live).length > 0) {
        const again = approved.recovers === undefined ? 'plan' : 'recover';
        steps.push(`Run "${command([again])}" to see what remains, get the plan approved, and run it.`);
    }
    const broken = ok ? (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .notRecovered */ .p1)(facts.watched) : [];
    if (broken.length > 0) {
        steps.push(`Production equals the snapshot, and a probe of ${broken.join(' and ')} still fails. Look at the services that production uses, and at what the snapshot does not hold.`, `To watch again, run the same rollback again (digest ${approved.digest}): it skips the changes that are done.`);
    }
    if ('notRead' in live)
        steps.push(`Run "${command(['verify'])}" to see what production is now.`);
    else
        steps.push(...new Set(live.failures.map(({ remedy }) => `${remedy} Then run "${command(['verify'])}".`)));
    steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
    const warnings = outcomes.flatMap(({ status, change: { resource, target, warnings: of } }) => status === 'done' ? of.map((warning) => `Keep in mind for ${resource} (${target}): ${warning}`) : []);
    steps.push(...new Set(warnings));
    steps.push(...kept.map(({ what, since, name, drop }) => {
        const way = name === undefined ? drop : command(['recover', '--drop-database', name]);
        return `Kept since ${since}: ${what}. When nobody needs it: ${way}`;
    }));
    if (undo !== null) {
        // A restore beside production replaces no data: what it made is not in the snapshot that an undo returns to.
        const stays = outcomes.flatMap(({ status, change }) => status === 'done' && change.database === 'restore' && change.undo?.includes('rewind undo') === false
            ? [`It does not undo ${change.target}. To undo that: ${change.undo}`]
            : []);
        const hasData = outcomes.some(({ change }) => change.database !== undefined);
        const data = hasData && stays.length === 0 ? ', data included' : '';
        steps.push([`To undo this ${wordsOf(approved).name.toLowerCase()}${data}: ${undo}`, ...stays].join('. '));
    }
    return steps.length === 0 ? [] : ['What next:', ...steps.map((step) => `  - ${step}`)];
}
/** Why a resource is not among the equal ones, for a reader. */
const WHY = {
    changed: 'differs',
    'by-hand': 'must be restored by hand',
    'database-mode': 'left as it is by choice',
    later: 'kept: it was changed after the deploy',
    'out-of-scope': 'not compared: out of scope',
    'not-in-snapshot': 'not compared: not in the snapshot',
    'not-configured': 'not compared: not in the configuration',
    unreadable: 'not compared: could not be read again',
    'unreadable-value': 'not compared: a value cannot be read',
};
/** Rows of a table before the rest is folded. */
const ROWS = 25;
function markdown(facts, title, next) {
    const { reason, manifest, approved, timeline, claim, written, watched } = facts;
    const red = redFacts(facts);
    const parts = [
        `## ${verdictOf(facts) === 'rolled-back' ? '✅' : '❌'} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(title)}`,
        red.length === 0 ? '' : red.map((line) => `- 🔴 ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line)}`).join('\n'),
        `${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)((0,_approval_approval_record_js__WEBPACK_IMPORTED_MODULE_6__/* .describeApproval */ .x)(facts.approval))}${reason === null ? '' : `\n\nReason: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(reason)}`}`,
        next.length === 0
            ? ''
            : `### ${next[0] ?? ''}\n\n${next
                .slice(1)
                .map((line) => listItem(line.trim()))
                .join('\n')}`,
        outcomesTable(facts),
        `### Proof\n\n${PROOF_ICON[claim.verdict]} Captured again: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(claim.sentence)}.`,
        written.length === 0 ? '' : (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(`${writtenText(written)}.`),
        notEqualTable(claim),
        watched === null ? '' : (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .areasMarkdown */ .eq)(watched),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .details */ .zH)('Timeline', timeline.mermaid()),
        `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
/** What is not as it must be, the failures first. */
function redFacts({ outcomes, live, watched }) {
    const notBegun = outcomes.filter(({ status }) => status === 'not-begun').length;
    return [
        ...outcomes.flatMap(({ change, status, error }) => status === 'failed' ? [`Failed: ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change)}: ${error?.message ?? 'no reason is known'}`] : []),
        ...(notBegun === 0 ? [] : [`Not begun: ${notBegun} of ${outcomes.length} change(s)`]),
        ...('notRead' in live ? [`Not proven: ${live.notRead}`] : []),
        ...remainingOf(live).map((change) => `Still different: ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change)}: ${oneLine((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change))}`),
        ...(0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .notRecovered */ .p1)(watched).map((area) => `Does not work: ${area}`),
    ];
}
function outcomesTable({ outcomes, live }) {
    if (outcomes.length === 0)
        return '';
    const head = ['', 'What', 'Before', 'Now', 'Took'];
    const rows = outcomes.map(({ change, status, durationMs }) => [
        status === 'done' ? '✅' : status === 'failed' ? '❌' : '⏸️',
        `${change.resource}: ${change.target}`,
        change.before ?? 'absent',
        (0,_engine_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .presentValue */ .p)(change, live) ?? 'not read again',
        (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(durationMs / 1000),
    ]);
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .foldedTable */ .vd)(head, rows, ROWS);
}
function notEqualTable({ differs, notCompared }) {
    const left = [...differs, ...notCompared];
    if (left.length === 0)
        return '';
    const rows = left.map(({ resource, reason, detail }) => [resource, WHY[reason], detail]);
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .foldedTable */ .vd)(['Resource', 'Why it is not called equal', 'What'], rows, ROWS);
}
const PROOF_ICON = { equal: '✅', 'partly-compared': '🟡', differs: '🟡', 'not-compared': '❓' };
/** A line of our own list: its bullet stays, its text is escaped. */
const listItem = (line) => line.startsWith('- ') ? `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line.slice(2))}` : (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line);


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
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
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
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const comment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
});
/** Whose name is on what a job's own token writes. A login with brackets belongs to an app; no person can take it. */
const AUTHOR = 'github-actions[bot]';
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
    const marker = `<!-- rewind:${name} -->`;
    const cut = `${body.slice(0, LIMIT)}\n\n… truncated: the summary of the run holds the rest.`;
    const text = `${marker}\n${body.length > LIMIT ? cut : body}`;
    const comments = await github.all({ what: `read the comments of #${issue}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: issue }));
    const existing = comments.find(({ body: old, user }) => old?.startsWith(marker) === true && user?.type === 'Bot' && user.login === AUTHOR);
    const saved = existing === undefined
        ? await github.request({ what: `comment in #${issue}`, permission }, comment, (rest, target) => rest.issues.createComment({ ...target, issue_number: issue, body: text }))
        : await github.request({ what: `update the comment in #${issue}`, permission, repeatable: true }, comment, (rest, target) => rest.issues.updateComment({ ...target, comment_id: existing.id, body: text }));
    return saved.html_url;
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
