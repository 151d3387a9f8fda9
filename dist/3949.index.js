export const id = 3949;
export const ids = [3949];
export const modules = {

/***/ 53949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runbookMarkdown: () => (/* binding */ runbookMarkdown)
});

// EXTERNAL MODULE: ./lib/config/schema.js + 3 modules
var schema = __webpack_require__(24967);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/runtime/shell-word.js
var shell_word = __webpack_require__(26751);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/runbook/markup.js




/** Outside text as one inert line. */
const plain = (text) => (0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(text).trim());
/** Outside text as code. */
const code = (text) => (0,markdown/* codeSpan */.SS)((0,runtime_text/* oneLine */.TN)(text));
/** Several of them. */
const codes = (texts) => texts.map(code).join(', ');
/** Commands, one a line. No line of them can look like a mark of ours. */
const commands = (...lines) => (0,markdown/* codeBlock */.DV)('sh', lines.join('\n').replaceAll('<!--', '<!\u200b--'));
/** The start of a workflow, and the same on a command line: a person runs one of them. */
const either = (form, lines) => commands(...(form === null ? lines : lines.length === 0 ? [form] : [form, '# or on a command line:', ...lines]));
const list = (...items) => items.flatMap((item) => (item === false || item === null ? [] : [`- ${item.replaceAll('\n', '\n  ')}`])).join('\n');
const paragraphs = (...texts) => texts.filter((text) => text !== false && text !== null && text !== '').join('\n\n');
/** What the configuration or the repository lacks, and how to add it. */
const missing = (what, remedy) => `> ⚠️ **Missing:** ${what} ${remedy}`;
/** A command line of Rewind that works in the root of the repository. */
const rewind = ({ configFile }, ...words) => (0,command_line/* commandLine */.ay)({ inputs: { config: configFile } }, words);
/** The page on which a person starts a workflow, or its name if the repository is unknown. */
function workflowLink({ repository }, { file, name }) {
    const text = `**${plain(name)}**`;
    if (repository === null)
        return `${text} (${code(file)})`;
    return `[${text}](${pageOf(repository, `actions/workflows/${encodeURIComponent(file)}`)})`;
}
/** The settings of the environments. */
const settingsLink = ({ repository }) => repository === null
    ? 'Settings → Environments'
    : `[Settings → Environments](${pageOf(repository, 'settings/environments')})`;
/** The issues with a label, as a word of a sentence. */
const issuesLink = ({ repository }, label) => repository === null ? 'issue' : `[issue](${pageOf(repository, `issues?q=is%3Aissue+label%3A${label}`)})`;
/** The releases of Rewind that the workflows name; null: none does. */
function releasesLink({ repository, callers }) {
    const page = rewindPage({ repository, callers }, 'releases');
    return page === null ? null : `[release](${page})`;
}
/** A page of the repository of Rewind that the workflows name; null: none does. */
function rewindPage({ repository, callers }, page) {
    const program = callers.find(({ source }) => source !== null)?.source ?? null;
    return program === null ? null : `${repository?.server ?? 'https://github.com'}/${program}/${page}`;
}
const capital = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const pageOf = ({ server, name }, page) => `${server}/${name}/${page}`;
/** The same start of a workflow with GitHub's command line. Inputs that the workflow does not have are left out. */
function startCommand({ repository }, { file, inputs }, fields) {
    const known = new Set(inputs?.map(({ name }) => name));
    const words = Object.entries(fields).flatMap(([name, value]) => (known.has(name) ? ['-f', `${name}=${value}`] : []));
    const target = repository === null ? [] : ['--repo', repositoryWord(repository)];
    return ['gh', 'workflow', 'run', file, ...target, ...words].map(shell_word/* shellWord */.r).join(' ');
}
const repositoryWord = ({ server, name }) => server === 'https://github.com' ? name : `${server.replace(/^https?:\/\//, '')}/${name}`;
/** All settings of an entry, so that nothing of the configuration is hidden. @param but keys that the text names */
function settings(entry, but = []) {
    const rows = leavesOf(entry)
        .filter(({ path }) => !but.includes(path))
        .map(({ path, value }) => [code(path), code(value)]);
    return rows.length === 0 ? '' : (0,markdown/* tableOfMarkup */.O7)(['Setting', 'Value'], rows);
}
/** The same behind a click. */
function foldedSettings(summary, entry, but = []) {
    const rows = settings(entry, but);
    return rows === '' ? '' : (0,markdown/* details */.zH)(summary, rows);
}
/** Each value with its path, e.g. `steps[0].name`. An empty list or mapping has none. */
function leavesOf(value, path = '') {
    if (Array.isArray(value))
        return value.flatMap((one, index) => leavesOf(one, `${path}[${index}]`));
    if (typeof value === 'object' && value !== null) {
        return Object.entries(value).flatMap(([key, one]) => leavesOf(one, path === '' ? key : `${path}.${key}`));
    }
    if (value === undefined)
        return [];
    // With its line breaks and quotes, which a code span would lose.
    const text = typeof value === 'string' && !/[\n\t]|^\s|\s$|^$/.test(value) ? value : JSON.stringify(value);
    return [{ path, value: text }];
}
/** Names of variables that the values of an entry read, as `${NAME}`; sorted. */
const variablesIn = (entry) => [
    ...new Set(leavesOf(entry).flatMap(({ value }) => [...value.matchAll(/\$\{([A-Z_][A-Z0-9_]*)\}/g)].map(([, name]) => name ?? ''))),
].sort();
/** `a`, `a and b`, `a, b and c` */
const joined = (parts, last = 'and') => parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;
/** 90 → "90 minutes", 120 → "2 hours", 2880 → "2 days" */
const lasting = (minutes) => minutes % 1440 === 0
    ? (0,runtime_text/* plural */.LS)(minutes / 1440, 'day')
    : minutes % 60 === 0
        ? (0,runtime_text/* plural */.LS)(minutes / 60, 'hour')
        : (0,runtime_text/* plural */.LS)(minutes, 'minute');
/** 0.001 → "0.1 %" */
const percent = (share) => `${Number((share * 100).toPrecision(12))} %`;

;// CONCATENATED MODULE: ./lib/report/runbook/approval.js


/** Who must say yes before anything changes, as a sentence or two. */
function approvers(facts) {
    const { approval, environment, 'self-approval': self } = facts.config;
    const alone = self === 'allow'
        ? 'The person who starts the run may approve it alone.'
        : 'It must not be the person who started the run.';
    switch (approval) {
        case 'required':
            return `A reviewer of the GitHub environment ${code(environment)} approves the plan (${settingsLink(facts)}). ${alone}`;
        case 'comment':
            return `Somebody with write access reads the plan and comments ${code('rewind approve DIGEST')} in the incident issue. ${alone}`;
        case 'digest':
            return 'A person reads the plan of a first run and types its digest into a second run. One person is enough.';
        case 'none':
            return 'Nobody: the rollback runs at once, without approval.';
    }
}
/** What the approver does, step by step. */
function approvalSteps({ approval }) {
    switch (approval) {
        case 'required':
            return [
                'Read the plan in the summary of the run: what changes, what is at risk, what stays. It names its digest.',
                '**A second person:** open the run, choose **Review deployments**, tick the environment, and approve.',
            ];
        case 'comment':
            return [
                'Set **plan-only**. Read the plan in the summary of the run.',
                `**A second person:** read the plan, and comment ${code('rewind approve DIGEST')} in the incident issue, with the first 12 digits of its digest.`,
                'Run the workflow again with the same inputs, without **plan-only**, with **digest** and **incident**.',
            ];
        case 'digest':
            return [
                'Read the plan in the summary of the run. This first run changes nothing.',
                'Run the workflow again with the same inputs, and with the first 12 digits of the digest in **digest**.',
            ];
        case 'none':
            return ['The run plans and rolls back at once. Watch its log; the summary shows the plan and the result.'];
    }
}
/** The rollback without a review; null if the configuration has none. */
function expeditedLane({ expedited }) {
    if (expedited === undefined)
        return null;
    return `**Expedited:** up to ${(0,runtime_text/* plural */.LS)(expedited.minutes, 'minute')} after its snapshot, a rollback that loses nothing, can be undone and leaves the database alone needs only the environment ${code(expedited.environment)}. Rewind chooses that by itself, and the report names what was skipped.`;
}

