export const id = 6594;
export const ids = [6594];
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

/***/ 92684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AP: () => (/* binding */ DiscardingSink),
  _y: () => (/* binding */ SealedSource),
  hh: () => (/* binding */ SealingSink),
  M1: () => (/* binding */ checkPayloads),
  mx: () => (/* binding */ copyPayload),
  Ze: () => (/* binding */ drain),
  gf: () => (/* binding */ missingPayloads),
  h1: () => (/* binding */ plainlyDamaged)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(24085);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
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

// EXTERNAL MODULE: ./lib/runtime/byte-limits.js
var byte_limits = __webpack_require__(17761);
// EXTERNAL MODULE: ./lib/engine/seal.js
var engine_seal = __webpack_require__(16545);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/engine/payload-files.js









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
        const key = `${(0,snapshot_files/* folderOf */.yS)(this.environment, this.snapshot)}/${(0,snapshot_files/* payloadFile */.Fp)(this.resource, name)}`;
        const source = content instanceof Uint8Array ? external_node_stream_.Readable.from([content]) : content;
        await (0,flow/* bothEnds */.SG)(sealed, (0,promises_.pipeline)(source, plain, seal, sealed), this.store.put(key, sealed));
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
/** Compares what passed with what is wanted, at its end. One step of a stream: each one holds pieces of its own. */
class Checked extends Meter {
    wanted;
    verdict;
    constructor(wanted, 
    /** Fails the stream if it throws. */
    verdict) {
        super();
        this.wanted = wanted;
        this.verdict = verdict;
    }
    _flush(done) {
        try {
            this.verdict(this.bytes === this.wanted.sealedBytes && this.digest() === this.wanted.sha256);
            done();
        }
        catch (error) {
            done(error instanceof Error ? error : new Error(String(error)));
        }
    }
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
                if (!(error instanceof errors.RewindError) || error.code !== 'snapshot-corrupt')
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
    const folder = (0,snapshot_files/* folderOf */.yS)(manifest.environment, manifest.id);
    const sizes = new Map((await store.list(folder)).map(({ key, bytes }) => [key, bytes]));
    return manifest.resources.flatMap(({ id, payloads }) => payloads.flatMap(({ name, sealedBytes }) => {
        const bytes = sizes.get(`${folder}/${(0,snapshot_files/* payloadFile */.Fp)(id, name)}`);
        if (bytes === sealedBytes)
            return [];
        return [`${id}/${name} ${bytes === undefined ? 'is missing' : `has ${bytes} bytes instead of ${sealedBytes}`}`];
    }));
}
/** Payloads up to this size are read for a plan; a dump is not. */
const SMALL = 2 ** 20;
/**
 * Checks small payloads, and looks for the others in the listing of the store. Needs no identity; no proof of large ones.
 * @returns by resource: one line for each payload that is missing or damaged
 * @throws RewindError of the store, if it cannot be read
 */
async function plainlyDamaged(store, manifest) {
    const found = new Map();
    for (const resource of manifest.resources) {
        const small = resource.payloads.filter(({ sealedBytes }) => sealedBytes <= SMALL);
        const large = resource.payloads.filter(({ sealedBytes }) => sealedBytes > SMALL);
        const only = (payloads) => ({
            ...manifest,
            resources: [{ ...resource, payloads: [...payloads] }],
        });
        const problems = [
            ...(await checkPayloads(store, only(small))),
            ...(large.length === 0 ? [] : await missingPayloads(store, only(large))),
        ];
        if (problems.length > 0)
            found.set(resource.id, problems);
    }
    return found;
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
    const key = `${(0,snapshot_files/* folderOf */.yS)(manifest.environment, manifest.id)}/${(0,snapshot_files/* payloadFile */.Fp)(resource, ref.name)}`;
    const checked = new Checked(ref, (same) => {
        if (same)
            intact?.add(nameOf(resource, ref));
        else {
            throw new errors.RewindError('snapshot-corrupt', `payload "${ref.name}" does not match its size and checksum.`, {
                resource,
            });
        }
    });
    // The reader gets the error through `checked`; nothing else awaits this pipeline.
    (0,promises_.pipeline)(await store.open(key), checked).catch(() => undefined);
    return checked;
}
/** Copies a sealed payload into another snapshot of the environment. @throws RewindError snapshot-corrupt */
async function copyPayload(store, from, to, resource, ref) {
    const key = `${(0,snapshot_files/* folderOf */.yS)(from.environment, to)}/${(0,snapshot_files/* payloadFile */.Fp)(resource, ref.name)}`;
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
            throw new errors.RewindError('snapshot-corrupt', `The snapshot has no payload "${name}".`, { resource });
        if (this.identities.length === 0) {
            throw new errors.RewindError('identity-missing', `Payload "${name}" of ${this.manifest.id} is sealed.`, { resource });
        }
        return (0,engine_seal/* unsealStream */.P)(await openChecked(this.store, this.manifest, resource, ref, this.intact), this.identities);
    }
    async read(name) {
        return (0,byte_limits/* readLimited */.tk)(await this.open(name), `payload ${name}`);
    }
}


/***/ }),

/***/ 21223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   Wo: () => (/* binding */ assertSameProvider),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78292);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/**
 * An id may have got another provider after the snapshot: what one captured, the other can neither read nor write.
 * @param captured the provider in the snapshot
 * @throws RewindError snapshot-foreign
 */
function assertSameProvider({ id, providerId }, captured) {
    if (captured === providerId)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-foreign', `"${id}" is a ${captured} in the snapshot, but a ${providerId} in the configuration.`, {
        resource: id,
        remedy: `Give the ${providerId} an id of its own in the configuration, or choose a snapshot from after that change.`,
    });
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

/***/ 16545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ unsealStream),
/* harmony export */   Y: () => (/* binding */ sealStream)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _age_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56754);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);




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
/** Bytes buffered on each side of the stream that seals. A few chunks let reading, sealing and writing overlap. */
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
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('identity-missing', 'The payload is sealed, and there is no identity to open it.');
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('recipients-missing', 'There is a payload to seal, but no recipient.');
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('identity-wrong', 'The identity does not open the sealed payload.');
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
        highWaterMark: CHUNK,
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
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('seal-corrupt', `The sealed payload cannot be opened: ${why}.`);
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
