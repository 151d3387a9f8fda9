export const id = 8656;
export const ids = [8656];
export const modules = {

/***/ 94365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_3__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33220);
/* harmony import */ var _mitigated_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69156);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8892);






const SCHEMA_VERSION = 1;
const payloadRef = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    bytes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
    sealedBytes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const json = _runtime_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .IL;
const capturedResource = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    capturedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
    /** The provider's own schema parses it before use. */
    state: json,
    payloads: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(payloadRef),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rewind-snapshot'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(SCHEMA_VERSION),
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** Version of Rewind that wrote it. */
    writtenBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** URL of the workflow run, where there was one. */
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Login of the person who started that run, and the event that did. */
    actor: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    event: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .REASONS */ .ez),
    /**
     * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
     * that their fingerprints can be compared.
     */
    after: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn), digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }).exactOptional(),
    /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
    override: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ by: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), closed: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }).exactOptional(),
    /** Mitigations that were in effect; not in a snapshot that a rollback took. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_mitigated_js__WEBPACK_IMPORTED_MODULE_2__/* .mitigatedSchema */ .aJ).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(capturedResource),
    /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
    baselines: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(json).exactOptional(),
});

/** What tells another format. */
const head = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), schemaVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), writtenBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/**
 * Parses the text of manifest.json, after its checksum was verified.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
function parseManifest(text, id) {
    let content;
    try {
        content = JSON.parse(text);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} is not JSON.`, { cause: error });
    }
    const told = head.safeParse(content);
    if (told.success && told.data.kind === 'rewind-snapshot' && told.data.schemaVersion !== SCHEMA_VERSION) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-unsupported', `Snapshot ${id} has format ${told.data.schemaVersion} (written by Rewind ${told.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`);
    }
    const parsed = manifest.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} is not a valid manifest.`, {
            problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
        });
    }
    if (parsed.data.id !== id) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `The manifest of snapshot ${id} names another snapshot, ${parsed.data.id}.`);
    }
    return parsed.data;
}
/** The time in a snapshot id, in milliseconds since 1970; NaN for another form. */
function snapshotTime(id) {
    return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
/**
 * `20261123T030405Z-1a2b3c`: ids sort by time. The first two digits after the dash are the 256th part of the second, so that of
 * two snapshots of one second the later one is the latest; the other four are random.
 * @param random four hexadecimal digits
 */
function snapshotIdAt(at, random) {
    const part = Math.floor((at.getUTCMilliseconds() * 256) / 1000);
    const second = at.toISOString().replace(/[-:]/g, '').slice(0, 15);
    return `${second}Z-${part.toString(16).padStart(2, '0')}${random}`;
}


/***/ }),

/***/ 69156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ mitigatedText),
/* harmony export */   BA: () => (/* binding */ mitigatedKeys),
/* harmony export */   aJ: () => (/* binding */ mitigatedSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _three_way_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56724);


