export const id = 6184;
export const ids = [6184];
export const modules = {

/***/ 69814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ gather),
  v: () => (/* binding */ runbookFile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/coerce.js
var coerce = __webpack_require__(49567);
;// CONCATENATED MODULE: ./lib/config/callers.js



const values = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({});
const step = schemas/* looseObject */._H3({
    uses: schemas/* string */.YjP().catch(''),
    run: schemas/* string */.YjP().catch(''),
    with: values,
});
const job = schemas/* looseObject */._H3({
    uses: schemas/* string */.YjP().catch(''),
    with: values,
    steps: schemas/* array */.YOg(step.catch({ uses: '', run: '', with: {} })).catch([]),
});
const callers_form = schemas/* looseObject */._H3({
    description: coerce/* string */.Yj().catch(''),
    required: schemas/* boolean */.zMY().catch(false),
    default: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]).transform(String).catch(''),
    options: schemas/* array */.YOg(coerce/* string */.Yj()).catch([]),
});
const dispatch = schemas/* looseObject */._H3({ inputs: schemas/* record */.g1P(schemas/* string */.YjP(), callers_form.nullable()).catch({}) }).nullable();
const triggers = schemas/* union */.KCZ([
    schemas/* string */.YjP().transform((event) => ({ [event]: null })),
    schemas/* array */.YOg(schemas/* string */.YjP()).transform((events) => Object.fromEntries(events.map((event) => [event, null]))),
    schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
]);
const workflow = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP().optional().catch(undefined),
    on: triggers,
    jobs: schemas/* record */.g1P(schemas/* string */.YjP(), job.catch({ uses: '', with: {}, steps: [] })),
});
const schedule = schemas/* array */.YOg(schemas/* looseObject */._H3({ cron: schemas/* string */.YjP() })).catch([]);
/** `OWNER/rewind@…`, `OWNER/rewind/.github/workflows/rollback.yml@…`, `OWNER/rewind/.github/actions/rewind@…` */
const OURS = /^([\w.-]+\/rewind)(?:\/\.github\/(?:actions\/rewind|workflows\/([a-z-]+)\.ya?ml))?@/i;
/** A command line of Rewind in a step. */
const LINE = /(?:^|[\s;&|])rewind(?:@\S+)? +([a-z]+)\b([^\n;&|]*)/g;
/**
 * What a workflow file calls of Rewind for one configuration. Pure.
 * @param file its name in `.github/workflows`
 * @param text its content, which anybody may have written
 * @param config path of the configuration from the root of the repository, e.g. `.github/rewind.yml`
 * @param standard the path that a call without the input `config` means
 * @returns null: it is not a workflow, or it does not call Rewind for this configuration
 */
