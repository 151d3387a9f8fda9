export const id = 1329;
export const ids = [1329];
export const modules = {

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

/***/ 51329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ neon_branch)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/runtime/undecided.js
var runtime_undecided = __webpack_require__(15837);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/services/neon/client.js
var client = __webpack_require__(19238);
// EXTERNAL MODULE: ./lib/services/neon/operations.js
var operations = __webpack_require__(28255);
;// CONCATENATED MODULE: ./lib/providers/neon-branch/client.js





const branch = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    parent_id: schemas/* string */.YjP().optional(),
    parent_lsn: schemas/* string */.YjP().optional(),
    current_state: schemas/* string */.YjP(),
    pending_state: schemas/* string */.YjP().optional(),
    state_changed_at: schemas/* string */.YjP(),
    created_at: schemas/* string */.YjP(),
    last_reset_at: schemas/* string */.YjP().optional(),
    expires_at: schemas/* string */.YjP().nullish(),
    logical_size: schemas/* number */.aig().optional(),
    written_data_bytes: schemas/* number */.aig(),
    active_time_seconds: schemas/* number */.aig(),
    protected: schemas/* boolean */.zMY(),
    restricted_actions: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), reason: schemas/* string */.YjP() })).optional(),
});
const compute = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    current_state: schemas/* string */.YjP(),
    pending_state: schemas/* string */.YjP().optional(),
    suspended_at: schemas/* string */.YjP().optional(),
});
const project = schemas/* object */.Ikc({
    history_retention_seconds: schemas/* number */.aig(),
    owner: schemas/* object */.Ikc({ branches_limit: schemas/* number */.aig().optional() }).optional(),
});
/** The part of Neon's API that branches need. */
function client_client(config, ctx) {
    const api = (0,client/* neonApi */.j)(ctx);
    const root = `/projects/${encodeURIComponent(config.project)}`;
    const branchPath = (id) => `${root}/branches/${encodeURIComponent(id)}`;
    const one = schemas/* object */.Ikc({ branch });
    const changed = schemas/* object */.Ikc({ branch, operations: schemas/* array */.YOg(operations/* operation */.MQ) });
    const write = 'write access to the project';
    const readBranch = async (id) => (await api.request({ method: 'GET', what: `read branch ${id}`, path: branchPath(id) }, one)).branch;
    const findBranches = (search) => api.all({ method: 'GET', what: `list the branches of ${config.project}`, path: `${root}/branches`, query: { search } }, 'branches', branch);
    const { poll, waitFor } = (0,operations/* neonOperations */.$u)(ctx, api, root);
    return {
        project: async () => (await api.request({ method: 'GET', what: `read project ${config.project}`, path: root }, schemas/* object */.Ikc({ project })))
            .project,
        branchCount: async () => (await api.request({ method: 'GET', what: 'count the branches', path: `${root}/branches/count` }, schemas/* object */.Ikc({ count: schemas/* number */.aig() }))).count,
        /** Production's branch, by id or name. @throws RewindError api-not-found */
        production: async () => {
            const { branch: wanted } = config;
            if (/^br-[a-z0-9-]+$/.test(wanted)) {
                try {
                    return await readBranch(wanted);
                }
                catch (error) {
                    if (!(error instanceof http_failure/* HttpFailure */.HR && error.status === 404))
                        throw error;
                }
            }
            const found = (await findBranches(wanted)).find(({ name }) => name === wanted);
            if (found)
                return found;
            throw new errors.RewindError('api-not-found', `Neon project ${config.project} has no branch "${wanted}".`, {
                resource: ctx.resource,
            });
        },
        /** @returns null for a branch that does not exist */
        branch: async (id) => {
            try {
                return await readBranch(id);
            }
            catch (error) {
                if (error instanceof http_failure/* HttpFailure */.HR && error.status === 404)
                    return null;
                throw error;
            }
        },
        /** Branches whose name or id contains a text. */
        search: findBranches,
        computes: async (id) => (await api.request({ method: 'GET', what: `read the computes of branch ${id}`, path: `${branchPath(id)}/endpoints` }, schemas/* object */.Ikc({ endpoints: schemas/* array */.YOg(compute) }))).endpoints,
        /**
         * Creates a branch without a compute at the present end of its parent, and waits until it can be used.
         * @returns its id
         */
        create: async (parent, name, expires) => {
            const what = `create branch ${name}`;
            const made = { parent_id: parent, name, ...(expires === null ? {} : { expires_at: expires }) };
            const { branch: answer, operations } = await api.request({ method: 'POST', what, path: `${root}/branches`, json: { branch: made }, permission: write }, changed);
            await waitFor(what, operations, 'snapshot-incomplete');
            return answer.id;
        },
        update: async (id, values) => {
            const what = `update branch ${id}`;
            const { operations } = await api.request({ method: 'PATCH', what, path: branchPath(id), json: { branch: values }, permission: write }, changed);
            await waitFor(what, operations);
        },
        restore: async (id, source, keep) => {
            const what = `restore branch ${id}`;
            const json = { source_branch_id: source, preserve_under_name: keep };
            try {
                const path = `${branchPath(id)}/restore`;
                const { operations } = await api.request({ method: 'POST', what, path, json, permission: write }, changed);
                await waitFor(what, operations, 'restore-failed');
            }
            catch (error) {
                throw error instanceof http_failure/* HttpFailure */.HR && [400, 422].includes(error.status ?? 0) ? refused(error) : error;
            }
        },
        /** Waits until no operation of the branch is left, those of an interrupted run included. */
        settle: (id) => poll(`the operations of branch ${id}`, async () => {
            const running = await api.request({ method: 'GET', what: 'read the operations', path: `${root}/operations`, query: { limit: 100 } }, schemas/* object */.Ikc({ operations: schemas/* array */.YOg(operations/* operation */.MQ) }));
            const open = running.operations.some(({ branch_id: of, status }) => of === id && (0,operations/* isOpen */.nT)(status));
            if (open)
                return false;
            const { current_state: current, pending_state: pending } = await readBranch(id);
            return ['ready', 'archived'].includes(current) && pending === undefined;
        }),
    };
}
/** Neon refused a restore: the usual reason is a protected branch. */
function refused(error) {
    return new errors.RewindError(error.code, error.message, {
        resource: error.resource,
        cause: error,
        remedy: 'Nothing was restored. Remove what Neon names, e.g. the protection of the branch, and run again.',
    });
}

