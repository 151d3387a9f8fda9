export const id = 368;
export const ids = [368];
export const modules = {

/***/ 9637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ snapshotJson),
  c: () => (/* binding */ snapshotRows)
});

// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(3389);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var coverage = __webpack_require__(1282);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(9952);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/services/github/commits.js


const pulls = schemas/* array */.YOg(schemas/* looseObject */._H3({ number: schemas/* number */.aig(), title: schemas/* string */.YjP(), merged_at: schemas/* string */.YjP().nullish() }));
const commit = schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ message: schemas/* string */.YjP() }) });
/** Characters of a subject. */
const LONGEST = 72;
/**
 * The pull request of each commit ("#12 Fix the checkout"), else the first line of its message. GitHub REST API, "List pull
 * requests associated with a commit" and "Get a commit". What cannot be read is left out: it only helps people.
 */
async function describeCommits(github, commits, log) {
    const described = await Promise.all(commits.map(async (sha) => {
        try {
            const text = await describeCommit(github, sha);
            return text === null ? [] : [[sha, text]];
        }
        catch (error) {
            log.debug(`commit ${sha.slice(0, 12)}: ${(0,errors/* messageOf */.bD)(error)}`);
            return [];
        }
    }));
    return new Map(described.flat());
}
async function describeCommit(github, sha) {
    const found = await github
        .request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }))
        .catch(() => []);
    const pull = found.find(({ merged_at: at }) => at !== null && at !== undefined);
    if (pull)
        return shortened(`#${pull.number} ${pull.title}`);
    const data = await github.find({ what: `read commit ${sha}`, permission: 'contents: read' }, commit, (rest, target) => rest.repos.getCommit({ ...target, ref: sha }));
    return data && shortened(data.commit.message.split('\n')[0] ?? '');
}
const shortened = (text) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/cli/choose.js
var cli_choose = __webpack_require__(5621);
;// CONCATENATED MODULE: ./lib/cli/snapshot-rows.js







/** What a list says of the snapshots, newest first. A damaged one is listed as such. */
async function snapshotRows(session, project, { history, circumstances }, { limit, chosen, signatures = false } = {}) {
    const newest = await history.slice(0, limit);
    const further = chosen === undefined || newest.some(({ id }) => id === chosen) ? [] : [await history.entry(chosen)];
    const entries = [...newest, ...further];
    const [latest, previous] = (0,choose/* rankedIds */.qm)(newest, circumstances);
    const subjects = await subjectsOf(session, entries);
    const now = session.context.clock.now();
    return Promise.all(entries.map(async ({ id, marks, manifest, problem, releases }) => ({
        id,
        names: [...(id === latest ? ['latest'] : []), ...(id === previous ? ['previous'] : []), ...marks],
        chosen: id === chosen,
        problem: problem === null ? null : `cannot be used: ${problem.message}`,
        facts: manifest && {
            createdAt: manifest.createdAt,
            ageMs: now.getTime() - Date.parse(manifest.createdAt),
            reason: manifest.reason,
            commit: manifest.commit,
            production: releases.size === 0 ? null : (0,cli_choose/* releaseText */.hO)(releases),
            subject: subjects.get(commitOf({ manifest, releases }) ?? '') ?? null,
            coverage: (0,coverage/* coverageOf */._)(manifest, circumstances.configured),
            bytes: (0,coverage/* sealedBytes */.U)(manifest),
            signature: signatures ? await signatureText(session, project, manifest) : null,
        },
    })));
}
async function signatureText({ context }, project, manifest) {
    try {
        const trust = await (0,engine_trust/* trustOf */.A)(project.store, manifest, project.signKeys, context.clock.now());
        return trust.kind === 'signed' ? 'signed' : 'not signed';
    }
    catch (error) {
        return `NOT BELIEVED: ${(0,errors/* asRewindError */.m2)(error).message}`;
    }
}
/** The commit that production served; else that of the run. */
function commitOf({ manifest, releases }) {
    return [...releases.values()].find(({ commit }) => commit !== null)?.commit ?? manifest?.commit ?? null;
}
/** Message or pull request by commit; only in GitHub Actions, and only if the token may read them. */
async function subjectsOf(session, entries) {
    if (session.run === null)
        return new Map();
    const commits = new Set(entries.map(commitOf).filter((commit) => commit !== null));
    return describeCommits((0,client.createGitHub)(session.context), [...commits], session.context.log);
}
/** The same for --json: unknown values are null, lists are lists, times are ISO 8601, sizes are bytes. */
async function snapshotJson({ history }, rows) {
    return Promise.all(rows.map(async ({ id, names, problem, facts }) => {
        const { manifest, releases, marks } = await history.entry(id);
        return {
            id,
            latest: names.includes('latest'),
            previous: names.includes('previous'),
            marks,
            problem,
            createdAt: facts?.createdAt ?? null,
            ageSeconds: facts === null ? null : Math.round(facts.ageMs / 1000),
            reason: facts?.reason ?? null,
            commit: facts?.commit ?? null,
            subject: facts?.subject ?? null,
            production: Object.fromEntries([...releases].map(([resource, { deployment, commit }]) => [resource, { deployment, commit }])),
            scope: manifest?.scope ?? null,
            resources: manifest?.resources.map(({ id: resource, provider, payloads }) => ({
                id: resource,
                provider,
                sealedBytes: payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0),
            })) ?? [],
            missing: facts?.coverage.missing ?? [],
            sealedBytes: facts?.bytes ?? null,
            signed: facts === null ? null : facts.signature === 'signed',
            signature: facts?.signature ?? null,
        };
    }));
}


/***/ }),

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5621);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9859);
/* harmony import */ var _cli_snapshot_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9637);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3021);
/* harmony import */ var _report_snapshots_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2467);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3220);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6225);







