export const id = 4313;
export const ids = [4313];
export const modules = {

/***/ 84002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   execute: () => (/* binding */ execute)
/* harmony export */ });
/* harmony import */ var _cli_repository_root_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75505);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82713);
/* harmony import */ var _report_runbook_difference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62006);
/* harmony import */ var _report_runbook_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53949);
/* harmony import */ var _report_runbook_own_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92577);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67217);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58795);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78101);
/* harmony import */ var _gather_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69814);










/** Lines of a difference that are shown. */
const SHOWN = 20;
/** Needs no credential and no network: a runbook must be made before an incident, by anybody. */
async function execute(session) {
    const { inputs, context: ctx } = session;
    if (inputs.scope !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', '--scope: a runbook describes all resources.', {
            remedy: 'Run the command without --scope.',
        });
    }
    const config = await readConfig(session);
    const { print } = inputs;
    if (print && inputs.check)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', '--print and --check cannot be combined.');
    const file = (0,_gather_js__WEBPACK_IMPORTED_MODULE_7__/* .runbookFile */ .v)(session, config, inputs.output);
    const facts = await (0,_gather_js__WEBPACK_IMPORTED_MODULE_7__/* .gather */ .k)(session, config, file, inputs);
    if (file.text !== null && !(0,_report_runbook_own_js__WEBPACK_IMPORTED_MODULE_4__.isGenerated)(file.text) && !print)
        throw foreign(file);
    const own = file.text === null || !(0,_report_runbook_own_js__WEBPACK_IMPORTED_MODULE_4__.isGenerated)(file.text) ? new Map() : (0,_report_runbook_own_js__WEBPACK_IMPORTED_MODULE_4__.ownTextIn)(file.text);
    const markdown = withoutSecrets((0,_report_runbook_index_js__WEBPACK_IMPORTED_MODULE_3__.runbookMarkdown)(facts, own), ctx);
    if (print) {
        return {
            exit: 0,
            json: { ok: true, file: null, markdown },
            text: markdown.trimEnd(),
            outputs: { verdict: 'written' },
        };
    }
    const lines = file.text === null ? [] : (0,_report_runbook_difference_js__WEBPACK_IMPORTED_MODULE_2__/* .differenceOf */ .P)(file.text, markdown);
    const current = file.text !== null && lines.length === 0;
    if (!inputs.check && !current)
        await (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeOutput */ .zh)('output', file.absolute, markdown);
    const headline = headlineOf(file, lines, current, inputs.check, facts.renew, ctx.root);
    const shown = lines.slice(0, SHOWN).map(({ sign, number, text: line }) => `${sign} ${number}: ${line}`);
    const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more`] : [];
    return {
        exit: inputs.check && !current ? 3 : 0,
        json: {
            ok: current || !inputs.check,
            file: file.name,
            exists: file.text !== null,
            current,
            written: !inputs.check && !current,
            difference: lines.map(({ sign, number, text: line }) => ({ sign, number, text: line })),
            renew: facts.renew,
        },
        text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .textOf */ .b6)([headline, ...shown.map((line) => `  ${line}`), ...more.map((line) => `  ${line}`)]),
        summary: [
            `## ${current || !inputs.check ? '✅' : '❌'} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .codeSpan */ .SS)(file.name)}`,
            headline,
            ...(shown.length === 0 ? [] : [(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .codeBlock */ .DV)('diff', [...shown, ...more].join('\n'))]),
        ].join('\n\n'),
        outputs: { verdict: current ? 'current' : inputs.check ? 'stale' : 'written' },
    };
}
/** Without the providers and the store: they would ask for credentials. @throws RewindError config-not-found, config-invalid */
async function readConfig(session) {
    const { config } = session.inputs;
    try {
        return await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(config, session.path(config));
    }
    catch (error) {
        throw (0,_cli_repository_root_js__WEBPACK_IMPORTED_MODULE_0__/* .withParentHint */ .I)(error, session.path('.'), config);
    }
}
const foreign = ({ name }) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', `${name} exists, and "rewind runbook" did not write it. Nothing was changed.`, {
    remedy: 'Name another file with --output (or "runbook" in the configuration), and move your text into its marked places.',
});
/** The configuration refuses literal secrets where it knows them. A value of this run would be everywhere the file is. */
function withoutSecrets(markdown, { masker }) {
    if (masker.redact(markdown) === markdown)
        return markdown;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', 'The configuration holds the value of a secret of this run. Nothing was written.', {
        remedy: 'Write it as ${NAME}. If it is not a secret, unset its variable for this command.',
    });
}
function headlineOf({ name, absolute, text: before }, lines, current, check, renew, root) {
    if (current)
        return `${name} is current.`;
    const of = (sign) => lines.filter((line) => line.sign === sign).length;
    const counts = `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(of('+'), 'line')} new, ${of('-')} gone`;
    if (!check && before !== null)
        return `${name} is renewed: ${counts}.`;
    if (!check)
        return `${name} is written. Read it${(0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_6__/* .isInside */ .FK)(root, absolute) ? ', then commit it' : ''}.`;
    return before === null
        ? `There is no ${name}. Write it: ${renew}`
        : `${name} is not current: ${counts}. Renew it: ${renew}`;
}


