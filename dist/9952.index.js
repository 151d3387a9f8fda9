export const id = 9952;
export const ids = [9952];
export const modules = {

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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);

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

/***/ 94365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_2__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _mitigated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69156);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8892);





const SCHEMA_VERSION = 1;
const payloadRef = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().nonnegative(),
    sealedBytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().nonnegative(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const json = zod__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq9();
const capturedResource = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    capturedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nonnegative(),
    /** The provider's own schema parses it before use. */
    state: json,
    payloads: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(payloadRef),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('rewind-snapshot'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(SCHEMA_VERSION),
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_ID */ .dn),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Version of Rewind that wrote it. */
    writtenBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** URL of the workflow run, where there was one. */
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** Login of the person who started that run, and the event that did. */
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    event: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .REASONS */ .ez),
    /**
     * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
     * that their fingerprints can be compared.
     */
    after: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_ID */ .dn), digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).exactOptional(),
    /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
    override: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), closed: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).exactOptional(),
    /** Mitigations that were in effect; not in a snapshot that a rollback took. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_mitigated_js__WEBPACK_IMPORTED_MODULE_1__/* .mitigatedSchema */ .aJ).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(capturedResource),
    /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
    baselines: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(json).exactOptional(),
});

/** What tells another format. */
const head = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), writtenBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${id} is not JSON.`, { cause: error });
    }
    const told = head.safeParse(content);
    if (told.success && told.data.kind === 'rewind-snapshot' && told.data.schemaVersion !== SCHEMA_VERSION) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-unsupported', `Snapshot ${id} has format ${told.data.schemaVersion} (written by Rewind ${told.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`);
    }
    const parsed = manifest.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${id} is not a valid manifest.`, {
            problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
        });
    }
    if (parsed.data.id !== id) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `The manifest of snapshot ${id} names another snapshot, ${parsed.data.id}.`);
    }
    return parsed.data;
}
/** The time in a snapshot id, in milliseconds since 1970; NaN for another form. */
function snapshotTime(id) {
    return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
/** `20261123T030405Z-1a2b3c`: sorts by time, and two in one second differ. */
function snapshotIdAt(at, random) {
    return `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z-${random}`;
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

/***/ 16545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ unsealStream),
/* harmony export */   Y: () => (/* binding */ sealStream)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _age_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56754);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);




/**
 * Seals and opens the age v1 format (https://age-encryption.org/v1), compatible with the stock `age` program. The
 * `age-encryption` library makes the header (key wrapping, MAC). Node's native ChaCha20-Poly1305 encrypts the payload: the
 * library's own is ten times slower (docs/adr/0002-sealing.md).
 */
/** Plaintext bytes of one chunk of the payload, and bytes of its authentication tag. */
const CHUNK = 64 * 1024;
const TAG = 16;
/** Bytes of the nonce between header and payload. */
const NONCE = 16;
const MAGIC = Buffer.from('age-encryption.org/v1\n');
/** Limit of a header: a post-quantum recipient takes 1.6 kB, an X25519 recipient 100 bytes. */
const MAX_HEADER = 256 * 1024;
/** Bytes buffered on each side of a stream. A few chunks let reading, sealing and writing overlap. */
const BUFFERED = 4 * CHUNK;
/**
 * Encrypts to one or more recipients: plaintext in, age file out. Memory stays constant.
 *
 * @param recipients public keys (`age1…`, X25519 or post-quantum)
 * @throws RewindError recipients-missing | input-invalid
 */