/** Lists a damaged snapshot as damaged, and continues. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_1__/* .defineCommand */ .N)({
    name: 'list',
    summary: 'List the snapshots of the environment, newest first.',
    flags: {},
    examples: ['list', 'list --json'],
    async run(session) {
        const project = await session.open();
        const { environment, store } = project.config;
        const snapshots = await (0,_cli_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .openSnapshots */ .mn)(session, project);
        const rows = await (0,_cli_snapshot_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotRows */ .c)(session, project, snapshots, { signatures: true });
        const place = (0,_store_index_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(store, session.context);
        const title = `Snapshots of "${environment}", newest first:`;
        const empty = `"${environment}" has no snapshots yet in ${place}.`;
        return {
            exit: 0,
            json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJson */ .a)({ environment, store: place, snapshots: await (0,_cli_snapshot_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotJson */ .b)(snapshots, rows) }),
            text: rows.length === 0 ? empty : [title, (0,_report_snapshots_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotsText */ .TP)(rows), ...legend(rows)].join('\n'),
            summary: `## Snapshots of ${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeSpan */ .SS)(environment)}\n\n${rows.length === 0 ? (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeText */ .X1)(empty) : (0,_report_snapshots_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotsMarkdown */ .lZ)(rows)}\n`,
        };
    },
}));
function legend(rows) {
    if (rows.some(({ names }) => names.includes('latest')))
        return [];
    return ['', 'None of them is "latest": the newest is damaged, or none covers what is asked for. Use --snapshot ID.'];
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

/***/ 960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eT: () => (/* binding */ publicKeyProblem),
/* harmony export */   fv: () => (/* binding */ signContent),
/* harmony export */   gt: () => (/* binding */ publicKeyText),
/* harmony export */   jy: () => (/* binding */ readSigningKey),
/* harmony export */   yS: () => (/* binding */ verifyContent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);


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
 * @throws RewindError input-invalid, without the text itself
 */
function readSigningKey(text) {
    const fail = (problem) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('input-invalid', `The signing key ${problem}.`, {
        remedy: 'Create a pair with "minisign -G -W", and put the whole .key file into REWIND_SIGNING_KEY.',
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
        'untrusted comment: signature of a Rewind snapshot; verify it with minisign -V',
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

/***/ 9952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ trustOf),
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4365);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(960);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4346);






/** Clocks of runners differ; a snapshot from further ahead is not believed. */
const SKEW_MS = 5 * 60_000;
/**
 * Who signed the snapshot, by the public keys of the configuration. Also compares the times that the snapshot gives.
 *
 * @param manifest as read from the store; the signed bytes must say the same
 * @param keys minisign public keys; empty if the configuration has none
 * @throws RewindError signature-invalid, signature-unknown, snapshot-time, snapshot-corrupt
 */
async function trustOf(store, manifest, keys, now) {
    assertTime(manifest, now);
    if (keys.length === 0)
        return { kind: 'unsigned', reason: 'the configuration has no "sign" section' };
    const signature = await readIfPresent(store, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureKey */ .cx)(manifest));
    if (signature === null)
        return { kind: 'unsigned', reason: 'nobody signed it' };
    const content = await store.open((0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestKey */ .Rn)(manifest)).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer);
    if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(content.toString('utf8'), manifest.id)) !== (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(manifest)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} changed while it was read.`);
    }
    const verified = (0,_signature_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyContent */ .yS)(content, signature.toString('utf8'), keys);
    if (verified === 'unknown-key') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-unknown', `The key that signed snapshot ${manifest.id} is not in sign.keys.`);
    }
    if (typeof verified === 'string') {
        const problem = verified === 'malformed' ? 'is not a minisign signature' : 'does not belong to this manifest';
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-invalid', `The signature of snapshot ${manifest.id} ${problem}.`);
    }
    // The comment is signed: a signature cannot be moved to another snapshot.
    if (!verified.comment.startsWith(commentOf(manifest))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-invalid', `The signature of snapshot ${manifest.id} is of another snapshot.`);
    }
    return { kind: 'signed', keyId: verified.keyId };
}
/** The trusted comment of a snapshot's signature. */
function commentOf({ id, environment, createdAt }) {
    return `rewind snapshot ${id} of ${environment}, taken ${createdAt}`;
}
/** The id holds the time, and ids are sorted: a false one would stay "latest" for ever. */
function assertTime({ id, createdAt }, now) {
    const taken = Date.parse(createdAt);
    if (Math.abs((0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotTime */ .mS)(id) - taken) > SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}; its id says otherwise.`);
    }
    if (taken > now.getTime() + SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}: in the future.`);
    }
}
async function readIfPresent(store, key) {
    const present = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return present ? (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await store.open(key)) : null;
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


/***/ }),

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 6225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ openStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** Where the store is, for people. */
function placeOf(config, ctx) {
    switch (config.kind) {
        case 'directory':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path);
        case 's3':
            return `s3://${config.bucket}/${config.prefix}`;
        case 'artifact':
            return `the artifacts of ${ctx.env.text('GITHUB_REPOSITORY') ?? 'the repository'}`;
    }
}
/** The configured store. Loads each kind only when needed: the S3 SDK takes 90 ms to load. */
async function openStore(config, ctx) {
    switch (config.kind) {
        case 'directory': {
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 194).then(__webpack_require__.bind(__webpack_require__, 194));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(3199)]).then(__webpack_require__.bind(__webpack_require__, 3199));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(5126)]).then(__webpack_require__.bind(__webpack_require__, 5126)),
                __webpack_require__.e(/* import() */ 4903).then(__webpack_require__.bind(__webpack_require__, 4903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
}


/***/ })

};
