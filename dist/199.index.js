export const id = 199;
export const ids = [199];
export const modules = {

/***/ 4945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XQ: () => (/* binding */ assertPrefix),
/* harmony export */   dX: () => (/* binding */ byKey),
/* harmony export */   sM: () => (/* binding */ assertKey),
/* harmony export */   wk: () => (/* binding */ isSegment)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

/** One part of a key. `.` and `..` match it too and are refused apart. */
const SEGMENT = /^[A-Za-z0-9._-]{1,200}$/;
function isSegment(text) {
    return SEGMENT.test(text) && text !== '.' && text !== '..';
}
/**
 * Refuses every key that is not a plain path below the store's root, so that a forged manifest can't point outside.
 *
 * @throws RewindError input-invalid
 */
function assertKey(key) {
    if (key.length <= 900 && key.split('/').every(isSegment))
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `${JSON.stringify(key.slice(0, 100))} is not a name that a store accepts.`, {
        remedy: 'Names are made of letters, digits, dot, dash and underscore, with forward slashes between.',
    });
}
/** The same for a prefix: a folder path, with or without a slash at its end, or ''. Returned without that slash. */
function assertPrefix(prefix) {
    const folder = prefix.replace(/\/$/, '');
    if (folder !== '')
        assertKey(folder);
    return folder;
}
/** Order of keys, the same in every store: by code point. */
function byKey(a, b) {
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}


/***/ }),

/***/ 3199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createS3Store: () => (/* binding */ createS3Store)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-s3/dist-cjs/index.js
var dist_cjs = __webpack_require__(3711);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/store/keys.js
var keys = __webpack_require__(4945);
;// CONCATENATED MODULE: ./lib/store/s3/client.js


/**
 * An S3 client of this configuration. Credentials: the three AWS_… variables when they are set, else the SDK's own chain
 * (web identity of a workflow with `id-token: write`, profiles, instance roles). Address: AWS_ENDPOINT_URL_S3 or
 * AWS_ENDPOINT_URL, else AWS itself.
 */
function createClient(config, ctx) {
    const { credentials } = ctx;
    const endpoint = credentials.address('AWS_ENDPOINT_URL_S3', credentials.address('AWS_ENDPOINT_URL', ''));
    const accessKeyId = credentials.get('AWS_ACCESS_KEY_ID');
    const sessionToken = credentials.get('AWS_SESSION_TOKEN');
    return new dist_cjs.S3Client({
        region: config.region,
        maxAttempts: 5,
        retryMode: 'standard',
        // Whoever opens an object compares its SHA-256 with the manifest's; S3's own would not survive a resumed download.
        responseChecksumValidation: 'WHEN_REQUIRED',
        // No limit on idle sockets: whoever restores from a stream may pause it for minutes.
        requestHandler: { connectionTimeout: 10_000, requestTimeout: 120_000, throwOnRequestTimeout: true },
        // Other makers of S3 seldom have a host name for each bucket.
        ...(endpoint === '' ? {} : { endpoint, forcePathStyle: true }),
        ...(accessKeyId === undefined
            ? {}
            : {
                credentials: {
                    accessKeyId,
                    secretAccessKey: credentials.require('AWS_SECRET_ACCESS_KEY'),
                    ...(sessionToken === undefined ? {} : { sessionToken }),
                },
            }),
    });
}
/** Runs a request; its errors become the store's, with what to do. */
async function attempt(purpose, request) {
    try {
        return await request();
    }
    catch (error) {
        throw explained(purpose, error);
    }
}
/** The error's name and HTTP status as the SDK gives them. */
function nameOf(error) {
    const cause = error instanceof errors/* RewindError */.Ir ? error.cause : error;
    return typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : '';
}
function statusOf(error) {
    const cause = error instanceof errors/* RewindError */.Ir ? error.cause : error;
    if (typeof cause !== 'object' || cause === null || !('$metadata' in cause))
        return undefined;
    const metadata = cause.$metadata;
    if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata))
        return undefined;
    return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