async function sealStream(recipients) {
    const { header, payloadKey } = await newHeader(recipients);
    const cipher = new StreamCipher(payloadKey);
    const chunks = new Chunker(CHUNK);
    const transform = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
        readableHighWaterMark: BUFFERED,
        writableHighWaterMark: BUFFERED,
        transform(data, _encoding, done) {
            // One piece for all of them: every later step of the stream costs as much for a small one.
            const sealed = [];
            for (const chunk of chunks.add(data))
                sealed.push(...cipher.seal(chunk, false));
            if (sealed.length > 0)
                this.push(Buffer.concat(sealed));
            done();
        },
        flush(done) {
            this.push(Buffer.concat(cipher.seal(chunks.rest(), true)));
            done();
        },
    });
    transform.push(header);
    return transform;
}
/**
 * Decrypts an age file. Checks the header before it resolves, and each chunk when the reader takes it. Memory stays
 * constant. Every chunk is authentic, but only the regular end of the stream proves that the content is complete: wait
 * for it before you act on the content. The result owns `sealed`: it destroys `sealed` when it ends, fails or is destroyed.
 *
 * @param identities secret keys (`AGE-SECRET-KEY-1…`); one of them must match
 * @throws RewindError identity-missing | input-invalid | identity-wrong | seal-corrupt; the stream fails with
 * seal-corrupt, or with the error of `sealed`
 */
