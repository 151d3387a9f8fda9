export const id = 3606;
export const ids = [3606];
export const modules = {

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

/***/ 3606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDirectoryStore: () => (/* binding */ createDirectoryStore)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/shell-word.js
var shell_word = __webpack_require__(26751);
;// CONCATENATED MODULE: ./lib/store/directory-errors.js

/** The remedy if something else is where a folder of the store should be. */
const NO_FOLDER = 'If it is a link, mount or create what it leads to. Else remove it, or set store.path to a directory.';
/** Runs a file operation and turns its errors into store errors with a remedy. */
async function attempt(aim, path, operation) {
    try {
        return await operation();
    }
    catch (error) {
        throw explained(aim, path, error);
    }
}
function explained(aim, path, error) {
    const code = codeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
        const why = {
            ENOSPC: 'the disk is full',
            EDQUOT: 'the quota of this user is used up',
            EFBIG: 'the file would be larger than this system allows (ulimit -f)',
        }[code];
        return new errors.RewindError('disk-full', `Could not write ${path}: ${why}.`, { cause: error });
    }
    const wanted = aim === 'read' ? 'store-unreadable' : 'store-write-failed';
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
        const why = code === 'EROFS' ? 'the file system is read-only' : 'permission denied';
        return new errors.RewindError(wanted, `Could not ${aim} ${path}: ${why}.`, {
            cause: error,
            remedy: code === 'EROFS'
                ? `Mount the file system of ${path} for writing. Or copy the whole store to a directory that can be written, and set store.path to it.`
                : `Grant the user that runs Rewind ${aim} access to ${path}. Or copy the whole store to a directory that it owns, and set store.path to it.`,
        });
    }
    if (code === 'ENOTDIR') {
        return new errors.RewindError(wanted, `Could not ${aim} ${path}: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            remedy: NO_FOLDER,
        });
    }
    return new errors.RewindError(wanted, `Could not ${aim} ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
}
/** A key that the store does not have. */
function missing(key, path) {
    return new errors.RewindError('snapshot-corrupt', `${key} is missing in the store (looked for ${path}).`);
}
/** For `catch`: a file that is not there gives undefined; another error is thrown again. */
function unlessMissing(error) {
    if (isMissing(error))
        return undefined;
    throw error;
}
/** ENOTDIR: a part of the path is a file, so nothing can be below it. */
function isMissing(error) {
    const code = codeOf(error instanceof errors.RewindError ? error.cause : error);
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** The code of an error of the system, such as ENOSPC. */
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
        ? error.code
        : undefined;
}

;// CONCATENATED MODULE: ./lib/store/directory-health.js


/** Free bytes below which `check` warns. */
const LOW_SPACE = 1024 ** 3;
/** Warnings about a store that works: who else can read it, and how much space its disk has. */
async function healthOf(root) {
    const findings = [];
    const { mode } = await (0,promises_.stat)(root);
    if ((mode & 0o077) !== 0) {
        findings.push({
            level: 'warning',
            code: 'store-permissions',
            message: `Other users of this machine can read ${root}. Manifests are not encrypted.`,
            remedy: `chmod 700 ${root}`,
        });
    }
    const { bavail, bsize } = await (0,promises_.statfs)(root);
    if (bavail * bsize < LOW_SPACE) {
        findings.push({
            level: 'warning',
            code: 'store-low-space',
            message: `Only ${Math.floor((bavail * bsize) / 1024 ** 2)} MiB are free on the disk of ${root}.`,
            remedy: 'Free disk space or move the store before the next snapshot.',
        });
    }
    return findings;
}
/** The finding for a store that cannot be written or read. */
function unusable(root, error) {
    return {
        level: 'error',
        code: 'store-unusable',
        message: `The store ${root} cannot be used: ${(0,errors/* messageOf */.bD)(error)}`,
        ...(error instanceof errors.RewindError ? { remedy: error.remedy } : {}),
    };
}

// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
;// CONCATENATED MODULE: ./lib/store/directory-write.js





/** Bytes after which what was written goes to the disk, beside further writes: the flush at the end then has little to do. */
const FLUSH = 32 * 1024 * 1024;
/** Creates a folder and a new file in it. Retries if another run removes the empty folder in between. */
async function createIn(folder, path) {
    for (let tries = 5;; tries -= 1) {
        try {
            (0,files/* makeFolder */.fc)(folder, 0o700);
            return await (0,promises_.open)(path, 'wx', 0o600);
        }
        catch (error) {
            if (tries === 0 || codeOf(error) !== 'ENOENT')
                throw error;
        }
    }
}
/** Gives a file a name that must be free. File systems without links get a copy, which a reader may see half-written. */
async function linkNew(partial, target) {
    try {
        await (0,promises_.link)(partial, target);
    }
    catch (error) {
        if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error) ?? ''))
            throw error;
        await (0,promises_.copyFile)(partial, target, promises_.constants.COPYFILE_EXCL);
    }
    await (0,promises_.rm)(partial, { force: true });
}
/** Passes errors of the content on unchanged; turns disk errors into store errors. */
async function writeAll(file, content, path) {
    const flush = flusher(file, path);
    let bytes = 0;
    for await (const piece of content instanceof external_node_stream_.Readable ? content : [content]) {
        const data = piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
        // A nearly full disk accepts part of a buffer and refuses the next write.
        for (let done = 0; done < data.length;) {
            done += await attempt('write', path, async () => (await file.write(data, done)).bytesWritten);
        }
        bytes += data.length;
        flush.wrote(data.length);
    }
    await flush.ended();
    return bytes;
}
/** Flushes a file beside the writes, one flush at a time. */
function flusher(file, path) {
    let since = 0;
    let running = null;
    // The system tells a failed write to one flush only: the flush at the end may succeed after it.
    let failure = null;
    return {
        wrote(bytes) {
            since += bytes;
            if (since < FLUSH || running !== null)
                return;
            since = 0;
            running = attempt('write', path, () => file.datasync())
                .catch((error) => {
                failure ??= { error };
            })
                .finally(() => (running = null));
        },
        /** @throws RewindError of the first flush that failed */
        async ended() {
            await running;
            if (failure !== null)
                throw failure.error;
        },
    };
}
/** A rename survives a power cut only if its folder, and each new folder above it, is flushed too. */
async function flushFolders(root, folder) {
    for (let path = folder;; path = (0,external_node_path_.dirname)(path)) {
        const handle = await (0,promises_.open)(path, 'r');
        try {
            await handle.sync();
        }
        finally {
            await handle.close();
        }
        if (path.length <= root.length)
            return;
    }
}