;// CONCATENATED MODULE: ./lib/providers/neon-branch/names.js
/**
 * Names of branches. They are the only memory of a restore that outlives the run, so they hold what a rerun must know:
 * `rewind-RESOURCE-SNAPSHOT` is a snapshot; `rewind-RESOURCE-before-NUMBER-SNAPSHOT-was-MARK` is what a restore kept, and
 * gets `-now-MARK` when the restore is finished.
 */
const copyName = (resource, snapshot) => `rewind-${resource}-${snapshot}`;
const keptName = (resource, number, snapshot, mark) => `rewind-${resource}-before-${number}-${snapshot}-was-${mark}`;
const finishedName = (kept, mark) => `${kept}-now-${mark}`;
/** All names of a resource contain it; other names may too. */
const namePart = (resource) => `rewind-${resource}-`;
const KEPT = /^(rewind-(.+)-before-(\d+)-(\d{8}T\d{6}Z-\w+)-was-([0-9a-f]+))(?:-now-([0-9a-f]+))?$/;
const COPY = /^rewind-(.+)-(\d{8}T\d{6}Z-\w+)$/;
/** @returns undefined for a branch that is none which a restore of this resource kept */
function parseKept(resource, name) {
    const [, base, owner, number, snapshot, was, now] = KEPT.exec(name) ?? [];
    if (base === undefined || snapshot === undefined || was === undefined || owner !== resource)
        return undefined;
    return { name: base, number: Number(number), snapshot, was, now: now ?? null };
}
const isCopy = (resource, name) => COPY.exec(name)?.[1] === resource;

// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/providers/neon-branch/production.js

const MARK_LENGTH = 10;
/**
 * Changes whenever the branch is reset or restored. Neon then sets the time of the last reset; should it be missing, the
 * branch has another parent or LSN. Those alone may change later, when Neon takes a branch off its parent.
 */
function markOf({ last_reset_at: reset, parent_id: parent, parent_lsn: lsn }) {
    return (0,digest/* digestOf */.ol)(reset ?? [parent ?? null, lsn ?? null]).slice(0, MARK_LENGTH);
}
const writers = (computes) => computes.filter(({ type }) => type === 'read_write');
function productionOf(branch, computes) {
    return {
        id: branch.id,
        name: branch.name,
        root: branch.parent_id === undefined,
        mark: markOf(branch),
        resetAt: branch.last_reset_at ?? null,
        written: branch.written_data_bytes,
        activeSeconds: branch.active_time_seconds,
        size: branch.logical_size ?? null,
        computes: writers(computes)
            .map(({ id }) => id)
            .sort(),
    };
}
/** When the last read-write compute stopped; null if one is running or Neon does not say. */
function idleSince(computes) {
    const ends = writers(computes).map(({ current_state: current, pending_state: pending, suspended_at: end }) => current === 'idle' && pending === undefined ? (end ?? null) : null);
    return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}
/** What the branch of a snapshot is now. @returns null if it does not exist or has no position in production's log */
async function readCopy(neon, branch) {
    if (!branch || branch.parent_lsn === undefined)
        return null;
    const computes = await neon.computes(branch.id);
    return {
        id: branch.id,
        name: branch.name,
        lsn: branch.parent_lsn,
        at: branch.created_at,
        expires: branch.expires_at ?? null,
        writable: writers(computes).length > 0 || branch.last_reset_at !== undefined,
        written: branch.written_data_bytes,
    };
}
/** True if the copy may not hold any more what it held in the snapshot. */
const isTouched = (saved, now) => now.writable || now.written !== saved.written;

;// CONCATENATED MODULE: ./lib/providers/neon-branch/state.js

const production = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    /** True if the branch has no parent. */
    root: schemas/* boolean */.zMY(),
    /** Changes whenever the branch is reset or restored, by anyone: see production.ts. */
    mark: schemas/* string */.YjP(),
    /** Time of the last reset or restore; null: never. */
    resetAt: schemas/* string */.YjP().nullable(),
    /** Neon's meters of the branch. They lag by about 15 minutes and start again with each billing period. */
    written: schemas/* number */.aig().nonnegative(),
    activeSeconds: schemas/* number */.aig().nonnegative(),
    /** Bytes; null: Neon does not say. */
    size: schemas/* number */.aig().nullable(),
    /** Ids of its read-write computes, sorted. */
    computes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** The branch that holds the snapshot. */