function callerIn(file, text, config, standard) {
    const parsed = workflow.safeParse(callers_valueOf(text));
    if (!parsed.success)
        return null;
    const { name, on, jobs } = parsed.data;
    const means = ({ with: given }) => {
        const path = typeof given.config === 'string' && given.config !== '' ? given.config : standard;
        // An expression, e.g. of a matrix, may mean this one.
        return path.includes('${{') || (0,posix_.normalize)(path) === (0,posix_.normalize)(config);
    };
    const calls = Object.values(jobs)
        .flatMap((one) => [
        ...reusable(one),
        ...one.steps.flatMap((each) => [...action(each), ...commandLines(each.run)]),
    ])
        .filter(means);
    if (calls.length === 0)
        return null;
    const given = dispatch.safeParse(on.workflow_dispatch);
    return {
        file,
        source: calls.find(({ source }) => source !== null)?.source ?? null,
        name: name ?? file,
        purposes: purposesOf(calls.map(({ word }) => word)),
        events: Object.keys(on),
        schedules: schedule.parse(on.schedule).map(({ cron }) => cron),
        inputs: !('workflow_dispatch' in on) || !given.success ? null : inputsOf(given.data),
        environments: Object.fromEntries(calls.flatMap((call) => environmentsOf(call))),
    };
}
function callers_valueOf(text) {
    try {
        return (0,dist/* parse */.qg)(text, { logLevel: 'silent' });
    }
    catch {
        return null;
    }
}
function reusable({ uses, with: given }) {
    const [, source = null, word] = OURS.exec(uses) ?? [];
    return word === undefined ? [] : [{ word: word.toLowerCase(), source, with: given }];
}
function action({ uses, with: given }) {
    const found = OURS.exec(uses);
    if (found === null || found[2] !== undefined || typeof given.command !== 'string')
        return [];
    return wordsIn(given.command).map((word) => ({
        word: word === 'snapshot' && given.reason === 'release' ? 'release' : word,
        source: found[1] ?? null,
        with: given,
    }));
}
/** The first words of what the input `command` may be: it, or each text of an expression. */
function wordsIn(command) {
    const texts = command.includes('${{') ? [...command.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '') : [command];
    return texts.flatMap((text) => /^\s*([a-z]{3,})\b/.exec(text)?.slice(1, 2) ?? []);
}
const commandLines = (run) => [...run.matchAll(LINE)].map(([, word = '', rest = '']) => {
    const [, path] = /--config[= ]'?"?([^\s'"]+)/.exec(rest) ?? [];
    return { word, source: null, with: path === undefined ? {} : { config: path } };
});
/** A workflow that plans and applies is for what it plans; the commands beside it are parts of that. */
function purposesOf(words) {
    const all = [...new Set(words)];
    if (!all.includes('rollback'))
        return all;
    const parts = ['plan', 'undo', 'mitigate', 'recover', 'rollback', 'record'];
    const purpose = all.includes('plan')
        ? 'rollback'
        : (['mitigate', 'recover'].find((word) => all.includes(word)) ?? 'rollback');
    return [purpose, ...all.filter((word) => !parts.includes(word))];
}
const inputsOf = (given) => Object.entries(given?.inputs ?? {}).map(([name, input]) => ({
    name,
    description: input?.description ?? '',
    required: input?.required ?? false,
    default: input?.default ?? '',
    options: input?.options ?? [],
}));
const environmentsOf = ({ with: given }) => Object.entries(given).flatMap(([key, value]) => /^([a-z]+-)?environment$/.test(key) && typeof value === 'string' && value !== '' && !value.includes('${{')
    ? [[key, value]]
    : []);

// EXTERNAL MODULE: ./lib/report/runbook/own.js
var own = __webpack_require__(92577);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/readiness/git.js
var git = __webpack_require__(95576);
;// CONCATENATED MODULE: ./lib/commands/runbook/remote.js

/**
 * The repository of the run, else the one of the remote "origin": `owner/name`, with the host before it if it is not
 * github.com. Null if neither is known.
 */
async function remoteRepository(ctx) {
    const name = ctx.env.text('GITHUB_REPOSITORY');
    if (name !== undefined)
        return withHost(new URL(ctx.env.url('GITHUB_SERVER_URL', 'https://github.com')).host, name);
    try {
        return repositoryOfRemote((await (0,git/* git */.$Y)(ctx, ['config', '--get', 'remote.origin.url'])).trim());
    }
    catch {
        // No checkout, or no remote.
        return null;
    }
}
/** The repository that a remote leads to; null for a path, or for another host's form. A password in it is left out. Pure. */
function repositoryOfRemote(url) {
    const [, host, path] = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([A-Za-z0-9.-]+)(?::\d+)?\/(.+)$/.exec(url) ??
        /^(?:[\w.-]+@)?([A-Za-z0-9.-]+):(?!\/)(.+)$/.exec(url) ??
        [];
    const [, name] = /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path ?? '') ?? [];
    return host === undefined || name === undefined ? null : withHost(host, name);
}
const withHost = (host, name) => host === 'github.com' || host === 'ssh.github.com' ? name : `${host}/${name}`;

// EXTERNAL MODULE: ./lib/commands/runbook/flags.js
var runbook_flags = __webpack_require__(50086);
;// CONCATENATED MODULE: ./lib/commands/runbook/gather.js