;// CONCATENATED MODULE: ./lib/report/runbook/facts.js
/** The workflow for a command; those that people can start come first. */
const callerFor = ({ callers }, purpose) => callers
    .filter(({ purposes }) => purposes.includes(purpose))
    .sort((a, b) => Number(b.inputs !== null) - Number(a.inputs !== null))[0] ?? null;
/**
 * True if only workflows keep what a command writes: only a step of a workflow uploads an artifact. A command line reads them
 * with a token, and what it writes stays on its machine (plan, journal, record, the snapshot for the undo).
 */
const keptInWorkflows = ({ config }) => config.store.kind === 'artifact';

;// CONCATENATED MODULE: ./lib/report/runbook/click.js





/** The rollback itself, from the form to the report. */
function click(facts) {
    const { config } = facts;
    const caller = callerFor(facts, 'rollback');
    const line = commands(rewind(facts, 'plan', '--reason', 'WHY'), '# read the plan; then, with the digest that it ends with:', rewind(facts, 'rollback', '--digest', 'DIGEST'));
    if (caller?.inputs == null) {
        return paragraphs(missing(caller === null
            ? 'No workflow of this repository starts a rollback.'
            : `${plain(caller.file)} rolls back, but nobody can start it by hand.`, 'Copy examples/rollback-production.yml to .github/workflows, so that a rollback is one click and one approval.'), paragraphs('Until then, on a machine with the credentials and the identity:', line, staysOnMachine(facts)), `**Who approves:** ${approvers(facts)}`, expeditedLane(config));
    }
    const names = new Set(caller.inputs.map(({ name }) => name));
    const mismatch = caller.environments.environment;
    return paragraphs(mismatch !== undefined && mismatch.toLowerCase() !== config.environment.toLowerCase()
        ? `> ⚠️ **Wrong:** ${code(caller.file)} names the environment ${code(mismatch)}, and the configuration names ${code(config.environment)}: the plan will refuse to run.`
        : null, numbered(`Open ${workflowLink(facts, caller)} and choose **Run workflow**, on the default branch.`, 'Write the reason. Leave everything else as it is to return to the state before the last deploy. The database stays as it is.', ...approvalSteps(config), `Rewind takes a snapshot of what is there now, rolls back, compares production with the snapshot${watches(facts)}, and writes a report. Read its first line.`), 'The same start from a terminal:', commands(startCommand(facts, caller, { reason: 'WHY' })), `**Who approves:** ${approvers(facts)} A plan that is older than ${(0,runtime_text/* plural */.LS)(config['plan-hours'], 'hour')} is refused.`, expeditedLane(config), (0,markdown/* details */.zH)('The form, input by input', (0,markdown/* tableOfMarkup */.O7)(['Input', 'What to write'], caller.inputs.map(row))), names.has('database')
        ? null
        : missing('The form has no input `database`.', 'Copy it from examples/rollback-production.yml.'), keptInWorkflows(facts)
        ? paragraphs('**Without GitHub Actions**, while the API of GitHub answers:', line, staysOnMachine(facts))
        : paragraphs('**Without GitHub**, on a machine with the credentials and the identity:', line));
}
/** What a rollback on a machine leaves behind if the store is not there. */
const staysOnMachine = (facts) => keptInWorkflows(facts)
    ? `Set the variables of [Preparation](#preparation) first. First cancel the runs of the rollback workflow: nothing else keeps two rollbacks apart. Stay on that machine, and keep the folder ${code('.rewind')}: it alone has the journal, the record and the snapshot for the undo.`
    : null;
const row = ({ name, description, required, default: usual, options }) => [
    `${code(name)}${required ? ' (required)' : ''}`,
    [
        plain(description),
        ...(options.length === 0 ? [] : [`One of ${codes(options)}.`]),
        ...(usual === '' ? [] : [`Default: ${code(usual)}.`]),
    ]
        .filter((text) => text !== '')
        .join(' '),
];
const watches = ({ config: { probes, monitor } }) => probes.length === 0 || monitor['after-rollback-minutes'] === 0 ? '' : ', watches it with the probes';
/** Which database mode, and to which snapshot: what a person must decide. */
function choices(facts) {
    const { config } = facts;
    const restorable = config.resources.filter(({ provider }) => ['postgres', 'neon-branch', 'rds-snapshot'].includes(provider));
    const migrations = config.resources.filter(({ provider }) => provider === 'prisma');
    const lists = callerFor(facts, 'list');
    return list(`**Which snapshot:** ${code('latest')} is the newest one from before the deploy that is live. ${code('previous')} goes one further back. ${lists !== null && lists.inputs !== null ? `${workflowLink(facts, lists)} shows all of them.` : `${code(rewind(facts, 'list'))} shows all of them.`}`.trim(), restorable.length + migrations.length > 0 &&
        `**Which database mode:** ${code('none')} leaves the database alone; old code on a newer schema is usually safe.${migrations.length === 0 ? '' : ` ${code('down')} takes back the migrations since the snapshot.`}${restorable.length === 0 ? '' : ` ${code('restore')} brings the rows of the snapshot back, and what was written since is not there any more.`} The plan says what each mode loses and which one it recommends.`, `**Changes of people after the deploy** stay, unless ${code('include-later-changes')} names the resource.`, `**Order:** the deployment first, then the database, then configuration and services. What closes an exposure waits for nothing.`);
}
const numbered = (...steps) => steps.map((step, index) => `${index + 1}. ${step.replaceAll('\n', '\n   ')}`).join('\n');

;// CONCATENATED MODULE: ./lib/report/runbook/after.js




