export const id = 277;
export const ids = [277];
export const modules = {

/***/ 6277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ providers_vercel_env)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/services/vercel/env.js
var vercel_env = __webpack_require__(4813);
;// CONCATENATED MODULE: ./lib/providers/vercel-env/client.js


const isSensitive = (entry) => entry.type === 'sensitive' || entry.visibility === 'secret';
/** Literal that some reads give in the place of a sensitive value: never a value. */
const PLACEHOLDER = '[SENSITIVE]';
/** Vercel REST API: environment variables of a project. */
function client(config, ctx) {
    const env = (0,vercel_env/* vercelEnv */.T)(ctx, config);
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
        const data = await env.read(entry);
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
            const { rows, hidden } = await env.list(true);
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
        create: (entries) => env.create(entries.map(body)),
        edit: (id, entry) => env.edit({ id, key: entry.key }, {
            ...body(entry),
            // Left out, they would stay; an empty comment removes the old one.
            comment: entry.comment ?? '',
            gitBranch: entry.gitBranch,
            customEnvironmentIds: [...entry.customEnvironmentIds],
        }),
        remove: (id, key) => env.remove({ id, key }),
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
const targetsOf = (entry) => [...entry.target].sort();

;// CONCATENATED MODULE: ./lib/providers/vercel-env/capture.js


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
async function capture(config, ctx, sink) {
    const { variables, skipped } = await client(config, ctx).variables();
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
        supplied: [...new Set(sorted.map(({ key }) => key))].filter((key) => ctx.env.secret(`REWIND_ENV_${key}`) !== undefined),
    };
}

;// CONCATENATED MODULE: ./lib/providers/vercel-env/provenance.js
/** Left in the comment of a sensitive variable that was written from a supplied value: its value cannot be compared. */
const PROVENANCE = / ?\[rewind: set for (\S+) at (\d+)\]$/;
/** The write of the provenance itself is a change of the row; it happens within this time. */
const TOLERANCE_MS = 60_000;
const withoutProvenance = (comment) => {
    const text = (comment ?? '').replace(PROVENANCE, '');
    return text === '' ? null : text;
};
const withProvenance = (comment, snapshot, at) => `${withoutProvenance(comment) ?? ''} [rewind: set for ${snapshot} at ${at}]`.trim();

;// CONCATENATED MODULE: ./lib/providers/vercel-env/plan.js

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
    return (scopeOf(wanted) === scopeOf(other) &&
        wanted.type === other.type &&
        withoutProvenance(wanted.comment) === withoutProvenance(other.comment) &&
        (wanted.value === null ? untouched(wanted, other, snapshot) : wanted.value === other.value));
}
/** A sensitive value cannot be compared: the same row, not written since; or set by us for this snapshot. */
function untouched(wanted, other, snapshot) {
    if (other.value !== null)
        return false;
    const provenance = PROVENANCE.exec(other.comment ?? '');
    if (provenance?.[1] === snapshot)
        return other.updatedAt <= Number(provenance[2]) + TOLERANCE_MS;
    return wanted.id === other.id && wanted.updatedAt === other.updatedAt;
}
/** Where a row counts: rows of one key in one place exclude each other. */
function scopeOf(entry) {
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
        params: { kind: 'variable', key },
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
    const comment = withoutProvenance(entry.comment);
    return `${places.join('+')}${branch}: ${entry.type}, ${value}${comment === null ? '' : `, comment "${comment}"`}`;
}

;// CONCATENATED MODULE: ./lib/providers/vercel-env/state.js

const row = schemas/* strictObject */.rej({
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
    rows: schemas/* array */.YOg(row),
    /** Rows that are not ours to restore, by key: the system's, and those of integrations. */
    skipped: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Keys for which a value was supplied (REWIND_ENV_KEY); only names. */
    supplied: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** What `apply` needs for a change: the key, whose rows are restored together. */
const params = schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('variable'), key: schemas/* string */.YjP() });

;// CONCATENATED MODULE: ./lib/providers/vercel-env/apply.js






async function apply(config, change, ctx, source) {
    const { key } = params.parse(change.params);
    await restoreKey(key, client(config, ctx), ctx, source);
}
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
    const supplied = ctx.env.secret(`REWIND_ENV_${key}`);
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
        live: byId[index] ?? take([...free].find((other) => scopeOf(other) === scopeOf(entry))),
    }));
}
/** In every respect that can be seen; a sensitive value cannot. */
function isAsSaved(entry, live, snapshot) {
    return (entry.type === live.type &&
        scopeOf(entry) === scopeOf(live) &&
        withoutProvenance(entry.comment) === withoutProvenance(live.comment) &&
        (entry.value === null
            ? (entry.id === live.id && entry.updatedAt === live.updatedAt) ||
                (live.comment ?? '').includes(`[rewind: set for ${snapshot} `)
            : entry.value === live.value));
}
/** Vercel refuses two rows of one key in one place, also for the moment between two requests. */
function meetsAnother(entry, live, present) {
    if (scopeOf(entry) === scopeOf(live))
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
    const comment = sensitive ? withProvenance(entry.comment, ctx.snapshotId, ctx.clock.now().getTime()) : entry.comment;
    return { key, type, target, gitBranch, customEnvironmentIds, comment, ...(value === undefined ? {} : { value }) };
}
function needsValue(key, ctx) {
    return new errors/* RewindError */.Ir('credential-missing', `${key} is sensitive: its value is not in the snapshot.`, {
        resource: ctx.resource,
        remedy: `Set REWIND_ENV_${key} to its value and run again, or set the variable in the project settings.`,
    });
}