// EXTERNAL MODULE: ./lib/store/keys.js
var keys = __webpack_require__(84945);
;// CONCATENATED MODULE: ./lib/store/directory.js











/** Unfinished files have a `~` in their name. No key has one, so the store never lists or opens such a file. */
const PARTIAL = /^~[0-9a-f]+\.part$/;
/** Milliseconds without a write after which an unfinished file counts as the leftover of a crash. */
const ABANDONED = progress/* DAY_MS */.sO;
/**
 * Bytes read at once. Each step of a stream holds a piece, and what it holds while the reader waits becomes old memory, which
 * is freed late: larger pieces save little CPU time and cost tens of megabytes (docs/adr/0016-parallel-restore.md).
 */
const READ = 64 * 1024;
/** Bytes asked for where the file should end. */
const END = 1024;
/**
 * A store in a directory. Objects are complete or absent: the store writes a temporary file in the same directory, flushes
 * it to disk, then renames it. Files are 0600, directories 0700.
 *
 * @param path of the directory; created by the first write
 */
function createDirectoryStore(path, ctx) {
    const root = (0,external_node_path_.resolve)(path);
    const pathOf = (key) => (0,external_node_path_.join)(root, ...key.split('/'));
    let swept;
    /** @param publish gives the complete temporary file its name */
    const write = async (key, content, publish) => {
        // The content may fail before the folder exists; the loop that reads it reports the error.
        if (content instanceof external_node_stream_.Readable)
            content.on('error', () => undefined);
        (0,keys/* assertKey */.sM)(key);
        const target = pathOf(key);
        const folder = (0,external_node_path_.dirname)(target);
        const partial = (0,external_node_path_.join)(folder, `~${ctx.randomHex(8)}.part`);
        try {
            swept ??= removeAbandoned(root, ctx.clock.now().getTime() - ABANDONED);
            await swept;
            const file = await attempt('write', folder, () => createIn(folder, partial));
            let bytes;
            try {
                bytes = await writeAll(file, content, partial);
                await attempt('write', partial, () => file.sync());
            }
            finally {
                await file.close();
            }
            await attempt('write', target, async () => {
                await publish(partial, target);
                await flushFolders(root, folder);
            });
            return { key, bytes };
        }
        catch (error) {
            if (content instanceof external_node_stream_.Readable)
                content.destroy();
            await (0,promises_.rm)(partial, { force: true }).catch(() => undefined);
            await removeEmpty(root, folder);
            throw error;
        }
    };
    const put = (key, content) => write(key, content, promises_.rename);
    const create = async (key, content) => {
        try {
            await write(key, content, linkNew);
            return true;
        }
        catch (error) {
            if (error instanceof errors.RewindError && codeOf(error.cause) === 'EEXIST')
                return false;
            throw error;
        }
    };
    const openKey = async (key) => {
        (0,keys/* assertKey */.sM)(key);
        const path = pathOf(key);
        // Without waiting for the other end, if a pipe stands there.
        const file = await attempt('read', path, () => (0,promises_.open)(path, promises_.constants.O_RDONLY | promises_.constants.O_NONBLOCK)).catch((error) => {
            throw isMissing(error) ? missing(key, path) : error;
        });
        const found = await file.stat();
        if (!found.isFile()) {
            await file.close();
            throw missing(key, path);
        }
        return streamOf(file, path, found.size);
    };
    const remove = async (key) => {
        (0,keys/* assertKey */.sM)(key);
        const path = pathOf(key);
        await attempt('write', path, () => (0,promises_.rm)(path, { force: true }));
        await removeEmpty(root, (0,external_node_path_.dirname)(path));
    };
    return {
        kind: 'directory',
        put,
        create,
        open: openKey,
        delete: remove,
        describe: async (key) => {
            const path = pathOf(key);
            const written = await (0,promises_.stat)(path).then(({ mtime }) => mtime, () => null);
            return { written, remove: `rm ${(0,shell_word/* shellWord */.r)(path)}` };
        },
        list: async (prefix) => {
            const folder = (0,keys/* assertPrefix */.XQ)(prefix);
            await assertDirectory(root);
            const objects = [];
            await walk(folder === '' ? root : pathOf(folder), folder, objects);
            return objects.sort(keys/* byKey */.dX);
        },
        folders: async (prefix) => {
            const entries = await entriesOf(pathOf((0,keys/* assertPrefix */.XQ)(prefix)));
            return entries.filter((entry) => entry.isDirectory() && (0,keys/* isSegment */.wk)(entry.name)).map(({ name }) => name);
        },
        check: async () => {
            const probe = `rewind-probe-${ctx.randomHex(8)}`;
            try {
                const written = Buffer.from(probe);
                await put(probe, written);
                const read = await (0,consumers_.buffer)(await openKey(probe));
                await remove(probe);
                if (!read.equals(written))
                    throw new errors.RewindError('store-unreadable', `${root} does not return what was written.`);
            }
            catch (error) {
                return [unusable(root, error)];
            }
            return healthOf(root);
        },
    };
}
/**
 * Reads to the end of the file. The buffers are no larger than what is left of it: a store has many small files, and a large
 * buffer for each of them keeps the garbage collector busy.
 *
 * @param size of the file, in bytes; one that grows meanwhile is read whole, too
 */