/***/ }),

/***/ 90960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eT: () => (/* binding */ publicKeyProblem),
/* harmony export */   fv: () => (/* binding */ signContent),
/* harmony export */   gt: () => (/* binding */ publicKeyText),
/* harmony export */   jy: () => (/* binding */ readSigningKey),
/* harmony export */   yS: () => (/* binding */ verifyContent),
/* harmony export */   zI: () => (/* binding */ newSigningKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);


/**
 * Ed25519 signatures in the format of minisign (https://jedisct1.github.io/minisign), so that `minisign -V` verifies what
 * Rewind signs. Signatures are of the prehashed kind ("ED"): over the BLAKE2b-512 of the content.
 */
/** Ed25519 keys in DER: fixed prefixes of RFC 8410, then the 32 bytes. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
/** Sizes of the parts, in bytes. */
const ALGORITHM = 2;
const KEY_ID = 8;
const KEY = 32;
const SIGNATURE = 64;
/** Before the key id of a secret key: algorithm, kind of encryption, kind of checksum, salt, two limits. */
const SECRET_HEAD = 2 + 2 + 2 + 32 + 8 + 8;
const SECRET_SIZE = SECRET_HEAD + KEY_ID + 2 * KEY + 32;
/** minisign prints the id as a little-endian number. */
const idText = (id) => Buffer.from(id).reverse().toString('hex').toUpperCase();
/** The last line that holds a key: people give the whole file or only its second line. */
const keyLine = (text) => text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('untrusted comment:'))
    .at(-1) ?? '';
/** Bytes of strict base64; null for anything else. */
function base64(text) {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text ? bytes : null;
}
function publicKeyOf(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([PUBLIC_PREFIX, bytes]), format: 'der', type: 'spki' });
}
function readPublicKey(text) {
    const bytes = base64(text);
    if (bytes?.length !== ALGORITHM + KEY_ID + KEY || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
        return null;
    return {
        id: idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID)),
        key: publicKeyOf(bytes.subarray(ALGORITHM + KEY_ID)),
    };
}
/** The mistake in a public key of the configuration, or null. Never contains the text: it may be a secret key. */
function publicKeyProblem(text) {
    if (base64(text)?.length === SECRET_SIZE) {
        return ('is a secret key, not a public key. Anyone who reads this file has it: create a new pair with ' +
            '"minisign -G -W", and put only the public key (RW…) here');
    }
    return readPublicKey(text) === null ? 'is not a minisign public key (the second line of the .pub file)' : null;
}
/**
 * Reads a secret key without a password, as `minisign -G -W` writes it: the whole file, or its second line.
 * @param name of the environment variable that holds it
 * @throws RewindError input-invalid, without the text itself
 */
