export const id = 8138;
export const ids = [8138];
export const modules = {

/***/ 7424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ postmortem)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(90829);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(61022);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/markdown-cut.js
var markdown_cut = __webpack_require__(10166);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/report/incident.js
var incident = __webpack_require__(1550);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
;// CONCATENATED MODULE: ./lib/incident/postmortem-record.js


const postmortem_record_all = (entries, kind) => entries.filter((entry) => entry.kind === kind);
/** An approval that takes longer is late. */
const LONG_WAIT_MS = 10 * 60_000;
/** Levels that say that something is wrong. */
const WRONG = ['watch', 'mitigate', 'roll-back'];
/** @param entries of a sound record, at least one */
function readingOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    if (first === undefined || last === undefined)
        throw new Error('a record has an entry');
    const status = (0,incident_status/* statusOf */.c2)(entries);
    const spans = (0,incident_status/* spansOf */.Ly)(entries);
    const verdicts = postmortem_record_all(entries, 'verdict').filter(({ data }) => WRONG.includes(data.level));
    const planned = postmortem_record_all(entries, 'planned').filter(({ data }) => data.plan === 'rollback');
    const rolledBack = (0,incident_status/* rollbacksOf */.NV)(entries);
    const undone = postmortem_record_all(entries, 'rolled-back').filter(({ data }) => data.undoes !== null);
    const helped = postmortem_record_all(entries, 'mitigated');
    const watches = postmortem_record_all(entries, 'observed');
    const open = new Set((0,incident_status/* openObligations */.CJ)(status).map(({ id }) => id));
    const obligations = [...new Map(postmortem_record_all(entries, 'obligation').map((entry) => [entry.data.id, entry])).values()];
    return {
        ...{ entries, first, last, status, spans, verdicts, planned, rolledBack, undone, helped, obligations },
        seen: verdicts[0],
        worst: worstOf(verdicts),
        closed: postmortem_record_all(entries, 'closed').at(-1),
        noRelease: planned.filter(({ data }) => data.releasedAt === undefined),
        failed: rolledBack.filter(({ data }) => !data.ok),
        notDone: [...undone, ...helped, ...postmortem_record_all(entries, 'lifted'), ...postmortem_record_all(entries, 'recovered')].filter(({ data }) => !data.ok),
        verified: postmortem_record_all(entries, 'verified'),
        restored: (0,incident_status/* restoredAt */.yP)(entries),
        lacking: watches.filter(({ data }) => data.areas.some(({ state }) => state === 'not-recovered')),
        whole: watches.filter(({ data }) => data.areas.length > 0 && data.areas.every(isRecovered)),
        left: obligations.filter(({ data }) => open.has(data.id)),
        openCount: open.size,
        unfinished: unfinishedOf(entries),
        untold: [...lastSteps(entries).values()].filter(({ data }) => data.step === 'not-sent' || data.step === 'perhaps-sent'),
        isLate: spans.approvalWaitMs !== null && lengthOf(spans.approvalWaitMs) >= LONG_WAIT_MS,
    };
}
const [RECOVERED] = vocabulary/* RECOVERIES */.Ym;
const isRecovered = ({ state }) => state === RECOVERED;
const lengthOf = ({ from, to }) => Date.parse(to) - Date.parse(from);
function worstOf(verdicts) {
    const found = new Map();
    for (const entry of verdicts) {
        const key = JSON.stringify([entry.data.criterion, entry.data.probe]);
        const before = found.get(key);
        if (before === undefined || before.data.bad < entry.data.bad)
            found.set(key, entry);
    }
    return [...found.values()];
}
/** The last step of each message. */
const lastSteps = (entries) => new Map(postmortem_record_all(entries, 'told').map((entry) => [entry.data.message, entry]));
/** Plans that are to be finished. No entry opens this obligation: the approval does. */
function unfinishedOf(entries) {
    return (0,incident_status/* openObligations */.CJ)((0,incident_status/* statusOf */.c2)(entries)).flatMap(({ kind, items: [digest], what, discharge }) => {
        const ofPlan = entries.filter(({ data }) => 'digest' in data && data.digest === digest);
        const entry = ofPlan.findLast((one) => one.kind === 'approved' || one.kind === 'planned');
        if (kind !== 'unfinished-rollback' || entry === undefined)
            return [];
        return [{ entry, what, discharge, hasEnd: ofPlan.some(({ seq, data }) => seq > entry.seq && 'ok' in data) }];
    });
}

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
;// CONCATENATED MODULE: ./lib/report/postmortem-facts.js




const fact = (text, ...from) => ({ text, from });
/**
 * What the record of an incident says for its post-mortem. Pure: every number and time comes from an entry.
 * @param entries of a sound record, at least one
 */