/** Where the runbook is if neither the command nor the configuration says it; relative to the repository. */
const USUAL = 'docs/runbook.md';
const FOLDER = '.github/workflows';
/** Bytes of the largest workflow and of the largest runbook; GitHub's own limit for a workflow is lower. */
const MOST = 1024 ** 2;
/** @param output as given with --output; null: as the configuration says. @throws RewindError input-invalid */
function runbookFile(session, config, output) {
    const { root } = session.context;
    const absolute = output === null ? (0,external_node_path_.resolve)(root, config.runbook ?? USUAL) : session.path(output);
    const name = (0,external_node_path_.relative)(root, absolute).replaceAll('\\', '/');
    return { name, absolute, text: textOf(absolute, name) };
}
function textOf(path, name) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return null;
    try {
        const { size } = (0,external_node_fs_.statSync)(path);
        if (!(0,external_node_fs_.statSync)(path).isFile())
            throw new Error('it is not a regular file');
        if (size > MOST)
            throw new Error(`it has ${size} bytes; at most ${MOST} are read`);
        return new TextDecoder('utf-8', { fatal: true }).decode((0,external_node_fs_.readFileSync)(path));
    }
    catch (error) {
        throw new errors.RewindError('input-invalid', `The runbook ${name} could not be read: ${(0,errors/* messageOf */.bD)(error)}`, {
            remedy: 'Name another file with --output, or correct this one.',
            cause: error,
        });
    }
}
/**
 * Reads what a runbook is rendered from. The links lead to the repository that is given, else to the one of the committed
 * runbook (a fork must not find it stale), else to the one of the run or of the remote "origin".
 */
async function gather(session, config, file, given) {
    const { root } = session.context;
    const configFile = (0,external_node_path_.relative)(root, session.path(session.inputs.config)).replaceAll('\\', '/');
    const known = file.text === null ? null : (0,own.repositoryIn)(file.text);
    const repository = repositoryOf(given.repository ?? known ?? (await remoteRepository(session.context)));
    const renew = (0,command_line/* commandLine */.ay)({ inputs: { config: configFile } }, [
        'runbook',
        ...(given.output === null ? [] : ['--output', file.name]),
        ...(repository === null ? [] : ['--repository', shortName(repository)]),
    ]);
    return { config, configFile, repository, callers: callersIn(session.context, configFile), renew };
}
/** The workflows of the repository that call Rewind for this configuration, by name. */
function callersIn({ root, log }, config) {
    const folder = (0,external_node_path_.join)(root, FOLDER);
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
    return names
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .flatMap((name) => {
        try {
            const { size } = (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, name));
            if (size > MOST)
                throw new Error(`it has ${size} bytes`);
            const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'utf8');
            const caller = callerIn(name, text, config, flags/* COMMON_FLAGS */.gd.config.absent);
            return caller === null ? [] : [caller];
        }
        catch (error) {
            log.warn(`${FOLDER}/${name} could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
            return [];
        }
    });
}
function repositoryOf(text) {
    const [, host = 'github.com', name] = runbook_flags/* REPOSITORY */.B.exec(text ?? '') ?? [];
    return name === undefined ? null : { server: `https://${host}`, name };
}
const shortName = ({ server, name }) => server === 'https://github.com' ? name : `${server.replace('https://', '')}/${name}`;


/***/ }),

/***/ 56754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ identitiesIn),
/* harmony export */   Cz: () => (/* binding */ assertRecipient),
/* harmony export */   D7: () => (/* binding */ assertIdentity),
/* harmony export */   Ep: () => (/* binding */ IDENTITY_REMEDY),
/* harmony export */   XH: () => (/* binding */ identityFault),
/* harmony export */   bc: () => (/* binding */ recipientProblem),
/* harmony export */   cB: () => (/* binding */ recipientFault),
/* harmony export */   du: () => (/* binding */ recipientOf),
/* harmony export */   t$: () => (/* binding */ newIdentity)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

const BAD_CHECKSUM = 'is mistyped or truncated: its checksum is wrong';
const IDENTITY_REMEDY = 'Put the AGE-SECRET-KEY-1… line that "age-keygen" wrote into REWIND_IDENTITY.';
/** A new identity, `AGE-SECRET-KEY-1…` (X25519). It is secret: mask it before anything can print it. */
async function newIdentity() {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    return age.generateX25519Identity();
}
/** The public key of an identity. @throws RewindError input-invalid */
async function recipientOf(identity) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    await assertIdentity(identity);
    return age.identityToRecipient(identity);
}
/**
 * The identities in the output of `age-keygen`: one per line, without comments (`#`) and empty lines. People often put the
 * whole key file into the secret.
 */
