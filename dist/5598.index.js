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
        const trust = await (0,engine_trust/* trustOf */.A)(project.store, manifest, project.signKeys, now);
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