function factsOf(entries) {
    const reading = readingOf(entries);
    return { ...storyOf(reading), ...lessonsOf(reading), actions: actionsOf(reading), evidence: evidenceOf(reading) };
}
/** What happened. */
function storyOf(reading) {
    const { first, last, status, spans, seen, verdicts, worst, closed, planned, rolledBack, undone } = reading;
    const { verified, restored, obligations, unfinished, openCount } = reading;
    const ended = rolledBack.at(-1);
    return {
        summary: [
            fact(`The incident "${status.title}" was opened at ${first.at}. Severity: ${status.severity ?? 'not stated'}.`, first),
            ...(ended === undefined ? [] : [fact(`The last rollback ended at ${ended.at}: ${ended.data.title}`, ended)]),
            ...unfinished.flatMap(({ entry, hasEnd }) => hasEnd ? [] : [fact(`No end of the plan that was approved at ${entry.at} is in the record.`, entry)]),
            ...undone.slice(-1).map((entry) => fact(`The last undo ended at ${entry.at}: ${entry.data.title}`, entry)),
            ...verified.slice(-1).map((entry) => fact(sentence(entry), entry)),
            closed === undefined
                ? fact(`The incident is not closed. ${(0,runtime_text/* plural */.LS)(openCount, 'obligation of the record is', 'obligations of the record are')} open.`, last)
                : fact(`The incident was closed at ${closed.at}: ${closed.data.reason}`, closed),
        ],
        impact: [
            ...spanFact(spans, 'deployToRestoredMs', 'Failed deployment recovery time (from deploy to restored)'),
            ...spanFact(spans, 'detectedToRestoredMs', 'From detected to restored'),
            ...(restored === undefined ? [] : [fact(`"Restored" is this verification: ${sentence(restored)}`, restored)]),
            ...worst.map((entry) => fact(measured(entry.data), entry)),
            ...obligations.filter(({ data }) => DATA.has(data.kind)).map(obligationFact),
        ],
        detection: [
            seen === undefined
                ? fact(`No verdict of a watch is in the record. The record begins at ${first.at}.`, first)
                : fact(`A watch reached the level "${seen.data.level}" at ${seen.data.reachedAt}: ${measured(seen.data)}`, seen),
            ...(seen === undefined ? [] : proofOf(seen)),
        ],
        trigger: [
            ...planned.flatMap((entry) => entry.data.releasedAt === undefined
                ? []
                : [fact(`The deploy was captured at ${entry.data.releasedAt}, just after it was made.`, entry)]),
            ...(seen?.data.deployment == null ? [] : [fact(`The watched deployment is ${seen.data.deployment}.`, seen)]),
            ...obligations
                .filter(({ data }) => data.kind === 'quarantined-commit')
                .map((entry) => fact(`The rollback took this code out of production: ${entry.data.items.join(', ')}.`, entry)),
        ],
        causes: [
            ...verdicts.flatMap((entry) => (entry.data.suspect === null ? [] : [fact(SUSPECTS[entry.data.suspect], entry)])),
            ...planned.map((entry) => fact(`${(0,runtime_text/* plural */.LS)(entry.data.changes, 'change')} lay between production and snapshot ${entry.data.snapshot} (database mode of the plan: ${entry.data.database}).`, entry)),
        ],
        resolution: reading.entries
            .filter(({ kind }) => RESOLUTION.has(kind))
            .map((entry) => fact(`${timeOf(entry)}: ${sentence(entry)}`, entry)),
    };
}
/** What went well and what did not. */
function lessonsOf(reading) {
    const { first, seen, helped, rolledBack, failed, notDone, verified, whole, lacking, noRelease } = reading;
    return {
        well: [
            ...(seen !== undefined && seen.seq <= 2 ? [fact('A watch noticed the failure first.', seen)] : []),
            ...helped
                .filter(({ data }) => data.ok)
                .map((entry) => fact(`A mitigation was in effect: ${entry.data.title}`, entry)),
            ...rolledBack
                .slice(0, 1)
                .filter(({ data: { ok, runs, manual } }) => ok && runs === 1 && manual.length === 0)
                .map((entry) => fact('The first run of the rollback did everything.', entry)),
            ...verified.filter(({ data }) => data.ok).map((entry) => fact(sentence(entry), entry)),
            ...whole.map((entry) => fact(`Every watched area recovered: ${sentence(entry)}`, entry)),
        ],
        badly: [
            ...[...failed, ...notDone]
                .sort((a, b) => a.seq - b.seq)
                .map((entry) => fact(`Not everything succeeded${runOf(entry)}: ${entry.data.title}`, entry)),
            ...rolledBack
                .filter(({ data: { ok, manual } }) => ok && manual.length > 0)
                .map((entry) => fact(`The rollback left this to a person: ${entry.data.manual.join(', ')}.`, entry)),
            ...reading.unfinished.map(({ entry, what }) => fact(what, entry)),
            ...verified.filter(({ data }) => !data.ok).map((entry) => fact(sentence(entry), entry)),
            ...lacking.map((entry) => fact(`An area did not recover: ${sentence(entry)}`, entry)),
            ...waitOf(reading),
            ...reading.untold.map((entry) => fact(sentence(entry), entry)),
        ],
        lucky: [
            ...(seen === undefined ? [fact('No watch saw the failure, and it was noticed all the same.', first)] : []),
            ...noRelease.map((entry) => fact('There was no release capture: the plan could not tell the deploy from later changes.', entry)),
            ...rolledBack
                .filter(({ data: { ok, runs } }) => ok && runs > 1)
                .map((entry) => fact(`Run ${entry.data.runs} of the rollback did what earlier runs left open.`, entry)),
        ],
    };
}
/** What prevents the next incident, or makes it shorter. */
function actionsOf(reading) {
    const { first, seen, worst, helped, failed, noRelease, untold, unfinished, left } = reading;
    return [
        { kind: 'prevent', ...fact('Find the root cause, and remove it.', seen ?? first) },
        ...(seen === undefined
            ? [{ kind: 'detect', ...fact('Add a probe that sees this failure: no watch reported it.', first) }]
            : []),
        ...worst.map((entry) => ({
            kind: 'detect',
            ...fact(`Add a test case that fails as the probe ${entry.data.probe} did (criterion ${entry.data.criterion}).`, entry),
        })),
        ...(helped.length === 0
            ? [{ kind: 'mitigate', ...fact('Decide what would ease such a failure before a rollback.', first) }]
            : []),
        ...failed.flatMap((entry) => entry.data.failed.length === 0
            ? []
            : {
                kind: 'mitigate',
                ...fact(`Find out how these changes of the rollback failed: ${entry.data.failed.join(', ')}.`, entry),
            }),
        ...waitOf(reading).map((one) => ({
            kind: 'process',
            ...one,
            text: `Make the approval faster. ${one.text}`,
        })),
        ...noRelease.map((entry) => ({
            kind: 'process',
            ...fact('Take a release capture after each deploy.', entry),
        })),
        ...untold.map((entry) => ({
            kind: 'process',
            ...fact(`Repair the channel: ${sentence(entry)}.`, entry),
        })),
        ...unfinished.map(({ entry, discharge }) => ({
            kind: 'process',
            ...fact(`Finish the plan, or say why it stays unfinished: ${discharge}`, entry),
        })),
        ...left.map((entry) => ({
            kind: 'process',
            ...fact(`${entry.data.what} To discharge: ${entry.data.discharge}`, entry),
        })),
        { kind: 'process', ...fact('Add to the runbook what was missing in it.', first) },
    ];
}
function evidenceOf({ entries, last }) {
    return [
        ...runsOf(entries),
        ...postmortem_record_all(entries, 'planned').map((entry) => fact(`Plan ${entry.data.digest} (${entry.data.plan}), snapshot ${entry.data.snapshot}`, entry)),
        fact(`Head of the record: ${last.seq}:${last.hash}`, last),
    ];
}
const RESOLUTION = new Set([
    ...['mitigated', 'lifted', 'planned', 'approved', 'rolled-back', 'verified', 'observed', 'recovered'],
]);
/** Obligations about data. */
const DATA = new Set([
    ...['kept-database', 'replication-left', 'events-to-replay'],
]);
const SUSPECTS = {
    shared: 'The previous deployment failed too: suspect what both share, the database or a service.',
    deploy: 'The previous deployment did not fail: suspect what the deploy changed.',
};
const sentence = (entry) => (0,incident/* sentenceOf */.$N)(entry).replace(/^./, (letter) => letter.toUpperCase());
const timeOf = ({ at, data }) => ('startedAt' in data ? `From ${data.startedAt} to ${at}` : `At ${at}`);
const obligationFact = (entry) => fact(entry.data.what, entry);
function spanFact(spans, name, title) {
    const span = spans[name];
    if (span === null)
        return [];
    if (lengthOf(span) < 0) {
        const clocks = `${title} is not known: it would end at ${span.to}, before it began at ${span.from}. The clocks disagree.`;
        return [fact(clocks, ...span.entries)];
    }
    return [fact(`${title}: ${(0,progress/* seconds */.YA)(lengthOf(span) / 1000)}, from ${span.from} to ${span.to}.`, ...span.entries)];
}
/** A late approval is worth a word. */
const waitOf = ({ spans, isLate }) => isLate ? spanFact(spans, 'approvalWaitMs', 'The plan waited for its approved run') : [];
const runOf = ({ data }) => 'runs' in data ? ` (run ${data.runs} of the plan)` : '';
const measured = ({ criterion, probe, rule, bad, total }) => `${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad.`;
function proofOf(entry) {
    const { normal, evidence, threshold } = entry.data;
    const parts = [
        ...(normal === null ? [] : [`normal is up to ${(100 * normal).toFixed(1)} %`]),
        ...(evidence === null || threshold === null
            ? []
            : [`the evidence was ${evidence.toFixed(1)}, and ${threshold.toFixed(1)} was needed`]),
    ];
    return parts.length === 0 ? [] : [fact(`Evidence: ${parts.join('; ')}.`, entry)];
}
/** Each run once, with its first entry. */
function runsOf(entries) {
    const runs = new Map();
    for (const entry of entries) {
        if (entry.run !== null && !runs.has(entry.run))
            runs.set(entry.run, entry);
    }
    return [...runs].map(([url, entry]) => fact(`Run ${url}`, entry));
}

;// CONCATENATED MODULE: ./lib/report/postmortem.js






/** The parts of a post-mortem that become issues of their own. */
const PARTS = ['root-cause', 'test-cases', 'documentation'];
/** Questions that a record cannot answer. They ask how, not why, and for nobody's name. */
const ASK = {
    impact: 'How many users were affected, how did they notice it, and what did it cost? The record does not say.',
    trigger: 'How did this change reach production, and how did it pass the checks before?',
    causes: 'How did each condition contribute? Describe systems and decisions, not persons.',
    well: 'What else went well?',
    badly: 'What else went badly, and how did it look to those who were there?',
    lucky: 'What else could have been worse?',
    tests: 'How would a test have seen this before the deploy?',
    documentation: 'How did the runbook help, and what was missing in it?',
};
const ask = (question) => `_${ASK[question]}_`;
/** Number of an entry as it stands behind each figure and each time. As code, GitHub makes no link to an issue of it. */
const refs = (from) => [...new Set(from.map(({ seq }) => seq))].map((seq) => (0,markdown/* codeSpan */.SS)(`[#${seq}]`)).join(' ');
const line = ({ text, from }) => `- ${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(text))} ${refs(from)}`;
function section(title, facts, question) {
    const lines = facts.map(line);
    const shown = lines.length === 0 && question === undefined ? ['The record says nothing about it.'] : lines;
    return [`### ${title}`, ...(shown.length === 0 ? [] : [shown.join('\n')]), ...(question ? [ask(question)] : [])].join('\n\n');
}
/**
 * The post-mortem of an incident in Markdown, from its record alone.
 * @param entries of a sound record, at least one
 */