/** A mitigation that was in effect when a snapshot was taken: the snapshot holds what it changed as it made it. */
const mitigatedSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Digest of its plan. */
    plan: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What it is called in texts. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Id of the resource. */
    resource: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What was as the mitigation made it; null: that could not be read. */
    objects: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).nullable(),
});
/** Objects named in one line. */
const NAMED = 5;
/** `the mitigation flags-off "checkout-off" (0123456789ab): Flag "checkout", Flag "banner"` */
function mitigatedText({ plan, name, resource, objects }) {
    const targets = objects?.map(({ target }) => target) ?? null;
    const more = (targets?.length ?? 0) - NAMED;
    const what = targets === null
        ? `"${resource}" (which objects could not be read)`
        : `${targets.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `the mitigation ${name} (${plan.slice(0, 12)}): ${what}`;
}
/** The objects (`resource/object`) of all of them. */
const mitigatedKeys = (all) => new Set(all.flatMap(({ resource, objects }) => (objects ?? []).map(({ id }) => (0,_three_way_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKeyOf */ .Gs)(resource, id))));


/***/ }),

/***/ 57314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ otherObject),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   J3: () => (/* binding */ otherNames),
/* harmony export */   Mm: () => (/* binding */ sidesOf),
/* harmony export */   gK: () => (/* binding */ isOtherObject)
/* harmony export */ });
/** The parts of a name that the configuration holds under the same keys as the state. Pure. */
function nameParts(keys, saved, live) {
    return keys.map((key) => ({ key, saved: saved[key], live: live[key] }));
}
/**
 * What names the object on both sides, e.g. `project prj_1`: only the parts that differ.
 * @returns null if it is the same object
 */
function otherNames(parts) {
    const different = parts.filter(({ saved, live }) => saved !== live);
    if (different.length === 0)
        return null;
    const named = (side) => different.map((part) => `${part.key} ${part[side]}`).join(', ');
    return { saved: named('saved'), live: named('live') };
}
/** True for the change that `otherObject` makes. */
const isOtherObject = ({ id }) => id === ID;
const ID = 'other-object';
const LIVE = 'in the configuration';
const SAVED = 'in the snapshot';
/** What the two sides of the change that `otherObject` makes are: "project a in the configuration, project b in the snapshot". */
const sidesOf = ({ before, after }) => [before, after].map((side) => (side ?? '').replace(/ \(([^()]*)\)$/, ' $1')).join(', ');
/**
 * The only change of a plan if the configuration names another object than the snapshot holds: it is left to a person.
 * What was captured of one object must never be written to another one.
 *
 * @param what of the object is restored, e.g. `environment variables`
 * @param rebuilt what to do if a person built the object again under the other name; a whole sentence
 * @returns null if it is the same object
 */
function otherObject(what, parts, rebuilt) {
    const names = otherNames(parts);
    if (names === null)
        return null;
    return {
        id: ID,
        stage: 'configuration',
        action: 'run',
        target: `${what} of ${names.saved}`,
        before: `${names.live} (${LIVE})`,
        after: `${names.saved} (${SAVED})`,
        effect: 'live',
        undo: null,
        manual: [
            `Set ${names.saved} in the configuration and plan again, or choose a newer snapshot.`,
            ...(rebuilt === undefined ? [] : [rebuilt]),
        ].join(' '),
        warnings: [],
        params: {},
    };
}


/***/ }),

/***/ 16449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jw: () => (/* binding */ describeState),
/* harmony export */   Nj: () => (/* binding */ defineProvider),
/* harmony export */   uY: () => (/* binding */ mergedFlags)
/* harmony export */ });
/** Describes the state of a manifest; empty if the provider cannot describe it. */
function describeState({ state, capabilities }, captured) {
    const parsed = state.safeParse(captured);
    return (parsed.success && capabilities?.describeState?.(parsed.data)) || {};
}
/** The flags of several resources; null if none holds flags. A key of two of them is on if it is on in one. Pure. */
function mergedFlags(described) {
    const maps = described.flatMap(({ flags }) => flags ?? []);
    const all = new Map();
    for (const [key, on] of maps.flatMap((flags) => [...flags]))
        all.set(key, on || all.get(key) === true);
    return maps.length === 0 ? null : all;
}
/** Identity, for type inference: `export default defineProvider<Config, State>({...})`. */
function defineProvider(provider) {
    return provider;
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

/***/ 84346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ removeSnapshot),
/* harmony export */   DB: () => (/* binding */ listSnapshotIds),
/* harmony export */   Fp: () => (/* binding */ payloadFile),
/* harmony export */   Ge: () => (/* binding */ commitSnapshot),
/* harmony export */   It: () => (/* binding */ manifestDigest),
/* harmony export */   Mo: () => (/* binding */ assertManifest),
/* harmony export */   Ns: () => (/* binding */ snapshotIds),
/* harmony export */   Ok: () => (/* binding */ marksOf),
/* harmony export */   Rn: () => (/* binding */ manifestKey),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   Z9: () => (/* binding */ otherEnvironments),
/* harmony export */   ZF: () => (/* binding */ putMark),
/* harmony export */   _n: () => (/* binding */ environmentsHolding),
/* harmony export */   cx: () => (/* binding */ signatureKey),
/* harmony export */   i4: () => (/* binding */ removeMark),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94365);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8892);
/* harmony import */ var _runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17761);





/**
 * Files of one snapshot, under `snapshots/<environment>/<id>/`:
 *   <resource>/<payload>.age   sealed payloads
 *   manifest.json              states, and size and SHA-256 of each payload
 *   manifest.json.minisig      signature of manifest.json, if the configuration has sign.keys
 *   marks/<name>.json          marks of people, written later
 *   SHA256SUMS                 of all the above, as `sha256sum -c` reads it; written last: it makes the snapshot exist
 */
const SUMS = 'SHA256SUMS';
const MANIFEST = 'manifest.json';
const folderOf = (environment, id) => `snapshots/${environment}/${id}`;
/** Keys of the manifest and of its signature in the store. */
const manifestKey = ({ environment, id }) => `${folderOf(environment, id)}/${MANIFEST}`;
const signatureKey = (of) => `${manifestKey(of)}.minisig`;
/** A payload, in the folder of its snapshot. */
const payloadFile = (resource, name) => `${resource}/${name}.age`;
/**
 * Writes the manifest and its signature, then the checksums, which make the snapshot exist.
 * @param sign gives the signature of the manifest's bytes; null for an unsigned snapshot
 */
async function commitSnapshot(store, manifest, sign = null) {
    const folder = folderOf(manifest.environment, manifest.id);
    const content = `${JSON.stringify(manifest, null, 2)}\n`;
    await store.put(`${folder}/${MANIFEST}`, Buffer.from(content));
    if (sign !== null)
        await store.put(signatureKey(manifest), Buffer.from(sign(Buffer.from(content))));
    await store.put(`${folder}/${SUMS}`, Buffer.from(sumsOf(manifest, content)));
}
function sumsOf(manifest, manifestText) {
    const lines = manifest.resources.flatMap((resource) => resource.payloads.map((ref) => `${ref.sha256}  ${payloadFile(resource.id, ref.name)}`));
    return `${[...lines, `${(0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(manifestText)}  ${MANIFEST}`].join('\n')}\n`;
}
/** Removes a snapshot. Removes the checksums first, so that `list` no longer shows it. */
async function removeSnapshot(store, environment, id) {
    const folder = folderOf(environment, id);
    await store.delete(`${folder}/${SUMS}`);
    for (const object of await store.list(folder))
        await store.delete(object.key);
}
/** Ids of the complete snapshots of an environment, oldest first. */
async function listSnapshotIds(store, environment) {
    return snapshotIds(await store.list(`snapshots/${environment}`));
}
/** Ids of the complete snapshots among the objects of an environment, oldest first. */
function snapshotIds(objects) {
    return objects
        .filter((object) => object.key.endsWith(`/${SUMS}`))
        .map((object) => object.key.split('/')[2] ?? '')
        .filter((id) => _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_ID */ .dn.test(id))
        .sort();
}
const markKey = (environment, id, name) => `${folderOf(environment, id)}/marks/${name}.json`;
/** Names of marks by snapshot id, from the objects of an environment. */
function marksOf(objects) {
    const marks = new Map();
    for (const { key } of objects) {
        const [, id, name] = /^snapshots\/[^/]+\/([^/]+)\/marks\/([^/]+)\.json$/.exec(key) ?? [];
        if (id !== undefined && name !== undefined && _vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .MARK_NAME */ .Gx.test(name))
            marks.set(id, [...(marks.get(id) ?? []), name]);
    }
    return marks;
}
/** Marks a snapshot. The mark lies beside the files of the snapshot and is removed with them. */
async function putMark(store, environment, id, name, mark) {
    const content = { kind: 'rewind-mark', schemaVersion: 1, name, ...mark };
    await store.put(markKey(environment, id, name), Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}
async function removeMark(store, environment, id, name) {
    await store.delete(markKey(environment, id, name));
}
/** Environments of this store that hold the snapshot; for the message if it belongs to another environment. */
async function environmentsHolding(store, id) {
    const objects = await store.list('snapshots');
    return objects
        .filter((object) => object.key.endsWith(`/${id}/${SUMS}`))
        .map((object) => object.key.split('/')[1] ?? '');
}
/** The name of an environment, as the configuration allows it: what else is in the store is not named. */
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
/** At most this many other environments are named. */
const NAMED = 5;
/**
 * A sentence that names the other environments of the store, for somebody whose environment has no snapshot; '' if there are
 * none, or if the store cannot tell. Never throws: it only adds to a message.
 */
async function otherEnvironments(store, environment) {
    const folders = (await store.folders?.('snapshots').catch(() => [])) ?? [];
    const others = folders.filter((name) => name !== environment && ENVIRONMENT.test(name)).sort();
    if (others.length === 0)
        return '';
    const named = others.slice(0, NAMED).map((name) => `"${name}"`);
    const more = others.length - named.length;
    return `The store knows ${others.length === 1 ? 'another environment' : 'other environments'}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
/**
 * Reads a manifest and verifies it and the checksums, byte for byte.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
async function readManifest(store, environment, id) {
    const folder = folderOf(environment, id);
    const [sums, content] = await Promise.all([
        store.open(`${folder}/${SUMS}`).then(async (stream) => (await (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .tk)(stream, SUMS)).toString('utf8')),
        store.open(`${folder}/${MANIFEST}`).then((stream) => (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .tk)(stream, MANIFEST)),
    ]);
    if (!sums.endsWith(`${(0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(content)}  ${MANIFEST}\n`)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} does not match its checksum.`);
    }
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(content.toString('utf8'), id);
    if (sums !== sumsOf(manifest, content.toString('utf8'))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-corrupt', `SHA256SUMS of snapshot ${id} does not match its manifest.`);
    }
    return manifest;
}
/** SHA-256 (hex) of manifest.json. In a plan it identifies the content of the snapshot, payloads included. */
async function manifestDigest(store, environment, id) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(await store.open(`${folderOf(environment, id)}/${MANIFEST}`).then((stream) => (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .tk)(stream, MANIFEST)));
}
/**
 * Fails unless the manifest in the store has this digest, and says what was read of it.
 * @throws RewindError snapshot-corrupt
 */