function readSigningKey(text, name = 'REWIND_SIGNING_KEY') {
    const fail = (problem) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', `The signing key ${problem}.`, {
        remedy: `Create a pair with "minisign -G -W", and put the whole .key file into ${name}.`,
    });
    const bytes = base64(keyLine(text));
    if (bytes?.length !== SECRET_SIZE || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
        throw fail('is not a minisign secret key');
    if (bytes.readUInt16LE(ALGORITHM) !== 0)
        throw fail('is protected by a password, which Rewind cannot enter');
    const id = bytes.subarray(SECRET_HEAD, SECRET_HEAD + KEY_ID);
    const seed = bytes.subarray(SECRET_HEAD + KEY_ID, SECRET_HEAD + KEY_ID + KEY);
    const half = bytes.subarray(SECRET_HEAD + KEY_ID + KEY, SECRET_HEAD + KEY_ID + 2 * KEY);
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    const derived = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    // A key without a password has no checksum of its own; its public half serves as one.
    if (!half.equals(derived))
        throw fail('is mistyped or truncated');
    return { id, key };
}
/**
 * A new secret key without a password: the second line of the file that `minisign -G -W` writes. It is secret: mask it before
 * anything can print it.
 */
function newSigningKey() {
    const { privateKey, publicKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const head = Buffer.alloc(SECRET_HEAD);
    // Algorithm, no encryption, checksum by BLAKE2b. Without encryption, minisign does not read salt, limits and checksum.
    head.write('Ed\0\0B2', 'latin1');
    const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_PREFIX.length);
    const half = publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    return Buffer.concat([head, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(KEY_ID), seed, half, Buffer.alloc(32)]).toString('base64');
}
/** The public key of a signing key, as it stands under `sign.keys`. */
function publicKeyText({ id, key }) {
    const half = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    return Buffer.concat([Buffer.from('Ed'), id, half]).toString('base64');
}
const hashOf = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('blake2b512').update(content).digest();
/** The text of a `.minisig` file. @param comment one line, signed as the trusted comment */
function signContent(content, { id, key }, comment) {
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, hashOf(content), key);
    const whole = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.concat([signature, Buffer.from(comment)]), key);
    return [
        'untrusted comment: signature of Rewind; verify it with minisign -V',
        Buffer.concat([Buffer.from('ED'), id, signature]).toString('base64'),
        `trusted comment: ${comment}`,
        whole.toString('base64'),
        '',
    ].join('\n');
}
/**
 * Verifies the text of a `.minisig` file.
 *
 * @param keys public keys, as in the configuration
 * @returns the key and the trusted comment; or why the signature does not count
 */
function verifyContent(content, text, keys) {
    const [, head = '', trusted = '', whole = ''] = text.split(/\r?\n/);
    const bytes = base64(head);
    const signedWhole = base64(whole);
    const prefix = 'trusted comment: ';
    if (bytes?.length !== ALGORITHM + KEY_ID + SIGNATURE ||
        signedWhole?.length !== SIGNATURE ||
        !trusted.startsWith(prefix))
        return 'malformed';
    const algorithm = bytes.toString('latin1', 0, ALGORITHM);
    if (algorithm !== 'ED' && algorithm !== 'Ed')
        return 'malformed';
    const keyId = idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID));
    const signer = keys.map(readPublicKey).find((key) => key?.id === keyId);
    if (!signer)
        return 'unknown-key';
    const signature = bytes.subarray(ALGORITHM + KEY_ID);
    const comment = trusted.slice(prefix.length);
    const valid = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, algorithm === 'ED' ? hashOf(content) : content, signer.key, signature) &&
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.concat([signature, Buffer.from(comment)]), signer.key, signedWhole);
    return valid ? { keyId, comment } : 'forged';
}


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


/***/ })

};