;// CONCATENATED MODULE: ./lib/providers/vercel-env/check.js

async function check(config, ctx) {
    const { variables, skipped } = await client(config, ctx).variables();
    const sensitive = variables.filter(({ key, value }) => value === null && ctx.env.secret(`REWIND_ENV_${key}`) === undefined);
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

;// CONCATENATED MODULE: ./lib/providers/vercel-env/index.js






/* harmony default export */ const providers_vercel_env = ((0,provider/* defineProvider */.Nj)({ id: 'vercel-env', state: state, check: check, capture: capture, plan: plan, apply: apply }));


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
    const base = ctx.env.url('VERCEL_API_URL', 'https://api.vercel.com');
    const token = ctx.env.require('VERCEL_TOKEN', ctx.resource);
    const request = ({ path, query, headers, ...rest }, schema) => ctx.http.request({
        service: 'Vercel',
        resource: ctx.resource,
        ...rest,
        url: `${base}${path}`,
        headers: { ...headers, authorization: `Bearer ${token}` },
        query: { ...query, teamId: team ?? undefined },
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


/***/ }),

/***/ 4813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ vercelEnv),
/* harmony export */   e: () => (/* binding */ PRODUCTION)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5239);



/** The environment whose variables the app reads in production. */
const PRODUCTION = 'production';
const envRow = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    value: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    target: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())])
        .nullish()
        .transform((value) => [value ?? []].flat()),
    gitBranch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    customEnvironmentIds: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).nullish(),
    comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    decrypted: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullish(),
    system: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullish(),
    visibility: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    configurationId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    edgeConfigTokenId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    updatedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish(),
});
const envList = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ envs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(envRow), hiddenProductionEnvCount: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().optional() }),
    // A single variable may come without a list around it.
    envRow,
]);
const created = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    failed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish() }) })).nullish(),
});
/** Vercel REST API: environment variables of one project. Every write sets a value, so repeating it does no harm. */
function vercelEnv(ctx, { project, team }) {
    const api = (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .vercelApi */ .a)(ctx, team);
    const path = `/v10/projects/${project}/env`;
    const permission = `read and write the environment variables of project ${project}`;
    const write = { repeatable: true, permission };
    return {
        /** Rows, and how many production rows Vercel hides from this token. @param decrypt asks for values in clear */
        list: async (decrypt) => {
            const query = decrypt ? { decrypt } : {};
            const { data } = await api.request({ method: 'GET', path, what: 'list the environment variables', query, permission }, envList);
            return 'envs' in data
                ? { rows: data.envs, hidden: data.hiddenProductionEnvCount ?? 0 }
                : { rows: [data], hidden: 0 };
        },
        read: async ({ id, key }) => {
            const one = `/v1/projects/${project}/env/${id}`;
            const { data } = await api.request({ method: 'GET', path: one, what: `read the value of ${key}`, permission }, envRow);
            return data;
        },
        /** All in one request. A 201 may still hold failures. @throws RewindError api-rejected */
        create: async (entries) => {
            const what = `write ${entries.map(({ key }) => key).join(', ')}`;
            const { data } = await api.request({ method: 'POST', path, what, query: { upsert: true }, json: entries.map((entry) => ({ ...entry })), ...write }, created);
            const failed = data.failed ?? [];
            if (failed.length === 0)
                return;
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('api-rejected', `Vercel rejected ${failed.length} of ${entries.length} variable(s).`, {
                resource: ctx.resource,
                problems: failed.map(({ error }) => `${error.code}: ${error.message ?? 'no message'}`),
                remedy: `Repair the variables (${entries.map(({ key }) => key).join(', ')}) in Vercel project ${project}, then run the same command again.`,
            });
        },
        /** Fields that are left out keep their value. */
        edit: async ({ id, key }, change) => {
            const one = `/v9/projects/${project}/env/${id}`;
            await api.request({ method: 'PATCH', path: one, what: `change ${key}`, json: { ...change }, ...write }, zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
        },
        remove: async ({ id, key }) => {
            const one = `/v9/projects/${project}/env/${id}`;
            await api.request({ method: 'DELETE', path: one, what: `remove ${key}`, accept: [404], permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
        },
    };
}


/***/ })

};