async function unsealStream(sealed, identities) {
    // It may fail before anything reads it; the reader below gets the error.
    sealed.on('error', () => undefined);
    try {
        if (identities.length === 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('identity-missing', 'The payload is sealed, and there is no identity to open it.');
        }
        for (const identity of identities)
            await (0,_age_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .assertIdentity */ .D7)(identity);
        const input = new Input(sealed);
        const header = await readHeader(input);
        const fileKey = await unwrapFileKey(header, identities);
        const nonce = await input.take(NONCE);
        if (nonce === null)
            throw corrupt('it ends before its payload');
        return openPayload(sealed, input, new StreamCipher(derivePayloadKey(fileKey, nonce)));
    }
    catch (error) {
        sealed.destroy();
        throw error;
    }
}
/** A new file key, wrapped for the recipients: the header, the payload's nonce after it, and the payload's key. */
async function newHeader(recipients) {
    if (recipients.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('recipients-missing', 'There is a payload to seal, but no recipient.');
    }
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    const encrypter = new age.Encrypter();
    // The library reveals the file key only to a recipient. This one reads the key and adds nothing to the header.
    let fileKey = Buffer.alloc(0);
    const eavesdropper = {
        wrapFileKey: (key) => {
            fileKey = Buffer.from(key);
            return [];
        },
    };
    let empty;
    try {
        for (const recipient of recipients)
            encrypter.addRecipient(recipient);
        encrypter.addRecipient(eavesdropper);
        empty = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
    }
    catch (error) {
        // The message of the library may quote its input, so ours does not include it.
        for (const recipient of recipients)
            await (0,_age_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .assertRecipient */ .Cz)(recipient);
        throw error;
    }
    // An empty file is header, nonce and one tag. Keep header and nonce; drop the tag.
    const header = empty.subarray(0, empty.length - TAG);
    return { header, payloadKey: derivePayloadKey(fileKey, header.subarray(header.length - NONCE)) };
}
function derivePayloadKey(fileKey, nonce) {
    return Buffer.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)('sha256', fileKey, nonce, 'payload', 32));
}
async function unwrapFileKey(header, identities) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    const decrypter = new age.Decrypter();
    for (const identity of identities)
        decrypter.addIdentity(identity);
    // The library tries identities in order: it reaches this last one only if no other matched.
    const outcome = { noneMatched: false };
    decrypter.addIdentity({
        unwrapFileKey: () => {
            outcome.noneMatched = true;
            return null;
        },
    });
    try {
        return await decrypter.decryptHeader(header);
    }
    catch (error) {
        if (!outcome.noneMatched)
            throw corrupt(`its header is invalid (${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)})`);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('identity-wrong', 'The identity does not open the sealed payload.');
    }
}
/** Everything up to the end of the header's last line, `--- MAC`. */
async function readHeader(input) {
    for (;;) {
        const seen = input.seen;
        if (!MAGIC.subarray(0, seen.length).equals(seen.subarray(0, MAGIC.length))) {
            throw corrupt('it is not an age file');
        }
        const lastLine = seen.indexOf('\n--- ');
        const end = lastLine === -1 ? -1 : seen.indexOf('\n', lastLine + 1);
        if (end !== -1) {
            const header = await input.take(end + 1);
            if (header !== null)
                return header;
        }
        if (seen.length > MAX_HEADER)
            throw corrupt('its header does not end');
        if (!(await input.more()))
            throw corrupt('it ends within its header');
    }
}
function openPayload(sealed, input, cipher) {
    const chunks = new Chunker(CHUNK + TAG);
    /** Pushes at least one chunk, or the end. */
    const pump = async (output) => {
        for (;;) {
            const data = await input.next();
            if (data === null) {
                const last = cipher.open(chunks.rest(), true);
                if (last.length > 0)
                    output.push(last);
                output.push(null);
                return;
            }
            let pushed = false;
            for (const chunk of chunks.add(data)) {
                output.push(cipher.open(chunk, false));
                pushed = true;
            }
            if (pushed)
                return;
        }
    };
    return new node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable({
        highWaterMark: BUFFERED,
        read() {
            pump(this).catch((error) => this.destroy(error instanceof Error ? error : new Error((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error))));
        },
        destroy(error, done) {
            sealed.destroy();
            done(error);
        },
    });
}
/** The STREAM construction of age: each chunk has the nonce of its number, and the last one a flag. */
class StreamCipher {
    #key;
    #nonce = Buffer.alloc(12);
    #count = 0;
    constructor(key) {
        this.#key = key;
    }
    /** @returns the sealed bytes and their tag */
    seal(chunk, last) {
        const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('chacha20-poly1305', this.#key, this.#nextNonce(last), { authTagLength: TAG });
        const body = cipher.update(chunk);
        cipher.final();
        return [body, cipher.getAuthTag()];
    }
    /** @throws RewindError seal-corrupt */
    open(chunk, last) {
        const number = this.#count;
        if (chunk.length < TAG)
            throw corrupt(`it is truncated in chunk ${number}`);
        // Only an empty file may have an empty chunk: otherwise an attacker could append one.
        if (last && chunk.length === TAG && number > 0)
            throw corrupt(`chunk ${number} is empty`);
        const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('chacha20-poly1305', this.#key, this.#nextNonce(last), { authTagLength: TAG });
        cipher.setAuthTag(chunk.subarray(chunk.length - TAG));
        const body = cipher.update(chunk.subarray(0, chunk.length - TAG));
        try {
            cipher.final();
        }
        catch {
            throw corrupt(`chunk ${number} is damaged, or the file is truncated or has extra bytes`);
        }
        return body;
    }
    #nextNonce(last) {
        // The format has an 11-byte counter; six bytes are enough for any disk.
        this.#nonce.writeUIntBE(this.#count, 5, 6);
        this.#nonce[11] = last ? 1 : 0;
        this.#count += 1;
        return this.#nonce;
    }
}
/** Cuts bytes into chunks of one size. Keeps the last chunk back until the end of the input shows that it is the last. */
class Chunker {
    size;
    #held;
    #used = 0;
    constructor(size) {
        this.size = size;
        this.#held = Buffer.allocUnsafe(size);
    }
    /** Use each chunk before you take the next one. */
    *add(data) {
        let offset = 0;
        if (this.#used > 0) {
            offset = Math.min(this.size - this.#used, data.length);
            data.copy(this.#held, this.#used, 0, offset);
            this.#used += offset;
            if (offset === data.length)
                return;
            yield this.#held;
        }
        for (; data.length - offset > this.size; offset += this.size)
            yield data.subarray(offset, offset + this.size);
        this.#used = data.copy(this.#held, 0, offset);
    }
    rest() {
        return this.#held.subarray(0, this.#used);
    }
}
/** Reads a stream in pieces, with look-ahead. */
class Input {
    #iterator;
    #ahead = Buffer.alloc(0);
    constructor(stream) {
        this.#iterator = stream[Symbol.asyncIterator]();
    }
    /** Bytes read from the stream and not yet taken. */
    get seen() {
        return this.#ahead;
    }
    /** Reads more; false at the end. */
    async more() {
        const data = await this.#read();
        if (data !== null)
            this.#ahead = Buffer.concat([this.#ahead, data]);
        return data !== null;
    }
    /** Exactly this number of bytes; null if fewer remain. */
    async take(bytes) {
        while (this.#ahead.length < bytes)
            if (!(await this.more()))
                return null;
        const taken = this.#ahead.subarray(0, bytes);
        this.#ahead = this.#ahead.subarray(bytes);
        return taken;
    }
    /** The next bytes, any number; null at the end. */
    async next() {
        if (this.#ahead.length === 0)
            return this.#read();
        const taken = this.#ahead;
        this.#ahead = Buffer.alloc(0);
        return taken;
    }
    async #read() {
        const next = await this.#iterator.next();
        if (next.done === true)
            return null;
        const data = next.value;
        return data instanceof Uint8Array
            ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
            : Buffer.from(String(data));
    }
}
function corrupt(why) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('seal-corrupt', `The sealed payload cannot be opened: ${why}.`);
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);


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
    const fail = (problem) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('input-invalid', `The signing key ${problem}.`, {
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

/***/ 12716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AP: () => (/* binding */ DiscardingSink),
  _y: () => (/* binding */ SealedSource),
  hh: () => (/* binding */ SealingSink),
  Mo: () => (/* binding */ assertManifest),
  M1: () => (/* binding */ checkPayloads),
  Ge: () => (/* binding */ commitSnapshot),
  mx: () => (/* binding */ copyPayload),
  Ze: () => (/* binding */ drain),
  _n: () => (/* binding */ environmentsHolding),
  DB: () => (/* binding */ listSnapshotIds),
  It: () => (/* binding */ manifestDigest),
  Rn: () => (/* binding */ manifestKey),
  Ok: () => (/* binding */ marksOf),
  gf: () => (/* binding */ missingPayloads),
  ZF: () => (/* binding */ putMark),
  WI: () => (/* binding */ readManifest),
  i4: () => (/* binding */ removeMark),
  Bw: () => (/* binding */ removeSnapshot),
  cx: () => (/* binding */ signatureKey),
  Ns: () => (/* binding */ snapshotIds)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(24085);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var runtime_digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/flow.js
var flow = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
;// CONCATENATED MODULE: ./lib/runtime/garbage.js


/** Bytes of a stream after which its used buffers are freed. */
const EVERY = 4 * 2 ** 20;
let collect;
let passed = 0;
/**
 * Frees the buffers of a stream that nobody uses any more, once in a few megabytes. Call it for every piece that passes.
 *
 * V8 frees the memory of a buffer with the object that stands for it. These objects are so small that V8 seldom collects the
 * young ones; it waits until the buffers take tens of megabytes, and then searches the whole heap, over and over. A collection
 * of the young objects alone takes less than a millisecond (docs/adr/0016-parallel-restore.md has the figures).
 *
 * @param bytes of the piece
 */
function freePassed(bytes) {
    passed += bytes;
    if (passed < EVERY)
        return;
    passed = 0;
    collect ??= collector();
    collect?.({ type: 'minor' });
}
/** V8's own function, which Node shows only to a context that was made after the flag was set; null if it has none. */
function collector() {
    (0,external_node_v8_.setFlagsFromString)('--expose-gc');
    const found = (0,external_node_vm_.runInNewContext)("typeof gc === 'function' ? gc : null");
    (0,external_node_v8_.setFlagsFromString)('--no-expose-gc');
    return isCollect(found) ? found : null;
}
const isCollect = (value) => typeof value === 'function';

// EXTERNAL MODULE: ./lib/engine/manifest.js
var engine_manifest = __webpack_require__(94365);
// EXTERNAL MODULE: ./lib/engine/seal.js
var engine_seal = __webpack_require__(16545);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
// EXTERNAL MODULE: ./lib/runtime/limits.js
var limits = __webpack_require__(66706);
;// CONCATENATED MODULE: ./lib/engine/snapshot-files.js











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
const payloadFile = (resource, name) => `${resource}/${name}.age`;
/** Seals payloads into the store and remembers what was written. */
class SealingSink {
    store;
    recipients;
    environment;
    snapshot;
    resource;
    saved;
    purpose = 'snapshot';
    refs = [];
    constructor(store, recipients, environment, snapshot, resource, saved) {
        this.store = store;
        this.recipients = recipients;
        this.environment = environment;
        this.snapshot = snapshot;
        this.resource = resource;
        this.saved = saved;
    }
    async write(name, content) {
        if (this.refs.some((ref) => ref.name === name))
            throw new Error(`payload ${name} was written twice`);
        const plain = new Counter();
        const sealed = new Meter();
        const seal = await (0,engine_seal/* sealStream */.Y)(this.recipients);
        const output = new external_node_stream_.PassThrough();
        const key = `${folderOf(this.environment, this.snapshot)}/${payloadFile(this.resource, name)}`;
        const source = content instanceof Uint8Array ? external_node_stream_.Readable.from([content]) : content;
        await (0,flow/* bothEnds */.SG)(output, (0,promises_.pipeline)(source, plain, seal, sealed, output), this.store.put(key, output));
        this.refs.push({ name, bytes: plain.bytes, sealedBytes: sealed.bytes, sha256: sealed.digest() });
    }
}
/** A sink for plans and verifications: discards everything. */
class DiscardingSink {
    saved;
    recentMs;
    purpose = 'compare';
    constructor(saved, recentMs = 0) {
        this.saved = saved;
        this.recentMs = recentMs;
    }
    async write(_name, content) {
        if (content instanceof external_node_stream_.Readable)
            content.resume();
    }
}
/** Counts the bytes that pass. */
class Counter extends external_node_stream_.Transform {
    bytes = 0;
    _transform(chunk, _encoding, done) {
        this.bytes += chunk.length;
        freePassed(chunk.length);
        done(null, chunk);
    }
}
/** Counts and hashes the bytes that pass. */
class Meter extends Counter {
    hash = (0,external_node_crypto_.createHash)('sha256');
    _transform(chunk, encoding, done) {
        this.hash.update(chunk);
        super._transform(chunk, encoding, done);
    }
    digest() {
        return this.hash.digest('hex');
    }
}
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
    return `${[...lines, `${(0,runtime_digest/* sha256 */.sc)(manifestText)}  ${MANIFEST}`].join('\n')}\n`;
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
        .filter((id) => engine_manifest/* SNAPSHOT_ID */.dn.test(id))
        .sort();
}
const markKey = (environment, id, name) => `${folderOf(environment, id)}/marks/${name}.json`;
/** Names of marks by snapshot id, from the objects of an environment. */
function marksOf(objects) {
    const marks = new Map();
    for (const { key } of objects) {
        const [, id, name] = /^snapshots\/[^/]+\/([^/]+)\/marks\/([^/]+)\.json$/.exec(key) ?? [];
        if (id !== undefined && name !== undefined && vocabulary/* MARK_NAME */.Gx.test(name))
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
/**
 * Reads a manifest and verifies it and the checksums, byte for byte.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
async function readManifest(store, environment, id) {
    const folder = folderOf(environment, id);
    const [sums, content] = await Promise.all([
        store.open(`${folder}/${SUMS}`).then(async (stream) => (await (0,limits/* readLimited */.tk)(stream, SUMS)).toString('utf8')),
        store.open(`${folder}/${MANIFEST}`).then((stream) => (0,limits/* readLimited */.tk)(stream, MANIFEST)),
    ]);
    if (!sums.endsWith(`${(0,runtime_digest/* sha256 */.sc)(content)}  ${MANIFEST}\n`)) {
        throw new errors/* RewindError */.Ir('snapshot-corrupt', `manifest.json of snapshot ${id} does not match its checksum.`);
    }
    const manifest = (0,engine_manifest/* parseManifest */.Ng)(content.toString('utf8'), id);
    if (sums !== sumsOf(manifest, content.toString('utf8'))) {
        throw new errors/* RewindError */.Ir('snapshot-corrupt', `SHA256SUMS of snapshot ${id} does not match its manifest.`);
    }
    return manifest;
}
/** SHA-256 (hex) of manifest.json. In a plan it identifies the content of the snapshot, payloads included. */
async function manifestDigest(store, environment, id) {
    return (0,runtime_digest/* sha256 */.sc)(await store.open(`${folderOf(environment, id)}/${MANIFEST}`).then((stream) => (0,limits/* readLimited */.tk)(stream, MANIFEST)));
}
/**
 * Fails unless the manifest in the store has this digest, and says what was read of it.
 * @throws RewindError snapshot-corrupt
 */