function identitiesIn(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/**
 * The mistake in the form of a recipient, or null. Quick and synchronous, for the configuration loader. The message never
 * contains the text, because it may be a secret key in the wrong place.
 */
function recipientProblem(text) {
    if (/AGE-SECRET-KEY-/i.test(text)) {
        return ('is a secret key (identity), not a recipient. Anyone who reads this file has it: create a new pair with ' +
            '"age-keygen", and put only the public key (age1…) here');
    }
    if (text.startsWith('ssh-'))
        return 'is an SSH key; only age public keys (age1…) are supported';
    if (!/^age1[02-9a-z]+$/.test(text))
        return 'is not an age public key (age1…, as printed by "age-keygen -y")';
    return null;
}
/** The mistake in a recipient, its checksum included, or null. Never contains the text. */
async function recipientFault(text) {
    const problem = recipientProblem(text);
    if (problem !== null)
        return problem;
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    try {
        // The library checks some kinds of recipient when it adds them, others only when it uses them.
        const encrypter = new age.Encrypter();
        encrypter.addRecipient(text);
        await encrypter.encrypt(new Uint8Array(0));
        return null;
    }
    catch {
        return BAD_CHECKSUM;
    }
}
/** The mistake in an identity, or null. Never contains the text. */
async function identityFault(text) {
    if (text.startsWith('age1'))
        return 'is a public key (age1…), not a secret key';
    if (text.startsWith('AGE-PLUGIN-'))
        return 'belongs to an age plugin, which Rewind does not support';
    if (!/^AGE-SECRET-KEY-(PQ-)?1/.test(text))
        return 'is not an age secret key (AGE-SECRET-KEY-1…)';
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    try {
        await age.identityToRecipient(text);
        return null;
    }
    catch {
        return BAD_CHECKSUM;
    }
}
/** @throws RewindError input-invalid, without the text itself */
async function assertRecipient(text) {
    const fault = await recipientFault(text);
    if (fault === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `A seal recipient ${fault}.`, {
        remedy: 'Correct seal.recipients in the configuration: each is one age public key (age1…).',
    });
}
/** @throws RewindError input-invalid, without the text itself */
async function assertIdentity(text) {
    const fault = await identityFault(text);
    if (fault === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `The age identity ${fault}.`, { remedy: IDENTITY_REMEDY });
}


/***/ }),

/***/ 95576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   DZ: () => (/* binding */ readOnBase),
/* harmony export */   QS: () => (/* binding */ gitLines),
/* harmony export */   tw: () => (/* binding */ forkPoint)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81260);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71450);



/** For a large diff. */
const SECONDS = 120;
// safe.directory: in a container the checkout often belongs to another user.
const OWN = ['-c', 'safe.directory=*'];
/**
 * The text of a file on the base; null if the base does not have it.
 * @param path relative to the repository
 * @throws RewindError input-invalid, git-history-missing
 */
async function readOnBase(ctx, path, base) {
    const from = await forkPoint(ctx, base);
    const found = await git(ctx, ['ls-tree', '-z', '--name-only', from, '--', path]);
    return found === '' ? null : git(ctx, ['show', `${from}:./${path}`]);
}
/**
 * The merge base of the change.
 * @throws RewindError input-invalid, git-history-missing
 */
