export const id = 6687;
export const ids = [6687];
export const modules = {

/***/ 6754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ identitiesIn),
/* harmony export */   Cz: () => (/* binding */ assertRecipient),
/* harmony export */   D7: () => (/* binding */ assertIdentity),
/* harmony export */   Ep: () => (/* binding */ IDENTITY_REMEDY),
/* harmony export */   XH: () => (/* binding */ identityFault),
/* harmony export */   bc: () => (/* binding */ recipientProblem),
/* harmony export */   cB: () => (/* binding */ recipientFault),
/* harmony export */   du: () => (/* binding */ recipientOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);

const BAD_CHECKSUM = 'is mistyped or truncated: its checksum is wrong';
const IDENTITY_REMEDY = 'Put the AGE-SECRET-KEY-1… line that "age-keygen" wrote into REWIND_IDENTITY.';
/** The public key of an identity. @throws RewindError input-invalid */
async function recipientOf(identity) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
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
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
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
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
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
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `A seal recipient ${fault}.`, {
        remedy: 'Correct seal.recipients in the configuration: each is one age public key (age1…).',
    });
}
/** @throws RewindError input-invalid, without the text itself */
async function assertIdentity(text) {
    const fault = await identityFault(text);
    if (fault === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `The age identity ${fault}.`, { remedy: IDENTITY_REMEDY });
}


/***/ }),

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2913);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/** The resources in a scope (null = all), and those that back up a database of them. */
function inScope(resources, scope) {
    return resources.filter(({ id, backsUp }) => scope === null || scope.includes(id) || backsUp?.some((of) => scope.includes(of)) === true);
}
/** What identifies the database that a resource works on; null if it works on none, or its address is not known. */
function databaseOf(resource, ctx) {
    return identityOf(resource, ctx)?.database ?? null;
}
function identityOf({ id, provider, config }, ctx) {
    try {
        return provider.capabilities?.database?.identify(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, id)) ?? null;
    }
    catch {
        // The resource itself reports a missing variable or a wrong URL.
        return null;
    }
}
/** The resources with these ids, and those that work on the same databases. */
function withSharedDatabases(resources, ids, ctx) {
    const databases = new Set(resources.map((resource) => (ids.has(resource.id) ? databaseOf(resource, ctx) : null)));
    return resources.filter((resource) => {
        const database = databaseOf(resource, ctx);
        return ids.has(resource.id) || (database !== null && databases.has(database));
    });
}
/** Runs a step for all resources in parallel and keeps every outcome: no failure hides another. */
async function settleResources(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
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

/***/ 4227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    cloudfront: () => __webpack_require__.e(/* import() */ 9752).then(__webpack_require__.bind(__webpack_require__, 9752)),
    launchdarkly: () => __webpack_require__.e(/* import() */ 1577).then(__webpack_require__.bind(__webpack_require__, 1577)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 9897).then(__webpack_require__.bind(__webpack_require__, 9897)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(1260), __webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(7104)]).then(__webpack_require__.bind(__webpack_require__, 2342)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(2946), __webpack_require__.e(8949)]).then(__webpack_require__.bind(__webpack_require__, 8949)),
    's3-bucket': () => __webpack_require__.e(/* import() */ 2798).then(__webpack_require__.bind(__webpack_require__, 2798)),
    'stripe-webhooks': () => __webpack_require__.e(/* import() */ 2403).then(__webpack_require__.bind(__webpack_require__, 2403)),
    unleash: () => __webpack_require__.e(/* import() */ 2680).then(__webpack_require__.bind(__webpack_require__, 2680)),
    'vercel-deployment': () => __webpack_require__.e(/* import() */ 4885).then(__webpack_require__.bind(__webpack_require__, 4885)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 5074).then(__webpack_require__.bind(__webpack_require__, 5074)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 4302).then(__webpack_require__.bind(__webpack_require__, 4302)),
    'vercel-flags': () => __webpack_require__.e(/* import() */ 2349).then(__webpack_require__.bind(__webpack_require__, 2349)),
    'vercel-project': () => __webpack_require__.e(/* import() */ 5239).then(__webpack_require__.bind(__webpack_require__, 7620)),
};

;// CONCATENATED MODULE: ./lib/providers/load.js


/**
 * Loads a provider when a configuration names it: the SDKs of providers make start-up slow.
 * `unknown` stands for each provider's own Config and State; schemas parse both before a provider gets them.
 *
 * @throws RewindError internal
 */
async function loadProvider(id) {
    const loaders = PROVIDERS;
    const load = loaders[id];
    if (!load)
        throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
}


/***/ })

};