/** What is checked, and what is still not normal. */
function afterwards(facts) {
    const { config } = facts;
    const watched = config.probes.length > 0 && config.monitor['after-rollback-minutes'] > 0;
    const own = config.resources.filter(({ provider }) => provider === 'postgres');
    const carried = own.filter((one) => one.provider === 'postgres' && one.restore !== 'in-place');
    const stripe = config.resources.filter(({ provider }) => provider === 'stripe-webhooks');
    return paragraphs(list('**Automatic:** Rewind captures everything again and compares it with the snapshot. The report says what is equal, what differs, and what was not compared.', watched
        ? `**Automatic:** the probes watch for ${(0,runtime_text/* plural */.LS)(config.monitor['after-rollback-minutes'], 'minute')}; the report says of each area whether it has recovered.`
        : '**By hand:** sign in, buy something, look at the errors. No probe does that for you.', '**Automatic:** production is pinned: a push does not replace the rollback. The commit that was rolled back is held back.', `**By hand:** write down what you saw and did: ${noteWith(facts)}.`, carried.length > 0 &&
        `**By hand, after a restore of ${carried.map(({ id }) => code(id)).join(', ')}:** carry over the rows that were written since. ${code(rewind(facts, 'salvage'))} plans it, ${code(rewind(facts, 'salvage', '--digest', 'DIGEST'))} does it.`, own.length > 0 &&
        stripe.length > 0 &&
        `**By hand, after a restore:** send the events of Stripe again that it took back: ${code(rewind(facts, 'replay'))} plans it.`), 'What is not yet normal, oldest first, each with its command:', show(facts), '**To take the rollback back**, data included:', undo(facts));
}
function noteWith(facts) {
    if (!keptInWorkflows(facts))
        return code(rewind(facts, 'incident', 'note', '--text', 'TEXT'));
    const form = callerFor(facts, 'incident');
    return form?.inputs == null
        ? 'in the issue of the incident'
        : `${workflowLink(facts, form)} with the action ${code('note')}`;
}
/** The record of the incident. */
function show(facts) {
    const form = callerFor(facts, 'incident');
    if (!keptInWorkflows(facts))
        return commands(rewind(facts, 'incident', 'show'));
    return form?.inputs == null
        ? missing('No workflow shows the record of an incident.', 'Copy examples/incident.yml to .github/workflows.')
        : paragraphs(`Start ${workflowLink(facts, form)}, or:`, either(startCommand(facts, form, { action: 'show' }), [rewind(facts, 'incident', 'show')]));
}
function undo(facts) {
    const caller = callerFor(facts, 'rollback');
    const form = caller?.inputs?.some(({ name }) => name === 'undo') === true ? caller : null;
    return paragraphs(either(form === null ? null : startCommand(facts, form, { reason: 'WHY', undo: 'latest' }), keptInWorkflows(facts) && form !== null
        ? []
        : [rewind(facts, 'undo', '--reason', 'WHY'), rewind(facts, 'rollback', '--digest', 'DIGEST')]), 'It is a plan, and approved like any other.');
}
/** A command of the incident: the form of its workflow if only workflows keep the record. */
function onRecord(facts, action, words, fields) {
    const form = callerFor(facts, 'incident');
    return keptInWorkflows(facts) && form?.inputs != null
        ? code(startCommand(facts, form, { action, ...fields }))
        : code(rewind(facts, 'incident', action, ...words));
}
function dropWith(facts) {
    const form = callerFor(facts, 'recover');
    return keptInWorkflows(facts) && form?.inputs?.some(({ name }) => name === 'drop-database') === true
        ? `start ${workflowLink(facts, form)} with its name in **drop-database**`
        : code(rewind(facts, 'recover', '--drop-database', 'NAME'));
}
/** The way forward, until nothing is open. */
function recovery(facts) {
    const { config } = facts;
    const caller = callerFor(facts, 'recover');
    const form = caller?.inputs == null ? null : caller;
    const own = config.resources.some(({ provider }) => provider === 'postgres');
    const promote = form === null && keptInWorkflows(facts)
        ? missing('No workflow leads forward after a rollback.', 'Copy examples/recover-production.yml to .github/workflows.')
        : either(form === null ? null : startCommand(facts, form, { reason: 'WHY', deployment: 'latest' }), keptInWorkflows(facts)
            ? []
            : [
                rewind(facts, 'recover', '--deployment', 'latest', '--reason', 'WHY'),
                rewind(facts, 'rollback', '--digest', 'DIGEST'),
            ]);
    return paragraphs(`${code(rewind(facts, 'recover', '--status'))} shows what is not yet normal, and changes nothing.`, numbered('**By hand:** find the cause, fix it, and deploy the fix. It stays staged while production is pinned. Check it there.', paragraphs(`**Promote the fix.** ${form === null ? 'The plan' : `Start ${workflowLink(facts, form)}; it`} shows the deployment and its commit, and a second person approves.`, promote), `**If the fix needs configuration that the rollback took away:** name its resources, too, in ${form === null || keptInWorkflows(facts) ? '' : `**scope** of the form, or with `}${keptInWorkflows(facts) ? '**scope**' : code('--scope')}. The plan applies it before the deployment takes production.`, `**By hand:** lift the quarantine of the commit when it is safe, with a reason, or leave it: ${onRecord(facts, 'discharge', ['--obligation', 'ID', '--reason', 'WHY'], { obligation: 'ID', text: 'WHY' })}.`, `**By hand:** close the incident: ${onRecord(facts, 'close', ['--reason', 'WHY'], { text: 'WHY' })}. It cannot be closed while something is open.`), list(own &&
        `A database that a restore kept may be dropped after ${(0,runtime_text/* plural */.LS)(config.recovery['keep-days'], 'day')}, not before: ${dropWith(facts)}.`, !own &&
        `Nothing that a rollback kept is dropped before ${(0,runtime_text/* plural */.LS)(config.recovery['keep-days'], 'day is', 'days are')} over.`, `**By hand, within a week:** the post-mortem. ${code(rewind(facts, 'postmortem'))} writes it from the record; answer the questions in it.`));
}

// EXTERNAL MODULE: ./lib/probes/criteria.js
var probes_criteria = __webpack_require__(26090);
// EXTERNAL MODULE: ./lib/probes/adapters/configs.js
var configs = __webpack_require__(99203);
;// CONCATENATED MODULE: ./lib/report/runbook/criteria.js





const WORDS = {
    'critical-functionality': 'Checks fail',
    'data-integrity': 'A statement about the data is false',
    security: 'An alert of security',
    performance: 'Checks are slow',
    payments: 'Payments fail or stop',
};
/** Adapters whose samples are assertions; the others judge by their area. */
const kindOf = ({ adapter }) => (adapter === 'sql' ? 'assertion' : 'check');
/** When a deploy counts as bad, with all numbers. */
function decision(facts) {
    const { config } = facts;
    const { criteria, probes } = config;
    const by = (criterion) => {
        const found = criterion === 'performance'
            ? probes.filter(({ adapter }) => ['http', 'flow', 'content'].includes(adapter))
            : probes.filter((probe) => (0,probes_criteria/* criterionOf */.Nk)({ kind: kindOf(probe), area: probe.area }) === criterion);
        return found.length === 0 ? '⚠️ nothing' : codes(found.map(({ id }) => id));
    };
    return paragraphs(`Ask ${code(rewind(facts, 'decide'))} first: it shows what is broken and since when, what changed, and each way out with its time, its risk and its command. It changes nothing.`, 'Roll back when the verdict of the watch is **roll-back**, or when customers are hurt and nobody can fix it faster than the rollback takes. Do not wait for the cause: find it afterwards.', list('**roll-back** – a critical probe proves that the deploy is bad. Roll back.', '**mitigate** – something is wrong. Ease it, and look before you roll back.', '**watch** – something may be wrong. A person looks.', '**inconclusive** – too little data, or the watch itself is unreliable. Look yourself.'), probes.length > 0
        ? ''
        : missing('Nobody watches after a deploy.', `Add ${code('probes')} to ${code(facts.configFile)}. Until then, a person must notice that something is wrong.`), (0,markdown/* tableOfMarkup */.O7)(['What goes wrong', 'Watched by', 'Verdict at most'], probes_criteria/* CRITERIA */.wf.map((criterion) => [WORDS[criterion], by(criterion), `**${criteria['at-most'][criterion]}**`])), '**The numbers behind it.** They hold for each probe, in one watch of a deploy.', numbers(config));
}
function numbers({ criteria }) {
    const { failures, latency, 'false-alarms': risks } = criteria;
    const recent = ({ failures: bad, of }) => `${(0,runtime_text/* plural */.LS)(bad, 'failure')} among the last ${(0,runtime_text/* plural */.LS)(of, 'sample')}`;
    const slow = ({ factor, 'add-ms': add, of, share }, against) => `${percent(share)} of the last ${(0,runtime_text/* plural */.LS)(of, 'check takes', 'checks take')} at least ${factor} times ${against}, and ${add} ms more`;
    return list(`Up to ${percent(failures.lowest)} failures are always normal, more than ${percent(failures.highest)} never are. Between them, the baseline from before the deploy decides.`, `**roll-back** needs a critical probe with ${recent(failures['roll-back'])}; it is false in at most ${percent(risks['roll-back'])} of the watches.`, `**mitigate** needs ${recent(failures.mitigate)} (false in at most ${percent(risks.mitigate)}). Or slowness (false in at most ${percent(risks.slow)}): ${slow(latency.tail, 'the 95th percentile of the baseline')}; or ${slow(latency.body, 'its median')}. The first ${(0,runtime_text/* plural */.LS)(latency['warm-up-seconds'], 'second')} do not count for slowness.`, `**watch** is false in at most ${percent(risks.watch)} of the watches because of failures, and in ${percent(risks['slow-watch'])} because of slowness.`, `A baseline of a check needs ${(0,runtime_text/* plural */.LS)(criteria['baseline-samples'], 'sample')}, and **healthy** needs ${(0,runtime_text/* plural */.LS)(criteria.samples, 'sample')} of each critical check. A verdict goes down after ${(0,runtime_text/* plural */.LS)(criteria['clean-samples'], 'good sample')} in a row.`);
}
/** What an adapter asks, in the words of its schema. */
const asks = (adapter) => configs/* PROBE_CONFIGS */.j.find(({ shape }) => shape.adapter.value === adapter)?.shape.adapter.description ?? adapter;
/** The probes, and how long they watch. */
function monitoring(facts, watchedBy) {
    const { probes, monitor } = facts.config;
    if (probes.length === 0) {
        return paragraphs(missing('The configuration has no probes, so Rewind watches nothing: neither after a deploy nor after a rollback.', `Add ${code('probes')} to ${code(facts.configFile)}.`), `**By hand:** after each deploy and each rollback, open the site, sign in, buy something, and read the errors.`, foldedSettings('Settings of the watch', monitor));
    }
    const after = monitor['after-rollback-minutes'];
    const critical = probes.filter((probe) => probe.critical).map(({ id }) => id);
    return paragraphs(list(`**Automatic:** ${watchedBy} It watches a deploy for ${(0,runtime_text/* plural */.LS)(monitor.minutes, 'minute')}.`, after === 0
        ? `**By hand:** nobody watches after a rollback (${code('monitor.after-rollback-minutes')} is 0). Look yourself.`
        : `**Automatic:** a rollback watches production for ${(0,runtime_text/* plural */.LS)(after, 'minute')} before it says that production has recovered.`, `A watch by hand: ${code(rewind(facts, 'monitor'))}`, critical.length === 0
        ? `No probe is critical, so no watch ever says **roll-back**. Set ${code('critical: true')} for the probes that customers would miss.`
        : `Critical, so that ${critical.length === 1 ? 'its failures alone may' : 'the failures of one alone may'} lead to **roll-back**: ${joined(critical.map(code))}.`, `If a check fails, Rewind asks ${code(monitor.neutral)}, too. If that does not answer either, the watch itself has no network.`, monitor.mitigation !== undefined && `A bad verdict recommends the mitigation ${code(monitor.mitigation)}.`), (0,markdown/* tableOfMarkup */.O7)(['Probe', 'What it asks', 'How often'], probes.map((probe) => [
        `${code(probe.id)}${probe.critical ? ' (critical)' : ''}`,
        `${probe.area}: ${asks(probe.adapter)}`,
        `every ${(0,runtime_text/* plural */.LS)(probe.every, 'second')}`,
    ])), ...probes.map((probe) => foldedSettings(`What ${probe.id} asks exactly`, probe, ['id', 'adapter', 'area', 'critical', 'every'])), foldedSettings('Settings of the watch', monitor, ['minutes', 'neutral', 'mitigation', 'after-rollback-minutes']));
}