const copy = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    /** Position in production's write-ahead log, and time of the copy. */
    lsn: schemas/* string */.YjP(),
    at: schemas/* string */.YjP(),
    /** When Neon deletes it; null: never. */
    expires: schemas/* string */.YjP().nullable(),
    /** True if the copy has a read-write compute, or was reset. */
    writable: schemas/* boolean */.zMY(),
    /** Neon's meter of the copy. */
    written: schemas/* number */.aig().nonnegative(),
});
/** A branch that a restore kept: what production held before. */
const kept = schemas/* strictObject */.rej({
    /** Name without the mark that the end of the restore adds. */
    name: schemas/* string */.YjP(),
    /** Of the newest restore. */
    number: schemas/* number */.aig().int(),
    snapshot: schemas/* string */.YjP(),
    /** Mark of production after the restore; null: the restore is not finished. */
    now: schemas/* string */.YjP().nullable(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    /** Id of the snapshot that contains this state, or that it is compared with. */
    snapshot: schemas/* string */.YjP(),
    production,
    /** Null in a comparison if the branch of the snapshot does not exist any more. */
    copy: copy.nullable(),
    /** Null in a snapshot. */
    compared: schemas/* strictObject */.rej({
        /** When the last read-write compute was suspended; null: one is running, or Neon does not say. */
        idleSince: schemas/* string */.YjP().nullable(),
        /** The last restore by Rewind from the snapshot that is compared, else the newest from any snapshot. */
        restore: kept.nullable(),
    })
        .nullable(),
});
/** The part of a change that `apply` reads. */
const params = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('restore'),
    /** Id of production's branch. */
    target: schemas/* string */.YjP(),
    /** Id and LSN of the snapshot's branch. */
    source: schemas/* string */.YjP(),
    lsn: schemas/* string */.YjP(),
    /** Name for the branch that keeps what production holds now. It contains production's mark. */
    keep: schemas/* string */.YjP(),
});

;// CONCATENATED MODULE: ./lib/providers/neon-branch/apply.js







/**
 * Restores production from the branch of the snapshot. The name of the kept branch says how far an earlier run came:
 * absent = not begun; present = Neon has begun; with the mark at its end = finished.
 */
async function apply(config, change, ctx) {
    const wanted = params.parse(change.params);
    const neon = client_client(config, ctx);
    const kept = (await findKept(neon, wanted, ctx)) ?? (await begin(neon, wanted, ctx));
    if (parseKept(ctx.resource, kept.name)?.now !== null) {
        ctx.log.info(`an earlier run has finished this restore; "${kept.name}" holds what was there before`);
        return;
    }
    await neon.settle(wanted.target);
    await finish(neon, wanted, kept, ctx);
}
/** The branch that keeps what production held before this change. */
async function findKept(neon, { keep }, { resource }) {
    return (await neon.search(keep)).find(({ name }) => parseKept(resource, name)?.name === keep);
}
async function begin(neon, wanted, ctx) {
    const { target, source, lsn, keep } = wanted;
    const copy = await neon.branch(source);
    if (copy?.parent_lsn !== lsn) {
        throw new errors.RewindError('snapshot-corrupt', `Branch ${source} is not the one of the snapshot, or it is gone.`, {
            resource: ctx.resource,
        });
    }
    // Neon makes no child of a branch that expires, and would otherwise delete what production is made from.
    if (typeof copy.expires_at === 'string')
        await neon.update(source, { expires_at: null });
    await neon.settle(target);
    try {
        await neon.restore(target, source, keep);
    }
    catch (error) {
        // After a lost response, the list of branches decides. A name that exists is a restore by another run.
        const undecided = (0,runtime_undecided/* isUndecided */.A)(error) || (error instanceof http_failure/* HttpFailure */.HR && error.status === 409);
        const kept = undecided ? await findKept(neon, wanted, ctx) : undefined;
        if (kept)
            return kept;
        throw error;
    }
    const kept = await findKept(neon, wanted, ctx);
    if (kept)
        return kept;
    throw new errors.RewindError('restore-failed', `Neon restored ${target}, but has no branch "${keep}".`, {
        resource: ctx.resource,
        remedy: "Look for the previous state among the branches in Neon's console.",
    });
}
/** Proves that Neon restored production, and writes so into the name of the kept branch. */
async function finish(neon, { target, keep }, kept, ctx) {
    const now = await neon.branch(target);
    const before = parseKept(ctx.resource, keep)?.was;
    if (!now || markOf(now) === before) {
        throw new errors.RewindError('restore-failed', `Neon kept the present state as "${keep}", but did not restore ${target}.`, {
            resource: ctx.resource,
            remedy: `Read the operations of the branch in Neon's console. Rename or delete "${keep}" to try again.`,
        });
    }
    await neon.update(kept.id, { name: finishedName(keep, markOf(now)) });
    ctx.log.info(`"${now.name}" was restored; "${finishedName(keep, markOf(now))}" holds what was there before`);
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/services/neon/access.js
var access = __webpack_require__(47239);
// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(18221);
;// CONCATENATED MODULE: ./lib/providers/neon-branch/prove.js


/** Compares the branch of the snapshot with the manifest. Its rows are not read: that needs a compute. */
const prove = async (config, saved, ctx, _source, depth) => {
    // Elsewhere nothing is found, which proves nothing.
    if (saved.project !== config.project)
        return [elsewhere(saved.project, config.project)];
    return proveCopy(config, saved, ctx, depth);
};
/** Errors if the branch of the snapshot is gone. */
const stillThere = async (config, saved, ctx) => saved.project === config.project ? proveCopy(config, saved, ctx, 'contents') : [];
async function proveCopy(config, { copy }, ctx, depth) {
    if (copy === null)
        return [gone('branch')];
    const neon = client_client(config, ctx);
    const now = await readCopy(neon, await neon.branch(copy.id));
    if (now?.lsn !== copy.lsn)
        return [gone(`branch "${copy.name}" (${copy.id})`)];
    const findings = [];
    if (isTouched(copy, now)) {
        findings.push({
            level: 'warning',
            code: 'neon-copy-touched',
            message: `"${now.name}" has a read-write compute, was reset, or was written to. It may not hold what the snapshot held.`,
            remedy: 'Compare its rows before a restore. Give branches of snapshots read-only computes.',
        });
    }
    if (depth === 'restorable') {
        findings.push({
            level: 'warning',
            code: 'not-rehearsed',
            message: `"${now.name}" exists at LSN ${now.lsn}. Rewind did not read its rows and did not rehearse the restore.`,
            remedy: 'Rehearse a restore by hand once, in a project of its own.',
        });
    }
    return findings;
}
const gone = (what) => ({
    level: 'error',
    code: 'neon-copy-gone',
    message: `The Neon ${what} of the snapshot does not exist any more, or a different one has its name.`,
    remedy: "Recover a deleted branch in Neon's console within 7 days, or choose another snapshot.",
});
const elsewhere = (saved, live) => ({
    level: 'error',
    code: 'other-object',
    message: `The branch of the snapshot is in project ${saved}, and the configuration names ${live}.`,
    remedy: `Set project ${saved} in the configuration, or choose another snapshot.`,
});

;// CONCATENATED MODULE: ./lib/providers/neon-branch/capabilities.js




const capabilities = {
    access: access/* neonAccess */.x,
    mayRefuse: ['neon-branch-protected', 'neon-branch-limit'],
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['project'], saved, config),
    stillThere: stillThere,
    describeState: ({ copy }) => ({ leftOut: copy === null ? [] : [outsideOf(copy)] }),
    database: {
        modes: ['restore'],
        // Neon tells nothing of what is inside a branch.
        hazards: () => null,
        identify: ({ project, branch, url }, ctx) => {
            if (url === undefined)
                return { database: `branch ${branch} of Neon project ${project}`, part: '' };
            const text = ctx.env.resolve(url, ctx.resource);
            return { database: (0,database_url/* identityOf */.cu)((0,database_url/* parseDatabaseUrl */.mx)(text, ctx.childEnv, ctx.resource)), part: '' };
        },
    },
};
/** The store holds no rows, so the list of snapshots must say how long this one can be restored. */
function outsideOf({ name, expires }) {
    const until = expires === null ? 'as long as that branch exists' : `until Neon deletes that branch at ${expires}`;
    return `the rows: they are in Neon, in branch "${name}", ${until}`;
}