async function assertManifest(store, manifest, digest) {
    const key = manifestKey(manifest);
    const content = await store.open(key).then((stream) => (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .tk)(stream, MANIFEST));
    const same = (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(content.toString('utf8'), manifest.id)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(manifest);
    if (same && (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(content) === digest)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} is not the one that was signed.`);
}


/***/ }),

/***/ 56724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ objectKeyOf),
/* harmony export */   NZ: () => (/* binding */ withAuthors),
/* harmony export */   Qz: () => (/* binding */ changesWithOrigin),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   mN: () => (/* binding */ asApproved)
/* harmony export */ });
/* harmony import */ var _other_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57314);

/**
 * Tells what the deploy changed from what was changed after it, by three comparisons of one provider: snapshot with live,
 * snapshot with release, release with live. Pure.
 *
 * A difference counts as `later` only if the deploy did not touch its object in any way. In doubt it is the deploy's, and a
 * rollback undoes it.
 *
 * @param release the state just after the deploy; its fingerprints have the salt of `saved`
 * @param asked the live state as it was asked for, if the service did not give all of it
 * @returns the changes that make live equal to the snapshot
 */
function changesWithOrigin({ plan, narrow }, saved, release, live, asked = live) {
    const [byDeploy, since] = [plan(saved, release), plan(release, asked)];
    // A capture of another object tells nothing of this one. As later changes, those of the deploy would stay.
    if ([...byDeploy, ...since].some(_other_object_js__WEBPACK_IMPORTED_MODULE_0__/* .isOtherObject */ .gK))
        return plan(saved, live);
    const originOf = originsIn(touched(byDeploy), touched(since));
    const changes = plan(saved, live).flatMap((change) => {
        const { id, parts } = change;
        if (!parts || !narrow)
            return [{ ...change, origin: originOf(objectOf(id)) }];
        const later = parts.filter((part) => originOf(partOf(id, part)) === 'later');
        const others = parts.filter((part) => !later.includes(part));
        const both = others.some((part) => originOf(partOf(id, part)) === 'both');
        return [
            ...narrow(saved, live, others).map((one) => ({ ...one, origin: both ? 'both' : 'deploy' })),
            ...narrow(saved, live, later).map((one) => ({ ...one, id: `${id}:later`, origin: 'later' })),
        ];
    });
    return afterCauses(withSideEffects(changes));
}
/**
 * Adds who made each difference that is not the deploy's alone. A name counts only if the service wrote it between the two
 * states: the name on what is left of an object does not tell who deleted the rest. Pure.
 * @param deployedBy who made the deployment; null if unknown
 */
function withAuthors(changes, { saved, release, live }, deployedBy) {
    const authorOf = (object, before, after) => {
        const last = after.authors?.get(object);
        return last === undefined || last.at <= (before.authors?.get(object)?.at ?? 0) ? null : last.by;
    };
    return changes.map((change) => {
        if (change.origin !== 'both' && change.origin !== 'later')
            return change;
        const object = objectOf(change.id);
        const deploy = change.origin === 'both' ? (authorOf(object, saved, release) ?? deployedBy) : null;
        return { ...change, authors: { deploy, later: authorOf(object, release, live) } };
    });
}
/** What an undone change touches on its way cannot stay as it is. */
function withSideEffects(changes) {
    const undone = changes.filter(({ origin }) => origin !== 'later');
    const side = new Set(undone.flatMap(({ sideEffects = [] }) => sideEffects));
    const caught = changes.filter(({ id, origin }) => origin === 'later' && side.has(id));
    if (caught.length === 0)
        return changes;
    return withSideEffects(changes.map((change) => (caught.includes(change) ? { ...change, origin: 'both' } : change)));
}
/** A change that only follows others goes or stays with them. */
function afterCauses(changes) {
    return changes.map((change) => {
        const causes = changes.filter(({ id }) => change.follows?.includes(id) === true);
        if (causes.length === 0)
            return change;
        if (causes.every(({ origin }) => origin === 'later'))
            return { ...change, origin: 'later' };
        return change.origin === 'later' ? { ...change, origin: 'both' } : change;
    });
}
/**
 * The changes of an approved plan keep the origin that was approved: a run that was interrupted left objects half-way, and
 * what a change touches on its way is no later change of somebody else.
 */
function asApproved(changes, approved) {
    const known = new Map(approved.map((change) => [change.id, change]));
    const side = new Set(approved.flatMap(({ sideEffects = [] }) => sideEffects));
    const approvedOrigins = changes.map((change) => {
        const same = known.get(change.id);
        if (same?.origin !== undefined)
            return { ...change, origin: same.origin };
        return change.origin === 'later' && side.has(change.id) ? { ...change, origin: 'both' } : change;
    });
    return afterCauses(approvedOrigins);
}
const originsIn = (byDeploy, since) => (object) => !since.has(object) ? 'deploy' : byDeploy.has(object) ? 'both' : 'later';
/** The objects of changes, of their parts, and of their side effects. */
function touched(changes) {
    return new Set(changes.flatMap(({ id, parts = [], sideEffects = [] }) => [
        ...[id, ...sideEffects].map(objectOf),
        ...parts.map((part) => partOf(id, part)),
    ]));
}
/** `update:we_1` and `create:we_1` are about one object. */
const objectOf = (id) => id.slice(id.indexOf(':') + 1);
/** Key of the object of a change across resources. */
const objectKeyOf = (resource, id) => `${resource}/${objectOf(id)}`;
const partOf = (id, part) => `${id}/${part}`;


/***/ }),

/***/ 89952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ trustOf),
/* harmony export */   Qk: () => (/* binding */ assertTime),
/* harmony export */   R7: () => (/* binding */ assertClock),
/* harmony export */   vm: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94365);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90960);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84346);
/* harmony import */ var _runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17761);






/** Clocks of runners differ; a snapshot from further ahead is not believed. */
const SKEW_MS = 5 * 60_000;
/**
 * Who signed the snapshot, by the public keys of the configuration. Also compares the times that the snapshot gives.
 *
 * @param manifest as read from the store; the signed bytes must say the same
 * @param keys minisign public keys; empty if the configuration has none
 * @param now null for the state before a rollback: its journal names that snapshot, so no time chooses it, and the clock of the
 * machine that rolled back may have been ahead
 * @throws RewindError signature-invalid, signature-unknown, snapshot-time, snapshot-corrupt
 */
async function trustOf(store, manifest, keys, now) {
    assertTime(manifest, now);
    if (keys.length === 0)
        return { kind: 'unsigned', reason: 'the configuration has no "sign" section' };
    const signature = await readIfPresent(store, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureKey */ .cx)(manifest));
    if (signature === null)
        return { kind: 'unsigned', reason: 'it has no signature' };
    const content = await store.open((0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(manifest)).then((stream) => (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .readLimited */ .tk)(stream, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(manifest)));
    if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(content.toString('utf8'), manifest.id)) !== (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(manifest)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} changed while it was read.`);
    }
    const verified = (0,_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyContent */ .yS)(content, signature.toString('utf8'), keys);
    if (verified === 'unknown-key') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('signature-unknown', `The key that signed snapshot ${manifest.id} is not in sign.keys.`);
    }
    if (typeof verified === 'string') {
        const problem = verified === 'malformed' ? 'is not a minisign signature' : 'does not belong to this manifest';
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('signature-invalid', `The signature of snapshot ${manifest.id} ${problem}.`);
    }
    // The comment is signed: a signature cannot be moved to another snapshot.
    if (!verified.comment.startsWith(commentOf(manifest))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('signature-invalid', `The signature of snapshot ${manifest.id} belongs to another snapshot.`);
    }
    return { kind: 'signed', keyId: verified.keyId };
}
/** The trusted comment of a snapshot's signature. */
function commentOf({ id, environment, createdAt }) {
    return `rewind snapshot ${id} of ${environment}, taken ${createdAt}`;
}
/**
 * A snapshot whose time will not be believed fails when it is taken: one from the future, and one that is sorted before older
 * ones. Only as far as a service said its time.
 * @throws RewindError snapshot-time
 */