function postmortemMarkdown(entries, { most = Infinity } = {}) {
    for (let shown = entries.length;; shown = Math.floor(shown / 2)) {
        const text = withTimeline(entries, shown);
        if (text.length <= most)
            return text;
        if (shown === 0)
            return (0,markdown_cut/* cutMarkdown */.G)(text, { most, rest: 'The option `--file` writes the whole text.' });
    }
}
function withTimeline(entries, shown) {
    const { id, environment, title } = (0,incident_status/* statusOf */.c2)(entries);
    const facts = factsOf(entries);
    return `${[
        `## Post-mortem: ${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(title))}`,
        `Incident ${(0,markdown/* codeSpan */.SS)(id)} of ${(0,markdown/* codeSpan */.SS)(environment)}. Each ${(0,markdown/* codeSpan */.SS)('[#n]')} is the number of an entry of its record. The lines in italics are questions: answer them in place.`,
        section('Summary', facts.summary),
        section('Impact', facts.impact, 'impact'),
        section('Detection', facts.detection),
        section('Trigger', facts.trigger, 'trigger'),
        section('Contributing causes', facts.causes, 'causes'),
        section('Resolution', facts.resolution),
        timeline(entries, shown),
        section('What went well', facts.well, 'well'),
        section('What went badly', facts.badly, 'badly'),
        section('Where we were lucky', facts.lucky, 'lucky'),
        '### Action items',
        (0,markdown/* tableOfMarkup */.O7)(['Kind', 'Action', 'Owner', 'Due', 'From'], facts.actions.map(({ kind, text, from }) => [kind, (0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(text)), '', '', refs(from)])),
        section('Evidence', facts.evidence),
    ].join('\n\n')}\n`;
}
function timeline(entries, shown) {
    const newest = shown === 0 ? [] : entries.slice(-shown);
    const [first] = newest;
    const cut = newest.length === entries.length
        ? []
        : [
            first === undefined
                ? `The timeline is left out: it is too long for GitHub. The option ${(0,markdown/* codeSpan */.SS)('--file')} writes it.`
                : `The entries before ${refs([first])} are left out: they are too long for GitHub. The option ${(0,markdown/* codeSpan */.SS)('--file')} writes them.`,
        ];
    const rows = newest.map((entry) => [
        entry.at,
        (0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)((0,incident/* sentenceOf */.$N)(entry))),
        `${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(entry.by))}${entry.run === null ? '' : `, ${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(entry.run))}`} ${refs([entry])}`,
    ]);
    return [
        '### Timeline (UTC)',
        ...cut,
        ...(rows.length === 0 ? [] : [(0,markdown/* tableOfMarkup */.O7)(['Time', 'What', 'Source'], rows)]),
    ].join('\n\n');
}
/** Title of the issue. */
const postmortemTitle = (entries) => `Post-mortem: ${(0,runtime_text/* oneLine */.TN)((0,incident_status/* statusOf */.c2)(entries).title)}`;
/** One part as an issue of its own. */
function partOf(entries, part) {
    const { id, title } = (0,incident_status/* statusOf */.c2)(entries);
    const facts = factsOf(entries);
    const detect = facts.actions.filter(({ kind }) => kind === 'detect');
    const process = facts.actions.filter(({ kind }) => kind === 'process');
    const of = `Of the post-mortem of incident ${(0,markdown/* codeSpan */.SS)(id)}. Each ${(0,markdown/* codeSpan */.SS)('[#n]')} is the number of an entry of its record.`;
    const named = (what, sections) => ({
        title: `${what}: ${(0,runtime_text/* oneLine */.TN)(title)}`,
        body: `${[of, ...sections].join('\n\n')}\n`,
    });
    switch (part) {
        case 'root-cause':
            return named('Root cause', [
                section('Trigger', facts.trigger, 'trigger'),
                section('Contributing causes', facts.causes, 'causes'),
            ]);
        case 'test-cases':
            return named('Test cases to add', [section('What was not tested', detect, 'tests')]);
        case 'documentation':
            return named('Documentation', [section('What to document', process, 'documentation')]);
    }
}

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/services/github/issues.js
var github_issues = __webpack_require__(28012);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/services/github/unedited.js


/**
 * A text for GitHub that Rewind may replace later: its marker, the hash of the text, the text.
 * @param marker by which it is found again
 */
const sealedText = (marker, text) => `${marker}\n${hashLine(text)}\n${text}`;
/** @param before as it is now; null: it is not there. @param text of `sealedText` */
function outcomeOf(marker, before, text) {
    if (before === null)
        return 'created';
    if (!isUnedited(marker, before))
        return 'kept';
    return before.trimEnd() === text.trimEnd() ? 'unchanged' : 'updated';
}
/** True if nobody has edited a text since `sealedText` made it. */
function isUnedited(marker, body) {
    const [first, second, ...rest] = normal(body).split('\n');
    return first === marker && second === hashLine(rest.join('\n'));
}
/** A person's browser sends other line ends; GitHub may cut blanks at the end. */
const normal = (text) => text.replaceAll('\r\n', '\n').trimEnd();
const hashLine = (text) => (0,github_issues/* markerOf */.we)(`sha256/${(0,digest/* sha256 */.sc)(normal(text))}`);

;// CONCATENATED MODULE: ./lib/commands/postmortem/file.js







/** `--file` and `--pull` write the same file, so each one knows that of the other. */
const fileMarker = (incident) => (0,github_issues/* markerOf */.we)(`postmortem/${incident}/file`);
/**
 * Writes the post-mortem to a file of the repository. A file that somebody edited stays as it is.
 * @param root of the repository
 * @param path absolute
 * @throws RewindError input-invalid for a path outside the repository, for one that cannot be written, and for a file that
 *   is something else; disk-full
 */
async function writePostmortem(root, path, entries, incident) {
    if (!(0,files/* isInside */.FK)(root, path)) {
        throw new errors.RewindError('input-invalid', `--file: ${path} is not a file inside the repository ${root}.`, {
            remedy: 'Name a path in the repository. For another place, redirect the output of "rewind postmortem".',
        });
    }
    const marker = fileMarker(incident);
    const text = sealedText(marker, postmortemMarkdown(entries));
    const before = (0,external_node_fs_.existsSync)(path)
        ? await (0,promises_.readFile)(path, 'utf8').catch((error) => {
            throw (0,files/* unwritable */.mP)('file', path, error);
        })
        : null;
    const isBlank = before?.trim() === '';
    if (before !== null && !isBlank && !before.startsWith(marker)) {
        throw new errors.RewindError('input-invalid', `--file: ${path} is not the post-mortem of incident ${incident}.`, {
            remedy: 'Name a new file with --file, or remove this one.',
        });
    }
    const outcome = outcomeOf(marker, isBlank ? null : before, text);
    if (outcome === 'created' || outcome === 'updated')
        await (0,files/* writeOutput */.zh)('file', path, text);
    return outcome;
}

;// CONCATENATED MODULE: ./lib/report/owners.js

/** Files that are named for each owner. */
const NAMED = 10;
/**
 * The owners of changed files. In code spans, so that nobody is mentioned.
 * @param source the file that names the owners
 * @param commits that changed the files
 */
function ownersMarkdown(source, commits, files) {
    const owned = new Map();
    for (const { name, owners } of files) {
        const who = owners.length === 0 ? 'nobody' : owners.map((owner) => (0,markdown/* codeSpan */.SS)(owner)).join(', ');
        owned.set(who, [...(owned.get(who) ?? []), name]);
    }
    if (owned.size === 0)
        return '';
    const rows = [...owned].map(([who, names]) => [
        who,
        `${names
            .slice(0, NAMED)
            .map((name) => (0,markdown/* codeSpan */.SS)(name))
            .join(', ')}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}`,
    ]);
    const of = commits.map((sha) => (0,markdown/* codeSpan */.SS)(sha.slice(0, 12))).join(', ');
    return `\n${[
        '### Owners of what changed',
        `Of the files that ${of} changed (GitHub lists at most 300 files of a commit), by ${(0,markdown/* codeSpan */.SS)(source)} of the default branch. Read from GitHub, not from the record.`,
        (0,markdown/* tableOfMarkup */.O7)(['Owners', 'Files'], rows),
    ].join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/services/github/codeowners.js
/** Where GitHub looks, in this order. Only the first file counts. */
const CODEOWNERS_FILES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/**
 * Rules of a CODEOWNERS file, in its order. As GitHub reads it: no negation (`!`), no ranges (`[a-z]`); a line that is not
 * valid is left out. Pure.
 */
function codeownersOf(text) {
    return text.split(/\r?\n/).flatMap((line) => {
        const [pattern = '', ...owners] = line
            .replace(/(^|\s)#.*$/, '')
            .trim()
            .split(/(?<!\\)\s+/);
        const isValid = pattern !== '' && !/^!|[[\]]|^\\#/.test(pattern) && owners.every((owner) => OWNER.test(owner));
        return isValid ? [{ matches: matcherOf(pattern.replaceAll('\\ ', ' ')), owners }] : [];
    });
}
const OWNER = /^(@[\w.-]+(\/[\w.-]+)?|[^@\s]+@[^@\s]+)$/;
/** The owners of a file: those of the last rule that matches. @param path from the root, without a slash before it */
const ownersOf = (rules, path) => rules.findLast(({ matches }) => matches(path))?.owners ?? [];
function matcherOf(pattern) {
    const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
    // A slash at the beginning or in the middle: from the root. Else: at any depth.
    const anchored = pattern.startsWith('/') || bare.includes('/');
    const inside = pattern.endsWith('/') || bare.endsWith('/**');
    // "docs/*" holds the files of the folder, not those of folders in it.
    const only = bare.endsWith('/*');
    const parts = [...(anchored ? [] : ['**']), ...bare.replace(/\/\*\*$/, '').split('/')];
    const rest = (left) => (inside ? left > 0 : !only || left === 0);
    return (path) => {
        const names = path.split('/');
        /** Numbers of names that the parts up to here can have matched. */
        let reached = new Set([0]);
        for (const part of parts) {
            const next = new Set();
            for (const count of reached) {
                if (part === '**')
                    for (let more = count; more <= names.length; more += 1)
                        next.add(more);
                else if (count < names.length && matchesName(part, names[count] ?? ''))
                    next.add(count + 1);
            }
            reached = next;
        }
        return [...reached].some((count) => rest(names.length - count));
    };
}
/** `*` and `?` in one name. Without a regular expression, which would take forever for many stars. */
function matchesName(pattern, name) {
    let [at, inName, star, mark] = [0, 0, -1, 0];
    while (inName < name.length) {
        if (pattern[at] === '*')
            [star, mark, at] = [at, inName, at + 1];
        else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[inName]))
            [at, inName] = [at + 1, inName + 1];
        else if (star >= 0)
            [mark, at, inName] = [mark + 1, star + 1, mark + 1];
        else
            return false;
    }
    return /^\**$/.test(pattern.slice(at));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
;// CONCATENATED MODULE: ./lib/services/github/files.js


const file = schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), sha: schemas/* string */.YjP(), encoding: schemas/* string */.YjP(), content: schemas/* string */.YjP() });
const written = schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }) });
const commit = schemas/* looseObject */._H3({ files: schemas/* array */.YOg(schemas/* looseObject */._H3({ filename: schemas/* string */.YjP() })).default([]) });
/**
 * One file of a branch or commit, up to 1 MB. GitHub REST API, "Get repository content".
 * @returns null if there is none
 * @throws HttpFailure
 */