;// CONCATENATED MODULE: ./lib/providers/neon-branch/capture.js






const DAY_MS = 86_400_000;
/**
 * A snapshot creates a child branch; a comparison only reads. Production is read before its copy is made, so a write in
 * between shows as a difference later.
 */
async function capture(config, ctx, sink) {
    const neon = client_client(config, ctx);
    const branch = await neon.production();
    const computes = await neon.computes(branch.id);
    const name = copyName(ctx.resource, ctx.snapshotId);
    const state = {
        schemaVersion: 1,
        project: config.project,
        snapshot: ctx.snapshotId,
        production: productionOf(branch, computes),
    };
    if (sink.purpose === 'snapshot') {
        return { ...state, copy: await makeCopy(config, ctx, neon, branch, name), compared: null };
    }
    const own = await neon.search(namePart(ctx.resource));
    const copy = await readCopy(neon, own.find((candidate) => candidate.name === name));
    return {
        ...state,
        copy,
        compared: {
            idleSince: idleSince(computes),
            restore: lastRestore(ctx, own, state.production.mark),
        },
    };
}
/**
 * The last restore from the snapshot that is compared, else the newest one. Another environment may have its branch in this
 * project, and a resource of this id: its restores are among these branches, and only the marks tell whose they are.
 */
function lastRestore({ resource, snapshotId }, branches, mark) {
    const kept = branches.flatMap(({ name }) => parseKept(resource, name) ?? []).sort((a, b) => b.number - a.number);
    const [newest] = kept;
    if (!newest)
        return null;
    const at = kept.findIndex(({ snapshot }) => snapshot === snapshotId);
    // An unfinished one is not the last one of production if a later one may be.
    const isLast = kept[at]?.now !== null || kept.slice(0, at).every(({ now }) => now !== null && now !== mark);
    const { name, snapshot, now } = (isLast ? kept[at] : undefined) ?? newest;
    return { name, number: newest.number, snapshot, now };
}
async function makeCopy(config, ctx, neon, parent, name) {
    const days = config['keep-days'];
    // Neon stores whole seconds.
    const expires = days === 0 ? null : wholeSeconds(new Date(ctx.clock.now().getTime() + days * DAY_MS));
    ctx.log.info(`creating branch "${name}" of "${parent.name}"`);
    let id;
    try {
        id = await neon.create(parent.id, name, expires);
    }
    catch (error) {
        // After a lost response, the list of branches decides.
        if ((0,runtime_undecided/* isUndecided */.A)(error))
            id = (await neon.search(name)).find((branch) => branch.name === name)?.id;
        if (id === undefined)
            throw explained(error, expires, ctx);
        await neon.settle(id);
    }
    const made = await neon.branch(id);
    const copy = made?.parent_id === parent.id ? await readCopy(neon, made) : null;
    if (copy)
        return copy;
    throw new errors.RewindError('snapshot-incomplete', `Neon created branch "${name}", but does not say from where.`, {
        resource: ctx.resource,
        remedy: `Delete the branch in Neon's console and take the snapshot again.`,
    });
}
const wholeSeconds = (at) => `${at.toISOString().slice(0, 19)}Z`;
/** The usual refusals of a new branch, with their remedy. */
function explained(error, expires, { resource }) {
    if (!(error instanceof http_failure/* HttpFailure */.HR) || error.status === undefined)
        return error;
    if (error.status === 422 || (error.status === 400 && expires !== null)) {
        return new errors.RewindError(error.code, error.message, {
            resource,
            cause: error,
            remedy: 'Check the limit of branches of your Neon plan ("rewind check"). If Neon refuses expiring branches here, set "keep-days: 0".',
        });
    }
    return error;
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/neon-branch/check.js



/** Branches that one rollback needs: the next snapshot, and what a restore keeps. */
const NEEDED = 2;
async function check(config, ctx) {
    const neon = client_client(config, ctx);
    const [project, production] = await Promise.all([neon.project(), neon.production()]);
    const count = await neon.branchCount();
    const own = await neon.search(namePart(ctx.resource));
    return [
        ...restorable(production),
        ...expiring(production),
        ...room(count, project.owner?.branches_limit),
        ...check_history(config, project.history_retention_seconds),
        ...restores(ctx.resource, own),
    ];
}
/** What keeps Neon from restoring production's branch. */
function restorable({ name, protected: isProtected, restricted_actions: restricted = [] }) {
    const findings = restricted
        .filter((action) => action.name === 'restore')
        .map(({ reason }) => ({
        level: 'error',
        code: 'neon-restore-restricted',
        message: `Neon does not restore branch "${name}" at present: ${reason}`,
        remedy: 'Remove the reason in Neon. Snapshots can be taken meanwhile.',
    }));
    if (isProtected) {
        findings.push({
            level: 'warning',
            code: 'neon-branch-protected',
            message: `Branch "${name}" is protected. Neon says that a protected branch cannot be reset; a restore may be refused.`,
            remedy: 'Rehearse a restore in a project of its own. Remove the protection before a rollback if Neon refuses.',
        });
    }
    return findings;
}
function expiring({ name, expires_at: expires }) {
    if (typeof expires !== 'string')
        return [];
    return [
        {
            level: 'error',
            code: 'neon-branch-expires',
            message: `Neon deletes branch "${name}" at ${expires}, and makes no child of a branch that expires.`,
            remedy: 'Remove the expiration of the branch in Neon.',
        },
    ];
}
function room(count, limit) {
    if (limit === undefined || limit <= 0 || count + NEEDED <= limit)
        return [];
    return [
        {
            level: count >= limit ? 'error' : 'warning',
            code: 'neon-branch-limit',
            message: `The project has ${count} of ${limit} branches: a snapshot and a restore need ${NEEDED} more.`,
            remedy: 'Delete branches that are not needed, lower keep-days, or raise the limit of the plan.',
        },
    ];
}
function check_history(config, seconds) {
    const hours = seconds / 3600;
    if (config['keep-days'] > 0 && hours >= config['keep-days'] * 24)
        return [];
    return [
        {
            level: 'info',
            code: 'neon-history-short',
            message: `Neon's history reaches ${(0,runtime_text/* plural */.LS)(Number(hours.toFixed(1)), 'hour')} back. A snapshot does not need it; without the branch of an older snapshot nothing is left.`,
            remedy: 'Do not delete the branches of snapshots, or raise the history window of the project.',
        },
    ];
}
function restores(resource, own) {
    const kept = own.filter(({ name }) => parseKept(resource, name) !== undefined);
    const open = kept.filter(({ name }) => parseKept(resource, name)?.now === null);
    const copies = own.filter(({ name }) => isCopy(resource, name));
    return [
        ...open.map(({ name }) => ({
            level: 'warning',
            code: 'neon-restore-unfinished',
            message: `A restore was begun and is not finished: "${name}" holds what was there before.`,
            remedy: 'Run the same rollback again: it finishes the restore.',
        })),
        ...(kept.length === 0
            ? []
            : [
                {
                    level: 'info',
                    code: 'neon-branch-kept',
                    message: `Restores kept ${kept.map(({ name }) => `"${name}"`).join(', ')}; branches of snapshots: ${copies.length}.`,
                    remedy: 'Delete a kept branch in Neon when it is not needed, if Neon allows it.',
                },
            ]),
    ];
}

;// CONCATENATED MODULE: ./lib/providers/neon-branch/plan.js



/** Plans one change or none: a restore covers all databases of the branch. */
function plan(saved, live) {
    const branch = otherBranch(saved.production, live.production);
    const other = (0,other_object/* otherObject */.A_)('rows and definitions', [{ key: 'project', saved: saved.project, live: live.project }, ...branch], ...branch.map(rebuilt));
    if (other)
        return [{ ...other, stage: 'database', database: 'restore' }];
    const difference = differenceOf(saved, live);
    if (difference === null || saved.copy === null)
        return [];
    const { name, id, root, mark } = live.production;
    const restore = live.compared?.restore ?? null;
    const unfinished = restore?.snapshot === saved.snapshot && restore.now === null;
    const keep = unfinished
        ? restore.name
        : keptName(resourceOf(saved.copy, saved.snapshot), (restore?.number ?? 0) + 1, saved.snapshot, mark);
    const copy = sameCopy(saved.copy, live.copy);
    return [
        {
            id: 'restore',
            stage: 'database',
            action: 'run',
            target: `Neon branch "${name}" of project ${live.project}`,
            before: difference.text,
            after: `as in snapshot ${saved.snapshot}: branch "${saved.copy.name}", LSN ${saved.copy.lsn}`,
            effect: 'live',
            undo: `a branch of the present state is made first, and "rewind undo" restores it; Neon keeps another one as "${keep}"`,
            database: 'restore',
            // A branch takes seconds, and needs no room of its own.
            backupFirst: true,
            dataAtRisk: [{ what: `all databases of branch "${name}"`, rows: null, note: noteOf(saved, live) }],
            ...(difference.since === null ? {} : { since: difference.since }),
            confirm: confirmation(live),
            warnings: [
                `Everything written to "${name}" since the snapshot will be missing from it, in all its databases.`,
                `Neon interrupts every connection to "${name}" for some seconds. Roles and passwords go back, too: applications reconnect by themselves unless their password was changed since the snapshot.`,
                ...(root ? [`Neon cannot delete the branch "${keep}" afterwards, because "${name}" has no parent.`] : []),
                ...(live.copy && isTouched(saved.copy, live.copy)
                    ? [`"${saved.copy.name}" has a compute or was written to: it may not hold what the snapshot held.`]
                    : []),
            ],
            params: { kind: 'restore', target: id, source: saved.copy.id, lsn: saved.copy.lsn, keep },
            ...(copy || unfinished
                ? {}
                : {
                    manual: `The branch "${saved.copy.name}" (${saved.copy.id}) of the snapshot is gone: deleted or expired. Recover it in Neon's console within 7 days and plan again, or restore "${name}" from its own history at ${saved.copy.at} (LSN ${saved.copy.lsn}), if Neon still holds it.`,
                }),
        },
    ];
}
/** A branch that was renamed keeps its id, and one that was replaced gets the name. */
const otherBranch = (saved, live) => saved.id === live.id || saved.name === live.name ? [] : [{ key: 'branch', saved: saved.name, live: live.name }];
/** A restore writes into the configured branch, so it takes one that exists. */
const rebuilt = ({ saved, live }) => `If branch "${live}" was made in place of "${saved}", give it that name in Neon first: a branch with the name counts as the same one.`;
/** Two projects may have a branch of one name. A name that a command line would take apart gives way to the id. */
const confirmation = ({ project, production: { id, name } }) => `${project}/${/^[\w./-]+$/.test(name) ? name : id}`;
/** The name ends with the snapshot. */
const resourceOf = ({ name }, snapshot) => name.slice('rewind-'.length, name.length - snapshot.length - 1);
const sameCopy = (saved, live) => saved.id === live?.id && saved.lsn === live.lsn;
/**
 * Why production may differ from the snapshot; null if it does not. Neon tells neither rows nor a position in the log,
 * and its meters lag. So only a compute that has not run since is a proof that nothing was written. Omits numbers that
 * keep growing, because the plan's digest covers this text.
 */
function differenceOf(saved, live) {
    const { compared, production } = live;
    const because = (text, since = null) => ({ text, since });
    if (compared === null)
        return live.copy?.id === saved.copy?.id ? null : because(`as in snapshot ${live.snapshot}`);
    if (production.id !== saved.production.id)
        return because(`"${production.name}" is now a different branch`);
    const { restore } = compared;
    if (restore?.snapshot === saved.snapshot) {
        if (restore.now === null)
            return because('a restore of this snapshot was begun and is not finished');
        if (restore.now === production.mark) {
            if (isIdleSince(production.resetAt, live))
                return null;
            const what = `branch "${production.name}" (perhaps: its compute has run)`;
            return because('restored from this snapshot; its compute has run since, rows may have been written', {
                restore: finishedName(restore.name, restore.now),
                written: [{ what, rows: null }],
            });
        }
    }
    if (production.mark !== saved.production.mark) {
        return because(`reset or restored since the snapshot${production.resetAt === null ? '' : `, at ${production.resetAt}`}`);
    }
    const before = saved.production;
    const metered = production.written !== before.written || production.activeSeconds !== before.activeSeconds;
    // A compute can be moved to another branch.
    const exchanged = production.computes.join() !== before.computes.join();
    if (!metered && !exchanged && isIdleSince(saved.copy?.at ?? null, live))
        return null;
    return because('its compute has run since the snapshot; rows may have been written');
}
/** True if every compute was suspended before and has not run since. */
function isIdleSince(moment, { compared }) {
    const idle = compared?.idleSince ?? null;
    return moment !== null && idle !== null && Date.parse(idle) < Date.parse(moment);
}
function noteOf(saved, { production }) {
    const more = production.written - saved.production.written;
    const unknown = 'rows unknown: Neon counts none';
    if (production.mark !== saved.production.mark || more <= 0)
        return unknown;
    return `${unknown}; its meter, which lags, shows ${more.toLocaleString('en-US')} bytes of log written since the snapshot`;
}

;// CONCATENATED MODULE: ./lib/providers/neon-branch/preflight.js


/** Checks that Neon allows the restore. */
async function preflight(config, _changes, ctx) {
    return restorable(await client_client(config, ctx).production());
}

;// CONCATENATED MODULE: ./lib/providers/neon-branch/index.js









/* harmony default export */ const neon_branch = ((0,provider/* defineProvider */.Nj)({
    id: 'neon-branch',
    state: state,
    slow: true,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    prove: prove,
    preflight: preflight,
    capabilities: capabilities,
}));


/***/ }),