async function assertManifest(store, manifest, digest) {
    const key = manifestKey(manifest);
    const content = await store.open(key).then((stream) => (0,limits/* readLimited */.tk)(stream, MANIFEST));
    const same = (0,runtime_digest/* digestOf */.ol)((0,engine_manifest/* parseManifest */.Ng)(content.toString('utf8'), manifest.id)) === (0,runtime_digest/* digestOf */.ol)(manifest);
    if (same && (0,runtime_digest/* sha256 */.sc)(content) === digest)
        return;
    throw new errors/* RewindError */.Ir('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} is not the one that was signed.`);
}
const nameOf = (resource, ref) => `${resource}/${ref.name}`;
/**
 * Checks size and SHA-256 of the sealed payloads, streaming. Needs no identity.
 * @param only ids of resources; default: all
 * @param intact payloads that this run has read already, by a `SealedSource`
 * @returns one line per damaged or missing payload
 * @throws RewindError of the store, if it cannot be read
 */
async function checkPayloads(store, manifest, only, intact) {
    const problems = [];
    for (const resource of manifest.resources) {
        if (only && !only.has(resource.id))
            continue;
        for (const ref of resource.payloads) {
            const name = nameOf(resource.id, ref);
            if (intact?.has(name) === true)
                continue;
            try {
                await drain(await openChecked(store, manifest, resource.id, ref));
            }
            catch (error) {
                // A store that cannot be reached says nothing about the snapshot.
                if (!(error instanceof errors/* RewindError */.Ir) || error.code !== 'snapshot-corrupt')
                    throw error;
                problems.push(`${name}: ${error.message}`);
            }
        }
    }
    return problems;
}
/**
 * Looks only at the listing of the store: cheap, and no proof of the content.
 * @returns one line for each payload that is missing or has another size
 */
async function missingPayloads(store, manifest) {
    const folder = folderOf(manifest.environment, manifest.id);
    const sizes = new Map((await store.list(folder)).map(({ key, bytes }) => [key, bytes]));
    return manifest.resources.flatMap(({ id, payloads }) => payloads.flatMap(({ name, sealedBytes }) => {
        const bytes = sizes.get(`${folder}/${payloadFile(id, name)}`);
        if (bytes === sealedBytes)
            return [];
        return [`${id}/${name} ${bytes === undefined ? 'is missing' : `has ${bytes} bytes instead of ${sealedBytes}`}`];
    }));
}
/** Reads a stream to its end, to get its errors. */
async function drain(stream) {
    await (0,promises_.finished)(stream.resume());
}
/**
 * The sealed payload. The stream fails at its end if size or SHA-256 differ from the manifest.
 * @param intact gets the payload when they do not
 */
async function openChecked(store, manifest, resource, ref, intact) {
    const key = `${folderOf(manifest.environment, manifest.id)}/${payloadFile(resource, ref.name)}`;
    const meter = new Meter();
    const check = new external_node_stream_.Transform({
        transform: (chunk, _encoding, done) => done(null, chunk),
        flush: (done) => {
            const same = meter.bytes === ref.sealedBytes && meter.digest() === ref.sha256;
            if (same)
                intact?.add(nameOf(resource, ref));
            done(same
                ? null
                : new errors/* RewindError */.Ir('snapshot-corrupt', `payload "${ref.name}" does not match its size and checksum.`, {
                    resource,
                }));
        },
    });
    const output = new external_node_stream_.PassThrough();
    // The reader gets the error through `output`; nothing else awaits this pipeline.
    (0,promises_.pipeline)(await store.open(key), meter, check, output).catch(() => undefined);
    return output;
}
/** Copies a sealed payload into another snapshot of the environment. @throws RewindError snapshot-corrupt */
async function copyPayload(store, from, to, resource, ref) {
    const key = `${folderOf(from.environment, to)}/${payloadFile(resource, ref.name)}`;
    await store.put(key, await openChecked(store, from, resource, ref));
}
/** Opens the payloads of one resource of a snapshot. */
class SealedSource {
    store;
    manifest;
    captured;
    identities;
    intact;
    constructor(store, manifest, captured, identities, 
    /** Gets the payloads that are read to their end. */
    intact) {
        this.store = store;
        this.manifest = manifest;
        this.captured = captured;
        this.identities = identities;
        this.intact = intact;
    }
    get refs() {
        return this.captured.payloads;
    }
    has(name) {
        return this.refs.some((ref) => ref.name === name);
    }
    async open(name) {
        const ref = this.refs.find((candidate) => candidate.name === name);
        const resource = this.captured.id;
        if (!ref)
            throw new errors/* RewindError */.Ir('snapshot-corrupt', `The snapshot has no payload "${name}".`, { resource });
        if (this.identities.length === 0) {
            throw new errors/* RewindError */.Ir('identity-missing', `Payload "${name}" of ${this.manifest.id} is sealed.`, { resource });
        }
        return (0,engine_seal/* unsealStream */.P)(await openChecked(this.store, this.manifest, resource, ref, this.intact), this.identities);
    }
    async read(name) {
        return (0,limits/* readLimited */.tk)(await this.open(name), `payload ${name}`);
    }
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
    const originOf = originsIn(touched(plan(saved, release)), touched(plan(release, asked)));
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
/* harmony export */   vm: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94365);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90960);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12716);
/* harmony import */ var _runtime_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66706);






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
    const signature = await readIfPresent(store, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureKey */ .cx)(manifest));
    if (signature === null)
        return { kind: 'unsigned', reason: 'it has no signature' };
    const content = await store.open((0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(manifest)).then((stream) => (0,_runtime_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .readLimited */ .tk)(stream, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(manifest)));
    if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(content.toString('utf8'), manifest.id)) !== (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(manifest)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} changed while it was read.`);
    }
    const verified = (0,_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyContent */ .yS)(content, signature.toString('utf8'), keys);
    if (verified === 'unknown-key') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('signature-unknown', `The key that signed snapshot ${manifest.id} is not in sign.keys.`);
    }
    if (typeof verified === 'string') {
        const problem = verified === 'malformed' ? 'is not a minisign signature' : 'does not belong to this manifest';
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('signature-invalid', `The signature of snapshot ${manifest.id} ${problem}.`);
    }
    // The comment is signed: a signature cannot be moved to another snapshot.
    if (!verified.comment.startsWith(commentOf(manifest))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('signature-invalid', `The signature of snapshot ${manifest.id} is of another snapshot.`);
    }
    return { kind: 'signed', keyId: verified.keyId };
}
/** The trusted comment of a snapshot's signature. */
function commentOf({ id, environment, createdAt }) {
    return `rewind snapshot ${id} of ${environment}, taken ${createdAt}`;
}
/** The id holds the time, and ids are sorted: a false one would stay "latest" for ever. @throws RewindError snapshot-time */
function assertTime({ id, createdAt }, now) {
    const taken = Date.parse(createdAt);
    if (Math.abs((0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotTime */ .mS)(id) - taken) > SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}; its id says otherwise.`);
    }
    if (taken > now.getTime() + SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}: in the future.`);
    }
}
async function readIfPresent(store, key) {
    const present = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return present ? (0,_runtime_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .readLimited */ .tk)(await store.open(key), key) : null;
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


/***/ })

};