async function readFile(github, path, ref) {
    const call = { what: `read ${path} of ${ref}`, permission: 'contents: read' };
    const found = await github.find(call, file, (rest, target) => rest.repos.getContent({ ...target, path, ref }));
    return found && { sha: found.sha, text: Buffer.from(found.content, 'base64').toString('utf8') };
}
/**
 * Makes a commit with one file on a branch.
 * @param given.replaces blob that the file has now; null: there is none. GitHub refuses the write if another one is there
 * @throws HttpFailure
 */
async function writeFile(github, given) {
    const { path, branch, message, text, replaces } = given;
    await github.request({ what: `write ${path}`, permission: 'contents: write' }, written, (rest, target) => rest.repos.createOrUpdateFileContents({
        ...{ ...target, path, branch, message, content: Buffer.from(text).toString('base64') },
        ...(replaces === null ? {} : { sha: replaces }),
    }));
}
/** Paths of the files that a commit changed, at most 300; null if GitHub does not know it. @throws HttpFailure */
async function changedFiles(github, sha) {
    const call = { what: `read commit ${sha.slice(0, 12)}`, permission: 'contents: read' };
    try {
        const { files } = await github.request(call, commit, (rest, target) => rest.repos.getCommit({ ...target, ref: sha }));
        return files.map(({ filename }) => filename);
    }
    catch (error) {
        // For a commit that it does not know, GitHub answers with 422.
        if (error instanceof http_failure/* HttpFailure */.HR && (error.status === 422 || error.status === 404))
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/services/github/repository.js
var repository = __webpack_require__(77040);
;// CONCATENATED MODULE: ./lib/commands/postmortem/owners.js





/**
 * Who owns the files that the rolled back commits changed, by CODEOWNERS of the default branch, as a section of the
 * post-mortem. Empty if the record holds back no commit, or the repository has no CODEOWNERS. GitHub tells it, not the
 * record; if it does not, the post-mortem is without it.
 */
async function ownersSection(github, entries, log) {
    const commits = new Set(entries.flatMap(({ kind, data }) => kind === 'obligation' && data.kind === 'quarantined-commit' ? data.items : []));
    if (commits.size === 0)
        return '';
    try {
        const base = await (0,repository/* readDefaultBranch */.y)(github);
        for (const path of CODEOWNERS_FILES) {
            const file = await readFile(github, path, base);
            if (file === null)
                continue;
            const rules = codeownersOf(file.text);
            const changed = await Promise.all([...commits].map((sha) => changedFiles(github, sha)));
            const names = [...new Set(changed.flatMap((files) => files ?? []))].sort();
            return ownersMarkdown(path, [...commits], names.map((name) => ({ name, owners: ownersOf(rules, name) })));
        }
    }
    catch (error) {
        log.warn(`The post-mortem does not name the owners of the changed files: ${(0,errors/* asRewindError */.m2)(error).message}`);
    }
    return '';
}

;// CONCATENATED MODULE: ./lib/commands/postmortem/publish.js






/** Rewind finds its issues by this label. */
const LABEL = 'rewind-postmortem';
/** GitHub rejects longer titles and bodies. */
const LIMITS = { title: 256, body: 65_000 };
const REST = 'The option `--file` writes the whole post-mortem.';
/** The clock of GitHub is not ours. */
const CLOCK_MS = 300_000;
/**
 * Writes the post-mortem as an issue, and each part as a sub-issue of it. Safe against a kill at any request: a second run
 * finds what the first one made. An issue is edited only while nobody else has edited it.
 * @param entries of a sound record, at least one
 * @param owners a further section of the post-mortem
 * @throws HttpFailure
 */
async function publish(github, entries, owners = '') {
    const [first] = entries;
    if (first === undefined)
        return [];
    const name = `postmortem/${first.incident}`;
    const wanted = [
        {
            part: 'post-mortem',
            marker: (0,github_issues/* markerOf */.we)(name),
            title: postmortemTitle(entries),
            body: `${postmortemMarkdown(entries, { most: LIMITS.body - owners.length })}${owners}`,
        },
        ...PARTS.map((part) => ({ part, marker: (0,github_issues/* markerOf */.we)(`${name}/${part}`), ...partOf(entries, part) })),
    ];
    const since = new Date(Date.parse(first.at) - CLOCK_MS).toISOString();
    const found = new Map(await (0,github_issues/* findIssues */.I0)(github, LABEL, wanted.map(({ marker }) => marker), since));
    const [main, ...others] = wanted.map(({ marker }) => marker);
    const [part] = others.flatMap((marker) => found.get(marker) ?? []);
    if (main !== undefined && !found.has(main) && part !== undefined) {
        // Somebody took the label off.
        const parent = await (0,github_issues/* findParent */.gi)(github, part.number, main);
        if (parent !== null)
            found.set(main, parent);
    }
    const issues = [];
    for (const { part, marker, title, body } of wanted) {
        const text = sealedText(marker, (0,markdown_cut/* cutMarkdown */.G)(body, { most: LIMITS.body, rest: REST }));
        const before = found.get(marker);
        if (before !== undefined) {
            issues.push({ part, ...before, outcome: await updated(github, before, marker, text) });
            continue;
        }
        const made = await (0,github_issues/* createIssue */.Ko)(github, { title: (0,runtime_text/* cutText */.IN)(title, LIMITS.title), body: text, label: LABEL });
        if (!(await (0,github_issues/* isFoundAgain */.to)(github, made, marker))) {
            throw new errors.RewindError('api-forbidden', `Issue #${made.number} was created, and a later run would not find it.`, {
                remedy: `GitHub does not say whose token this is. Close ${made.url}, and use the token of a job or of a member.`,
            });
        }
        issues.push({ part, ...made, outcome: 'created' });
    }
    const [parent, ...parts] = issues;
    if (parent !== undefined) {
        const linked = await (0,github_issues/* listSubIssues */.lo)(github, parent.number);
        for (const { id } of parts) {
            if (!linked.includes(id))
                await (0,github_issues/* addSubIssue */.$7)(github, parent.number, id);
        }
    }
    return issues.map(({ part, number, url, outcome }) => ({ part, number, url, outcome }));
}
async function updated(github, { number, body }, marker, text) {
    const outcome = outcomeOf(marker, body, text);
    if (outcome === 'updated')
        await (0,github_issues/* editIssue */._e)(github, number, text);
    return outcome;
}

// EXTERNAL MODULE: ./lib/services/github/branches.js
var branches = __webpack_require__(55692);
;// CONCATENATED MODULE: ./lib/commands/postmortem/pull.js









/** GitHub sends no larger file. */
const MOST = 900_000;
const TITLE = 256;
/**
 * Writes the post-mortem as a file on a branch of its own, and opens a pull request for it. Safe against a kill at any
 * request. A file that somebody edited stays as it is, on the branch and where it was merged.
 * @param entries of a sound record, at least one
 * @param owners a further section of it
 * @returns null without entries
 * @throws RewindError input-invalid if the pull request was merged or closed and the file would change; HttpFailure
 */
async function publishPull(github, entries, owners) {
    const [first] = entries;
    if (first === undefined)
        return null;
    const { incident } = first;
    const [branch, path] = [`rewind/postmortem-${incident}`, `docs/postmortems/${incident}.md`];
    const marker = fileMarker(incident);
    const text = sealedText(marker, `${postmortemMarkdown(entries, { most: MOST })}${owners}`);
    const base = await (0,repository/* readDefaultBranch */.y)(github);
    const tip = await (0,branches/* readBranch */.pG)(github, branch);
    const before = await readFile(github, path, tip ?? base);
    const outcome = outcomeOf(marker, before?.text ?? null, text);
    const writes = outcome === 'created' || outcome === 'updated';
    if (tip === null && !writes)
        return { outcome, path, number: null, url: null };
    const pulls = tip === null ? [] : await (0,branches/* pullsOfBranch */.Gz)(github, branch);
    const [newest] = pulls;
    const open = pulls.find(({ state }) => state === 'open');
    if (open === undefined && newest !== undefined && writes) {
        throw new errors.RewindError('input-invalid', `Pull request #${newest.number} of ${branch} is ${newest.state}.`, {
            remedy: `Delete the branch ${branch}, and run the command again.`,
        });
    }
    if (tip === null)
        await (0,branches/* createBranch */.lY)(github, branch, (await (0,branches/* readBranch */.pG)(github, base)) ?? '');
    const message = `Post-mortem of incident ${incident}`;
    if (writes)
        await writeFile(github, { path, branch, message, text, replaces: before?.sha ?? null });
    const pull = open ??
        newest ??
        (await (0,branches/* createPull */.G7)(github, {
            ...{ head: branch, base, title: (0,runtime_text/* cutText */.IN)(postmortemTitle(entries), TITLE), draft: false },
            body: `The post-mortem of incident ${(0,markdown/* codeSpan */.SS)(incident)}, from its record: ${(0,markdown/* codeSpan */.SS)(path)}. The lines in italics are questions: answer them in the file.\n${owners}`,
        }));
    return { outcome, path, number: pull.number, url: pull.url };
}

;// CONCATENATED MODULE: ./lib/commands/postmortem/index.js














const postmortem_flags = {
    file: (0,flags/* text */.Qq)('file', 'Write the post-mortem to this Markdown file of the repository.'),
    issue: (0,flags/* toggle */.L$)('Write the post-mortem as an issue of the repository, with sub-issues for root cause, test cases and documentation.'),
    pull: (0,flags/* toggle */.L$)('Write the post-mortem as a file in docs/postmortems, on a branch with a pull request.'),
};
/** A view of the record. It writes nothing into the record, so it also works for a closed incident. */
/* harmony default export */ const postmortem = ((0,command/* defineCommand */.N)({
    name: 'postmortem',
    summary: 'Write the post-mortem of an incident from its record, as a file, an issue with sub-issues, or a pull request.',
    arguments: [{ name: 'incident', description: 'Id of the incident. Default: the newest one, open or closed.' }],
    flags: postmortem_flags,
    examples: ['postmortem', 'postmortem --file docs/postmortems/checkout.md', 'postmortem --issue', 'postmortem --pull'],
    notes: [
        'Each figure and each time names the entry of the record that it comes from, as [#3]. What a record cannot tell appears there as a question.',
        'A second run updates the issue or the pull request. It does not change an issue or a file that somebody has edited.',
        'With --issue and --pull, it names the owners of the changed files, if the repository has CODEOWNERS.',
        '--issue needs "issues: write". --pull needs "contents: write" and "pull-requests: write". Both need "contents: read" for the owners.',
    ],
    outputs: ['incident-id'],
    async run(session) {
        const [given] = session.inputs.args;
        const project = await session.open();
        const id = given ?? (await newest(project));
        if (!entry/* INCIDENT_ID */.zP.test(id)) {
            throw (0,entry/* noIncidentId */.H7)(id);
        }
        const entries = await (0,record/* readEntries */.$2)(project.store, project.config.environment, id);
        const markdown = postmortemMarkdown(entries);
        const { file, issue, pull } = session.inputs;
        const written = file === null ? null : await writePostmortem(session.path('.'), session.path(file), entries, id);
        const { issues, proposed } = issue || pull ? await published(session, project, entries) : NOTHING;
        const lines = [
            ...(file === null || written === null ? [] : [`Post-mortem of incident ${id}: ${file} ${WORDS[written]}`]),
            ...issues.map(({ part, number, url, outcome }) => `${part}: issue ${number} ${WORDS[outcome]}, ${url}`),
            ...(proposed === null
                ? []
                : [`${proposed.path} ${WORDS[proposed.outcome]}${proposed.url === null ? '' : `, ${proposed.url}`}`]),
        ];
        return {
            exit: 0,
            json: (0,json/* toJson */.aB)({
                environment: project.config.environment,
                incident: id,
                file,
                written,
                issues,
                pull: proposed,
                markdown,
            }),
            text: lines.length === 0 ? markdown.trimEnd() : (0,runtime_text/* textOf */.b6)(lines),
            summary: markdown,
            outputs: { 'incident-id': id },
        };
    },
}));
const WORDS = {
    created: 'created',
    updated: 'updated',
    unchanged: 'is up to date',
    kept: 'is left as it is, because somebody edited it',
};
/** @throws RewindError incident-not-found */
async function newest({ store, config }) {
    const id = (await (0,record/* listIncidents */.MZ)(store, config.environment)).at(-1);
    if (id !== undefined)
        return id;
    throw new errors.RewindError('incident-not-found', `"${config.environment}" has no incidents.`, {
        remedy: 'An incident opens with the first rollback, or with "rewind incident open --title TEXT".',
    });
}
const NOTHING = { issues: [], proposed: null };
/** Two runs at once could each create the issue. No environment begins with "_", so this lock is not that of a rollback. */
function published(session, project, entries) {
    const { store, config } = project;
    const { issue, pull } = session.inputs;
    const own = { store, config: { ...config, environment: `_postmortem-${config.environment}` } };
    return (0,environment_lock/* underLock */.yP)(session, own, 'postmortem', null, async () => {
        const github = (0,client.createGitHub)(session.context);
        const owners = await ownersSection(github, entries, session.context.log);
        return {
            issues: issue ? await publish(github, entries, owners) : [],
            proposed: pull ? await publishPull(github, entries, owners) : null,
        };
    });
}


/***/ }),