/***/ 15837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isUndecided)
/* harmony export */ });
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);

/** True if the request may have been carried out although it failed: the live state decides. */
const isUndecided = (error) => error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && (error.status === undefined || error.status >= 500 || error.malformed);


/***/ }),

/***/ 47239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ neonAccess)
/* harmony export */ });
const neonAccess = async () => ({
    credential: 'NEON_API_KEY',
    writes: null,
    why: 'Neon says nothing about its keys',
});


/***/ }),

/***/ 19238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ neonApi)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);


const CREDENTIAL = 'NEON_API_KEY';
/** A list with more pages counts as broken paging. */
const MAX_PAGES = 100;
const PAGE = 1_000;
/** How long to wait while another operation locks the project. */
const LOCKED_MS = 300_000;
const PAUSE_MS = 1_000;
/** @throws RewindError credential-missing */
function neonApi(ctx) {
    const base = ctx.env.url('NEON_API_URL', 'https://console.neon.tech/api/v2');
    const token = ctx.env.token(CREDENTIAL, ctx.resource);
    const request = async ({ path, ...rest }, schema) => {
        const headers = { authorization: `Bearer ${token}` };
        const from = { service: 'Neon', credential: CREDENTIAL, resource: ctx.resource };
        const call = { ...from, ...rest, url: `${base}${path}`, headers };
        const until = ctx.clock.monotonic() + LOCKED_MS;
        for (;;) {
            try {
                return (await ctx.http.request(call, schema)).data;
            }
            catch (error) {
                if (!wasNotExecuted(error) || ctx.clock.monotonic() >= until)
                    throw error;
                await ctx.clock.sleep(PAUSE_MS * (0.5 + ctx.random()), ctx.signal);
            }
        }
    };
    return {
        request,
        all: async (call, field, row) => {
            const page = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
                [field]: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(row),
                pagination: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ next: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), cursor: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() }).optional(),
            });
            const rows = [];
            let cursor;
            for (let pages = 0; pages < MAX_PAGES; pages += 1) {
                const data = await request({ ...call, query: { limit: PAGE, ...call.query, cursor } }, page);
                const found = data[field];
                rows.push(...found);
                const { next, cursor: last } = (data.pagination ?? {});
                const following = next ?? last;
                // Neon may send a cursor with the last page too: an empty page ends the list as well.
                if (following === undefined || following === '' || found.length === 0)
                    return rows;
                cursor = following;
            }
            throw new Error(`${call.what}: the list does not end`);
        },
    };
}
/** Neon's description: a request that is answered 423 (another operation is running) or 503 is always safe to repeat. */
const wasNotExecuted = (error) => error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && (error.status === 423 || error.status === 503);


