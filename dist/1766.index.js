export const id = 1766;
export const ids = [1766];
export const modules = {

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


/***/ }),

/***/ 49186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TJ: () => (/* binding */ readStarters),
/* harmony export */   qM: () => (/* binding */ readRunOrigin),
/* harmony export */   sL: () => (/* binding */ isOnBranch)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const run = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    event: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    head_sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const person = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }).nullish();
const started = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ actor: person, triggering_actor: person });
/** The ids of who started a run, and its newest attempt. GitHub REST API, "Get a workflow run". @throws HttpFailure */
async function readStarters(github, runId) {
    const data = await github.find({ what: `read who started run ${runId}`, permission: 'actions: read' }, started, (rest, target) => rest.actions.getWorkflowRun({ ...target, run_id: runId }));
    return [data?.actor, data?.triggering_actor].flatMap((one) => (one ? [one.id] : []));
}
const comparison = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** @returns null if the run was deleted */
async function readRunOrigin(github, runId) {
    const data = await github.find({ what: `read run ${runId}`, permission: 'actions: read' }, run, (rest, target) => rest.actions.getWorkflowRun({ ...target, run_id: runId }));
    return (data && {
        event: data.event,
        workflow: data.path.split('@')[0] ?? '',
        sha: data.head_sha,
        createdAt: data.created_at,
    });
}
/** True if the commit is part of the branch. GitHub REST API, "Compare two commits". */
async function isOnBranch(github, branch, sha) {
    const data = await github.find({ what: `compare ${sha.slice(0, 12)} with ${branch}`, permission: 'contents: read' }, comparison, 
    // One commit a page: only the status counts. `refs/heads/`, because a tag may have the name of the branch.
    (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead: `refs/heads/${branch}...${sha}`, per_page: 1 }));
    return data !== null && (data.status === 'identical' || data.status === 'behind');
}


/***/ }),