/***/ 99069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Gy: () => (/* binding */ openIncidents),
/* harmony export */   MZ: () => (/* binding */ listIncidents),
/* harmony export */   Q1: () => (/* binding */ INCIDENTS_AT_ONCE),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34903);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61022);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21022);







/**
 * Files of one incident, under `incidents/<environment>/<id>/`:
 *   000001.json …   entries, one object each, never written twice
 *   head.json       number and hash of the last entry, written after it
 */
const folderOf = (environment, id) => `incidents/${environment}/${id}`;
const FILE = /\/(\d{6})\.json$/;
const keyOf = (environment, id, seq) => `${folderOf(environment, id)}/${String(seq).padStart(6, '0')}.json`;
const headKey = (environment, id) => `${folderOf(environment, id)}/head.json`;
const head = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ seq: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().positive(), hash: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() });
/** Times that an entry is placed again because another process wrote the same number. */
const RETRIES = 20;
/** Records that are read at once. */
const INCIDENTS_AT_ONCE = 4;
/** Entries of a record that are read at once. */
const READS = 32;
/** Ids of the incidents of an environment, oldest first. */
async function listIncidents(store, environment) {
    const objects = await store.list(`incidents/${environment}`);
    const own = objects.filter(({ key }) => FILE.test(key) || key.endsWith('/head.json'));
    return [...new Set(own.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _entry_js__WEBPACK_IMPORTED_MODULE_4__/* .INCIDENT_ID */ .zP.test(id)).sort();
}
/**
 * Reads what is there, also if it is damaged.
 * @param known the first entries, as they were read before: entries are never written twice
 * @throws RewindError incident-not-found
 */
async function readRecord(store, environment, id, known = []) {
    const folder = folderOf(environment, id);
    const listed = await store.list(folder);
    const end = await readHead(store, environment, id, listed);
    // Another writer may have added entries after the listing. A head is written after its entry, so a new listing has it.
    const isOld = end !== null && end !== 'unreadable' && !listed.some(({ key }) => key === keyOf(environment, id, end.seq));
    const numbered = (isOld ? await store.list(folder) : listed).flatMap(({ key }) => {
        const seq = FILE.exec(key)?.[1];
        return seq === undefined ? [] : [{ key, seq: Number(seq) }];
    });
    if (numbered.length === 0 && end === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('incident-not-found', `There is no incident ${id} in "${environment}".`);
    }
    const stored = await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .mapLimited */ .bB)(numbered, READS, async ({ key, seq }) => {
        const before = known[seq - 1];
        if (before !== undefined)
            return { seq, entry: before };
        const content = await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text);
        try {
            return { seq, entry: (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(content, key) };
        }
        catch {
            return { seq, entry: null };
        }
    });
    return { stored, head: end };
}
async function readHead(store, environment, id, objects) {
    const key = headKey(environment, id);
    // A writer that was killed between the first entry and its head.
    if (!objects.some((object) => object.key === key))
        return null;
    try {
        return head.parse(JSON.parse(await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)));
    }
    catch {
        return 'unreadable';
    }
}
/**
 * The entries of a sound record.
 * @param known the first entries, as they were read before
 * @throws RewindError incident-not-found, incident-corrupt
 */
async function readEntries(store, environment, id, known = []) {
    const { stored, head: end } = await readRecord(store, environment, id, known);
    const problems = (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsOf */ .G)(stored, id, end);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
    }
    return stored.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}
/**
 * The incidents that are not closed, newest first.
 * @param onDamaged gets the error of each damaged record; the result leaves that incident out
 */