/***/ }),

/***/ 28255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ neonOperations),
/* harmony export */   MQ: () => (/* binding */ operation),
/* harmony export */   nT: () => (/* binding */ isOpen)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);


/** Work that Neon does after it has answered. */
const operation = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    branch_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    error: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
});
const DONE = ['finished', 'skipped'];
const FAILED = ['failed', 'error', 'cancelled'];
const POLL_MS = 1_000;
/** A restore takes seconds; a branch from the archive may take longer. */
const LONGEST_MS = 30 * 60_000;
/** True while Neon works on it, by the status of an operation. */
const isOpen = (status) => !DONE.includes(status) && !FAILED.includes(status);
/** Waits for operations. @param root path of the project */
function neonOperations(ctx, api, root) {
    /** Calls `done` until it is true. @throws RewindError deadline-exceeded */
    const poll = async (what, done) => {
        const until = ctx.clock.monotonic() + LONGEST_MS;
        while (!(await done())) {
            if (ctx.clock.monotonic() >= until) {
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('deadline-exceeded', `Neon did not finish: ${what}.`, { resource: ctx.resource });
            }
            await ctx.clock.sleep(POLL_MS, ctx.signal);
        }
    };
    return {
        poll,
        /**
         * @param failure the code if Neon does not carry one out
         * @throws RewindError deadline-exceeded, or `failure`
         */
        waitFor: async (what, operations, failure = 'api-rejected') => {
            for (const { id } of operations) {
                const path = `${root}/operations/${encodeURIComponent(id)}`;
                await poll(what, async () => {
                    const answer = await api.request({ method: 'GET', what, path }, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ operation }));
                    const { action, status, error } = answer.operation;
                    if (!FAILED.includes(status))
                        return DONE.includes(status);
                    const reason = error === undefined ? '' : ` (${error})`;
                    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError(failure, `${what}: Neon's operation "${action}" ended as ${status}${reason}.`, {
                        resource: ctx.resource,
                        remedy: "Read the operations of the branch in Neon's console, then run again.",
                    });
                });
            }
        },
    };
}