const BAD_CREDENTIALS = new Set([
    'CredentialsProviderError',
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidAccessKeyId',
    'InvalidToken',
    'SignatureDoesNotMatch',
    'TokenRefreshRequired',
]);
function explained({ aim, permission, place }, error) {
    if (error instanceof errors/* RewindError */.Ir)
        return error;
    const name = nameOf(error);
    const status = statusOf(error);
    if (name === 'AbortError')
        return new errors/* RewindError */.Ir('cancelled', `The run ended while S3 was in use (${place}).`);
    const said = name === '' || name === 'Error' ? (0,errors/* messageOf */.bD)(error) : `${name}: ${(0,errors/* messageOf */.bD)(error)}`;
    const remedy = remedyFor(name, status, permission, place);
    return new errors/* RewindError */.Ir(aim === 'read' ? 'store-unreadable' : 'store-write-failed', `Could not ${aim} ${place}: ${said}`, {
        cause: error,
        ...(remedy === undefined ? {} : { remedy }),
    });
}
function remedyFor(name, status, permission, place) {
    if (BAD_CREDENTIALS.has(name)) {
        return ('Renew the credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN, if temporary), or the ' +
            'role that the workflow assumes.');
    }
    if (name === 'NoSuchBucket')
        return 'Create the bucket, or correct store.bucket in the configuration.';
    if (status === 301 || name === 'PermanentRedirect' || name === 'AuthorizationHeaderMalformed') {
        return 'The bucket lies in another region: correct store.region in the configuration.';
    }
    if (status === 403) {
        return (`Allow ${permission} on ${place} to the role that Rewind runs as ` +
            '(and, with store.kms-key, kms:GenerateDataKey and kms:Decrypt; with store.bucket-owner, check the account id).');
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/store/s3/check.js



/** Answers that mean "none set" rather than "failed". */
const NONE_SET = new Set([
    'NoSuchBucketPolicy',
    'NoSuchLifecycleConfiguration',
    'NoSuchPublicAccessBlockConfiguration',
    'ObjectLockConfigurationNotFoundError',
    'ServerSideEncryptionConfigurationNotFoundError',
]);
/** Undefined when the bucket has no such setting. */
async function orNone(request) {
    try {
        return await request;
    }
    catch (error) {
        if (NONE_SET.has(nameOf(error)))
            return undefined;
        throw error;
    }
}
const versioning = async (client, bucket, _config, options) => {
    const { Status } = await client.send(new dist_cjs.GetBucketVersioningCommand(bucket), options);
    if (Status === 'Enabled')
        return null;
    return {
        level: 'warning',
        code: 'store-not-versioned',
        message: `The bucket ${bucket.Bucket} keeps no versions: a snapshot deleted or overwritten by mistake is gone.`,
        remedy: `aws s3api put-bucket-versioning --bucket ${bucket.Bucket} --versioning-configuration Status=Enabled`,
    };
};
const oldVersions = async (client, bucket, _config, options) => {
    const { Status } = await client.send(new dist_cjs.GetBucketVersioningCommand(bucket), options);
    if (Status !== 'Enabled')
        return null;
    const lifecycle = await orNone(client.send(new dist_cjs.GetBucketLifecycleConfigurationCommand(bucket), options));
    const rules = (lifecycle?.Rules ?? []).filter((rule) => rule.Status === 'Enabled');
    if (rules.some((rule) => rule.NoncurrentVersionExpiration !== undefined))
        return null;
    return {
        level: 'info',
        code: 'store-versions-kept-forever',
        message: `The bucket ${bucket.Bucket} keeps old versions for ever: retention removes snapshots from sight, not from the bill.`,
        remedy: 'Add a lifecycle rule with NoncurrentVersionExpiration.',
    };
};
const encryption = async (client, bucket, config, options) => {
    if (config['kms-key'] !== undefined)
        return null;
    const found = await orNone(client.send(new dist_cjs.GetBucketEncryptionCommand(bucket), options));
    if ((found?.ServerSideEncryptionConfiguration?.Rules ?? []).length > 0)
        return null;
    return {
        level: 'warning',
        code: 'store-not-encrypted',
        message: `The bucket ${bucket.Bucket} has no encryption at rest. Payloads are sealed in any case, manifests are not.`,
        remedy: "Set the bucket's default encryption, or store.kms-key.",
    };
};
const publicAccess = async (client, bucket, _config, options) => {
    const status = await orNone(client.send(new dist_cjs.GetBucketPolicyStatusCommand(bucket), options));
    const block = await orNone(client.send(new dist_cjs.GetPublicAccessBlockCommand(bucket), options));
    const { BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets } = block?.PublicAccessBlockConfiguration ?? {};
    const remedy = `aws s3api put-public-access-block --bucket ${bucket.Bucket} --public-access-block-configuration ` +
        'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true';
    if (status?.PolicyStatus?.IsPublic === true && RestrictPublicBuckets !== true) {
        return {
            level: 'error',
            code: 'store-public',
            message: `The policy of the bucket ${bucket.Bucket} is public: anyone can read manifests, or more.`,
            remedy,
        };
    }
    if (BlockPublicAcls === true &&
        BlockPublicPolicy === true &&
        IgnorePublicAcls === true &&
        RestrictPublicBuckets === true) {
        return null;
    }
    return {
        level: 'warning',
        code: 'store-public-access-possible',
        message: `Nothing keeps the bucket ${bucket.Bucket} from being made public: its public access block is not complete.`,
        remedy,
    };
};
const objectLock = async (client, bucket, config, options) => {
    if (config['object-lock'] === undefined)
        return null;
    const found = await orNone(client.send(new dist_cjs.GetObjectLockConfigurationCommand(bucket), options));
    if (found?.ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled')
        return null;
    return {
        level: 'error',
        code: 'store-object-lock-off',
        message: `store.object-lock is configured, but the bucket ${bucket.Bucket} has no object lock: every write would fail.`,
        remedy: 'Create the bucket with object lock enabled, or remove store.object-lock.',
    };
};
/** Each question with the permission that its answer needs. */
const QUESTIONS = [
    ['s3:GetBucketVersioning', versioning],
    ['s3:GetLifecycleConfiguration', oldVersions],
    ['s3:GetEncryptionConfiguration', encryption],
    ['s3:GetBucketPolicyStatus and s3:GetBucketPublicAccessBlock', publicAccess],
    ['s3:GetBucketObjectLockConfiguration', objectLock],
];
/** How well the bucket keeps and guards what is in it. What cannot be asked is said, and is no error. Read-only. */
async function bucketFindings(client, bucket, config, abortSignal) {
    const answers = await Promise.all(QUESTIONS.map(async ([permission, ask]) => {
        try {
            return await ask(client, bucket, config, { abortSignal });
        }
        catch (error) {
            const forbidden = statusOf(error) === 403;
            return {
                level: 'info',
                code: 'store-check-incomplete',
                message: `A setting of the bucket ${bucket.Bucket} could not be read: ${nameOf(error)}: ${(0,errors/* messageOf */.bD)(error)}`,
                ...(forbidden ? { remedy: `Allow ${permission}, so that "rewind check" can tell.` } : {}),
            };
        }
    }));
    return answers.filter((finding) => finding !== null);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/store/s3/upload.js





const CHECKED = { ChecksumAlgorithm: 'SHA256' };
const MiB = 1024 * 1024;
/** Parts under way at once. With the two being cut, memory holds this many + 2 parts. */
const CONCURRENT = 3;
/** Milliseconds that the clean-up after a failure may take. */
const CLEAN_UP = 15_000;
/**
 * Bytes of a part. S3 allows 10,000 parts and the length of a stream is not known before its end, so parts grow: 16 GB
 * go up in parts of 8 MiB, 120 GB in 32 MiB; 800 GB are the limit.
 */
function partSize(number) {
    return (number <= 2000 ? 8 : number <= 5000 ? 32 : 128) * MiB;
}
const MAX_PARTS = 10_000;
/**
 * Streams content into one object, with SHA-256 checksums that S3 checks. The object appears at the end, complete, or not
 * at all. After a failure the upload is aborted, so that its parts are not kept (and paid for) unseen.
 *
 * @returns bytes written
 * @throws RewindError store-write-failed | cancelled, or the error of the content as it is
 */
async function upload(client, destination, content, signal) {
    const spare = [];
    const parts = cut(content, spare);
    const first = await parts.next();
    const second = first.done === true ? first : await parts.next();
    if (second.done !== true && first.done !== true) {
        return uploadParts(client, destination, chain(first.value, second.value, parts), spare, signal);
    }
    const body = first.done === true ? Buffer.alloc(0) : first.value;
    await attempt(purposeOf(destination), () => client.send(new dist_cjs.PutObjectCommand({ ...destination, Body: body, ...CHECKED, ChecksumSHA256: sha256(body) }), {
        abortSignal: signal,
    }));
    return body.length;
}
async function uploadParts(client, destination, parts, spare, signal) {
    const purpose = purposeOf(destination);
    const { Bucket, Key, ExpectedBucketOwner } = destination;
    const { UploadId } = await attempt(purpose, () => client.send(new dist_cjs.CreateMultipartUploadCommand({ ...destination, ...CHECKED }), {
        abortSignal: signal,
    }));
    const target = { Bucket, Key, UploadId, ...(ExpectedBucketOwner === undefined ? {} : { ExpectedBucketOwner }) };
    const giveUp = new AbortController();
    const abortSignal = AbortSignal.any([signal, giveUp.signal]);
    const uploaded = [];
    const underWay = new Set();
    let bytes = 0;
    let number = 0;
    const start = (data, PartNumber) => {
        const ChecksumSHA256 = sha256(data);
        const sending = attempt(purpose, async () => {
            const command = new dist_cjs.UploadPartCommand({ ...target, PartNumber, Body: data, ...CHECKED, ChecksumSHA256 });
            const { ETag } = await client.send(command, { abortSignal });
            uploaded.push({ PartNumber, ETag, ChecksumSHA256 });
            underWay.delete(sending);
            spare.push(data);
        });
        // A failed part stays in the set: waiting for the set, now or later, fails with it.
        sending.catch(() => undefined);
        underWay.add(sending);
    };
    try {
        for await (const data of parts) {
            number += 1;
            if (number > MAX_PARTS)
                throw new errors/* RewindError */.Ir('store-write-failed', `${purpose.place} is too large for S3.`);
            if (underWay.size >= CONCURRENT)
                await Promise.race(underWay);
            bytes += data.length;
            start(data, number);
        }
        await Promise.all(underWay);
        uploaded.sort((a, b) => (a.PartNumber ?? 0) - (b.PartNumber ?? 0));
        await attempt(purpose, () => complete(client, target, uploaded, bytes, abortSignal));
        return bytes;
    }
    catch (error) {
        giveUp.abort();
        // A part that arrives after the abort would be kept: first all end, then the upload is aborted. This must happen
        // also when the run is being cancelled. Should it fail, the next run finds and aborts the leftover.
        await Promise.allSettled(underWay);
        await client
            .send(new dist_cjs.AbortMultipartUploadCommand(target), { abortSignal: AbortSignal.timeout(CLEAN_UP) })
            .catch(() => undefined);
        throw error;
    }
}
/**
 * Makes the object appear. When the answer to that is lost, the SDK asks again, and not every S3 (MinIO, for one) still
 * knows the upload: then the object that is there decides, by its size and by the checksum of its parts.
 */
async function complete(client, target, parts, bytes, abortSignal) {
    try {
        const command = new dist_cjs.CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts: [...parts] } });
        await client.send(command, { abortSignal });
    }
    catch (error) {
        if (nameOf(error) !== 'NoSuchUpload')
            throw error;
        const { Bucket, Key, ExpectedBucketOwner } = target;
        const found = await client
            .send(new dist_cjs.HeadObjectCommand({ Bucket, Key, ExpectedBucketOwner, ChecksumMode: 'ENABLED' }), { abortSignal })
            .catch(() => undefined);
        if (found?.ContentLength !== bytes || !sameChecksum(found.ChecksumSHA256, checksumOf(parts)))
            throw error;
    }
}
/** Some say how many parts there were after a dash (Amazon), some do not (moto). */
const sameChecksum = (found, expected) => found?.replace(/-\d+$/, '') === expected;
/** The checksum that S3 gives to an object of several parts: SHA-256 of the SHA-256s. */
function checksumOf(parts) {
    const all = (0,external_node_crypto_.createHash)('sha256');
    for (const { ChecksumSHA256 = '' } of parts)
        all.update(Buffer.from(ChecksumSHA256, 'base64'));
    return all.digest('base64');
}
/**
 * Cuts content into parts of the size that S3 wants; the last may be shorter.
 *
 * @param spare parts that have been sent: used again, as the garbage collector is in no hurry to free them
 */
async function* cut(content, spare) {
    let number = 1;
    let part = Buffer.allocUnsafe(content instanceof external_node_stream_.Readable ? partSize(1) : Math.min(partSize(1), content.length));
    let used = 0;
    for await (const piece of content instanceof external_node_stream_.Readable ? content : [content]) {
        const data = piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
        for (let offset = 0; offset < data.length;) {
            if (used === part.length) {
                yield part;
                number += 1;
                const sent = spare.pop();
                part = sent?.length === partSize(number) ? sent : Buffer.allocUnsafe(partSize(number));
                used = 0;
            }
            const fitting = data.subarray(offset, offset + part.length - used);
            part.set(fitting, used);
            used += fitting.length;
            offset += fitting.length;
        }
    }
    if (used > 0)
        yield part.subarray(0, used);
}
async function* chain(first, second, rest) {
    yield first;
    yield second;
    yield* rest;
}
function purposeOf(destination) {
    return { aim: 'write', permission: 's3:PutObject', place: `s3://${destination.Bucket}/${destination.Key}` };
}
function sha256(data) {
    return (0,external_node_crypto_.createHash)('sha256').update(data).digest('base64');
}

;// CONCATENATED MODULE: ./lib/store/s3/index.js









/** Milliseconds after which an upload that never ended is taken for the leftover of a crash. */
const ABANDONED = 24 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;
/** How often a download that breaks off is taken up again without having got any further. */
const RESUMES = 5;
/** A store in an S3 bucket, or in anything that speaks S3. Objects appear complete or not at all: S3 promises that. */
function createS3Store(config, ctx) {
    const client = createClient(config, ctx);
    const bucket = {
        Bucket: config.bucket,
        ...(config['bucket-owner'] === undefined ? {} : { ExpectedBucketOwner: config['bucket-owner'] }),
    };
    // A signal of our own: each request under way listens to it, and Node takes more than ten for a leak.
    const signal = AbortSignal.any([ctx.signal]);
    (0,external_node_events_.setMaxListeners)(0, signal);
    const options = { abortSignal: signal };
    const fullKey = (key) => `${config.prefix}/${key}`;
    const purpose = (aim, permission, key = '') => ({
        aim,
        permission,
        place: `s3://${config.bucket}/${fullKey(key)}`,
    });
    let swept;
    /** Aborts uploads of crashed runs: nobody sees them, and they are paid for. Failing at this is no reason to stop. */
    const sweep = async () => {
        const before = ctx.clock.now().getTime() - ABANDONED;
        try {
            for (const { Key, UploadId } of await uploadsBefore(client, bucket, config.prefix, before, signal)) {
                await attempt(purpose('write', 's3:AbortMultipartUpload'), () => client.send(new dist_cjs.AbortMultipartUploadCommand({ ...bucket, Key, UploadId }), options));
                ctx.log.info(`Removed the unfinished upload of ${Key ?? ''} that an earlier run left in s3://${config.bucket}.`);
            }
        }
        catch (error) {
            const remedy = error instanceof errors/* RewindError */.Ir ? ` ${error.remedy}` : '';
            ctx.log.warn(`Could not remove unfinished uploads from s3://${config.bucket}: ${(0,errors/* messageOf */.bD)(error)}${remedy}`);
        }
    };
    const write = async (key, content, locked) => {
        const destination = { ...bucket, Key: fullKey(key), ...protection(config, locked, ctx) };
        return { key, bytes: await upload(client, destination, content, signal) };
    };
    const put = async (key, content) => {
        // The content may fail before anybody reads it; the loop that reads it hears of it.
        if (content instanceof external_node_stream_.Readable)
            content.on('error', () => undefined);
        try {
            (0,keys/* assertKey */.sM)(key);
            swept ??= sweep();
            await swept;
            return await write(key, content, true);
        }
        catch (error) {
            if (content instanceof external_node_stream_.Readable)
                content.destroy();
            throw error;
        }
    };
    /** Who may list only below the prefix is told "forbidden", not "missing", of a key that is not there. */
    const isAbsent = async (key) => {
        const listing = new dist_cjs.ListObjectsV2Command({ ...bucket, Prefix: fullKey(key) });
        return client.send(listing, options).then(({ Contents = [] }) => !Contents.some(({ Key }) => Key === fullKey(key)), () => false);
    };
    const openKey = async (key) => {
        (0,keys/* assertKey */.sM)(key);
        const wanted = purpose('read', 's3:GetObject', key);
        const request = { ...bucket, Key: fullKey(key) };
        try {
            return await resumable(wanted, async (from, version) => {
                const range = from === 0 ? {} : { Range: `bytes=${from}-`, IfMatch: version };
                const { Body, ETag } = await client.send(new dist_cjs.GetObjectCommand({ ...request, ...range }), options);
                if (!(Body instanceof external_node_stream_.Readable))
                    throw new Error('S3 answered without a body');
                return { body: Body, version: ETag };
            });
        }
        catch (error) {
            const notFound = nameOf(error) === 'NoSuchKey' || (statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket');
            if (notFound || (statusOf(error) === 403 && (await isAbsent(key)))) {
                throw new errors/* RewindError */.Ir('snapshot-corrupt', `${key} is missing in the store (looked for ${wanted.place}).`);
            }
            throw error;
        }
    };
    const list = async (prefix) => {
        const folder = (0,keys/* assertPrefix */.XQ)(prefix);
        const objects = [];
        let ContinuationToken;
        do {
            const page = await attempt(purpose('read', 's3:ListBucket', folder), () => client.send(new dist_cjs.ListObjectsV2Command({
                ...bucket,
                Prefix: fullKey(folder === '' ? '' : `${folder}/`),
                ContinuationToken,
            }), options));
            for (const { Key = '', Size = 0 } of page.Contents ?? []) {
                const key = Key.slice(config.prefix.length + 1);
                if (key.split('/').every(keys/* isSegment */.wk))
                    objects.push({ key, bytes: Size });
            }
            ContinuationToken = page.NextContinuationToken;
        } while (ContinuationToken !== undefined);
        return objects.sort(keys/* byKey */.dX);
    };
    const remove = async (key) => {
        (0,keys/* assertKey */.sM)(key);
        await attempt(purpose('write', 's3:DeleteObject', key), () => client.send(new dist_cjs.DeleteObjectCommand({ ...bucket, Key: fullKey(key) }), options));
    };
    return {
        kind: 's3',
        put,
        open: openKey,
        list,
        delete: remove,
        check: async () => {
            const probe = `rewind-probe-${ctx.randomHex(8)}`;
            try {
                const left = await uploadsBefore(client, bucket, config.prefix, ctx.clock.now().getTime() - ABANDONED, signal);
                const written = Buffer.from(probe);
                await write(probe, written, false);
                const read = await (0,consumers_.buffer)(await openKey(probe));
                await remove(probe);
                if (!read.equals(written))
                    throw new errors/* RewindError */.Ir('store-unreadable', 'The bucket does not give back what is written.');
                return [...leftoverFindings(left, config), ...(await bucketFindings(client, bucket, config, signal))];
            }
            catch (error) {
                return [
                    {
                        level: 'error',
                        code: 'store-unusable',
                        message: `The store s3://${config.bucket}/${config.prefix} cannot be used: ${(0,errors/* messageOf */.bD)(error)}`,
                        ...(error instanceof errors/* RewindError */.Ir ? { remedy: error.remedy } : {}),
                    },
                ];
            }
        },
    };
}
/** Encryption and lock of what is written. */
function protection(config, locked, ctx) {
    const key = config['kms-key'];
    const lock = locked ? config['object-lock'] : undefined;
    return {
        ...(key === undefined ? {} : { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key }),
        ...(lock === undefined
            ? {}
            : {
                ObjectLockMode: lock.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
                ObjectLockRetainUntilDate: new Date(ctx.clock.now().getTime() + lock.days * DAY),
            }),
    };
}
/** Uploads below our prefix that were begun before a moment (ms since 1970) and never ended. */
async function uploadsBefore(client, bucket, prefix, before, abortSignal) {
    const found = [];
    let marker = {};
    while (marker !== undefined) {
        const command = new dist_cjs.ListMultipartUploadsCommand({
            ...bucket,
            Prefix: `${prefix}/`,
            ...marker,
        });
        const page = await attempt({ aim: 'read', permission: 's3:ListBucketMultipartUploads', place: `s3://${bucket.Bucket}` }, () => client.send(command, { abortSignal }));
        for (const entry of page.Uploads ?? []) {
            if (entry.Initiated !== undefined && entry.Initiated.getTime() < before)
                found.push(entry);
        }
        marker =
            page.IsTruncated === true
                ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
                : undefined;
    }
    return found;
}
function leftoverFindings(left, config) {
    if (left.length === 0)
        return [];
    return [
        {
            level: 'warning',
            code: 'store-unfinished-uploads',
            message: `${left.length} unfinished upload(s) of crashed runs lie in s3://${config.bucket}/${config.prefix}, unseen and paid for.`,
            remedy: 'The next snapshot aborts them. A lifecycle rule with AbortIncompleteMultipartUpload does it without Rewind as well.',
        },
    ];
}
/**
 * A stream that survives a broken connection: it goes on from the byte where it was, in the same version of the object.
 * S3 closes connections that are idle for minutes, and a restore may well pause for so long.
 */
async function resumable(purpose, openAt) {
    let { body, version } = await attempt(purpose, () => openAt(0, undefined));
    let iterator = body[Symbol.asyncIterator]();
    let position = 0;
    let fruitless = 0;
    const next = async () => {
        for (;;) {
            try {
                const { done, value } = (await iterator.next());
                if (done === true)
                    return null;
                position += value.length;
                fruitless = 0;
                return value;
            }
            catch (error) {
                fruitless += 1;
                if (fruitless > RESUMES || nameOf(error) === 'AbortError')
                    throw error;
                ({ body, version } = await openAt(position, version));
                iterator = body[Symbol.asyncIterator]();
            }
        }
    };
    return new external_node_stream_.Readable({
        read() {
            attempt(purpose, next).then((data) => this.push(data), (error) => this.destroy(error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error))));
        },
        destroy(error, done) {
            body.destroy();
            done(error);
        },
    });
}


/***/ })

};
