export const id = 906;
export const ids = [906];
export const modules = {

/***/ 906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ vercel_env)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/services/vercel/client.js
var client = __webpack_require__(5239);
;// CONCATENATED MODULE: ./lib/providers/vercel-env/client.js



const row = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    key: schemas/* string */.YjP(),
    value: schemas/* string */.YjP().nullish(),
    type: schemas/* string */.YjP(),
    target: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]).nullish(),
    gitBranch: schemas/* string */.YjP().nullish(),
    customEnvironmentIds: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    comment: schemas/* string */.YjP().nullish(),
    decrypted: schemas/* boolean */.zMY().nullish(),
    system: schemas/* boolean */.zMY().nullish(),
    visibility: schemas/* string */.YjP().nullish(),
    configurationId: schemas/* string */.YjP().nullish(),
    edgeConfigTokenId: schemas/* string */.YjP().nullish(),
    updatedAt: schemas/* number */.aig().nullish(),
});
const list = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ envs: schemas/* array */.YOg(row), hiddenProductionEnvCount: schemas/* number */.aig().optional() }),
    // A single variable may come without a list around it.
    row,
]);
const written = schemas/* object */.Ikc({
    failed: schemas/* array */.YOg(schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ code: schemas/* string */.YjP(), message: schemas/* string */.YjP() }) })).nullish(),
});
const isSensitive = (entry) => entry.type === 'sensitive' || entry.visibility === 'secret';
/** Literal that some reads give in the place of a sensitive value: never a value. */
const PLACEHOLDER = '[SENSITIVE]';
/** Vercel REST API: environment variables of a project. */
function client_client(config, ctx) {
    const api = (0,client/* vercelApi */.a)(ctx, config.team);
    const path = `/v10/projects/${config.project}/env`;
    const permission = 'read and write environment variables of the project';
    const body = (entry) => ({
        key: entry.key,
        type: entry.type,
        target: [...entry.target],
        ...(entry.comment === null ? {} : { comment: entry.comment }),
        ...(entry.value === undefined ? {} : { value: entry.value }),
        ...(entry.gitBranch === null ? {} : { gitBranch: entry.gitBranch }),
        ...(entry.customEnvironmentIds.length === 0 ? {} : { customEnvironmentIds: [...entry.customEnvironmentIds] }),
    });
    /** A value is taken only where it is known to be in clear; else it is asked for by id. */
    const valueOf = async (entry) => {
        if (isSensitive(entry))
            return null;
        if ((entry.decrypted === true || entry.type === 'plain') && typeof entry.value === 'string')
            return entry.value;
        const { data } = await api.request({
            method: 'GET',
            path: `/v1/projects/${config.project}/env/${entry.id}`,
            what: `read the value of ${entry.key}`,
            permission,
        }, row);
        if ((data.decrypted === true || data.type === 'plain') &&
            typeof data.value === 'string' &&
            data.value !== PLACEHOLDER) {
            return data.value;
        }
        throw new errors/* RewindError */.Ir('snapshot-incomplete', `Vercel does not give back the value of ${entry.key} (${entry.type}).`, {
            resource: ctx.resource,
            remedy: 'Give the token the right to read the decrypted environment variables of the project.',
        });
    };
    const inScope = (entry) => {
        const targets = targetsOf(entry);
        const custom = entry.customEnvironmentIds ?? [];
        if (config.ignore.includes(entry.key) || (entry.gitBranch && !config['git-branches']))
            return false;
        return (targets.some((target) => config.targets.includes(target)) ||
            custom.some((id) => config['custom-environments'].includes(id)));
    };
    return {
        /** @throws RewindError snapshot-incomplete when the token does not see everything */
        variables: async () => {
            const { data } = await api.request({ method: 'GET', path, what: 'list the environment variables', query: { decrypt: true }, permission }, list);
            const rows = 'envs' in data ? data.envs : [data];
            const hidden = 'envs' in data ? (data.hiddenProductionEnvCount ?? 0) : 0;
            if (hidden > 0) {
                throw new errors/* RewindError */.Ir('snapshot-incomplete', `Vercel hides ${hidden} production variable(s) from this token.`, {
                    resource: ctx.resource,
                    remedy: 'Use a token of a member who may read the production environment variables.',
                });
            }
            const ours = rows.filter(inScope);
            const foreign = (entry) => entry.system === true ||
                entry.type === 'system' ||
                Boolean(entry.configurationId) ||
                Boolean(entry.edgeConfigTokenId);
            const variables = await Promise.all(ours
                .filter((entry) => !foreign(entry))
                .map(async (entry) => {
                const value = await valueOf(entry);
                if (value !== null)
                    hide(value, ctx);
                return {
                    id: entry.id,
                    key: entry.key,
                    type: isSensitive(entry) ? 'sensitive' : entry.type,
                    target: targetsOf(entry),
                    gitBranch: entry.gitBranch ?? null,
                    customEnvironmentIds: [...(entry.customEnvironmentIds ?? [])].sort(),
                    comment: entry.comment ? entry.comment : null,
                    value,
                    updatedAt: entry.updatedAt ?? 0,
                };
            }));
            return { variables, skipped: ours.filter(foreign).map(({ key }) => key) };
        },
        /** All in one request. A 201 may still hold failures. @throws RewindError api-rejected */
        create: async (entries) => {
            const { data } = await api.request({
                method: 'POST',
                path,
                what: `write ${entries.map(({ key }) => key).join(', ')}`,
                query: { upsert: true },
                json: entries.map(body),
                repeatable: true,
                permission,
            }, written);
            const failed = data.failed ?? [];
            if (failed.length === 0)
                return;
            const problems = failed.map(({ error }) => `${error.code}: ${error.message}`);
            throw new errors/* RewindError */.Ir('api-rejected', `Vercel did not take ${failed.length} of ${entries.length} variable(s).`, {
                resource: ctx.resource,
                problems,
            });
        },
        edit: async (id, entry) => {
            await api.request({
                method: 'PATCH',
                path: `/v9/projects/${config.project}/env/${id}`,
                what: `change ${entry.key}`,
                // Left out, they would stay; an empty comment takes an old one away.
                json: {
                    ...body(entry),
                    comment: entry.comment ?? '',
                    gitBranch: entry.gitBranch,
                    customEnvironmentIds: [...entry.customEnvironmentIds],
                },
                repeatable: true,
                permission,
            }, schemas/* unknown */.L5J());
        },
        remove: async (id, key) => {
            await api.request({
                method: 'DELETE',
                path: `/v9/projects/${config.project}/env/${id}`,
                what: `remove ${key}`,
                accept: [404],
                permission,
            }, schemas/* unknown */.L5J());
        },
    };
}
/**
 * Keeps a value out of messages of others. Plain words are left alone: NODE_ENV is "production", and a report in which
 * every "production" is hidden helps nobody.
 */