async function openIncidents(store, environment, onDamaged) {
    const open = [];
    for (const id of (await listIncidents(store, environment)).reverse()) {
        try {
            const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_6__/* .statusOf */ .c2)(await readEntries(store, environment, id));
            if (status.closed === null)
                open.push(status);
        }
        catch (error) {
            if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError) || error.code !== 'incident-corrupt')
                throw error;
            onDamaged(error);
        }
    }
    return open;
}
/** Reads and writes one record. Entries with a key are written once. */
class Recorder {
    store;
    environment;
    incident;
    author;
    clock;
    /** The record as this process knows it: each entry is read once, because a record grows. */
    known = null;
    /** True: there may be more entries. */
    isOld = false;
    /** Number of entries that this process copied. */
    carried = 0;
    /** One step at a time: messages are sent beside a rollback, and both write. */
    last = Promise.resolve();
    constructor(store, environment, incident, author, clock) {
        this.store = store;
        this.environment = environment;
        this.incident = incident;
        this.author = author;
        this.clock = clock;
    }
    /**
     * Appends an entry. Safe against a kill at any write and against a second writer: a number is written only once.
     * @returns false if the entry with this key was there already
     * @throws RewindError incident-corrupt, store-unreadable, store-write-failed
     */
    add(kind, data, key = null) {
        return this.inTurn(() => this.append(kind, data, key));
    }
    /** The entries, with those that this process wrote. @throws RewindError incident-not-found, incident-corrupt */
    entries() {
        return this.inTurn(() => this.read(false));
    }
    /** Looks for new entries before the next step: another process may have written. */
    refresh() {
        this.isOld = true;
    }
    inTurn(step) {
        const turn = this.last.then(step, step);
        this.last = turn.catch(() => undefined);
        return turn;
    }
    async append(kind, data, key) {
        const { environment, incident, store } = this;
        for (let tries = 0; tries < RETRIES; tries += 1) {
            const entries = await this.read(kind === 'opened');
            if (key !== null && entries.some((entry) => entry.key === key))
                return false;
            const { by, run, redact } = this.author;
            const at = this.clock.now().toISOString();
            const clean = JSON.parse(redact(JSON.stringify(data)));
            const content = { incident, environment, at, by, run, key, kind, data: clean };
            const entry = (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .chain */ .cy)(content, entries.at(-1));
            await this.carry(entries);
            if (!(await create(store, keyOf(environment, incident, entry.seq), entry))) {
                // Another writer was faster.
                this.isOld = true;
                continue;
            }
            this.known = [...entries, entry];
            await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
            return true;
        }
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('store-write-failed', `Another process keeps writing to incident ${incident}.`);
    }
    async read(first) {
        if (this.known !== null && !this.isOld)
            return this.known;
        this.isOld = false;
        try {
            this.known = await readEntries(this.store, this.environment, this.incident, this.known ?? []);
            return this.known;
        }
        catch (error) {
            if (first && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError && error.code === 'incident-not-found')
                return [];
            this.isOld = true;
            throw error;
        }
    }
    /** An artifact of a run holds the whole record, because the artifacts of earlier runs expire. */
    async carry(entries) {
        if (this.store.expires !== true)
            return;
        for (const entry of entries.slice(this.carried)) {
            await this.store.put(keyOf(this.environment, this.incident, entry.seq), encode(entry));
        }
        this.carried = entries.length;
    }
}
const encode = (content) => Buffer.from(`${JSON.stringify(content)}\n`);
/** @returns false if the object exists. A store that cannot tell is used by one run at a time. */
async function create(store, key, entry) {
    if (store.create !== undefined)
        return store.create(key, encode(entry));
    await store.put(key, encode(entry));
    return true;
}


/***/ }),

/***/ 24408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ areasClause),
/* harmony export */   W0: () => (/* binding */ statesText),
/* harmony export */   eq: () => (/* binding */ areasMarkdown),
/* harmony export */   g_: () => (/* binding */ areasText),
/* harmony export */   gf: () => (/* binding */ whyOf),
/* harmony export */   o3: () => (/* binding */ comparedWith),
/* harmony export */   p1: () => (/* binding */ notRecovered),
/* harmony export */   q9: () => (/* binding */ WORDS)
/* harmony export */ });
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8892);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36447);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60975);




const WORDS = {
    recovered: 'recovered',
    'not-recovered': 'not recovered',
    inconclusive: 'inconclusive',
    'not-watched': 'not watched',
};
const ICONS = { recovered: '🟢', 'not-recovered': '🔴', inconclusive: '⚪', 'not-watched': '➖' };
const OTHER_DOUBTS = {
    unusual: 'something is unusual, and it proves nothing yet',
    settled: 'it failed after the rollback, and the newest samples are good',
    'few-latencies': 'too few response times to compare',
    'no-watch': 'nobody watched after the changes',
};
const DOUBT_TEXTS = { ..._verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .DOUBTS */ .gG, ...OTHER_DOUBTS };
const namesOf = (areas, state) => areas.flatMap((one) => (one.state === state ? [one.area] : []));
/** "recovered: content, performance; not recovered: payments; not watched: data" */
const statesText = (areas) => _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .RECOVERIES */ .Ym.flatMap((state) => {
    const names = namesOf(areas, state);
    return names.length === 0 ? [] : [`${WORDS[state]}: ${names.join(', ')}`];
}).join('; ');
/** Areas that a probe proves to be not recovered. */
const notRecovered = (watched) => watched === null ? [] : namesOf(watched.areas, 'not-recovered');
/** What the title adds to "production equals the snapshot": ", but payments is not recovered; recovered: content" */
function areasClause(watched) {
    if (watched === null)
        return '';
    const bad = notRecovered(watched);
    const [good, open] = [namesOf(watched.areas, 'recovered'), namesOf(watched.areas, 'inconclusive')];
    return [
        bad.length === 0 ? '' : `, but ${bad.join(' and ')} ${bad.length === 1 ? 'is' : 'are'} not recovered`,
        good.length === 0 ? '' : `; recovered: ${good.join(', ')}`,
        open.length === 0 ? '' : `; recovery inconclusive: ${open.join(', ')}`,
    ].join('');
}
/** Why an area has its state, without the text of a service. */
function whyOf({ state, decisive, doubts, probes }, { unwatched }) {
    if (state === 'not-watched')
        return 'no probe';
    if (unwatched !== null)
        return unwatched;
    const found = decisive === null ? [] : [`${decisive.probe}: ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .measureText */ .kD)(decisive)}`];
    const why = [...doubts.map((one) => DOUBT_TEXTS[one]), ...found];
    return why.length === 0 ? `healthy: ${probes.join(', ')}` : why.join('; ');
}
/** What the watch was held to. */
const comparedWith = ({ series }) => series.some(({ before }) => before !== null)
    ? 'compared with the time before the deploy'
    : 'with nothing to compare with: there is no baseline from before the deploy';
/** Lines for a terminal. */
function areasText(watched) {
    const width = Math.max(...watched.areas.map(({ area }) => area.length));
    return [
        `Recovery by area${watched.minutes === 0 ? '' : `, watched for ${watched.minutes} min after the verification`}:`,
        ...watched.areas.flatMap((one) => [
            `  ${one.area.padEnd(width)}  ${WORDS[one.state].padEnd(13)}  ${whyOf(one, watched)}`,
            ...chartsOf(watched, one.area).map((line) => `    ${line}`),
        ]),
        ...(watched.series.length === 0 ? [] : [`  ${LEGEND}`]),
    ];
}
/** For the report and the job summary. */
function areasMarkdown(watched) {
    return [
        `### Recovery by area`,
        watched.minutes === 0
            ? ''
            : `Watched for ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(watched.minutes, 'minute')} after the verification, ${comparedWith(watched)}.`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['', 'Area', 'State', 'Why'], watched.areas.map((one) => [ICONS[one.state], one.area, WORDS[one.state], whyOf(one, watched)])),
        ...(watched.series.length === 0
            ? []
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)('text', watched.areas
                    .flatMap(({ area }) => {
                    const charts = chartsOf(watched, area);
                    return charts.length === 0 ? [] : [area, ...charts.map((line) => `  ${line}`)];
                })
                    .join('\n')),
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeText */ .X1)(LEGEND),
            ]),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
const LEGEND = 'Before the mark │: during the rollback; after it: the watch. The height is the response time, ✗ a failure, · nothing.';
/** "home  ▁▁✗✗│▁▁▁▁  median 12 ms, p95 20 ms, 0 of 60 bad" */
function chartsOf({ series }, area) {
    return series.flatMap(({ during, after }) => {
        if (after.probe.area !== area || during.samples.length + after.samples.length === 0)
            return [];
        const top = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .slowestOf */ .xM)([...during.samples, ...after.samples]);
        const before = during.samples.length === 0 ? '' : (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .chartOf */ .IS)(during, 30, top);
        const why = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .lastFailure */ .xW)(after);
        return [
            after.samples.length === 0
                ? `${after.probe.id}  ${before}│  during the changes: ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesText */ .L4)(during)}`
                : `${after.probe.id}  ${before}│${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .chartOf */ .IS)(after, 60, top)}  ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesText */ .L4)(after)}`,
            ...(why === null ? [] : [`  last failure: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(why)}`]),
        ];
    });
}


/***/ }),

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   bd: () => (/* binding */ moreOf),
/* harmony export */   kC: () => (/* binding */ SHOWN),
/* harmony export */   kM: () => (/* binding */ incidentMarkdown),
/* harmony export */   vV: () => (/* binding */ incidentLine)
/* harmony export */ });
/* harmony import */ var _incident_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34903);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);