;// CONCATENATED MODULE: ./lib/report/runbook/drills.js



/**
 * The rehearsals. The last result is a link: its text would make the page old after each drill, and a runbook is made without
 * reading the store.
 */
function drills(facts) {
    const caller = callerFor(facts, 'drill');
    const form = caller?.inputs == null ? null : caller;
    const training = rewindPage(facts, 'blob/v1/docs/training.md');
    return paragraphs(`A drill restores a snapshot beside production, checks it there, and measures how long that takes (RTO) and what it would lose (RPO). It only reads production.`, caller === null
        ? missing('No workflow rehearses a rollback. A rollback that nobody has tried may not work.', `Copy examples/drill.yml to .github/workflows/rewind-drill.yml.`)
        : null, list(caller !== null && automatic(facts, caller), caller !== null && result(facts, caller), ...targets(facts), age(facts, caller), facts.config.drill.preview !== undefined &&
        `The HTTP probes of a drill ask ${code(facts.config.drill.preview)}, which must have no data of production.`, '**By hand, each quarter:** one person who has never done it rolls back in a test environment with this page alone. Correct what was unclear.', training !== null && `**By hand, for new people:** [an hour with the game day](${training}), in a sandbox.`), '**By hand, at any time**, with the snapshot that a rollback would take:', either(form === null ? null : startCommand(facts, form, { snapshot: 'latest' }), [
        rewind(facts, 'drill'),
        rewind(facts, 'drill', '--random'),
    ]), `On a machine it needs an identity and credentials that only read. Exit status 1: a check failed, or a target was missed. 3: something could not be checked, which does not count as passed. ${code('--random')} takes any snapshot of the store.`, foldedSettings('Settings of the drill', facts.config.drill, [
        'targets.rto-minutes',
        'targets.rpo-minutes',
        'preview',
    ]));
}
function automatic(facts, caller) {
    const which = `${workflowLink(facts, caller)} (${code(caller.file)})`;
    const environment = caller.environments['drill-environment'];
    const where = environment === undefined ? '' : ` It uses the GitHub environment ${code(environment)}.`;
    return caller.schedules.length === 0
        ? `⚠️ **By hand:** ${which} rehearses a rollback, and no schedule starts it. Add one, e.g. each quarter.${where}`
        : `**Automatic:** ${which} rehearses a rollback (${codes(caller.schedules)}, UTC).${where} GitHub stops the schedule of a public repository in which nothing happens for 60 days.`;
}
const result = (facts, caller) => `**Last result, RTO and RPO:** the summary of the newest run of ${workflowLink(facts, caller)}; it lists the last 12 drills. After a drill that did not pass, there is an open ${issuesLink(facts, 'rewind-drill')} with the label ${code('rewind-drill')}.`;
function targets({ config }) {
    const { 'rto-minutes': rto, 'rpo-minutes': rpo } = config.drill.targets;
    const open = [
        ...(rto === undefined ? [code('drill.targets.rto-minutes')] : []),
        ...(rpo === undefined ? [code('drill.targets.rpo-minutes')] : []),
    ];
    return [
        ...(rto === undefined
            ? []
            : [
                `**Target:** ${lasting(rto)} from the decision to a verified rollback, with the usual wait for the approval.`,
            ]),
        ...(rpo === undefined
            ? []
            : [`**Target:** the newest snapshot that passed its last drill is at most ${lasting(rpo)} old.`]),
        ...(open.length === 0
            ? []
            : [`No target is set for ${open.join(' and ')}: a drill measures it, and fails for none.`]),
    ];
}
function age(facts, caller) {
    const days = facts.config.readiness['drill-days'];
    if (days === 0)
        return `Nobody checks the age of the last drill (${code('readiness.drill-days')} is 0).`;
    const pulls = callerFor(facts, 'readiness') === null ? '' : 'the check of a pull request';
    const told = `The last drill that passed must not be older than ${(0,runtime_text/* plural */.LS)(days, 'day')}.`;
    // Without any drill, a pull request gets no more than a warning.
    if (caller === null)
        return pulls === '' ? told : `${told} Until there is one, ${pulls} warns.`;
    return `${told} Else ${code(rewind(facts, 'check'))} and each snapshot warn${pulls === '' ? '' : `, and ${pulls} fails`}.`;
}

;// CONCATENATED MODULE: ./lib/report/runbook/ease.js