/***/ 50918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   E5: () => (/* binding */ drillArtifact),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   V4: () => (/* binding */ indexArtifact),
/* harmony export */   mo: () => (/* binding */ indexName),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact),
/* harmony export */   vj: () => (/* binding */ incidentArtifact)
/* harmony export */ });
/** Directory in the repository for files of the store `artifact`, until a workflow step uploads them. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null if the store needs no upload by a step */
function snapshotArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
        path: `${STAGING}/snapshots/${environment}/${id}`,
    };
}
/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
function rollbackArtifact(store, environment, digest) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}rollback-${environment}-${digest}`,
        path: `${STAGING}/rollbacks/${environment}/${digest}`,
    };
}
/** The record of an incident. The workflow adds `-<run>-<attempt>`: each artifact holds the record up to its run. */
function incidentArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}incident-${environment}-${id}`,
        path: `${STAGING}/incidents/${environment}/${id}`,
    };
}
/** The result of a drill. Its id is new in each run. */
function drillArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}drill-${environment}-${id}`,
        path: `${STAGING}/drills/${environment}/${id}`,
    };
}
/**
 * A small artifact with the same name in each run that uploads something of an environment. GitHub finds artifacts only
 * by their whole name: in a repository with many artifacts this name leads to the runs. What it holds is not read.
 */
function indexName(config, index, environment) {
    return `${artifactPrefix(config)}${index}-${environment}`;
}
/** @returns patterns of files, one a line, as `path` */
function indexArtifact(store, index, environment) {
    if (store.kind !== 'artifact')
        return null;
    const files = index === 'snapshots'
        ? [`snapshots/${environment}/*/manifest.json`]
        : [
            `rollbacks/${environment}/*/plan.json`,
            `incidents/${environment}/*/head.json`,
            `drills/${environment}/*/drill.json`,
        ];
    return { name: indexName(store, index, environment), path: files.map((file) => `${STAGING}/${file}`).join('\n') };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        /^(drill)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ }),

/***/ 91766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createArtifactStore: () => (/* binding */ createArtifactStore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(24085);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/byte-limits.js
var byte_limits = __webpack_require__(17761);
;// CONCATENATED MODULE: ./lib/services/github/artifact-download.js







/** A storage that answers nothing for so long is asked again: without a limit, a rollback would wait for minutes. */
const SILENCE_MS = 20_000;
/** As fetch, but it fails if nothing comes for a while, before the answer or within it. */
async function fetchWatched(ctx, url, init, silenceMs) {
    const silence = new AbortController();
    const fail = () => silence.abort(new Error(`nothing came for ${silenceMs / 1000} s`));
    // The connection keeps the process, not the timer.
    const timer = setTimeout(fail, silenceMs).unref();
    const signal = AbortSignal.any([ctx.signal, silence.signal]);
    const response = await ctx.fetch(url, { ...init, signal });
    timer.refresh();
    if (response.body === null)
        return response;
    const heard = new TransformStream({
        transform: (chunk, to) => {
            timer.refresh();
            to.enqueue(chunk);
        },
        flush: () => clearTimeout(timer),
    });
    const { status, headers } = response;
    return new Response(response.body.pipeThrough(heard), { status, headers });
}
/**
 * Downloads the archive into a file and compares it with GitHub's digest.
 *
 * @throws RewindError snapshot-expired, store-unreadable, snapshot-corrupt
 */
async function downloadArtifact(ctx, github, artifact, file, silenceMs = SILENCE_MS) {
    for (let attempt = 1;; attempt += 1) {
        try {
            await fetchArchive(ctx, github, artifact, file, silenceMs);
            return;
        }
        catch (error) {
            // What came may be half of it, or the page of a proxy: once more, before the snapshot is called damaged.
            if (error instanceof errors.RewindError && error.code === 'snapshot-corrupt' && attempt === 1)
                continue;
            if (error instanceof errors.RewindError || ctx.signal.aborted || attempt === 4)
                throw unreadable(artifact, error);
            ctx.log.debug(`artifact ${artifact.name}: ${(0,errors/* messageOf */.bD)(error)}; retrying`);
            await ctx.clock.sleep(1000 * 2 ** attempt * (0.5 + ctx.random()), ctx.signal);
        }
    }
}
/** @returns null if the storage does not support range requests */
async function openArtifact(ctx, github, artifact) {
    const storage = (url, init) => fetchWatched(ctx, url, init, SILENCE_MS);
    const signed = await signedAddress(ctx, github, artifact, storage);
    const tail = await readTail(storage, signed, artifact.bytes);
    if (tail === null)
        return null;
    const zip = await (0,yauzl/* fromRandomAccessReaderPromise */.or)(new PartReader(storage, signed, tail), tail.total, {
        autoClose: false,
    });
    const entries = new Map();
    for await (const entry of zip.eachEntry())
        entries.set(entry.fileName, entry);
    return {
        read: async (name) => {
            const entry = entries.get(name);
            if (entry === undefined)
                return null;
            return (0,byte_limits/* readLimited */.tk)(await zip.openReadStreamPromise(entry), `${name} in artifact ${artifact.name}`);
        },
    };
}
/** GitHub redirects to its storage, which rejects requests with our token. */
async function signedAddress(ctx, github, artifact, ask) {
    const { url, headers } = github.download(`/actions/artifacts/${artifact.id}/zip`);
    const pointer = await ask(url, { headers, redirect: 'manual' });
    await pointer.body?.cancel();
    const location = pointer.headers.get('location');
    if (pointer.status === 410) {
        throw new errors.RewindError('snapshot-expired', `The artifact ${artifact.name} has expired.`);
    }
    if (pointer.status >= 300 && pointer.status < 400 && location !== null) {
        const signed = new URL(location, url);
        // The signature alone gives access to the artifact.
        const signature = signed.searchParams.get('sig');
        if (signature !== null)
            ctx.masker.add(signature);
        return signed;
    }
    const message = `GitHub answered ${pointer.status} to the download of artifact ${artifact.name}`;
    // A limit of requests says nothing about permissions.
    const limited = pointer.headers.has('retry-after') || pointer.headers.get('x-ratelimit-remaining') === '0';
    if (pointer.status >= 500 || pointer.status === 429 || limited)
        throw new Error(message);
    if (pointer.status === 404) {
        // It was in the list a moment ago.
        throw new errors.RewindError('store-unreadable', `GitHub does not have the artifact ${artifact.name} any more.`, {
            remedy: 'Somebody deleted it, or its run. Run again: a deleted snapshot is not in the list then.',
        });
    }
    const refused = pointer.status === 401 || pointer.status === 403;
    throw new errors.RewindError('store-unreadable', `${message}.`, {
        remedy: refused
            ? 'Grant the job the permission "actions: read".'
            : 'Run again. If it fails again, check githubstatus.com, and whether a proxy is between this machine and GitHub.',
    });
}
const TAIL_BYTES = 256 * 1024;
/** The storage supports no suffix ranges. @param total size by GitHub; the storage's own size takes precedence */
async function readTail(ask, signed, total) {
    const first = Math.max(0, total - TAIL_BYTES);
    const range = `bytes=${first}-${Math.max(first, total - 1)}`;
    const response = await ask(signed, { headers: { range } });
    const [, from, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
    if (response.status !== 206 || from === undefined || size === undefined) {
        await response.body?.cancel();
        return null;
    }
    if (response.body === null)
        return null;
    const bytes = await (0,byte_limits/* readLimited */.tk)(response.body, 'the end of an artifact', TAIL_BYTES);
    return Number(size) === total ? { bytes, from: Number(from), total } : readTail(ask, signed, Number(size));
}
class PartReader extends yauzl/* RandomAccessReader */.lJ {
    ask;
    signed;
    tail;
    constructor(ask, signed, tail) {
        super();
        this.ask = ask;
        this.signed = signed;
        this.tail = tail;
    }
    _readStreamForRange(start, end) {
        const { bytes, from } = this.tail;
        if (start >= from)
            return external_node_stream_.Readable.from([bytes.subarray(start - from, end - from)]);
        const output = new external_node_stream_.PassThrough();
        const copy = async () => {
            const headers = { range: `bytes=${start}-${end - 1}` };
            const response = await this.ask(this.signed, { headers });
            if (response.status !== 206 || response.body === null)
                throw new Error(`the storage answered ${response.status}`);
            await (0,external_node_stream_promises_.pipeline)(streamOf(response.body), output);
        };
        copy().catch((error) => output.destroy(error instanceof Error ? error : new Error(String(error))));
        return output;
    }
}
const streamOf = (body) => external_node_stream_.Readable.fromWeb(body);
async function fetchArchive(ctx, github, artifact, file, silenceMs) {
    const ask = (url, init) => fetchWatched(ctx, url, init, silenceMs);
    const response = await ask(await signedAddress(ctx, github, artifact, ask), {});
    if (!response.ok || response.body === null)
        throw new Error(`the storage answered ${response.status}`);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const progress = ctx.progress(`download ${artifact.name}`);
    let bytes = 0;
    const limit = 2 * artifact.bytes + byte_limits/* MAX_BYTES */.zx;
    const meter = new external_node_stream_.Transform({
        transform: (chunk, _encoding, done) => {
            hash.update(chunk);
            bytes += chunk.length;
            if (bytes > limit) {
                done((0,byte_limits/* tooLarge */.g$)(`artifact ${artifact.name}`, limit));
                return;
            }
            progress.update(bytes, artifact.bytes);
            done(null, chunk);
        },
    });
    await (0,external_node_stream_promises_.pipeline)(streamOf(response.body), meter, (0,external_node_fs_.createWriteStream)(file, { mode: 0o600 }));
    progress.end();
    if (artifact.sha256 !== null && hash.digest('hex') !== artifact.sha256) {
        throw new errors.RewindError('snapshot-corrupt', `The artifact ${artifact.name} does not match the digest that GitHub recorded at its upload.`);
    }
}
function unreadable(artifact, error) {
    if (error instanceof errors.RewindError)
        return error;
    return new errors.RewindError('store-unreadable', `Artifact ${artifact.name} could not be downloaded: ${(0,errors/* messageOf */.bD)(error)}`, {
        cause: error,
        remedy: 'Run again. If it fails again, check githubstatus.com.',
    });
}

// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/store/keys.js
var keys = __webpack_require__(84945);
;// CONCATENATED MODULE: ./lib/store/unzip.js








/** Most of a snapshot is sealed, and sealed bytes do not compress: an archive that grows much more was made to fill the disk. */
const GROWTH = 10;
const MAX_ENTRIES = 10_000;
/**
 * Unpacks an archive into a directory. Refuses names that the store does not accept, duplicate names, and content whose
 * size differs from the stated one.
 *
 * @throws RewindError snapshot-corrupt, too-large
 */
async function unpack(archive, directory) {
    try {
        const zip = await (0,yauzl/* openPromise */.sO)(archive);
        const limit = GROWTH * (await (0,promises_.stat)(archive)).size + byte_limits/* MAX_BYTES */.zx;
        let bytes = 0;
        if (zip.entryCount > MAX_ENTRIES)
            throw (0,byte_limits/* tooLarge */.g$)('the archive', limit);
        for await (const entry of zip.eachEntry()) {
            const { fileName } = entry;
            if (fileName.endsWith('/'))
                continue;
            if (!fileName.split('/').every(keys/* isSegment */.wk))
                throw new Error(`it holds the name ${JSON.stringify(fileName)}`);
            bytes += entry.uncompressedSize;
            if (bytes > limit)
                throw (0,byte_limits/* tooLarge */.g$)('the archive', limit);
            const path = (0,external_node_path_.join)(directory, fileName);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
            await (0,external_node_stream_promises_.pipeline)(await zip.openReadStreamPromise(entry), (0,external_node_fs_.createWriteStream)(path, { mode: 0o600, flags: 'wx' }));
        }
    }
    catch (error) {
        if (error instanceof errors.RewindError)
            throw error;
        throw new errors.RewindError('snapshot-corrupt', `The archive cannot be unpacked: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./lib/store/directory.js + 3 modules