async function forkPoint(ctx, base) {
    if (!isRefName(base)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', `base: "${base}" is neither a branch nor a commit`);
    }
    const { exitCode, stdout, stderr } = await execute(ctx, ['merge-base', base, 'HEAD']);
    if (exitCode === 0)
        return stdout.trim();
    if (stderr.trim() !== '')
        throw failure(['merge-base'], stderr);
    // git says nothing if both have commits, and none in common.
    const isShallow = (await git(ctx, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('git-history-missing', isShallow
        ? `This checkout holds only the newest commits: the one that "${base}" and this change have in common is not among them.`
        : `"${base}" and this change have no commit in common, so they cannot be compared.`, isShallow
        ? {}
        : { remedy: `Rebase the change onto "${base}", or name the branch that it begins at as the base (--base).` });
}
/** git-check-ref-format(1): what a name of a branch may hold. No range (`a..b`), no revision (`a~1`, `a@{1}`), no option. */
function isRefName(name) {
    const forbidden = /^-|[\0- \x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$|(^|\/)\.|\.lock(\/|$)/;
    return name !== '' && name !== '@' && !forbidden.test(name);
}
/** The output of git in the root of the repository. @throws RewindError git-history-missing */
async function git(ctx, args) {
    const { exitCode, stdout, stderr } = await execute(ctx, args);
    if (exitCode === 0)
        return stdout;
    throw failure(args, stderr);
}
/** @throws RewindError tool-missing */
const execute = (ctx, args) => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)('git', [...OWN, ...args], {
    cwd: ctx.root,
    env: { ...ctx.childEnv },
    silent: true,
    ignoreReturnCode: true,
}).catch((error) => {
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('tool-missing', 'The program "git" could not be started.', {
        remedy: 'Install git, or add its folder to PATH.',
        cause: error,
    });
});
/**
 * The output of git, line by line, each cut to 2,000 characters: a pull request may have any size.
 * @throws RewindError git-history-missing, cancelled
 */
async function gitLines(ctx, args, onLine) {
    const ended = await (0,_runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_2__.runProgram)(ctx, ['git', ...OWN, ...args], ctx.childEnv, SECONDS, onLine);
    if (ended.failure !== null)
        throw failure(args, ended.lastLine ?? ended.failure);
}
function failure([command = ''], said) {
    const outside = said.includes('not a git repository');
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('git-history-missing', `git ${command} failed: ${said.trim().split('\n').at(-1) ?? ''}`, outside ? { remedy: 'Run the command in a checkout of the repository.' } : {});
}


/***/ }),

/***/ 62006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isSame),
/* harmony export */   P: () => (/* binding */ differenceOf)
/* harmony export */ });
/* harmony import */ var _own_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92577);

/** Longer differences are not searched for their shortest form: the time grows with the square of the lines. */
const MOST = 3_000;
/**
 * The lines in which two texts differ. What a formatter of Markdown changes does not count: the width of table columns,
 * spaces at the end, empty lines.
 */
function differenceOf(committed, rendered) {
    const [before, after] = [meaningful(committed), meaningful(rendered)];
    let head = 0;
    while (head < Math.min(before.length, after.length) && before[head]?.key === after[head]?.key)
        head += 1;
    let tail = 0;
    const most = Math.min(before.length, after.length) - head;
    while (tail < most && before.at(-1 - tail)?.key === after.at(-1 - tail)?.key)
        tail += 1;
    return inside(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
}
/** True if `differenceOf` finds nothing; quicker. */
function isSame(committed, rendered) {
    const [before, after] = [meaningful(committed), meaningful(rendered)];
    return before.length === after.length && before.every(({ key }, index) => key === after[index]?.key);
}
function meaningful(text) {
    return (0,_own_js__WEBPACK_IMPORTED_MODULE_0__.linesOf)(text).flatMap((line, index) => {
        const key = keyOf(line);
        return key === '' ? [] : [{ key, number: index + 1, text: line.trimEnd() }];
    });
}
function keyOf(line) {
    const row = line.trimStart().startsWith('|');
    return row ? line.trim().replace(/ +/g, ' ').replace(/-{3,}/g, '---') : line.trimEnd();
}
/** The longest common subsequence of lines; what is beside it differs. */
function inside(before, after) {
    const [rows, columns] = [before.length, after.length];
    if (rows > MOST || columns > MOST)
        return [...before.map(line('-')), ...after.map(line('+'))];
    const common = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
    const at = (row, column) => common[row]?.[column] ?? 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
        for (let column = columns - 1; column >= 0; column -= 1) {
            const same = before[row]?.key === after[column]?.key;
            const own = common[row];
            if (own)
                own[column] = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
        }
    }
    const found = [];
    let [row, column] = [0, 0];
    while (row < rows || column < columns) {
        const [old, fresh] = [before[row], after[column]];
        if (old !== undefined && fresh !== undefined && old.key === fresh.key)
            [row, column] = [row + 1, column + 1];
        else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
            found.push(line('-')(old));
            row += 1;
        }
        else if (fresh !== undefined) {
            found.push(line('+')(fresh));
            column += 1;
        }
    }
    return found;
}
const line = (sign) => ({ number, text }) => ({ sign, number, text });