/** What eases an incident before, or in place of, a rollback. */
function mitigation(facts) {
    const { config } = facts;
    const caller = callerFor(facts, 'mitigate');
    const form = caller?.inputs == null ? null : caller;
    const rollback = callerFor(facts, 'rollback');
    const takes = rollback?.inputs?.some(({ name }) => name === 'mitigation') === true ? rollback : null;
    const place = form !== null
        ? `Start ${workflowLink(facts, form)} and name the mitigation.`
        : takes !== null
            ? `Start ${workflowLink(facts, takes)} and name it in **mitigation**.`
            : null;
    return paragraphs('**By hand, first:** stop all deploys and say so. Then ease it, if that is faster than the rollback. If nothing here fits, roll back.', config.mitigations.length === 0
        ? missing('No mitigation is prepared.', `Add ${code('mitigations')} to ${code(facts.configFile)}: flags off, a maintenance page, more capacity.`)
        : paragraphs(...config.mitigations.map((one) => measure(facts, one)), place === null && keptInWorkflows(facts)
            ? missing('No workflow starts a mitigation.', 'Copy examples/mitigate-production.yml to .github/workflows.')
            : null), list(place, 'It is planned and approved like a rollback, and it can be undone at any time.', lifted(facts)));
}
/** What becomes of it when its time is over. */
function lifted(facts) {
    const caller = callerFor(facts, 'mitigate');
    const schedules = caller?.schedules ?? [];
    const signed = facts.config.sign?.['approval-keys'] !== undefined;
    if (schedules.length > 0 && signed) {
        return `**Automatic:** after its time limit, a scheduled run (${codes(schedules)}, UTC) lifts it without a person.`;
    }
    const why = signed ? 'no schedule runs it' : `${code('sign.approval-keys')} is not set`;
    const rollback = callerFor(facts, 'rollback');
    const form = rollback?.inputs?.some(({ name }) => name === 'undo') === true ? rollback : null;
    const back = keptInWorkflows(facts) && form !== null
        ? `start ${workflowLink(facts, form)} with its digest in **undo**`
        : `plan the way back: ${code(rewind(facts, 'undo', 'DIGEST'))}`;
    return `**By hand:** after its time limit, ${back}. A person must lift it, because ${why}.`;
}
function measure(facts, one) {
    const { id, resources, minutes } = one;
    const caller = callerFor(facts, 'mitigate');
    const rollback = callerFor(facts, 'rollback');
    const form = [caller, rollback].find((each) => each?.inputs?.some(({ name }) => name === 'mitigation') === true);
    const start = form == null ? null : startCommand(facts, form, { reason: 'WHY', mitigation: id });
    const lines = keptInWorkflows(facts) && start !== null
        ? []
        : [rewind(facts, 'mitigate', id, '--reason', 'WHY'), rewind(facts, 'rollback', '--digest', 'DIGEST')];
    return paragraphs(`**${code(id)}** – ${what(one)} In ${codes(resources)}, for ${(0,runtime_text/* plural */.LS)(minutes, 'minute')}.`, either(start, lines));
}
function what(one) {
    switch (one.kind) {
        case 'flags-off':
            return `Turns feature flags off: ${[
                ...(one.flags.length === 0 ? [] : [codes(one.flags)]),
                ...(one.tags.length === 0
                    ? []
                    : [`every flag with ${one.tags.length === 1 ? 'the tag' : 'one of the tags'} ${codes(one.tags)}`]),
            ].join(', and ')}.`;
        case 'maintenance':
            return one.flag !== undefined
                ? `Shows users a maintenance page: turns the flag ${code(one.flag)} on.`
                : one.item !== undefined
                    ? `Shows users a maintenance page: sets the item ${code(one.item.key)} to ${code(JSON.stringify(one.item.value))}.`
                    : 'Shows users a maintenance page: gives production to the deployment that was made ahead.';
        case 'scale-up':
            return `Adds capacity: ${[
                ...(one.min === undefined ? [] : [`at least ${one.min}`]),
                ...(one.max === undefined ? [] : [`a limit of ${one.max}`]),
            ].join(', ')}. It never lowers it.`;
    }
}

;// CONCATENATED MODULE: ./lib/report/runbook/halfway.js