function streamOf(file, path, size) {
    let done = 0;
    return new external_node_stream_.Readable({
        highWaterMark: READ,
        read() {
            const length = Math.min(READ, Math.max(size - done, END));
            attempt('read', path, () => file.read(Buffer.allocUnsafe(length), 0, length)).then(({ bytesRead, buffer: data }) => {
                done += bytesRead;
                this.push(bytesRead === 0 ? null : data.subarray(0, bytesRead));
            }, (error) => this.destroy(error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error))));
        },
        destroy(error, done) {
            file.close().then(() => done(error), () => done(error));
        },
    });
}
async function walk(path, prefix, objects) {
    for (const entry of await entriesOf(path)) {
        if (!(0,keys/* isSegment */.wk)(entry.name))
            continue;
        const key = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
        const inside = (0,external_node_path_.join)(path, entry.name);
        if (entry.isDirectory())
            await walk(inside, key, objects);
        else if (entry.isFile()) {
            const size = await attempt('read', inside, () => (0,promises_.stat)(inside)).catch(unlessMissing);
            if (size !== undefined)
                objects.push({ key, bytes: size.size });
        }
    }
}
async function entriesOf(path) {
    return (await attempt('read', path, () => (0,promises_.readdir)(path, { withFileTypes: true })).catch(unlessMissing)) ?? [];
}
/** Removes leftovers of crashed runs. A failure here does not fail the put. */
async function removeAbandoned(folder, before) {
    for (const entry of await entriesOf(folder).catch(() => [])) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            await removeAbandoned(path, before);
        else if (PARTIAL.test(entry.name)) {
            const age = await (0,promises_.stat)(path).catch(() => undefined);
            if (age !== undefined && age.mtimeMs < before)
                await (0,promises_.rm)(path, { force: true }).catch(() => undefined);
        }
    }
}
/** Removes empty folders upwards, but keeps the root. */
async function removeEmpty(root, folder) {
    for (let path = folder; path.length > root.length && path.startsWith(root); path = (0,external_node_path_.dirname)(path)) {
        try {
            await (0,promises_.rmdir)(path);
        }
        catch {
            return;
        }
    }
}
/** A missing store is empty. A store that is not a directory, or a link to a place that is not mounted, is an error. */
async function assertDirectory(root) {
    const found = await attempt('read', root, () => (0,promises_.stat)(root)).catch(unlessMissing);
    if (found?.isDirectory() === true)
        return;
    // Another run may make the folder between the two.
    if (found === undefined && (await (0,promises_.lstat)(root).catch(() => undefined))?.isSymbolicLink() !== true)
        return;
    throw new errors.RewindError('store-unreadable', found === undefined ? `${root} is a link that leads nowhere.` : `${root} is not a directory.`, { remedy: NO_FOLDER });
}


/***/ }),

/***/ 84945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XQ: () => (/* binding */ assertPrefix),
/* harmony export */   dX: () => (/* binding */ byKey),
/* harmony export */   sM: () => (/* binding */ assertKey),
/* harmony export */   wk: () => (/* binding */ isSegment)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/** One part of a key. `.` and `..` match too; isSegment refuses them. */
const SEGMENT = /^[A-Za-z0-9._-]{1,200}$/;
function isSegment(text) {
    return SEGMENT.test(text) && text !== '.' && text !== '..';
}
/**
 * Refuses every key that is not a plain path below the root of the store: a forged manifest must not point outside.
 *
 * @throws RewindError input-invalid
 */
function assertKey(key) {
    if (key.length <= 900 && key.split('/').every(isSegment))
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `${JSON.stringify(key.slice(0, 100))} is not a valid name in a store.`, {
        remedy: 'Use letters, digits, dots, dashes and underscores, separated by forward slashes.',
    });
}
/** The same for a prefix: a folder path or ''. Returns it without the slash at its end. */
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


/***/ })

};