/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).length;
    const of = `${open} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(status.obligations.length, 'obligation')} open`;
    const state = status.closed === null ? `open for ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)([
        `Incident ${status.id}: ${incidentLine(status, now)}`,
        ...(status.closed === null
            ? []
            : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
        ...figures(status).map((line) => `  ${line}`),
        ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
        ...open.slice(0, SHOWN).flatMap((obligation) => obligationText(obligation, now)),
        ...moreOf(open).map((line) => `  - ${line}`),
        ...(entries === null
            ? []
            : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${(0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head)}`,
    ]);
}
/** Entries and obligations that are shown: the summary of a job holds 1 MiB. */
const SHOWN = 100;
const newest = (entries) => entries.slice(-SHOWN);
const timelineTitle = ({ length }) => `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;
/** A line about what is not shown, if anything is not. */
const moreOf = ({ length }) => length > SHOWN ? [`… and ${length - SHOWN} more (--json shows all)`] : [];
function obligationText({ id, what, since, discharge }, now) {
    return [
        `  - ${what}`,
        `      since ${since} (${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(since))}); id ${id}`,
        `      to discharge: ${discharge}`,
    ];
}
function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(ms / 1000);
    return [
        ...(deployToRestoredMs === null
            ? []
            : [`from the release capture after the deploy to the verified rollback: ${took(deployToRestoredMs)}`]),
        ...(detectedToRestoredMs === null
            ? []
            : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
        ...(approvalWaitMs === null ? [] : [`from the plan to the start of the approved run: ${took(approvalWaitMs)}`]),
    ];
}
/** An incident for a job summary. */
function incidentMarkdown(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return `${[
        `## Incident ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(status.id)}`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(incidentLine(status, now)),
        ...figures(status).map((line) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line)}`),
        ...(open.length === 0
            ? ['No obligation is open.']
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Not yet normal', 'Since', 'To discharge'], open.slice(0, SHOWN).map(({ what, since, discharge }) => [what, since, discharge])),
                ...moreOf(open),
            ]),
        ...(entries === null
            ? []
            : [
                `### ${timelineTitle(entries)}`,
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['UTC', 'By', 'What'], newest(entries).map((entry) => [entry.at, entry.by, sentenceOf(entry)])),
            ]),
        `Head of the record: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)((0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head))}`,
    ].join('\n\n')}\n`;
}
const TOLD = {
    intent: 'about to be sent',
    sent: 'sent',
    'not-sent': 'NOT SENT',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
};
/** What an entry says. */
function sentenceOf(entry) {
    switch (entry.kind) {
        case 'opened':
            return `opened by ${entry.by}: ${entry.data.title}`;
        case 'note':
            return `${entry.by}: ${entry.data.text}`;
        case 'verdict': {
            const { level, deployment, criterion, probe, rule, bad, total, suspect } = entry.data;
            const shared = suspect === 'shared' ? '; the previous deployment fails too' : '';
            return `verdict on ${deployment ?? 'production'}: ${level} (${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad${shared})`;
        }
        case 'decided':
            return `started ${entry.data.workflow}: ${entry.data.reason}`;
        case 'planned': {
            const { plan, changes, snapshot, database, digest } = entry.data;
            const to = plan === 'rollback' ? ` to snapshot ${snapshot} (database: ${database})` : '';
            return `planned: ${plan}${to}, ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(changes, 'change')}, digest ${digest.slice(0, 12)}`;
        }
        case 'approved':
            return entry.data.how;
        case 'mitigated':
        case 'lifted':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
        case 'observed':
            return `watched for ${entry.data.minutes} min after the rollback: ${(0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .statesText */ .W0)(entry.data.areas)}`;
        case 'obligation':
            return `to be undone or finished: ${entry.data.what}`;
        case 'discharged':
            return `discharged ${entry.data.id}: ${entry.data.how}`;
        case 'told':
            return `message "${entry.data.phase}" to ${entry.data.channel}: ${TOLD[entry.data.step]}`;
        case 'closed':
            return `closed by ${entry.by}: ${entry.data.reason}`;
    }
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

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ assertWritable),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   PJ: () => (/* binding */ isLink),
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
/** True for a symbolic link, also one that leads nowhere. */
const isLink = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
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
    const why = `ENOTDIR: ${path} is a file, or a link that leads nowhere, not a folder`;
    throw Object.assign(new Error(why), { code: 'ENOTDIR' });
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** True if a path lies in a folder that exists. A link in the folder may lead out of it. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder), realPathOf(path));
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/** Links that lead to each other have no end. The limit is that of Linux. */
const MAX_LINKS = 40;
/** With the links resolved, also one to a file that does not exist yet. */
function realPathOf(path, links = MAX_LINKS) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (parent === path)
        return path;
    const real = `${realPathOf(parent, links)}${path.slice(parent === '/' ? 0 : parent.length)}`;
    const target = links === 0 ? null : targetOf(path);
    return target === null ? real : realPathOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real), target), links - 1);
}
/** Null if the path is no link. */
function targetOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path);
    }
    catch {
        return null;
    }
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('input-invalid', `--${flag}: ${path} could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
        remedy: `Name a path with --${flag} that this user can write.`,
        cause: error,
    });
}


/***/ }),

/***/ 46466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SG: () => (/* binding */ bothEnds),
/* harmony export */   bB: () => (/* binding */ mapLimited),
/* harmony export */   v_: () => (/* binding */ bothOf)
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
/** As `Promise.all` for two, but a failure of one waits until the other has ended: nothing is left that still writes. */
async function bothOf(first, second) {
    await Promise.allSettled([first, second]);
    return Promise.all([first, second]);
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


/***/ }),

/***/ 55692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ createPull),
/* harmony export */   Gz: () => (/* binding */ pullsOfBranch),
/* harmony export */   lY: () => (/* binding */ createBranch),
/* harmony export */   mq: () => (/* binding */ createDraft),
/* harmony export */   pG: () => (/* binding */ readBranch),
/* harmony export */   pN: () => (/* binding */ createEmptyCommit)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);


const permission = 'contents: write';
const ref = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ object: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) });
const commit = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    tree: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    committer: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ date: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
});
const pull = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['open', 'closed']),
    draft: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    merged_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
});
/** The commit that a branch points to; null if there is no such branch. @throws HttpFailure */
async function readBranch(github, name) {
    const found = await github.find({ what: `read the branch ${name}`, permission }, ref, (rest, target) => rest.git.getRef({ ...target, ref: `heads/${name}` }));
    return found?.object.sha ?? null;
}
/** Makes a new branch. An existing one is refused, so no branch ever moves. @throws HttpFailure */
async function createBranch(github, name, sha) {
    await github.request({ what: `create the branch ${name}`, permission }, ref, (rest, target) => rest.git.createRef({ ...target, ref: `refs/heads/${name}`, sha }));
}
/**
 * Makes a commit with the files and the time of its parent. The same input is the same commit, so a second call changes
 * nothing.
 * @returns its SHA; null if GitHub does not know the parent
 * @throws HttpFailure
 */
async function createEmptyCommit(github, given) {
    const { parent, message } = given;
    const found = await github.find({ what: `read commit ${parent}`, permission }, commit, (rest, target) => rest.git.getCommit({ ...target, commit_sha: parent }));
    if (found === null)
        return null;
    const author = { name: 'rewind', email: 'rewind@users.noreply.github.com', date: found.committer.date };
    const call = { what: 'create a commit', permission, repeatable: true };
    const made = await github.request(call, commit, (rest, target) => rest.git.createCommit({
        ...target,
        ...{ message, tree: found.tree.sha, parents: [parent], author, committer: author },
    }));
    return made.sha;
}
const pullOf = ({ number, html_url: url, state, draft, merged_at: merged }) => ({
    ...{ number, url, state: merged == null ? state : 'merged', draft: draft === true },
});
/** The pull requests of a branch of this repository, newest first. @throws HttpFailure */
async function pullsOfBranch(github, name) {
    const [owner = ''] = github.repository.split('/');
    const call = { what: `list the pull requests of ${name}`, permission: 'pull-requests: write' };
    return github.all(call, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pull), (page) => ({ items: page.map(pullOf) }), (rest, target) => rest.pulls.list({ ...target, state: 'all', head: `${owner}:${name}` }));
}
/** @throws HttpFailure */
async function createPull(github, given) {
    const call = {
        what: `create a ${given.draft ? 'draft ' : ''}pull request`,
        permission: 'pull-requests: write',
    };
    return pullOf(await github.request(call, pull, (rest, target) => rest.pulls.create({ ...target, ...given })));
}
/**
 * Opens a draft pull request; where GitHub has no drafts (private repositories of free plans), an ordinary one.
 * @throws HttpFailure
 */
async function createDraft(github, given) {
    try {
        return await createPull(github, { ...given, draft: true });
    }
    catch (error) {
        const noDrafts = error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && error.status === 422 && /draft/i.test(JSON.stringify(error.body));
        if (!noDrafts)
            throw error;
        return createPull(github, { ...given, draft: false });
    }
}


/***/ }),

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72201);
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30233);