function hide(value, ctx) {
    if (value.length >= 12 && /\d/.test(value) && /[A-Za-z]/.test(value))
        ctx.masker.add(value);
}
const targetsOf = (entry) => (typeof entry.target === 'string' ? [entry.target] : (entry.target ?? [])).slice().sort();

;// CONCATENATED MODULE: ./lib/providers/vercel-env/state.js

const state_row = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    key: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    target: schemas/* array */.YOg(schemas/* string */.YjP()),
    gitBranch: schemas/* string */.YjP().nullable(),
    customEnvironmentIds: schemas/* array */.YOg(schemas/* string */.YjP()),
    comment: schemas/* string */.YjP().nullable(),
    /** Fingerprint of the value; null when it cannot be read back (sensitive). */
    value: schemas/* string */.YjP().nullable(),
    /** Milliseconds since 1970; the only sign of drift of a value that cannot be read. */
    updatedAt: schemas/* number */.aig(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    /** Id of the snapshot that this state belongs to, or is compared with. */
    snapshot: schemas/* string */.YjP(),
    rows: schemas/* array */.YOg(state_row),
    /** Rows that are not ours to restore, by key: the system's, and those of integrations. */
    skipped: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Keys for which a value was supplied (REWIND_ENV_KEY); only names. */
    supplied: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** Left in the comment of a sensitive variable that was written from a supplied value: its value cannot be compared. */
const MARK = / ?\[rewind: set for (\S+) at (\d+)\]$/;
/** The write of the mark itself is a change of the row; it happens within this time. */
const MARK_TOLERANCE_MS = 60_000;
const unmarked = (comment) => {
    const text = (comment ?? '').replace(MARK, '');
    return text === '' ? null : text;
};
const marked = (comment, snapshot, at) => `${unmarked(comment) ?? ''} [rewind: set for ${snapshot} at ${at}]`.trim();
/** One change for each key: rows of one key exclude each other, so they are restored together. */
function plan(saved, live) {
    const keys = [...new Set([...saved.rows, ...live.rows].map(({ key }) => key))].sort();
    return keys.flatMap((key) => {
        const wanted = saved.rows.filter((entry) => entry.key === key);
        const present = live.rows.filter((entry) => entry.key === key);
        if (same(wanted, present, saved.snapshot))
            return [];
        return [changeOf(key, wanted, present, saved.snapshot, live.supplied.includes(key))];
    });
}
/** Row for row, whatever the ids: a row that was deleted and made again has another one. */
function same(wanted, present, snapshot) {
    return (wanted.length === present.length && wanted.every((entry) => present.some((other) => equal(entry, other, snapshot))));
}
function equal(wanted, other, snapshot) {
    return (placeOf(wanted) === placeOf(other) &&
        wanted.type === other.type &&
        unmarked(wanted.comment) === unmarked(other.comment) &&
        (wanted.value === null ? untouched(wanted, other, snapshot) : wanted.value === other.value));
}
/** A sensitive value cannot be compared: the same row, not written since; or set by us for this snapshot. */
function untouched(wanted, other, snapshot) {
    if (other.value !== null)
        return false;
    const mark = MARK.exec(other.comment ?? '');
    if (mark?.[1] === snapshot)
        return other.updatedAt <= Number(mark[2]) + MARK_TOLERANCE_MS;
    return wanted.id === other.id && wanted.updatedAt === other.updatedAt;
}
/** Where a row counts: rows of one key in one place exclude each other. */
function placeOf(entry) {
    return JSON.stringify([[...entry.target].sort(), entry.gitBranch, [...entry.customEnvironmentIds].sort()]);
}
function changeOf(key, wanted, present, snapshot, supplied) {
    // A sensitive value is needed when its row is gone or was written since. Without one only a person can help.
    const lost = wanted.filter((entry) => entry.value === null && !present.some((other) => untouched(entry, other, snapshot)));
    const action = wanted.length === 0 ? 'delete' : present.length === 0 ? 'create' : 'update';
    return {
        id: `env:${key}`,
        stage: 'configuration',
        action,
        target: `environment variable ${key}`,
        before: present.length === 0 ? null : present.map(shown).join('; '),
        after: wanted.length === 0 ? null : wanted.map(shown).join('; '),
        effect: 'next-deployment',
        undo: present.some(({ value }) => value === null)
            ? 'the value that is replaced is sensitive and cannot be read back'
            : 'restore the pre-rollback snapshot',
        warnings: action === 'delete' && present.some(({ value }) => value === null)
            ? [`${key} is sensitive: when it is deleted, its value is gone.`]
            : [],
        params: { key },
        ...(lost.length === 0 || supplied
            ? {}
            : {
                manual: `${key} is sensitive: Vercel does not give its value back. Set it again in the project settings, or run with REWIND_ENV_${key}.`,
            }),
    };
}
function shown(entry) {
    const places = [...entry.target, ...entry.customEnvironmentIds];
    const branch = entry.gitBranch === null ? '' : ` (branch ${entry.gitBranch})`;
    const value = entry.value === null ? `written ${new Date(entry.updatedAt).toISOString()}` : `value ${entry.value.slice(0, 6)}`;
    const comment = unmarked(entry.comment);
    return `${places.join('+')}${branch}: ${entry.type}, ${value}${comment === null ? '' : `, comment "${comment}"`}`;
}

;// CONCATENATED MODULE: ./lib/providers/vercel-env/apply.js




const VALUES = 'variables.json';
const savedVariables = schemas/* array */.YOg(schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    key: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    target: schemas/* array */.YOg(schemas/* string */.YjP()),
    gitBranch: schemas/* string */.YjP().nullable(),
    customEnvironmentIds: schemas/* array */.YOg(schemas/* string */.YjP()),
    comment: schemas/* string */.YjP().nullable(),
    value: schemas/* string */.YjP().nullable(),
    updatedAt: schemas/* number */.aig(),
}));
/** Makes the rows of one key what they were. Decides from what is there now. */
async function restoreKey(key, vercel, ctx, source) {
    const saved = savedVariables.parse(JSON.parse((await source.read(VALUES)).toString('utf8')));
    for (const { value } of saved)
        if (value !== null)
            hide(value, ctx);
    const wanted = saved.filter((entry) => entry.key === key);
    const present = (await vercel.variables()).variables.filter((entry) => entry.key === key);
    const pairs = pair(wanted, present);
    const left = present.filter((entry) => !pairs.some(({ live }) => live?.id === entry.id));
    for (const { id } of left)
        await vercel.remove(id, key);
    const supplied = ctx.credentials.get(`REWIND_ENV_${key}`);
    // A place is freed before it is taken: rows that must be made anew, or that would meet another, go first.
    const again = [];
    for (const { entry, live } of pairs) {
        const sensitive = entry.value === null;
        const value = entry.value ?? supplied;
        if (live && isAsSaved(entry, live, ctx.snapshotId))
            continue;
        if (live && (live.type === entry.type || live.type !== 'sensitive') && !meetsAnother(entry, live, present)) {
            await vercel.edit(live.id, writtenOf(entry, sensitive ? sensitiveValue(entry, live, value) : value, sensitive, ctx));
            continue;
        }
        if (value === undefined)
            throw needsValue(key, ctx);
        if (live)
            await vercel.remove(live.id, key);
        again.push(writtenOf(entry, value, sensitive, ctx));
    }
    if (again.length > 0)
        await vercel.create(again);
}
/** By id where the row is still there, else by the place in which it counts. */
function pair(wanted, present) {
    const free = new Set(present);
    const take = (found) => {
        if (found)
            free.delete(found);
        return found;
    };
    const byId = wanted.map((entry) => take(present.find(({ id }) => id === entry.id)));
    return wanted.map((entry, index) => ({
        entry,
        live: byId[index] ?? take([...free].find((other) => placeOf(other) === placeOf(entry))),
    }));
}
/** In every respect that can be seen; a sensitive value cannot. */
function isAsSaved(entry, live, snapshot) {
    return (entry.type === live.type &&
        placeOf(entry) === placeOf(live) &&
        unmarked(entry.comment) === unmarked(live.comment) &&
        (entry.value === null
            ? (entry.id === live.id && entry.updatedAt === live.updatedAt) ||
                (live.comment ?? '').includes(`[rewind: set for ${snapshot} `)
            : entry.value === live.value));
}
/** Vercel refuses two rows of one key in one place, also for the moment between two requests. */
function meetsAnother(entry, live, present) {
    if (placeOf(entry) === placeOf(live))
        return false;
    return present.some((other) => other.id !== live.id &&
        other.gitBranch === entry.gitBranch &&
        (other.target.some((target) => entry.target.includes(target)) ||
            other.customEnvironmentIds.some((id) => entry.customEnvironmentIds.includes(id))));
}
/** The value of a row that nobody has written since stays; leaving it out keeps it. */
function sensitiveValue(entry, live, supplied) {
    return live.type === 'sensitive' && entry.id === live.id && entry.updatedAt === live.updatedAt ? undefined : supplied;
}
function writtenOf(entry, value, sensitive, ctx) {
    const { key, type, target, gitBranch, customEnvironmentIds } = entry;
    const comment = sensitive ? marked(entry.comment, ctx.snapshotId, ctx.clock.now().getTime()) : entry.comment;
    return { key, type, target, gitBranch, customEnvironmentIds, comment, ...(value === undefined ? {} : { value }) };
}
function needsValue(key, ctx) {
    return new errors/* RewindError */.Ir('credential-missing', `${key} is sensitive: its value is not in the snapshot.`, {
        resource: ctx.resource,
        remedy: `Set REWIND_ENV_${key} to its value and run again, or set the variable in the project settings.`,
    });
}