const isPostgres = (resource) => resource.provider === 'postgres';
/** What to do when the rollback itself stops. */
function halfway(facts) {
    const { config } = facts;
    const only = keptInWorkflows(facts);
    const again = only
        ? 'open the run and choose **Re-run failed jobs**'
        : `run the same command again, ${code(rewind(facts, 'rollback', '--digest', 'DIGEST'))}, or **Re-run failed jobs**`;
    return paragraphs('Rewind writes down each change before and after it is made, and each run begins with what is left. So the first answer is nearly always: **the same again**. Do not repair by hand in between.', list(`**The run was cancelled, timed out, or its runner died.** ${capital(again)}. What is done is not repeated. If the run is gone, start a new one: it plans what is left.`, `**${code('apply-failed')}: one system failed, the others are done.** The report lists what is done, what is not, and what production is now. Fix the named cause (often a credential), then ${again}.`, `**${code('plan-drift')}: somebody else changed production after the plan.** The run did nothing more. Read the new plan; if it is right, get it approved.`, `**${code('plan-expired')} or ${code('approval-stale')}.** This run changed nothing. Start a new run and let somebody approve it.`, `**${code('environment-locked')}: another run changes this environment.** Wait for the run that the message names. Reject or cancel a run that only waits for its reviewer.`, ...databases(facts, again), `**${code('verify-differs')}: the rollback is done, and something still differs.** The report names it. ${only ? 'Start a new run with **plan-only**: its plan' : code(rewind(facts, 'plan'))} shows what remains.`, `**${code('snapshot-corrupt')}, ${code('signature-invalid')} or ${code('snapshot-untrusted')}.** Do not use this snapshot. Take an older one, and find out who wrote to the store.`, '**The rollback is done, and it did not help.** Then the deploy was not the cause, or not alone. Take the rollback back ([how](#after-the-rollback)) or leave it, and look for the cause while nothing changes.', `**GitHub is down.** ${withoutGitHub(facts)}`, `**None of this fits.** ${config.contacts.length === 0 ? `Nobody is named to call: add ${code('contacts')}.` : `Call somebody listed under [Contacts](#contacts).`} Say what the last line of the report says.`));
}
function databases(facts, again) {
    const found = facts.config.resources.filter(isPostgres);
    if (found.length === 0)
        return [];
    const inPlace = found.filter(({ restore }) => restore === 'in-place');
    const swapped = found.length > inPlace.length;
    const unsure = inPlace.length === 0
        ? ''
        : ` If the message speaks of a COMMIT, ${joined(inPlace.map(({ id }) => code(id)))} is either as before or restored as a whole, and the next run finds out.`;
    return [
        paragraphs(`**${code('database-fenced')}: the application cannot connect to the database.** An interrupted restore closed it. Open it; this needs no plan and no approval, and it then has the data from before the rollback:`, commands(rewind(facts, 'unfence', '--scope', found.map(({ id }) => id).join(','))), `Without the program, its owner opens it, connected to another database of the server: ${code('ALTER DATABASE "NAME" ALLOW_CONNECTIONS true;')}`),
        ...(swapped
            ? [
                `**${code('swap-failed')}: the restored database is ready and has not taken the name.** The live database is the one from before, and Rewind opened it again. If the message says that it is closed or that Rewind could not find out, take ${code('database-fenced')} above. End the sessions that the message names, then ${again}: it does not restore a second time.`,
            ]
            : []),
        `**${code('restore-failed')}.** The live database is as before.${unsure} Fix what the message names, then ${again}. If it fails again, roll back without the database, and decide about the data later.`,
        `**${code('restore-mismatch')}: what was restored is not what the snapshot says.** The live database is as before. The same rollback fails again: take an older snapshot (${olderSnapshot(facts)}), or roll back without the database.`,
    ];
}
function olderSnapshot(facts) {
    const inputs = callerFor(facts, 'rollback')?.inputs ?? [];
    return inputs.some(({ name }) => name === 'snapshot')
        ? `${code('previous')} in **snapshot**`
        : code(rewind(facts, 'plan', '--snapshot', 'previous'));
}
function withoutGitHub(facts) {
    const { store } = facts.config;
    if (!keptInWorkflows(facts)) {
        return `The commands of [Rollback](#rollback) work on a machine with the credentials${store.kind === 's3' ? ' and access to the bucket' : ''}.`;
    }
    return 'The snapshots are artifacts there. If only Actions is down and the API answers, the commands of [Rollback](#rollback) work. Else switch the deployment in the dashboard of its host, and write down what you did.';
}

// EXTERNAL MODULE: ./lib/report/runbook/own.js
var runbook_own = __webpack_require__(92577);
// EXTERNAL MODULE: ./lib/channels/adapters/configs.js
var adapters_configs = __webpack_require__(97202);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(61022);
;// CONCATENATED MODULE: ./lib/report/runbook/people.js






/** Everybody reads these; a message goes there only if a person asks for it. */
const PUBLIC = ['bluesky', 'mastodon'];
const makes = (adapter) => adapters_configs/* CHANNEL_CONFIGS */.K.find(({ shape }) => shape.adapter.value === adapter)?.shape.adapter.description ?? adapter;
/** True if the channel receives incidents of every severity. A list may name one twice. */
const allIn = ({ severities }) => new Set(severities).size === entry/* SEVERITIES */.oC.length;
function reader({ adapter, audience }) {
    if (audience === undefined)
        return 'the team; everybody if the repository is public';
    if (PUBLIC.includes(adapter))
        return 'everybody; only by hand';
    return audience === 'external' ? 'everybody: no host, table or person is named' : 'the team';
}
/** Which channel receives what, and who reads it. */
function communication(facts) {
    const { config } = facts;
    const { channels } = config;
    const shown = channels.filter(({ adapter }) => PUBLIC.includes(adapter));
    const form = callerFor(facts, 'notify') ?? callerFor(facts, 'incident');
    return paragraphs(channels.length === 0
        ? missing('Rewind tells nobody.', `Add ${code('channels')} to ${code(facts.configFile)}.`)
        : paragraphs('**Automatic:** Rewind notifies these channels of each phase once: *opened*, *mitigated*, *rolled back*, *verified* or *failed*, *recovered*, *closed*. A channel that is down does not delay a rollback.', (0,markdown/* tableOfMarkup */.O7)(['Channel', 'What is there', 'Who reads it'], channels.map((channel) => [
            `${code(channel.id)}${allIn(channel) ? '' : ` (only ${joined(channel.severities)})`}`,
            makes(channel.adapter),
            reader(channel),
        ])), ...channels.map((channel) => foldedSettings(`Settings of ${channel.id}`, channel, [
            ...['id', 'adapter'],
            ...(allIn(channel) ? channel.severities.map((_, at) => `severities[${at}]`) : []),
        ]))), list(`**By hand:** name one person who leads the incident, and one who writes to customers. Say what you know, what you do, and when you write again.`, `**By hand:** what was not sent. ${keptInWorkflows(facts) && form !== null ? `Start ${workflowLink(facts, form)} with the action ${code('notify')}; ${code('notify-preview')} shows every message first.` : `${code(rewind(facts, 'notify', '--preview'))} shows every message, ${code(rewind(facts, 'notify'))} sends what is left.`}`, shown.length > 0 &&
        `**By hand:** ${joined(shown.map(({ id }) => code(id)))} ${shown.length === 1 ? 'is' : 'are'} read by everybody, so Rewind posts there only if a person ${keptInWorkflows(facts) && form !== null ? `chooses the action ${code('notify-public')}` : `runs ${code(rewind(facts, 'notify', '--public'))}`}.`), keptInWorkflows(facts) && form?.inputs != null
        ? commands(startCommand(facts, form, { action: 'notify-preview' }))
        : null);
}
/** Who to call. A rotation stands here by its rule: who is on call today would make the page old tomorrow. */
function contacts(facts) {
    const { config } = facts;
    if (config.contacts.length === 0) {
        return missing('Nobody is named to call when a rollback fails.', `Add ${code('contacts')} to ${code(facts.configFile)}: name, role, and how to reach each person at night.`);
    }
    const turns = config.contacts.some(({ rotation }) => rotation !== undefined);
    return paragraphs((0,markdown/* tableOfMarkup */.O7)(['For', 'Who', 'How'], config.contacts.map((contact) => [plain(contact.role), who(contact), reachOf(contact)])), turns
        ? `People of a rotation take turns. Each plan, each report and each message to the team names the one who is on call then.`
        : null);
}
function who({ name, rotation }) {
    if (rotation === undefined)
        return plain(name);
    const { start, days, people, timezone } = rotation;
    return `${plain(name)}: ${people.map(plain).join(', then ')}${people.length === 1 ? '' : ', and again'}; each for ${(0,runtime_text/* plural */.LS)(days, 'day')}, from ${code(`${start.replace('T', ' ')} ${timezone}`)}`;
}
/** The contacts in a few words, for the top of the page. */
const firstContacts = ({ contacts: all }) => all.map((contact) => `${plain(contact.name)} (${plain(contact.role)}): ${reachOf(contact)}`).join('<br>');
/** How to reach somebody. A handle or an address of mail as code: it mentions nobody, and is copied as it is. */
const reachOf = ({ reach }) => (0,runtime_text/* oneLine */.TN)(reach)
    .trim()
    // A search from each position of a long word would take the square of its length.
    .split(/((?<![^\s,;])[^\s,;]*@[^\s,;]+)/)
    .map((part, index) => (index % 2 === 1 ? code(part) : (0,markdown/* escapeText */.X1)(part)))
    .join('');

// EXTERNAL MODULE: ./lib/providers/facts.js + 18 modules
var providers_facts = __webpack_require__(3610);
;// CONCATENATED MODULE: ./lib/report/runbook/systems.js



const AWS = 'the AWS role of the job';
const credentialsOf = (provider) => providers_facts/* PROVIDER_FACTS */.g[provider].credentials;
/** What a rollback does to the database for this provider; null: it does not depend on the mode. */
const MODES = {
    postgres: 'restore',
    'neon-branch': 'restore',
    'rds-snapshot': 'restore',
    prisma: 'down',
};
/** Keys that say which object a resource is, in this order. */
const OBJECT = [
    ...['project', 'store', 'bucket', 'distribution', 'function', 'alias', 'service', 'target', 'dimension', 'branch'],
    ...['endpoint', 'instance', 'cluster', 'environment', 'migrations', 'url', 'region', 'team'],
];
const titleOf = ({ id, provider }) => `${id}: ${providers_facts/* PROVIDER_FACTS */.g[provider].title}`;
/** The place of a heading on GitHub's page. */
const anchorOf = (title) => `#${title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')}`;
/** One part for each resource: what it is, what returns it, and what a person does. */
const systems = (facts) => facts.config.resources.map((resource) => ({ title: titleOf(resource), body: system(facts, resource) }));
function system(facts, resource) {
    const about = providers_facts/* PROVIDER_FACTS */.g[resource.provider];
    const entries = Object.entries(resource);
    const object = OBJECT.flatMap((key) => {
        const found = entries.find(([name]) => name === key)?.[1];
        return typeof found === 'string' ? [`${key} ${code(found)}`] : [];
    });
    return paragraphs(`${object.length === 0 ? '' : `${capital(joined(object))}. `}A rollback affects ${about.affects}.`, list(`**In the snapshot:** ${about.captured}.`, `**Automatic**, the restore: ${about.restored}.`, about.nextDeployment === 'nothing'
        ? about.live === 'everything' || about.live === 'endpoints'
            ? 'It takes effect at once.'
            : `Takes effect at once: ${about.live}.`
        : `Takes effect at once: ${about.live}. With the next deployment: ${about.nextDeployment}.`, `**By hand**, because no rollback returns them: ${about.notRestored}.`, ...byHand(resource), `**Needs:** ${credentials(resource)}.`), 'Only this system:', procedure(facts, resource), foldedSettings(`Settings of ${resource.id}`, resource, ['id', 'provider', ...OBJECT]));
}
function credentials(resource) {
    const own = credentialsOf(resource.provider);
    const names = [...new Set([...own.filter((name) => name !== 'AWS'), ...variablesIn(resource)])];
    const all = [...names.map(code), ...(own.includes('AWS') ? [AWS] : [])];
    return all.length === 0 ? 'no credential of its own' : joined(all);
}
/** Steps that a person takes for settings which only this entry has. */
function byHand(resource) {
    switch (resource.provider) {
        case 'postgres':
            return [
                resource.restore === 'in-place'
                    ? '**Before a restore:** tables are locked while it runs. What was written since is then only in the backup that the rollback takes first.'
                    : '**After a restore:** the previous database is kept under another name until somebody drops it; rows can be carried over from it.',
            ];
        case 'rds-snapshot':
            return ['**By hand:** change the host in the database URL of the application, and deploy.'];
        case 'stripe-webhooks':
            return resource['signing-secrets'] === undefined
                ? [
                    '**By hand:** a re-created endpoint has a new signing secret. No place for it is configured, so Rewind re-creates none.',
                ]
                : [];
        case 'vercel-env':
            return ['**By hand:** supply a sensitive value that Vercel does not return as the secret `REWIND_ENV_<KEY>`.'];
        default:
            return [];
    }
}
/** The commands for one resource, on each way that works with the store. */
function procedure(facts, { id, provider }) {
    const mode = MODES[provider];
    const caller = callerFor(facts, 'rollback');
    const fields = { reason: 'WHY', scope: id, ...(mode === undefined ? {} : { database: mode }) };
    const started = caller?.inputs == null ? null : startCommand(facts, caller, fields);
    const lines = [
        ...(mode === 'restore' && provider === 'postgres' ? [rewind(facts, 'loss', '--scope', id)] : []),
        rewind(facts, ...['plan', '--scope', id], ...(mode === undefined ? [] : ['--database', mode]), ...['--reason', 'WHY']),
        rewind(facts, 'rollback', '--digest', 'DIGEST'),
    ];
    const asked = mode === 'restore'
        ? `The plan lists the rows that would be lost, and stops until somebody types the name of the database: ${code('confirm-data-loss')} in the form, ${code('--confirm-data-loss NAME')} on a command line.`
        : mode === 'down'
            ? `Values of columns and tables that a migration dropped come back only with ${code('restore')} of a database resource.`
            : null;
    if (keptInWorkflows(facts) && started !== null)
        return paragraphs(commands(started), asked);
    return paragraphs(either(started, lines), asked);
}
/** Where the credentials of all entries come from. */
const allVariables = (config) => codes([
    ...new Set([
        ...config.resources.flatMap(({ provider }) => credentialsOf(provider).filter((name) => name !== 'AWS')),
        ...variablesIn(config),
    ]),
].sort());

;// CONCATENATED MODULE: ./lib/report/runbook/prepare.js





const STORES = {
    artifact: 'artifacts of GitHub Actions in this repository',
    s3: 'a bucket of Amazon S3',
    directory: 'a directory',
};
const DAYS = {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
};
/** What must be there before anything goes wrong. */
function preparation(facts) {
    return paragraphs(beforeDeploys(facts), snapshots(facts), keys(facts), workflows(facts));
}
function beforeDeploys(facts) {
    const { config } = facts;
    const { readiness } = config;
    const snapshot = callerFor(facts, 'snapshot');
    const release = callerFor(facts, 'release');
    const checks = callerFor(facts, 'readiness');
    const major = readiness['major-changes'];
    return paragraphs(snapshot === null
        ? missing('No workflow takes a snapshot before a deploy, so there may be nothing to return to.', 'Copy examples/pre-deploy-snapshot.yml to .github/workflows.')
        : null, list(snapshot !== null &&
        `**Automatic:** ${workflowLink(facts, snapshot)} (${code(snapshot.file)}) takes a snapshot before each deploy and reads it back. It stops the deploy if that fails, or while a rollback pins production.`, release !== null &&
        `**Automatic:** ${workflowLink(facts, release)} (${code(release.file)}) captures production just after a deploy, so that a rollback keeps what people changed later.`, checks !== null &&
        `**Automatic:** ${workflowLink(facts, checks)} (${code(checks.file)}) checks each pull request: can what it deploys be rolled back?`, readiness['snapshot-days'] > 0 &&
        `The newest snapshot must not be older than ${(0,runtime_text/* plural */.LS)(readiness['snapshot-days'], 'day')}${checks === null ? ` (${code(rewind(facts, 'readiness'))} says so)` : '; the check of a pull request fails otherwise'}.`, major !== undefined &&
        `A pull request is **major** if it ${joined([
            ...(major.paths.length === 0 ? [] : [`changes ${codes(major.paths)}`]),
            ...(major.lines === undefined ? [] : [`adds and removes ${(0,runtime_text/* plural */.LS)(major.lines, 'line')} or more`]),
        ], 'or')}. It must name a flag that switches its change off.`, `**By hand, each quarter:** ${code(rewind(facts, 'check'))} finds what would stop a rollback. It changes nothing.`), checks === null
        ? missing('Nothing checks pull requests.', 'Copy examples/rollback-readiness.yml to .github/workflows.')
        : null, deployWindow(config));
}
function deployWindow({ windows }) {
    if (windows === undefined)
        return null;
    const { timezone, open, holidays, freezes } = windows;
    return paragraphs(`**When deploys are allowed** (time zone ${code(timezone)}). Outside of these times, the snapshot before a deploy fails, and so does the deploy. A rollback is always allowed.`, list(...(open ?? []).map(({ days, from, to }) => `${joined(days.map((day) => DAYS[day]))}: ${code(from)} to ${code(to)}`), open === undefined && 'Each hour, except for what follows.', holidays !== undefined &&
        `Not on public holidays of ${code([holidays.country, holidays.state, holidays.region].filter((part) => part !== undefined).join('-'))}.`, ...freezes.map(({ from, to, reason }) => `Not from ${code(from)} to ${code(to)}: ${plain(reason)}.`), `In an emergency: ${code('override-freeze')} with a reason, which is recorded.`));
}
function snapshots({ config }) {
    const { store, retention, environment } = config;
    const place = store.kind === 's3' ? `: ${code(store.bucket)}` : store.kind === 'directory' ? `: ${code(store.path)}` : '';
    const last = retention['keep-last'];
    const days = retention['keep-days'];
    const kept = store.kind === 'artifact'
        ? `GitHub deletes each after ${(0,runtime_text/* plural */.LS)(store['retention-days'] ?? days, 'day')}, also the last ones: ${code('retention.keep-last')} (${last})${store['retention-days'] === undefined ? ' has' : ` and ${code('retention.keep-days')} (${days}) have`} no effect there.`
        : `The ${last === 1 ? 'last one is' : `last ${last} are`} kept at any age, the others for ${(0,runtime_text/* plural */.LS)(days, 'day')}.`;
    return paragraphs(`**Where the snapshots are:** ${STORES[store.kind]}${place}. ${kept} They belong to the environment ${code(environment)}.`, foldedSettings('Settings of the store', store, ['kind', 'bucket', 'path']));
}
function keys(facts) {
    const { config } = facts;
    const { seal, sign, environment, expedited } = config;
    const approvalKeys = sign?.['approval-keys'] ?? [];
    return paragraphs('**Keys.** Keep each secret half offline, too: without the identity, no snapshot can be opened.', (0,markdown/* tableOfMarkup */.O7)(['Public half, in the configuration', 'Secret half', 'Where it belongs'], [
        [
            codes(seal.recipients),
            code('REWIND_IDENTITY'),
            `the environment ${joined([environment, ...(expedited === undefined ? [] : [expedited.environment])].map(code))}, and nowhere else${drillIdentity(facts)}`,
        ],
        ...(sign === undefined ? [] : [[codes(sign.keys), code('REWIND_SIGNING_KEY'), 'the job that takes snapshots']]),
        ...(approvalKeys.length === 0
            ? []
            : [[codes(approvalKeys), code('REWIND_APPROVAL_KEY'), `the environment ${code(environment)}`]]),
    ]), sign === undefined
        ? missing('Snapshots are not signed: who can write to the store can forge one.', `Create a key with ${code('minisign -G -W')}, and put its public half under ${code('sign.keys')}.`)
        : null, list(`Reviewers, branches and secrets: ${settingsLink(facts)}.`, `Credentials that the configuration needs: ${allVariables(config) || 'none'}.`, commandsNeed(facts)), keptInWorkflows(facts)
        ? paragraphs(`**On a command line here:** the snapshots and records are artifacts of GitHub, which these two variables open. What a command writes stays in ${code('.rewind')} on that machine, and no workflow sees it. So start what changes something with the workflows.`, commands(`export GITHUB_REPOSITORY=${facts.repository === null ? 'OWNER/NAME' : facts.repository.name}`, 'export GITHUB_TOKEN="$(gh auth token)"'))
        : null);
}
/** A drill opens snapshots, too. It has an identity of its own, so that one can be revoked without the other. */
function drillIdentity(facts) {
    const environment = callerFor(facts, 'drill')?.environments['drill-environment'];
    return environment === undefined ? '' : `. The drill has one of its own in ${code(environment)}`;
}
function commandsNeed(facts) {
    const release = releasesLink(facts);
    const program = release === null
        ? ''
        : ` The program is the file ${code('rewind-….tgz')} of a ${release}: ${code('npx --yes --package FILE rewind …')}. ${code('npx rewind')} alone runs a program of other people.`;
    return `Commands that begin with ${code('rewind')} run in a checkout of this repository, with these variables set. Those that open a snapshot also need ${code('REWIND_IDENTITY')}.${program}`;
}
function started({ schedules }, event) {
    if (event === 'workflow_dispatch')
        return code('Run workflow');
    return event === 'schedule' && schedules.length > 0 ? `${code(event)} (${codes(schedules)}, UTC)` : code(event);
}
function workflows(facts) {
    const { callers } = facts;
    if (callers.length === 0) {
        return missing(`No workflow in .github/workflows calls Rewind for ${code(facts.configFile)}.`, 'Copy them from the examples of Rewind.');
    }
    return paragraphs('**Workflows of this repository:**', (0,markdown/* tableOfMarkup */.O7)(['Workflow', 'Starts', 'For'], callers.map((caller) => [
        workflowLink(facts, caller),
        caller.events.map((event) => started(caller, event)).join(', '),
        codes(caller.purposes),
    ])));
}

;// CONCATENATED MODULE: ./lib/report/runbook/index.js














/** For text of the team whose section the runbook does not have any more. */
const LEFT = 'Notes whose section is gone';
/**
 * The runbook of a team, as Markdown. Text from the configuration and the workflows is inert in it; no secret is read.
 * The same facts give the same text. Pure.
 * @param own the team's text of the file that it replaces
 */
function runbookMarkdown(facts, own = new Map()) {
    const sections = sectionsOf(facts);
    const titles = new Set(sections.flatMap(({ title, parts = [] }) => [title, ...parts.map((part) => part.title)]));
    const left = [...own].filter(([title]) => title !== '' && title !== LEFT && !titles.has(title));
    const notes = [
        ...(own.has(LEFT) ? [own.get(LEFT) ?? ''] : []),
        ...left.map(([title, text]) => `**${title}**\n\n${text}`),
    ];
    return `${[
        head(facts),
        (0,runbook_own.ownBlock)(own.get('')),
        ...sections.flatMap(({ title, body, parts = [] }) => [
            `## ${title}`,
            body,
            (0,runbook_own.ownBlock)(own.get(title)),
            ...parts.flatMap((part) => [`### ${part.title}`, part.body, (0,runbook_own.ownBlock)(own.get(part.title))]),
        ]),
        ...(notes.length === 0 ? [] : [`## ${LEFT}`, (0,runbook_own.ownBlock)(notes.join('\n\n'))]),
    ]
        .filter((part) => part !== '')
        .join('\n\n')}\n`;
}
function head(facts) {
    const { config, repository, configFile, renew } = facts;
    const where = repository === null ? '' : ` of [${plain(repository.name)}](${repository.server}/${repository.name})`;
    return paragraphs((0,runbook_own.firstLine)(renew), `# Runbook: roll back ${code(config.environment)}`, `How we return ${code(config.environment)}${where} to what it was before a deploy. **In an incident, begin with the table, and do not read the rest.** In a command, replace the words in capitals.`, cards(facts), `**Automatic** is what Rewind does by itself. **By hand** is what a person does. This page is made from ${code(configFile)} and the workflows of the repository, and ${code('rewind runbook')} renews it. Your own text belongs between the marks ${code(runbook_own.OPEN)} and ${code(runbook_own.CLOSE)} of a section: it stays.`);
}
/** The first screen. */
function cards(facts) {
    const { config } = facts;
    const form = (purpose) => {
        const caller = callerFor(facts, purpose);
        return caller?.inputs == null ? null : workflowLink(facts, caller);
    };
    const line = (...words) => code(rewind(facts, ...words));
    const people = firstContacts(config);
    const undoes = callerFor(facts, 'rollback')?.inputs?.some(({ name }) => name === 'undo') === true;
    const closes = config.resources.some(({ provider }) => provider === 'postgres');
    return (0,markdown/* tableOfMarkup */.O7)(['You want to', 'Do this'], [
        ['know whether to roll back', `[When to roll back](#when-to-roll-back)`],
        ['ease it now', `${form('mitigate') ?? line('mitigate')} – [what there is](#immediate-mitigation)`],
        ['**roll back**', `${form('rollback') ?? line('plan', '--reason', 'WHY')} – [step by step](#rollback)`],
        [
            'take the rollback back',
            `${undoes ? 'the same, with **undo**' : line('undo', '--reason', 'WHY')} – [how](#after-the-rollback)`,
        ],
        ['go on after it stopped half-way', `[If it stops half-way](#if-it-stops-half-way)`],
        ...(closes ? [['open a database that a rollback left closed', line('unfence')]] : []),
        ['call somebody', people === '' ? '⚠️ nobody is named' : people],
    ]);
}
function sectionsOf(facts) {
    const { config } = facts;
    return [
        { title: 'Preparation', body: preparation(facts) },
        { title: 'When to roll back', body: decision(facts) },
        { title: 'Immediate mitigation', body: mitigation(facts) },
        { title: 'Rollback', body: paragraphs(click(facts), '**What you decide:**', choices(facts)) },
        {
            title: 'Procedures by system',
            body: paragraphs('The rollback above returns all of these together. Roll a single one back only if you know that the others are right.', config.resources.map((resource) => `- [${titleOf(resource)}](${anchorOf(titleOf(resource))})`).join('\n')),
            parts: systems(facts),
        },
        { title: 'After the rollback', body: afterwards(facts) },
        { title: 'If it stops half-way', body: halfway(facts) },
        { title: 'Monitoring', body: monitoring(facts, watchedBy(facts)) },
        { title: 'Communication', body: communication(facts) },
        { title: 'Recovery', body: recovery(facts) },
        { title: 'Drills', body: drills(facts) },
        { title: 'Contacts', body: contacts(facts) },
        ...others(facts),
    ];
}
function watchedBy(facts) {
    const caller = callerFor(facts, 'monitor');
    return caller === null
        ? missing('no workflow watches a deploy.', 'Copy examples/monitor-production.yml.').replace(/^> /, '')
        : `${workflowLink(facts, caller)} (${code(caller.file)}) starts after a deploy and compares with the baseline from before it.`;
}
/** Keys of the configuration that the sections above show. */
const SHOWN = [
    ...[
        'version',
        'environment',
        'approval',
        'self-approval',
        'plan-hours',
        'expedited',
        'contacts',
        'channels',
        'windows',
    ],
    ...['readiness', 'store', 'retention', 'recovery', 'criteria', 'seal', 'sign', 'resources', 'monitor', 'mitigations'],
    ...['probes', 'runbook', 'drill'],
];
/** What a newer configuration has beside them, so that no setting is hidden. */
function others({ config }) {
    const keys = Object.keys(schema/* rewindConfig */.Q.shape).filter((key) => !SHOWN.includes(key));
    const rest = Object.fromEntries(Object.entries(config).filter(([key]) => keys.includes(key)));
    const rows = foldedSettings('Other settings of the configuration', rest);
    return rows === '' ? [] : [{ title: 'Other settings', body: rows }];
}


/***/ })

};