var directory = __webpack_require__(3606);
// EXTERNAL MODULE: ./lib/services/github/run-origin.js
var run_origin = __webpack_require__(49186);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
;// CONCATENATED MODULE: ./lib/services/github/refs.js


const rules = schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP() }));
const refs = schemas/* array */.YOg(schemas/* looseObject */._H3({ ref: schemas/* string */.YjP() }));
/**
 * True if active rulesets restrict both who creates a branch of this name and what reaches it. GitHub REST API, "Get rules
 * for a branch": it also answers for a branch that does not exist. Classic branch protection does not count, because it
 * lets everybody with write access create a branch that fits its pattern.
 */
async function isRestricted(github, branch) {
    try {
        const found = await github.request({ what: `read the rules of the branch "${branch}"`, permission: 'metadata: read' }, rules, (rest, target) => rest.repos.getBranchRules({ ...target, branch, per_page: 100 }));
        const types = found.map(({ type }) => type);
        return types.includes('creation') && (types.includes('pull_request') || types.includes('update'));
    }
    catch (error) {
        // A private repository of a free plan has no rulesets.
        if (error instanceof http_failure/* HttpFailure */.HR && (error.status === 403 || error.status === 404))
            return false;
        throw error;
    }
}
/** Names of the branches that begin with `prefix`. GitHub REST API, "List matching references". */
async function branchesFrom(github, prefix) {
    const found = await github.request({ what: `list the branches "${prefix}*"`, permission: 'contents: read' }, refs, (rest, target) => rest.git.listMatchingRefs({ ...target, ref: `heads/${prefix}` }));
    return found.map(({ ref }) => ref.replace(/^refs\/heads\//, ''));
}

;// CONCATENATED MODULE: ./lib/store/artifact-refs.js


/** How many branches of a pattern are asked for the commit of a tag. */
const MOST = 30;
const isPattern = (name) => name.includes('*');
/**
 * True if the name fits: `*` is any text without a slash, `**` any text. Pure. Strangers name branches: a regular expression
 * would need hours for some names.
 */
function fits(pattern, name) {
    // Up to where in the name the parts so far may reach.
    let ends = new Set([0]);
    for (const part of pattern.split(/(\*+)/)) {
        const next = new Set();
        for (const end of ends) {
            if (!part.startsWith('*')) {
                if (name.startsWith(part, end))
                    next.add(end + part.length);
                continue;
            }
            for (let at = end; at <= name.length && !next.has(at); at += 1) {
                next.add(at);
                if (part === '*' && name[at] === '/')
                    break;
            }
        }
        ends = next;
    }
    return ends.has(name.length);
}
const fitsAny = (patterns, name) => patterns.some((pattern) => fits(pattern, name));
/**
 * True if the label of a run is one of the trusted names. A label proves nothing: a tag can have the name of a branch.
 * `commitProblem` asks for the proof.
 */
const isTrustedName = (refs, name) => fitsAny([...refs.branches, ...refs.tags], name);
/** What the refs are called in messages. */
const describeRefs = ({ branches, tags }) => [...branches, ...tags.map((tag) => `the tag ${tag}`)].join(' or ');
/**
 * Why the commit of a run is not believed, as a clause; null if it is part of a trusted branch. This is asked of a tag,
 * too: everybody with write access can push a tag, but only what was merged is part of a protected branch.
 *
 * @param name branch or tag of the run
 */
async function commitProblem(github, refs, name, sha) {
    const commit = `the commit ${sha.slice(0, 12)} of its run`;
    if (fitsAny(refs.branches, name)) {
        const onIt = await (0,run_origin/* isOnBranch */.sL)(github, name, sha);
        if (onIt && (refs.branches.includes(name) || (await isRestricted(github, name))))
            return null;
        if (onIt)
            return `no ruleset restricts who may create and change the branch "${name}"`;
        if (!fitsAny(refs.tags, name))
            return `${commit} is not on the branch "${name}" (it never was, or a force push took it off)`;
    }
    for (const branch of await candidates(github, refs)) {
        const believed = refs.branches.includes(branch) || (await isRestricted(github, branch));
        if (believed && (await (0,run_origin/* isOnBranch */.sL)(github, branch, sha)))
            return null;
    }
    return `${commit} is on none of the branches that store.branches names (${refs.branches.join(', ')})`;
}
/** A finding for each pattern of branches that no ruleset restricts: no snapshot of such a branch is believed. */
async function openPatterns(github, { branches }) {
    const findings = [];
    for (const pattern of branches.filter(isPattern)) {
        // A branch that need not exist: the rules are those of its name.
        if (await isRestricted(github, pattern.replace(/\*+/g, 'rewind')))
            continue;
        findings.push({
            level: 'error',
            code: 'store-branch-open',
            message: `store.branches: no ruleset restricts who may create and change a branch "${pattern}". Rewind believes no snapshot of such a branch.`,
            remedy: `Add a branch ruleset for "${pattern}" with "Restrict creations" and "Require a pull request before merging".`,
        });
    }
    return findings;
}
/** The branches of which a tag may be: the named ones first, then those of the patterns, the highest version first. */
async function candidates(github, { branches }) {
    const named = branches.filter((branch) => !isPattern(branch));
    const found = [];
    for (const pattern of branches.filter(isPattern)) {
        const all = await branchesFrom(github, pattern.slice(0, pattern.indexOf('*')));
        found.push(...all.filter((branch) => fits(pattern, branch) && !named.includes(branch)));
    }
    const newestFirst = [...new Set(found)].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    return [...named, ...newestFirst.slice(0, MOST)];
}

;// CONCATENATED MODULE: ./lib/store/artifact-origin.js

/**
 * Events whose runs take the workflow file from a commit of the repository that the run names. A pull request does not:
 * its workflow comes from a merge that nobody has reviewed.
 */
const EVENTS = [
    'push',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
    'deployment',
    'deployment_status',
    'release',
    'merge_group',
    'workflow_run',
];
/** Clocks differ. */
const SKEW_MS = 5 * 60_000;
/** The time that the name of a snapshot's artifact claims, in milliseconds; null for other artifacts. */
function claimedTime(name) {
    const found = /-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-[0-9a-f]{6}$/.exec(name);
    if (!found)
        return null;
    const [, year, month, day, hour, minute, second] = found.map(Number);
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}
/**
 * Why no rollback would believe a snapshot of this run, as a clause; null if nothing speaks against it. Pure.
 * @param refs those whose runs may provide snapshots
 */
function ownRunProblem({ event, ref, workflow }, refs, config) {
    const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
    const trusted = kind === 'heads' ? refs.branches : kind === 'tags' ? refs.tags : [];
    if (!trusted.some((pattern) => fits(pattern, name))) {
        return `it runs on ${ref === '' ? 'no branch' : ref}, not on ${describeRefs(refs)}`;
    }
    return runProblem({ event, workflow: workflow ?? '' }, { ...config, workflows: workflow === null ? undefined : config.workflows });
}
function runProblem({ event, workflow }, { workflows }) {
    if (!EVENTS.includes(event))
        return `an event "${event}" started its run`;
    if (workflows && !workflows.includes(workflow)) {
        return `its run belongs to ${workflow}, which is not in store.workflows`;
    }
    return null;
}
/** Why the run of an artifact is not believed, as a clause; null if nothing speaks against it. Pure. */
function originProblem(artifact, origin, config) {
    if (origin === null)
        return 'its run was deleted';
    const problem = runProblem(origin, config);
    if (problem !== null)
        return problem;
    const claimed = claimedTime(artifact.name);
    if (claimed === null)
        return null;
    const begun = Date.parse(origin.createdAt) - SKEW_MS;
    const uploaded = Date.parse(artifact.createdAt) + SKEW_MS;
    if (claimed >= begun && claimed <= uploaded)
        return null;
    return `its name says ${new Date(claimed).toISOString()}, but its run began ${origin.createdAt} and uploaded it ${artifact.createdAt}`;
}

;// CONCATENATED MODULE: ./lib/store/artifact-findings.js
const PUBLIC = {
    level: 'warning',
    code: 'store-public',
    message: 'This repository is public: every GitHub user can download its artifacts. Payloads are sealed; the manifest (ids, names, row counts, short previews) is not.',
    remedy: 'Use a store of kind s3 if the manifest must stay private.',
};
/** What those learn who can read the artifacts of the repository: with the fingerprints of a manifest they can compare guesses. */
function readerFindings(isPrivate, env) {
    const open = isPrivate ? [] : [PUBLIC];
    if (env.secret('REWIND_FINGERPRINT_KEY') !== undefined)
        return open;
    return [
        ...open,
        {
            level: isPrivate ? 'warning' : 'error',
            code: isPrivate ? 'store-fingerprints-unkeyed' : 'store-public-fingerprints',
            message: isPrivate
                ? 'Everybody who can read this repository can test guesses of secret values against the fingerprints.'
                : 'This repository is public: anyone can test guesses of secret values against the fingerprints.',
            remedy: 'Set the secret REWIND_FINGERPRINT_KEY (32 random characters) in the snapshot and rollback jobs.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/services/github/artifacts.js

const list = schemas/* looseObject */._H3({
    total_count: schemas/* number */.aig(),
    artifacts: schemas/* array */.YOg(schemas/* looseObject */._H3({
        id: schemas/* number */.aig(),
        name: schemas/* string */.YjP(),
        size_in_bytes: schemas/* number */.aig(),
        expired: schemas/* boolean */.zMY(),
        created_at: schemas/* string */.YjP().nullable(),
        expires_at: schemas/* string */.YjP().nullable(),
        digest: schemas/* string */.YjP().nullish(),
        workflow_run: schemas/* looseObject */._H3({
            id: schemas/* number */.aig().optional(),
            repository_id: schemas/* number */.aig().optional(),
            head_repository_id: schemas/* number */.aig().optional(),
            head_branch: schemas/* string */.YjP().nullish(),
        })
            .nullish(),
    })),
});
const PAGE = 100;
const LIST = { what: 'list artifacts', permission: 'actions: read' };
/** One page of the artifacts of the repository, newest first; with `name` only those that have exactly this name. */
async function readArtifacts(github, page, name) {
    const { artifacts, total_count: total } = await github.request(LIST, list, (rest, target) => rest.actions.listArtifactsForRepo({
        ...target,
        per_page: PAGE,
        page,
        ...(name === undefined ? {} : { name }),
    }));
    return { artifacts: artifacts.map(parsed).sort(byNewest), total };
}
/** All artifacts of the repository, newest first; null if there are more than `most`. */
async function listArtifacts(github, most) {
    const first = await readArtifacts(github, 1);
    if (first.total > most)
        return null;
    const pages = Array.from({ length: Math.max(0, Math.ceil(first.total / PAGE) - 1) }, (_, index) => index + 2);
    const others = await Promise.all(pages.map((page) => readArtifacts(github, page)));
    return [first, ...others].flatMap(({ artifacts }) => artifacts).sort(byNewest);
}
/** The artifacts of one run, newest first; none if the run was deleted. */
async function artifactsOfRun(github, runId) {
    const artifacts = await github.all({ ...LIST, what: `list the artifacts of run ${runId}` }, list, (page) => ({ items: page.artifacts, total: page.total_count }), (rest, target) => rest.actions.listWorkflowRunArtifacts({ ...target, run_id: runId }));
    return artifacts.map(parsed).sort(byNewest);
}
const byNewest = (a, b) => b.id - a.id;
const parsed = (entry) => ({
    id: entry.id,
    name: entry.name,
    bytes: entry.size_in_bytes,
    expired: entry.expired,
    createdAt: entry.created_at ?? '',
    expiresAt: entry.expires_at,
    sha256: /^sha256:([0-9a-f]{64})$/.exec(entry.digest ?? '')?.[1] ?? null,
    runId: entry.workflow_run?.id ?? null,
    ownRepository: entry.workflow_run?.repository_id !== undefined &&
        entry.workflow_run.repository_id === entry.workflow_run.head_repository_id,
    branch: entry.workflow_run?.head_branch ?? null,
});

// EXTERNAL MODULE: ./lib/runtime/flow.js
var flow = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/store/artifact-names.js
var artifact_names = __webpack_require__(50918);
;// CONCATENATED MODULE: ./lib/store/artifact-listing.js



/** A repository with so few artifacts is listed whole: 5 requests. */
const FEW = 500;
/** Runs that are read at once. */
const RUNS = 10;
/** The newest runs of an index that are read at most: each costs a request of the repository's hourly quota. */
const MOST_RUNS = 200;
/** What an artifact can hold. */
const KINDS = ['', 'snapshots', 'rollbacks', 'incidents', 'drills'];
/** Pages of an index. Everybody who may open a pull request can add entries to an index, and those do not count. */
const MOST_PAGES = 20;
/**
 * Finds the artifacts of a store. All of them, if the repository has few. Else the indexes tell which runs uploaded some,
 * and the artifacts of these runs are listed, newest first: as many as are asked for. Reads everything once.
 */
class ArtifactListing {
    github;
    config;
    isTrusted;
    runs = new Map();
    indexes = new Map();
    names = new Map();
    whole;
    /** @param isTrusted false for an artifact of a run that nobody believes */
    constructor(github, config, isTrusted) {
        this.github = github;
        this.config = config;
        this.isTrusted = isTrusted;
    }
    /**
     * Artifacts of the store that hold the folder, lie in it, or of which one cannot tell: newest first, also those that
     * expired or are not trusted.
     * @param folder e.g. snapshots/production
     * @param newest this many folders suffice
     */
    async under(folder, newest) {
        const all = await this.readable();
        if (all !== null)
            return all;
        const [kind = '', environment, id] = folder.split('/');
        if (!KINDS.includes(kind))
            return [];
        // Only for messages: what the newest artifacts of the repository are.
        if (environment === undefined)
            return this.ours((await readArtifacts(this.github, 1)).artifacts);
        if (kind === 'snapshots' && id !== undefined)
            return this.named(`snapshot-${environment}-${id}`);
        const indexes = kind === 'snapshots' ? ['snapshots', 'records'] : ['records'];
        const runs = await Promise.all(indexes.map((index) => this.indexed(index, environment)));
        const newestFirst = runs.flat().sort((a, b) => b.entry - a.entry);
        return this.ofRuns([...new Set(newestFirst.map(({ run }) => run))], `${kind}/${environment}/`, newest);
    }
    /** Reads whether the repository can be listed. @throws HttpFailure */
    async check() {
        await this.readable();
    }
    readable() {
        this.whole ??= listArtifacts(this.github, FEW).then((all) => all && this.ours(all));
        return this.whole;
    }
    /** The id of a snapshot is part of the name. */
    named(rest) {
        const name = `${(0,artifact_names/* artifactPrefix */.DS)(this.config)}${rest}`;
        const known = this.names.get(name) ?? readArtifacts(this.github, 1, name).then(({ artifacts }) => artifacts);
        this.names.set(name, known);
        return known;
    }
    /** Runs that an index names and that are trusted. */
    indexed(index, environment) {
        const name = (0,artifact_names/* indexName */.mo)(this.config, index, environment);
        const known = this.indexes.get(name) ?? this.readIndex(name);
        this.indexes.set(name, known);
        return known;
    }
    async readIndex(name) {
        const runs = [];
        for (let page = 1; page <= MOST_PAGES && runs.length < MOST_RUNS; page += 1) {
            const { artifacts, total } = await readArtifacts(this.github, page, name);
            for (const artifact of artifacts) {
                const { id: entry, runId: run } = artifact;
                if (run !== null && (await this.isTrusted(artifact)))
                    runs.push({ run, entry });
            }
            if (artifacts.length === 0 || page * 100 >= total)
                break;
        }
        return runs;
    }
    async ofRuns(runs, place, newest) {
        const found = [];
        const folders = new Set();
        for (let start = 0; start < Math.min(runs.length, MOST_RUNS) && folders.size < newest; start += RUNS) {
            const lists = await (0,flow/* mapLimited */.bB)(runs.slice(start, start + RUNS), RUNS, (run) => this.ofRun(run));
            for (const artifact of this.ours(lists.flat())) {
                const folder = (0,artifact_names/* folderOfArtifact */.sM)(this.config, artifact.name) ?? '';
                if (!folder.startsWith(place))
                    continue;
                found.push(artifact);
                folders.add(folder);
                this.names.set(artifact.name, this.names.get(artifact.name) ?? Promise.resolve([artifact]));
            }
        }
        return found.sort((a, b) => b.id - a.id);
    }
    ofRun(run) {
        const known = this.runs.get(run) ?? artifactsOfRun(this.github, run);
        this.runs.set(run, known);
        return known;
    }
    ours(artifacts) {
        return artifacts.filter(({ name }) => (0,artifact_names/* folderOfArtifact */.sM)(this.config, name) !== null);
    }
}

;// CONCATENATED MODULE: ./lib/store/artifact-missing.js

/** @param folder whose artifacts have all expired, if it is more than the newest one */
function allExpired({ name, expiresAt }, folder) {
    const day = expiresAt ?? 'a past day';
    if (folder === null)
        return new errors.RewindError('snapshot-expired', `Artifact ${name} expired on ${day}.`);
    return new errors.RewindError('snapshot-expired', `Every snapshot in ${folder} has expired, the newest (artifact ${name}) on ${day}.`, {
        remedy: 'Take a snapshot before the next deploy. To keep snapshots longer, raise retention.keep-days or use a store of kind s3.',
    });
}
/** @param folder that holds nothing that is trusted; null if only this artifact was asked for */
function notTrusted(artifact, folder) {
    const { name, ownRepository, branch } = artifact;
    const made = `Artifact ${name} was made by a run of ${ownRepository ? `the branch "${branch ?? '?'}"` : 'a fork'}.`;
    const remedy = `${TRUSTED}${formerName(artifact)}`;
    return folder === null
        ? new errors.RewindError('snapshot-foreign', made, { remedy })
        : new errors.RewindError('snapshot-not-found', `${folder} holds no snapshot that is trusted. ${made}`, { remedy });
}
const TRUSTED = 'Use a snapshot of the default branch (or of store.branches and store.tags). Rewind does not trust artifacts of other runs.';
/** GitHub does not rename the label of a run with its branch, and the branch of that name is gone. */
const formerName = ({ ownRepository, branch }) => ownRepository && branch !== null
    ? ` If "${branch}" is the former name of that branch: take a new snapshot, or add "${branch}" to store.tags as long as you need the older ones.`
    : '';

;// CONCATENATED MODULE: ./lib/store/artifact-sealed.js
const AGE_HEADER = Buffer.from('age-encryption.org/v1\n');
/** Files stored in clear: manifest, checksums, approved plan, journal, statement for a lift, drill. They hold no secret values. */
const CLEAR = /^(snapshots\/[^/]+\/[^/]+\/(manifest\.json(\.minisig)?|SHA256SUMS)|rollbacks\/[^/]+\/[^/]+\/(plan\.json|journal\.jsonl|lift-[0-9A-Za-z-]+\.json)|salvages\/[^/]+\/[^/]+\/plan\.json|incidents\/[^/]+\/[^/]+\/(\d{6}|head)\.json|drills\/[^/]+\/[^/]+\/drill\.json)$/;
/**
 * Passes an age file through.
 * @param refused the error for any other content
 */
function onlySealed(refused) {
    return async function* (source) {
        let head = Buffer.alloc(0);
        let begun = false;
        for await (const chunk of source) {
            if (begun) {
                yield chunk;
                continue;
            }
            head = Buffer.concat([head, chunk]);
            if (head.length < AGE_HEADER.length)
                continue;
            if (!head.subarray(0, AGE_HEADER.length).equals(AGE_HEADER))
                throw await refused();
            begun = true;
            yield head;
        }
        if (!begun)
            throw await refused();
    };
}

;// CONCATENATED MODULE: ./lib/store/artifact.js




















/**
 * Snapshots as artifacts of workflow runs. Only a workflow step can upload an artifact: the store writes to a directory of
 * the job, and the next step uploads it. The store reads that directory, and the artifacts of other runs by REST.
 *
 * Anyone who may open a pull request can upload an artifact of any name. Therefore the store trusts only runs of this
 * repository (no fork) on the configured branches and tags. The branch of a run is only a label, which a tag or a pull request
 * carries, too: before the store opens an artifact, it asks for the run's event, workflow, commit and time.
 * GitHub deletes expired artifacts; this store deletes none.
 */
function createArtifactStore(config, ctx, github) {
    return new ArtifactStore(config, ctx, github);
}
const repository = schemas/* looseObject */._H3({ default_branch: schemas/* string */.YjP(), private: schemas/* boolean */.zMY() });
class ArtifactStore {
    config;
    ctx;
    github;
    kind = 'artifact';
    expires = true;
    staging;
    downloads = new Map();
    opened = new Map();
    listing;
    origins = new Map();
    about;
    constructor(config, ctx, github) {
        this.config = config;
        this.ctx = ctx;
        this.github = github;
        removeForeign(ctx);
        this.staging = (0,directory.createDirectoryStore)((0,external_node_path_.join)(ctx.root, artifact_names/* STAGING */.Cj), ctx);
        this.listing = new ArtifactListing(github, config, (artifact) => this.isTrusted(artifact));
    }
    async put(key, content) {
        (0,keys/* assertKey */.sM)(key);
        return this.staging.put(key, CLEAR.test(key) ? content : this.sealed(key, content));
    }
    async open(key) {
        (0,keys/* assertKey */.sM)(key);
        if (await this.isStaged(key))
            return this.staging.open(key);
        const holders = (await this.artifacts(folderOfKey(key))).filter((artifact) => isInside(key, this.folderOf(artifact)));
        // The newest first. A later run of a rollback does not have each file of the runs before.
        for (const found of holders) {
            await this.assertOrigin(found);
            const part = CLEAR.test(key) && !this.downloads.has(found.id) ? await this.part(found, key) : null;
            if (part !== null)
                return external_node_stream_.Readable.from([part]);
            const whole = await this.downloaded(found);
            const objects = found === holders.at(-1) ? [{ key }] : await whole.list(key.slice(0, key.lastIndexOf('/')));
            if (objects.some((object) => object.key === key))
                return whole.open(key);
        }
        return this.staging.open(key);
    }
    async list(prefix, newest = Number.POSITIVE_INFINITY) {
        const folder = (0,keys/* assertPrefix */.XQ)(prefix);
        const objects = new Map((await this.staging.list(folder)).map((object) => [object.key, object]));
        for (const artifact of await this.artifacts(folder, newest)) {
            const place = this.folderOf(artifact);
            const inside = isInside(folder, place);
            if (place === null || (!inside && !isInside(place, folder)))
                continue;
            // Only a download shows the content of an artifact. What was uploaded is complete, so its last file is listed.
            if (inside)
                await this.assertOrigin(artifact);
            const holds = inside
                ? await (await this.downloaded(artifact)).list(folder)
                : [{ key: `${place}/${lastFileOf(place)}`, bytes: artifact.bytes }];
            for (const object of holds)
                if (!objects.has(object.key))
                    objects.set(object.key, object);
        }
        return [...objects.values()].sort(keys/* byKey */.dX);
    }
    /** Deletes only files that are not uploaded yet. */
    async delete(key) {
        return this.staging.delete(key);
    }
    async folders(folder) {
        const places = (await this.artifacts(folder)).flatMap((artifact) => this.folderOf(artifact) ?? []);
        const below = places.filter((place) => place !== folder && isInside(place, folder));
        const staged = (await this.staging.folders?.(folder)) ?? [];
        return [...new Set([...staged, ...below.map((place) => place.slice(folder.length + 1).split('/')[0] ?? '')])];
    }
    async holds(folder) {
        return (await this.artifacts(folder)).some((artifact) => this.folderOf(artifact) === folder);
    }
    async whyMissing(folder) {
        const inside = (await this.listing.under(folder, 1)).filter((artifact) => {
            const place = this.folderOf(artifact);
            return place !== null && isInside(place, folder);
        });
        // Newest first.
        const [found] = inside;
        if (!found)
            return null;
        const isOne = this.folderOf(found) === folder;
        if (inside.every(({ expired }) => expired))
            return allExpired(found, inside.length === 1 && isOne ? null : folder);
        // Of a whole folder, only what this repository made: a fork must not put words into a message.
        const other = isOne ? found : inside.find(({ expired, ownRepository }) => !expired && ownRepository);
        if (other === undefined || (await this.isTrusted(other)))
            return null;
        return notTrusted(other, isOne ? null : folder);
    }
    /** The same rules as for the artifacts of other runs; a run outside of Actions uploads nothing. */
    async assertBelievable() {
        const { env } = this.ctx;
        if (env.text('GITHUB_ACTIONS') !== 'true')
            return;
        const refs = await this.refs();
        const ref = env.text('GITHUB_REF') ?? '';
        // owner/repo/.github/workflows/deploy.yml@refs/heads/main, of the caller
        const workflow = /^[^/]+\/[^/]+\/([^@]+)@/.exec(env.text('GITHUB_WORKFLOW_REF') ?? '')?.[1] ?? null;
        const run = { event: env.text('GITHUB_EVENT_NAME') ?? '', ref, workflow };
        const sha = env.text('GITHUB_SHA');
        const name = ref.replace(/^refs\/(heads|tags)\//, '');
        // A branch that was force-pushed since, a run of an older commit, or a tag of a commit that was not merged.
        const problem = ownRunProblem(run, refs, this.config) ??
            (sha === undefined ? null : await commitProblem(this.github, refs, name, sha));
        if (problem === null)
            return;
        throw new errors.RewindError('snapshot-not-believed', `No rollback would believe a snapshot of this run: ${problem}.`);
    }
    async refs() {
        const branches = this.config.branches ?? [(await this.readAbout()).default_branch];
        return { branches, tags: this.config.tags ?? [] };
    }
    async check() {
        try {
            const [{ private: isPrivate }, findings] = await Promise.all([
                this.readAbout(),
                this.staging.check(),
                this.listing.check(),
            ]);
            const open = await openPatterns(this.github, await this.refs());
            return [...findings, ...readerFindings(isPrivate, this.ctx.env), ...open];
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ level: 'error', code, message, remedy }];
        }
    }
    /** Passes an age file through; fails for any other content. */
    sealed(key, content) {
        const output = new external_node_stream_.PassThrough();
        const source = content instanceof Uint8Array ? external_node_stream_.Readable.from([content]) : content;
        const check = onlySealed(() => this.unsealed(key));
        // The error reaches the reader through `output`; nothing else waits for this pipeline.
        (0,external_node_stream_promises_.pipeline)(source, check, output).catch(() => undefined);
        return output;
    }
    async unsealed(key) {
        const isPrivate = await this.readAbout().then((about) => about.private, () => true);
        const who = isPrivate
            ? 'everyone with read access to this repository'
            : 'every GitHub user (this repository is public)';
        return new errors.RewindError('store-unsealed', `${key} is not sealed, and ${who} could download it.`);
    }
    async isStaged(key) {
        return (await this.staging.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    }
    /** Trusted artifacts that hold a folder or lie in it, newest first. */
    async artifacts(folder, newest = Number.POSITIVE_INFINITY) {
        const trusted = [];
        // Loads both in parallel.
        const [all] = await Promise.all([this.listing.under(folder, newest), this.readAbout()]);
        for (const artifact of all) {
            if (artifact.expired)
                continue;
            if (await this.isTrusted(artifact))
                trusted.push(artifact);
            else
                this.ctx.log.debug(`skipping artifact ${artifact.name}: its run is not trusted`);
        }
        return trusted;
    }
    async isTrusted(artifact) {
        const refs = await this.refs();
        return artifact.ownRepository && artifact.branch !== null && isTrustedName(refs, artifact.branch);
    }
    /** @throws RewindError snapshot-untrusted */
    assertOrigin(artifact) {
        const asked = this.origins.get(artifact.id) ?? this.readOrigin(artifact);
        this.origins.set(artifact.id, asked);
        return asked;
    }
    async readOrigin(artifact) {
        const origin = artifact.runId === null ? null : await (0,run_origin/* readRunOrigin */.qM)(this.github, artifact.runId);
        const problem = originProblem(artifact, origin, this.config) ??
            (origin && (await commitProblem(this.github, await this.refs(), artifact.branch ?? '', origin.sha)));
        if (problem !== null)
            throw new errors.RewindError('snapshot-untrusted', `Artifact ${artifact.name}: ${problem}.`);
    }
    readAbout() {
        this.about ??= this.github.request({ what: 'read the repository', permission: 'contents: read' }, repository, (rest, target) => rest.repos.get(target));
        return this.about;
    }
    folderOf({ name }) {
        return (0,artifact_names/* folderOfArtifact */.sM)(this.config, name);
    }
    /** Reads a manifest without the rest of the archive: a plan does not need the dump. */
    async part(artifact, key) {
        const name = key.slice(`${this.folderOf(artifact) ?? ''}/`.length);
        try {
            const opened = this.opened.get(artifact.id) ?? openArtifact(this.ctx, this.github, artifact);
            this.opened.set(artifact.id, opened);
            return (await (await opened)?.read(name)) ?? null;
        }
        catch (error) {
            if (error instanceof errors.RewindError)
                throw error;
            this.ctx.log.debug(`${artifact.name}: ${(0,errors/* messageOf */.bD)(error)}; downloading all of it`);
            return null;
        }
    }
    downloaded(artifact) {
        const known = this.downloads.get(artifact.id);
        if (known)
            return known;
        const download = this.download(artifact);
        this.downloads.set(artifact.id, download);
        return download;
    }
    async download(artifact) {
        const root = (0,external_node_path_.join)(this.ctx.scratch, `artifact-${artifact.id}`);
        const archive = `${root}.zip`;
        const place = this.folderOf(artifact) ?? '';
        const target = (0,external_node_path_.join)(root, place);
        (0,files/* makeFolder */.fc)(target, 0o700);
        await downloadArtifact(this.ctx, this.github, artifact, archive);
        await unpack(archive, target);
        await (0,promises_.rm)(archive, { force: true });
        return (0,directory.createDirectoryStore)(root, this.ctx);
    }
}
/**
 * Removes what another run of the workflow has staged: a self-hosted runner may keep the workspace. It would be listed as
 * if this run had taken it. The attempts of one run share it.
 */
function removeForeign({ root, env }) {
    const run = env.text('GITHUB_ACTIONS') === 'true' ? env.text('GITHUB_RUN_ID') : undefined;
    if (run === undefined)
        return;
    const marker = (0,external_node_path_.join)(root, `${artifact_names/* STAGING */.Cj}.run`);
    if ((0,external_node_fs_.existsSync)(marker) && (0,external_node_fs_.readFileSync)(marker, 'utf8') === run)
        return;
    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(root, artifact_names/* STAGING */.Cj), { recursive: true, force: true });
    (0,files/* makeFolder */.fc)((0,external_node_path_.dirname)(marker));
    (0,external_node_fs_.writeFileSync)(marker, run);
}
/** The file that is written last into a folder of a store. */
const lastFileOf = (folder) => folder.startsWith('incidents/') ? 'head.json' : folder.startsWith('drills/') ? 'drill.json' : 'SHA256SUMS';
/** What one artifact holds: snapshots/production/ID */
const folderOfKey = (key) => key.split('/').slice(0, 3).join('/');
/** `path` is the folder or lies below it. */
function isInside(path, folder) {
    return folder !== null && (folder === '' || path === folder || path.startsWith(`${folder}/`));
}


/***/ })

};