/***/ }),

/***/ 18221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ pooledError),
/* harmony export */   SD: () => (/* binding */ tlsAdvice),
/* harmony export */   VS: () => (/* binding */ requireDirect),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   kY: () => (/* binding */ libpqEnv),
/* harmony export */   lS: () => (/* binding */ parameterOf),
/* harmony export */   mx: () => (/* binding */ parseDatabaseUrl),
/* harmony export */   qU: () => (/* binding */ isSocket)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

const TLS_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** The libpq variable of each query parameter. */
const LIBPQ_VARIABLES = {
    options: 'PGOPTIONS',
    connect_timeout: 'PGCONNECT_TIMEOUT',
    channel_binding: 'PGCHANNELBINDING',
    gssencmode: 'PGGSSENCMODE',
    sslsni: 'PGSSLSNI',
    target_session_attrs: 'PGTARGETSESSIONATTRS',
};
/** Parameters that would reach another server than the URL seems to name, or that only one of our two clients follows. */
const REFUSED_PARAMETERS = ['service', 'servicefile', 'hostaddr', 'passfile'];
/** Stands for a host that the WHATWG parser refuses: none (`user@/db?host=/socket`), or a list. */
const PLACEHOLDER = 'host.invalid';
/**
 * Parses `postgresql://user:password@host:port/database?sslmode=…`. The PG* variables supply what the URL omits, as in
 * libpq, but not PGSERVICE and PGHOST: the configuration alone says which server it is. Ignores parameters of ORMs (schema,
 * connection_limit …). A Unix socket is `?host=/directory`, or the directory percent-encoded as the host.
 *
 * Off this machine the connection is always encrypted unless the URL says `sslmode=disable`: `allow` and `prefer`, the
 * default of libpq, would send the password to any server that asks for plain text.
 *
 * Blanks and line ends around the URL came with a copy, and are left out: no part of a URL begins or ends with one.
 *
 * @param env PGSSLMODE and similar variables
 * @throws RewindError database-url-invalid; its message never quotes the URL
 */