/***/ }),

/***/ 92577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CLOSE: () => (/* binding */ CLOSE),
/* harmony export */   OPEN: () => (/* binding */ OPEN),
/* harmony export */   firstLine: () => (/* binding */ firstLine),
/* harmony export */   isGenerated: () => (/* binding */ isGenerated),
/* harmony export */   linesOf: () => (/* binding */ linesOf),
/* harmony export */   ownBlock: () => (/* binding */ ownBlock),
/* harmony export */   ownTextIn: () => (/* binding */ ownTextIn),
/* harmony export */   repositoryIn: () => (/* binding */ repositoryIn)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/** Lines between which the team writes. Each stands alone in its line. */
const OPEN = '<!-- rewind:own -->';
const CLOSE = '<!-- /rewind:own -->';
/** The first words of a file that `rewind runbook` wrote. */
const GENERATED = '<!-- Generated by "rewind runbook';
/** Marks the file as generated. @param renew the command that writes it again; it begins with "rewind runbook" */
const firstLine = (renew) => `<!-- Generated by "${renew.replaceAll('-->', '--\u200b>')}". Write only between the lines rewind:own and /rewind:own. -->`;
/** True if `rewind runbook` wrote the file. */
const isGenerated = (text) => linesOf(text)[0]?.startsWith(GENERATED) === true;
/** The repository that its links lead to; null if it has none. */
const repositoryIn = (text) => isGenerated(text) ? (/ --repository ([\w.:/-]+)/.exec(linesOf(text)[0] ?? '')?.[1] ?? null) : null;
const HEADING = /^#{2,3} +(.*?)\s*$/;
const FENCE = /^\s*(`{3,}|~{3,})/;
/** The lines of a text: no BOM, and no CR of an editor or of Git on Windows. */
const linesOf = (text) => text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
/**
 * The team's text of an existing file. A team may add a pair of marks anywhere; its text moves to the end of its section.
 * @throws RewindError input-invalid if a mark has no other half: nobody knows then what is the team's
 */
function ownTextIn(text) {
    const found = new Map();
    let heading = '';
    let fence = null;
    // Line of the mark that is open, from 1; 0: none.
    let opened = 0;
    let own = [];
    linesOf(text).forEach((line, index) => {
        const mark = line.trim();
        if (mark === OPEN) {
            if (opened !== 0)
                throw unpaired(opened, 'is not closed before the next one');
            opened = index + 1;
            own = [];
        }
        else if (mark === CLOSE) {
            if (opened === 0)
                throw unpaired(index + 1, 'closes nothing');
            const before = found.get(heading);
            const added = own.join('\n').replace(/^\s*\n|\s+$/g, '');
            if (added !== '')
                found.set(heading, before === undefined ? added : `${before}\n\n${added}`);
            opened = 0;
        }
        else if (opened !== 0)
            own.push(line);
        else if (fence !== null)
            fence = line.trim() === fence ? null : fence;
        else {
            fence = FENCE.exec(line)?.[1] ?? null;
            heading = HEADING.exec(line)?.[1] ?? heading;
        }
    });
    if (opened !== 0)
        throw unpaired(opened, 'is not closed');
    return found;
}
const unpaired = (line, what) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `The mark of own text in line ${line} of the runbook ${what}. Nothing was written.`, {
    remedy: `Put your text between a line ${OPEN} and a line ${CLOSE}.`,
});
/** The place for the team's text at the end of a section. */
const ownBlock = (own) => [OPEN, ...(own === undefined ? [] : [own]), CLOSE].join('\n');


/***/ }),

/***/ 49567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yj: () => (/* binding */ string),
/* harmony export */   ai: () => (/* binding */ number)
/* harmony export */ });
/* unused harmony exports boolean, bigint, date */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);


function string(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._coercedString */ .K_(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodString */ .NDH, params);
}
function number(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._coercedNumber */ .qG(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodNumber */ .rSt, params);
}
function boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}


/***/ })

};