;// CONCATENATED MODULE: ./lib/providers/vercel-env/index.js






async function capture(config, ctx, sink) {
    const { variables, skipped } = await client_client(config, ctx).variables();
    const sorted = [...variables].sort((a, b) => `${a.key} ${a.id}`.localeCompare(`${b.key} ${b.id}`));
    await sink.write(VALUES, Buffer.from(JSON.stringify(sorted)));
    const rows = await Promise.all(sorted.map(async ({ target, customEnvironmentIds, value, ...rest }) => ({
        ...rest,
        target: [...target],
        customEnvironmentIds: [...customEnvironmentIds],
        value: value === null ? null : await ctx.fingerprint(value),
    })));
    return {
        schemaVersion: 1,
        project: config.project,
        snapshot: ctx.snapshotId,
        rows,
        skipped: [...new Set(skipped)].sort(),
        supplied: [...new Set(sorted.map(({ key }) => key))].filter((key) => ctx.credentials.get(`REWIND_ENV_${key}`) !== undefined),
    };
}
async function check(config, ctx) {
    const { variables, skipped } = await client_client(config, ctx).variables();
    const sensitive = variables.filter(({ key, value }) => value === null && ctx.credentials.get(`REWIND_ENV_${key}`) === undefined);
    return [
        ...sensitive.map(({ key }) => ({
            level: 'warning',
            code: 'env-sensitive',
            message: `${key} is sensitive: Vercel never gives its value back. If a deploy changes or deletes it, a snapshot cannot restore it.`,
            remedy: `Keep the value where the rollback job can read it, as the secret REWIND_ENV_${key}.`,
        })),
        ...(skipped.length === 0
            ? []
            : [
                {
                    level: 'info',
                    code: 'env-skipped',
                    message: `Not captured, because Vercel or an integration manages them: ${[...new Set(skipped)].sort().join(', ')}.`,
                },
            ]),
    ];
}
async function apply(config, change, ctx, source) {
    const { key } = schemas/* object */.Ikc({ key: schemas/* string */.YjP() }).parse(change.params);
    await restoreKey(key, client_client(config, ctx), ctx, source);
}
/* harmony default export */ const vercel_env = ((0,provider/* defineProvider */.Nj)({ id: 'vercel-env', state: state, check, capture, plan: plan, apply }));