const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/** All waits of one client for GitHub's limits together. The hourly quota can be further away than that. */
const PATIENCE_MS = 180_000;
/** GitHub asks for a minute at least, where it does not say how long. */
const UNSAID_MS = 60_000;
/** A service that asks for no wait at all must not be asked without end. */
const LEAST_WAIT_MS = 1_000;
const viewer = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ viewer: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }) }).nullish(),
});
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @param patienceMs how long all waits for GitHub's limits may take together; 0 for what nobody must wait for
 * @throws RewindError credential-missing
 */
function createGitHub(ctx, given, patienceMs = PATIENCE_MS) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = given ?? ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const once = async (call, schema, send) => {
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
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    let patience = patienceMs;
    let pause;
    /** Requests that meet the limit at the same time wait together. @throws HttpFailure */
    const waitForLimit = (error) => {
        if (pause !== undefined)
            return pause;
        const wait = Math.max(error.retryAfterMs ?? UNSAID_MS, LEAST_WAIT_MS) * (1 + ctx.random() / 10);
        if (wait > patience)
            throw overLimit(ctx, error);
        patience -= wait;
        ctx.log.info(`GitHub limits the requests of this repository: waiting ${Math.ceil(wait / 1000)} s.`);
        pause = ctx.clock.sleep(wait, ctx.signal).finally(() => (pause = undefined));
        return pause;
    };
    const request = async (call, schema, send) => {
        for (;;) {
            try {
                return await once(call, schema, send);
            }
            catch (error) {
                if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR) || error.code !== 'api-rate-limited')
                    throw error;
                await waitForLimit(error);
            }
        }
    };
    let login;
    const readLogin = async () => {
        const { data } = await ctx.http.request({
            ...{ service: 'GitHub', what: 'read the login of the token', method: 'POST', repeatable: true },
            // GitHub Enterprise Server: /api/v3 and /api/graphql.
            url: ctx.env.url('GITHUB_GRAPHQL_URL', `${baseUrl.replace(/\/v3$/, '')}/graphql`),
            headers: { authorization: `Bearer ${token}` },
            json: { query: '{ viewer { login } }' },
            deadlineMs: DEADLINE_MS,
        }, viewer);
        return data.data?.viewer.login ?? null;
    };
    return {
        repository,
        request,
        login: () => (login ??= readLogin().catch(() => null)),
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
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
/** Every workflow of a repository takes from the same hourly quota, 1,000 requests with GITHUB_TOKEN. */
function overLimit(ctx, { message, status, body, retryAfterMs }) {
    const until = retryAfterMs === undefined ? undefined : new Date(ctx.clock.now().getTime() + retryAfterMs);
    const when = until === undefined ? 'in some minutes' : `after ${until.toISOString().slice(11, 16)} UTC`;
    const remedy = `Run again ${when}. The requests of all workflows of the repository count for this limit: see which of them send many, or give Rewind the token of a GitHub App (github-token), which has its own.`;
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR('api-rate-limited', message, { remedy, retryAfterMs }, status, body);
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
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_4__/* .loadActionsGitHub */ .H_)();
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError ? error.cause : error;
}


/***/ }),

/***/ 28012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ addSubIssue),
/* harmony export */   BC: () => (/* binding */ addComment),
/* harmony export */   I0: () => (/* binding */ findIssues),
/* harmony export */   Ko: () => (/* binding */ createIssue),
/* harmony export */   QR: () => (/* binding */ hasComment),
/* harmony export */   Ry: () => (/* binding */ findIssue),
/* harmony export */   _e: () => (/* binding */ editIssue),
/* harmony export */   gi: () => (/* binding */ findParent),
/* harmony export */   lo: () => (/* binding */ listSubIssues),
/* harmony export */   to: () => (/* binding */ isFoundAgain),
/* harmony export */   wS: () => (/* binding */ closeIssue),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);


const user = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish();
const issue = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    user,
    author_association: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
});
const comment = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(), user, author_association: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const permission = 'issues: write';
const AUTHOR = 'github-actions[bot]';
const MEMBERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/** An invisible line by which a text is found again. @param name letters, digits, dashes, slashes */
const markerOf = (name) => `<!-- rewind:${name} -->`;
/**
 * Everybody who may comment can write a marker. It counts only in a text of the job's own token, of a member, or of the
 * token that is used now: an app of your own, or a member whom GitHub shows to nobody else.
 */
async function isOurs(github, { body, user: author, author_association: association }, marker) {
    if (body?.startsWith(marker) !== true)
        return false;
    if (author?.type === 'Bot' && author.login === AUTHOR)
        return true;
    return MEMBERS.includes(association) || (author != null && author.login === (await github.login()));
}
async function firstOfOurs(github, all, marker) {
    for (const one of all)
        if (await isOurs(github, one, marker))
            return one;
    return null;
}
const issueOf = (one) => ({
    ...{ id: one.id, number: one.number, url: one.html_url, body: one.body ?? '', written: one },
    state: one.state === 'closed' ? 'closed' : 'open',
});
/** False if a later run would not find this issue again. */
const isFoundAgain = (github, { written }, marker) => isOurs(github, written, marker);
/**
 * The issues that begin with one of these markers, by marker. Issues are listed by their label, because the index of the
 * search lags minutes behind.
 * @param since ISO 8601; older issues are not read
 * @throws HttpFailure
 */
async function findIssues(github, label, markers, since) {
    const issues = await github.all({ what: `list the issues with the label ${label}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(issue), (page) => ({ items: page }), (rest, target) => rest.issues.listForRepo({ ...target, labels: label, state: 'all', since }));
    const own = issues.filter((one) => one.pull_request === undefined);
    const found = new Map();
    for (const marker of markers) {
        const one = await firstOfOurs(github, own, marker);
        if (one !== null)
            found.set(marker, issueOf(one));
    }
    return found;
}
/** The number of the issue that begins with a marker; null if there is none. @throws HttpFailure */
async function findIssue(github, label, marker, since) {
    return (await findIssues(github, label, [marker], since)).get(marker)?.number ?? null;
}
/** @throws HttpFailure */
async function createIssue(github, given) {
    const { title, body, label } = given;
    return issueOf(await github.request({ what: 'create an issue', permission }, issue, (rest, target) => rest.issues.create({ ...target, title, body, labels: [label] })));
}
/** @param state opens or closes it in the same request; absent: it stays as it is @throws HttpFailure */
async function editIssue(github, number, body, state) {
    await github.request({ what: `edit issue #${number}`, permission, repeatable: true }, issue, (rest, target) => rest.issues.update({ ...target, issue_number: number, body, ...(state === undefined ? {} : { state }) }));
}
/** Ids of the sub-issues of an issue. GitHub REST API, "List sub-issues". @throws HttpFailure */
async function listSubIssues(github, number) {
    return github.all({ what: `list the sub-issues of #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() })), (page) => ({ items: page.map(({ id }) => id) }), (rest, target) => rest.issues.listSubIssues({ ...target, issue_number: number }));
}
/**
 * Makes an issue a sub-issue.
 * @param id of the issue that becomes a sub-issue, not its number
 * @returns false if it has another parent: somebody moved it
 * @throws HttpFailure
 */
async function addSubIssue(github, number, id) {
    try {
        await github.request({ what: `add a sub-issue to #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), (rest, target) => rest.issues.addSubIssue({ ...target, issue_number: number, sub_issue_id: id }));
        return true;
    }
    catch (error) {
        const moved = error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && error.status === 422 && /one parent/.test(JSON.stringify(error.body));
        if (!moved)
            throw error;
        return false;
    }
}
/** The parent of a sub-issue, if it is ours and begins with the marker; else null. @throws HttpFailure */
async function findParent(github, number, marker) {
    const call = { what: `read the parent of issue #${number}`, permission };
    const parent = await github.find(call, issue, (rest, target) => rest.issues.getParent({ ...target, issue_number: number }));
    return parent !== null && (await isOurs(github, parent, marker)) ? issueOf(parent) : null;
}
/** @throws HttpFailure */
async function closeIssue(github, number) {
    await github.request({ what: `close issue #${number}`, permission, repeatable: true }, issue, (rest, target) => rest.issues.update({ ...target, issue_number: number, state: 'closed' }));
}
/** True if the issue has a comment that begins with the marker. @throws HttpFailure */
async function hasComment(github, number, marker) {
    const comments = await github.all({ what: `read the comments of #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: number }));
    return (await firstOfOurs(github, comments, marker)) !== null;
}
/** @throws HttpFailure */
async function addComment(github, number, body) {
    await github.request({ what: `comment in #${number}`, permission }, comment, (rest, target) => rest.issues.createComment({ ...target, issue_number: number, body }));
}


/***/ }),

/***/ 77040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isPublic),
/* harmony export */   y: () => (/* binding */ readDefaultBranch)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const repository = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ default_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), private: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() });
/** GitHub REST API, "Get a repository". @throws HttpFailure */
const readRepository = (github) => github.request({ what: 'read the repository', permission: 'metadata: read' }, repository, (rest, target) => rest.repos.get(target));
/** The name of the default branch. @throws HttpFailure */
const readDefaultBranch = async (github) => (await readRepository(github)).default_branch;
/** True if everybody can read the repository and its issues. @throws HttpFailure */
const isPublic = async (github) => !(await readRepository(github)).private;


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