function assertClock({ skew }) {
    const found = skew.beyond(SKEW_MS);
    if (found === null)
        return;
    const { ms, service, at } = found;
    const minutes = Math.round(Math.abs(ms) / 60_000);
    // Whole seconds, as the header has.
    const time = (since) => new Date(since).toISOString().replace(/\.\d+Z$/, 'Z');
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-time', `The clock of this machine is ${minutes} minutes ${ms > 0 ? 'ahead of' : 'behind'} that of ${service}: it said ${time(at.getTime())} when ${service} answered with ${time(at.getTime() - ms)}. No service that answered is nearer. If this clock is wrong, the snapshot will not be believed.`, {
        remedy: `Compare both times with a known one. If the clock of this machine is wrong, set it (NTP). If it is right, look for what answers for ${service} with a wrong time, e.g. a proxy. One service that answers with the right time is enough. Then take the snapshot again.`,
    });
}
/** The id holds the time, and ids are sorted: a false one would stay "latest" forever. @throws RewindError snapshot-time */
function assertTime({ id, createdAt }, now) {
    const taken = Date.parse(createdAt);
    if (Math.abs((0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotTime */ .mS)(id) - taken) > SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}; its id says otherwise.`);
    }
    if (now !== null && taken > now.getTime() + SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}: in the future.`);
    }
}
async function readIfPresent(store, key) {
    const present = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return present ? (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .readLimited */ .tk)(await store.open(key), key) : null;
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