/***/ }),

/***/ 5239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ vercelApi)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

/** How many pages a list may have before we take the paging for broken. */
const MAX_PAGES = 100;
/**
 * @param team sent with every request: without it a team's token falls into its default team
 * @throws RewindError credential-missing
 */
function vercelApi(ctx, team) {
    const base = ctx.credentials.address('VERCEL_API_URL', 'https://api.vercel.com');
    const token = ctx.credentials.require('VERCEL_TOKEN', ctx.resource);
    const request = ({ path, query, headers, ...rest }, schema) => ctx.http.request({
        service: 'Vercel',
        resource: ctx.resource,
        ...rest,
        url: `${base}${path}`,
        headers: { ...headers, authorization: `Bearer ${token}` },
        query: { ...query, teamId: team },
    }, schema);
    return {
        request,
        all: async (call, field, row) => {
            const page = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
                [field]: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(row),
                pagination: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ next: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()]).nullable() }).optional(),
            });
            const rows = [];
            let until;
            for (let pages = 0; pages < MAX_PAGES; pages += 1) {
                const { data } = await request({ ...call, query: { limit: 100, ...call.query, until } }, page);
                rows.push(...data[field]);
                const next = data.pagination?.next ?? null;
                if (next === null)
                    return rows;
                until = next;
            }
            throw new Error(`${call.what}: the list does not end`);
        },
    };
}


/***/ })

};