function parseDatabaseUrl(given, env, resource) {
    const invalid = (what) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-url-invalid', `The database URL ${what}.`, { resource });
    const decoded = (text) => {
        try {
            return decodeURIComponent(text);
        }
        catch {
            throw invalid('has a "%" that begins no percent code; write %25 for the character itself');
        }
    };
    const url = given.trim();
    const [, head = '', named = ''] = /^(\w+:\/\/(?:[^/?#]*@)?)([^/?#@]*)/.exec(url) ?? [];
    const listed = named.includes(',');
    const hostless = /^(:\d+)?$/.test(named);
    const port = hostless ? named : '';
    let parsed;
    try {
        parsed = new URL(listed || hostless ? `${head}${PLACEHOLDER}${port}${url.slice(head.length + named.length)}` : url);
    }
    catch {
        throw invalid('is not a URL');
    }
    if (!/^postgres(ql)?:$/.test(parsed.protocol))
        throw invalid(`begins with "${parsed.protocol}//", not postgresql://`);
    const query = parsed.searchParams;
    const place = query.get('host') ?? (listed ? named : hostless ? '' : decoded(parsed.hostname));
    const host = place.replace(/^\[|\]$/g, '');
    if (`${host}${query.get('port') ?? ''}`.includes(',')) {
        throw invalid('names several hosts; name the primary: a backup and its locks must reach one server');
    }
    const refused = REFUSED_PARAMETERS.find((name) => query.has(name));
    if (refused !== undefined)
        throw invalid(`has the parameter "${refused}"; give host, port and user in the URL`);
    const database = decoded(parsed.pathname.slice(1));
    if (host === '')
        throw invalid('names no host');
    if (database === '')
        throw invalid('names no database');
    if (parsed.username === '')
        throw invalid('names no user');
    const mode = query.get('sslmode') ?? env.PGSSLMODE ?? 'prefer';
    const asked = TLS_MODES.find((candidate) => candidate === mode);
    if (!asked)
        throw invalid(`has an unknown sslmode; use one of ${TLS_MODES.join(', ')}`);
    const known = !isLocal(host) && (asked === 'allow' || asked === 'prefer') ? 'require' : asked;
    const extra = {};
    for (const [parameter, variable] of Object.entries(LIBPQ_VARIABLES)) {
        const value = query.get(parameter);
        if (value !== null)
            extra[variable] = value;
    }
    return {
        host,
        port: Number(query.get('port') ?? (parsed.port === '' ? '5432' : parsed.port)),
        user: decoded(parsed.username),
        password: parsed.password === '' ? null : decoded(parsed.password),
        database,
        tls: {
            mode: known,
            rootCert: query.get('sslrootcert') ?? env.PGSSLROOTCERT ?? null,
            cert: query.get('sslcert') ?? env.PGSSLCERT ?? null,
            key: query.get('sslkey') ?? env.PGSSLKEY ?? null,
        },
        extra,
        pooled: pooledBecause(host, parsed),
    };
}
const isSocket = (host) => host.startsWith('/');
/** True for a server that no network lies before. */
function isLocal(host) {
    return isSocket(host) || /^(localhost|127(\.\d+){3}|::1)$/i.test(host);
}
/** Advice for a connection over a network that does not verify the server. */
function tlsAdvice({ host, tls }) {
    if (isLocal(host) || tls.mode === 'verify-full')
        return [];
    const encrypted = tls.mode !== 'disable';
    return [
        {
            level: 'warning',
            code: 'database-tls-weak',
            message: encrypted
                ? `The connection to ${host} is encrypted, but sslmode=${tls.mode} does not prove that it is that server.`
                : `The connection to ${host} is not encrypted: anyone on the network path can read every row.`,
            remedy: 'Add sslmode=verify-full&sslrootcert=system to the URL, or the path of the certificate of your provider.',
        },
    ];
}
/** Names a database on its server: equal for two URLs of one database. Holds no secret. */
function identityOf({ host, port, database }) {
    const loopback = isLocal(host) && !isSocket(host);
    return `${loopback ? 'localhost' : host.toLowerCase()}:${port}/${database}`;
}
/** A query parameter of a database URL, also of one that the WHATWG parser refuses; null if it is not there. */
function parameterOf(url, name) {
    return new URLSearchParams(/\?([^#]*)/.exec(url.trim())?.[1] ?? '').get(name);
}
/** Dumps, session locks and renames fail through a pooler in transaction mode. */
function pooledBecause(host, url) {
    if (/-pooler(\.|$)/.test(host))
        return `its host name has "-pooler"`;
    if (/(^|\.)pooler\./.test(host))
        return `its host is a pooler`;
    if (/\.proxy-[a-z0-9]+\.[a-z0-9-]+\.rds\.amazonaws\.com/.test(host))
        return `its host is an RDS Proxy`;
    if (/pgbouncer|pgcat|supavisor/i.test(host))
        return `its host is named like a pooler`;
    if (url.port === '6543')
        return `its port is 6543`;
    if (url.port === '6432')
        return `its port is 6432, PgBouncer's`;
    if (url.searchParams.get('pgbouncer') === 'true')
        return `it has pgbouncer=true`;
    return null;
}
/** @throws RewindError database-pooled-url */
function requireDirect(address, resource) {
    if (address.pooled !== null)
        throw pooledError(address.pooled, resource);
}
/** @param why what shows that it is a pooler: part of a sentence */
function pooledError(why, resource, cause) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-pooled-url', `The URL points to a connection pooler (${why}); dumps, locks and renames do not work through it.`, {
        resource,
        ...(cause === undefined ? {} : { cause }),
        remedy: 'Give the direct URL: on Neon the host without "-pooler", on Supabase port 5432 of the database host, on Amazon RDS the endpoint of the instance or cluster, else the address of the server behind PgBouncer.',
    });
}
/** The environment for libpq programs; the password goes through PGPASSFILE, never here. */
function libpqEnv(address, database = address.database) {
    const { tls } = address;
    return {
        ...address.extra,
        PGHOST: address.host,
        PGPORT: String(address.port),
        PGUSER: address.user,
        PGDATABASE: database,
        // libpq ignores the mode on a socket, except that one without TLS support refuses to start.
        PGSSLMODE: isSocket(address.host) ? 'disable' : tls.mode,
        // libpq 16 and later; without TLS a password must not be sent as it is.
        ...(tls.mode === 'disable' && !isSocket(address.host) ? { PGREQUIREAUTH: '!password' } : {}),
        ...(tls.rootCert === null ? {} : { PGSSLROOTCERT: tls.rootCert }),
        ...(tls.cert === null ? {} : { PGSSLCERT: tls.cert }),
        ...(tls.key === null ? {} : { PGSSLKEY: tls.key }),
        PGAPPNAME: 'rewind',
        // Makes times in messages and text output independent of the machine.
        PGTZ: 'UTC',
    };
}


/***/ })

};
