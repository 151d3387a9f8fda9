export const id = 7889;
export const ids = [7889];
export const modules = {

/***/ 50603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ assertAsPlanned),
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   iN: () => (/* binding */ isOvertaken)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/**
 * Somebody may have written between the drift check and this change: no snapshot holds their value, so it would be lost if it
 * was written over. Call it with what was read just before the write, once that is known to differ from the wanted value. A
 * window between this read and the write stays, except where the service compares an ETag.
 *
 * @param now what a plan would say of the live value; null: absent
 * @param where the service, for the remedy
 * @throws RewindError api-conflict if it is not what the plan said
 */
function assertAsPlanned(change, now, ctx, where) {
    if (now !== change.before)
        throw overtaken(change, now, ctx, where);
}
/** The error for a value that is neither the planned one nor the wanted one. Parameters as above. */
function overtaken({ target, before }, now, ctx, where) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-conflict', `Somebody changed ${target} after the plan: it was ${before ?? 'absent'}, and is ${now ?? 'absent'} now. It was left as it is.`, {
        resource: ctx.resource,
        remedy: `Ask who changed it ${where}. Then make a new plan and get it approved.`,
        unwritten: true,
    });
}
/** True for that error: the change wrote nothing, and its approval does not cover what is live now. */
const isOvertaken = ({ code, unwritten }) => code === 'api-conflict' && unwritten;


/***/ }),

/***/ 1940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   u: () => (/* binding */ switched)
/* harmony export */ });
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);

/** Names in one list. */
const NAMED = 5;
/** "3 items: banner, maintenance, new-checkout" */
function counted(count, noun, names = []) {
    const more = names.length - NAMED;
    const listed = names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(count, noun)}${listed}`;
}
/** "14 flags, 3 on" */
function switched(flags) {
    return `${counted(flags.length, 'flag')}, ${flags.filter((on) => on).length} on`;
}


/***/ }),

/***/ 36881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ readJsonPayload),
/* harmony export */   Wv: () => (/* binding */ payloadDiffers),
/* harmony export */   bk: () => (/* binding */ requireSaved),
/* harmony export */   ex: () => (/* binding */ parsePayload)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/** Reads a payload and parses it. @throws RewindError snapshot-corrupt when it is not JSON of this schema */
async function readJsonPayload(name, schema, source, ctx) {
    const bytes = await source.read(name);
    return parsePayload(name, ctx, () => schema.parse(JSON.parse(bytes.toString('utf8'))));
}
/** Runs a parser; any error means that the payload is damaged. @throws RewindError snapshot-corrupt */
function parsePayload(name, ctx, parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw corrupt(`Payload ${name} does not have the expected format.`, ctx, cause);
    }
}
/** @throws RewindError snapshot-corrupt if the payload lacks an object of the plan */
function requireSaved(found, what, ctx) {
    if (found === undefined)
        throw corrupt(`The snapshot does not hold ${what}.`, ctx, undefined);
    return found;
}
function corrupt(message, { resource }, cause) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', message, { resource, cause });
}
/** Finding of `prove`: a payload does not match the manifest. */
function payloadDiffers(what) {
    return {
        level: 'error',
        code: 'payload-differs',
        message: `The sealed part "${what}" of the snapshot does not match its manifest.`,
        remedy: 'If REWIND_FINGERPRINT_KEY was replaced after the snapshot, run again with the earlier key (docs/keys.md). If not, do not use this snapshot: find out who wrote it, and choose another one ("rewind list").',
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

/***/ 57889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ providers_vercel_env)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/vercel/env.js
var vercel_env = __webpack_require__(94813);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/vercel-env/client.js



const isSensitive = (entry) => entry.type === 'sensitive' || entry.visibility === 'secret';
/** Placeholder that some reads return instead of a sensitive value. */
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
    /** Accepts a value only if it is certainly in clear; else reads the variable by id. */
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
        throw new errors.RewindError('snapshot-incomplete', `Vercel does not give back the value of ${entry.key} (${entry.type}).`, {
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
        /**
         * The variables that this resource covers, the keys that it skips, and the places of all other rows.
         * @throws RewindError snapshot-incomplete if Vercel hides variables from the token
         */
        variables: async () => {
            const { rows, hidden } = await env.list(true);
            if (hidden > 0) {
                throw new errors.RewindError('snapshot-incomplete', `Vercel hides ${(0,runtime_text/* plural */.LS)(hidden, 'production variable')} from this token.`, {
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
                const type = isSensitive(entry) ? 'sensitive' : entry.type;
                hide({ type, value }, ctx);
                const by = entry.updatedBy ?? entry.createdBy;
                return {
                    id: entry.id,
                    ...placeOf(entry),
                    type,
                    comment: entry.comment ? entry.comment : null,
                    value,
                    updatedAt: entry.updatedAt ?? 0,
                    ...(by ? { by } : {}),
                };
            }));
            return {
                variables,
                skipped: ours.filter(foreign).map(({ key }) => key),
                beside: rows.filter((entry) => !inScope(entry) || foreign(entry)).map(placeOf),
            };
        },
        create: (entries) => env.create(entries.map(body)),
        edit: (id, entry) => env.edit({ id, key: entry.key }, {
            ...body(entry),
            // Omitted fields keep their value; an empty comment removes the old one.
            comment: entry.comment ?? '',
            gitBranch: entry.gitBranch,
            customEnvironmentIds: [...entry.customEnvironmentIds],
        }),
        remove: (id, key) => env.remove({ id, key }),
    };
}
/**
 * Masks a value in messages of other programs. Vercel shows plain values to every member of the team, so most of them are
 * settings; one that looks random may still be a secret.
 */
function hide({ type, value }, ctx) {
    if (value === null)
        return;
    if (type !== 'plain' || (value.length >= 12 && /\d/.test(value) && /[A-Za-z]/.test(value)))
        ctx.masker.add(value);
}
const placeOf = (entry) => ({
    key: entry.key,
    target: targetsOf(entry),
    gitBranch: entry.gitBranch ?? null,
    customEnvironmentIds: [...(entry.customEnvironmentIds ?? [])].sort(),
});
const targetsOf = (entry) => [...entry.target].sort();

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
;// CONCATENATED MODULE: ./lib/providers/vercel-env/covered.js


/** Which variables a capture holds: by these keys of the configuration. */
const covered = schemas/* strictObject */.rej({
    targets: schemas/* array */.YOg(schemas/* string */.YjP()),
    'custom-environments': schemas/* array */.YOg(schemas/* string */.YjP()),
    'git-branches': schemas/* boolean */.zMY(),
    ignore: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const CUSTOM = 'custom-environments';
const coveredBy = (config) => ({
    targets: [...config.targets].sort(),
    'custom-environments': [...config['custom-environments']].sort(),
    'git-branches': config['git-branches'],
    ignore: [...config.ignore].sort(),
});
/**
 * What names the variables: the project, and each key by which `live` covers more than the snapshot. What the snapshot does
 * not cover would count as added since, and be removed.
 */
function partsOf(saved, live) {
    const project = (0,other_object/* nameParts */.IN)(['project'], saved, live);
    const [was, is] = [saved.covered, live.covered];
    if (was === undefined || is === undefined)
        return project;
    const part = (key, before, now, isWider) => isWider ? [{ key, saved: before.join('+') || 'none', live: now.join('+') || 'none' }] : [];
    const more = (one, other) => one.some((each) => !other.includes(each));
    const reachesBranches = is['git-branches'] && !was['git-branches'] && is.targets.includes('preview');
    return [
        ...project,
        ...part('targets', was.targets, is.targets, more(is.targets, was.targets)),
        ...part(CUSTOM, was[CUSTOM], is[CUSTOM], more(is[CUSTOM], was[CUSTOM])),
        ...part('git-branches', ['false'], ['true'], reachesBranches),
        ...part('ignore', was.ignore, is.ignore, more(was.ignore, is.ignore)),
    ];
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
    /** Fingerprint of the value; null if it is not readable (sensitive). */
    value: schemas/* string */.YjP().nullable(),
    /** Milliseconds since 1970; the only sign of drift of a sensitive value. */
    updatedAt: schemas/* number */.aig(),
    /** Id of the user who wrote it last; not compared. */
    by: schemas/* string */.YjP().exactOptional(),
});
/** The payload: the same rows with their values in place of the fingerprints. */
const savedVariables = schemas/* array */.YOg(row);
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    /** Id of the snapshot that contains this state, or that it is compared with. */
    snapshot: schemas/* string */.YjP(),
    /** What the configuration covered. */
    covered: covered.exactOptional(),
    rows: schemas/* array */.YOg(row),
    /** Keys of rows that Rewind does not restore: of the system and of integrations. */
    skipped: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Keys with a supplied value (REWIND_ENV_KEY); names only. */
    supplied: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Places of the rows that this resource does not cover; only of a comparison, so that no change writes over them. */
    beside: schemas/* array */.YOg(row.pick({ key: true, target: true, gitBranch: true, customEnvironmentIds: true })).exactOptional(),
});
/** The part of a change that `apply` reads: the key, whose rows are restored together. */
const params = schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('variable'), key: schemas/* string */.YjP() });

;// CONCATENATED MODULE: ./lib/providers/vercel-env/capture.js




const VALUES = 'variables.json';
async function capture(config, ctx, sink) {
    const { variables, skipped, beside } = await client(config, ctx).variables();
    const sorted = [...variables].sort((a, b) => (0,runtime_text/* inOrder */.al)(`${a.key} ${a.id}`, `${b.key} ${b.id}`));
    await sink.write(VALUES, Buffer.from(JSON.stringify(sorted)));
    const isComparison = sink.purpose === 'compare';
    // A variable that is gone needs its value too: only the snapshot names it.
    const before = isComparison ? (state.safeParse(sink.saved).data?.rows ?? []) : [];
    return {
        schemaVersion: 1,
        project: config.project,
        snapshot: ctx.snapshotId,
        covered: coveredBy(config),
        rows: await rowsOf(sorted, ctx),
        skipped: [...new Set(skipped)].sort(),
        supplied: [...new Set([...sorted, ...before].map(({ key }) => key))].filter((key) => ctx.env.secret(`REWIND_ENV_${key}`) !== undefined),
        ...(isComparison
            ? {
                beside: beside.map((place) => ({
                    ...place,
                    target: [...place.target],
                    customEnvironmentIds: [...place.customEnvironmentIds],
                })),
            }
            : {}),
    };
}
/** What the manifest says of variables. */
function rowsOf(variables, ctx) {
    return Promise.all(variables.map(async ({ target, customEnvironmentIds, value, ...rest }) => ({
        ...rest,
        target: [...target],
        customEnvironmentIds: [...customEnvironmentIds],
        value: value === null ? null : await ctx.fingerprint(value),
    })));
}

;// CONCATENATED MODULE: ./lib/providers/vercel-env/provenance.js
/** Comment of a sensitive variable that Rewind wrote from a supplied value, because the value cannot be compared. */
const PROVENANCE = / ?\[rewind: set for (\S+) at (\d+)\]$/;
/** The write of the provenance itself changes the row, within this time. */
const TOLERANCE_MS = 60_000;
const withoutProvenance = (comment) => {
    const text = (comment ?? '').replace(PROVENANCE, '');
    return text === '' ? null : text;
};
const withProvenance = (comment, snapshot, at) => `${withoutProvenance(comment) ?? ''} [rewind: set for ${snapshot} at ${at}]`.trim();

;// CONCATENATED MODULE: ./lib/providers/vercel-env/plan.js



const changeId = (key) => `env:${key}`;
/** One change for each key, because rows of one key exclude each other. */
function plan(saved, live) {
    const other = (0,other_object/* otherObject */.A_)('environment variables', partsOf(saved, live));
    if (other)
        return [other];
    const keys = [...new Set([...saved.rows, ...live.rows].map(({ key }) => key))].sort();
    return keys.flatMap((key) => {
        const desired = saved.rows.filter((entry) => entry.key === key);
        const present = live.rows.filter((entry) => entry.key === key);
        if (same(desired, present, saved.snapshot))
            return [];
        return [changeOf(key, desired, present, saved.snapshot, live)];
    });
}
/** Compares row by row and ignores ids, because a re-created row has another id. */
function same(desired, present, snapshot) {
    return (desired.length === present.length &&
        desired.every((entry) => present.some((other) => equal(entry, other, snapshot))));
}
function equal(desired, other, snapshot) {
    return (scopeOf(desired) === scopeOf(other) &&
        desired.type === other.type &&
        withoutProvenance(desired.comment) === withoutProvenance(other.comment) &&
        (desired.value === null ? untouched(desired, other, snapshot) : desired.value === other.value));
}
/** A sensitive value counts as equal if its row was not written since, or if Rewind set it for this snapshot. */
function untouched(desired, other, snapshot) {
    if (other.value !== null)
        return false;
    const provenance = PROVENANCE.exec(other.comment ?? '');
    if (provenance?.[1] === snapshot)
        return other.updatedAt <= Number(provenance[2]) + TOLERANCE_MS;
    return desired.id === other.id && desired.updatedAt === other.updatedAt;
}
/** Whether two rows give one key two values in one place: Vercel takes the second one as a change of the first. */
function meet(one, other) {
    return (one.key === other.key &&
        one.gitBranch === other.gitBranch &&
        (one.target.some((target) => other.target.includes(target)) ||
            one.customEnvironmentIds.some((id) => other.customEnvironmentIds.includes(id))));
}
/** The scope of a row; rows of one key with the same scope exclude each other. */
function scopeOf(entry) {
    return JSON.stringify([[...entry.target].sort(), entry.gitBranch, [...entry.customEnvironmentIds].sort()]);
}
function changeOf(key, desired, present, snapshot, { supplied, beside = [] }) {
    // A sensitive value is needed if its row is gone or was written since. Without it, an operator must restore the row.
    const lost = desired.filter((entry) => entry.value === null && !present.some((other) => untouched(entry, other, snapshot)));
    const replaced = present.some((other) => other.value === null && !desired.some((entry) => entry.value === null && untouched(entry, other, snapshot)));
    const action = desired.length === 0 ? 'delete' : present.length === 0 ? 'create' : 'update';
    return {
        id: changeId(key),
        stage: 'configuration',
        action,
        target: `environment variable ${key}`,
        before: present.length === 0 ? null : present.map(shown).join('; '),
        after: desired.length === 0 ? null : desired.map(shown).join('; '),
        effect: 'next-deployment',
        undo: replaced ? null : '"rewind undo" sets it back',
        warnings: replaced ? [`${key} is sensitive now: this loses the value that it has now.`] : [],
        params: { kind: 'variable', key },
        ...byHand(key, lost.length > 0 && !supplied.includes(key), beside.filter((other) => desired.some((entry) => meet(entry, other)))),
    };
}
/** Why a person must restore the variable. @param hit rows that this resource does not cover, in the place of a saved one */
function byHand(key, needsValue, hit) {
    if (hit.length > 0) {
        return {
            manual: `${key} now has a row of its own for ${hit.map(placesOf).join('; ')}, which this resource does not cover. Restoring ${key} would overwrite that row, and no undo brings it back. Set ${key} in the project settings.`,
        };
    }
    return needsValue
        ? {
            manual: `${key} is sensitive: Vercel does not give its value back. Set it again in the project settings, or run with REWIND_ENV_${key}.`,
        }
        : {};
}
function placesOf({ target, customEnvironmentIds, gitBranch }) {
    return `${[...target, ...customEnvironmentIds].join('+')}${gitBranch === null ? '' : ` (branch ${gitBranch})`}`;
}
/** A row as the plan tells it; a value is a part of its fingerprint. */
function shown(entry) {
    const value = entry.value === null ? `written ${new Date(entry.updatedAt).toISOString()}` : `value ${entry.value.slice(0, 6)}`;
    const comment = withoutProvenance(entry.comment);
    return `${placesOf(entry)}: ${entry.type}, ${value}${comment === null ? '' : `, comment "${comment}"`}`;
}

;// CONCATENATED MODULE: ./lib/providers/vercel-env/apply.js







async function apply(config, change, ctx, source) {
    const { key } = params.parse(change.params);
    await restoreKey(key, change, client(config, ctx), ctx, source);
}
/** Restores the rows of one key. Decides from the live rows. */
async function restoreKey(key, change, vercel, ctx, source) {
    const saved = savedVariables.parse(JSON.parse((await source.read(VALUES)).toString('utf8')));
    for (const entry of saved)
        hide(entry, ctx);
    const desired = saved.filter((entry) => entry.key === key);
    const { variables, beside } = await vercel.variables();
    const present = variables.filter((entry) => entry.key === key);
    // The plan leaves such a key to a person; this row came after the plan.
    if (desired.some((entry) => beside.some((other) => meet(entry, other))))
        throw besideAnother(key, ctx);
    await assertAsApproved(change, desired, present, ctx);
    const pairs = pair(desired, present);
    const left = present.filter((entry) => !pairs.some(({ live }) => live?.id === entry.id));
    for (const { id } of left)
        await vercel.remove(id, key);
    const supplied = ctx.env.secret(`REWIND_ENV_${key}`);
    // Removes rows first that must be re-created or that would conflict with another row.
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
/**
 * Somebody may have written between the plan and this change, e.g. a key that was rotated: Vercel keeps no value that is
 * written over, so theirs would be lost.
 * @throws RewindError api-conflict unless each live row is one of the plan, or is restored already
 */
async function assertAsApproved(change, desired, present, ctx) {
    const others = present.filter((live) => !desired.some((entry) => isAsSaved(entry, live, ctx.snapshotId)));
    const strange = (await rowsOf(others, ctx)).map(shown).find((text) => change.before?.includes(text) !== true);
    if (strange === undefined)
        return;
    throw (0,as_planned/* overtaken */.K1)(change, strange, ctx, 'on Vercel');
}
/** Matches by id if the row still exists, else by its scope. */
function pair(desired, present) {
    const free = new Set(present);
    const take = (found) => {
        if (found)
            free.delete(found);
        return found;
    };
    const byId = desired.map((entry) => take(present.find(({ id }) => id === entry.id)));
    return desired.map((entry, index) => ({
        entry,
        live: byId[index] ?? take([...free].find((other) => scopeOf(other) === scopeOf(entry))),
    }));
}
/** Compares all readable fields; a sensitive value is not readable. */
function isAsSaved(entry, live, snapshot) {
    return (entry.type === live.type &&
        scopeOf(entry) === scopeOf(live) &&
        withoutProvenance(entry.comment) === withoutProvenance(live.comment) &&
        (entry.value === null ? untouched(entry, live, snapshot) : entry.value === live.value));
}
/** Vercel rejects two rows of one key with overlapping scopes, even between two requests. */
function meetsAnother(entry, live, present) {
    return scopeOf(entry) !== scopeOf(live) && present.some((other) => other.id !== live.id && meet(entry, other));
}
/** Omits the value of an unchanged row, which keeps it. */
function sensitiveValue(entry, live, supplied) {
    return live.type === 'sensitive' && entry.id === live.id && entry.updatedAt === live.updatedAt ? undefined : supplied;
}
function writtenOf(entry, value, sensitive, ctx) {
    const { key, type, target, gitBranch, customEnvironmentIds } = entry;
    const comment = sensitive ? withProvenance(entry.comment, ctx.snapshotId, ctx.clock.now().getTime()) : entry.comment;
    return { key, type, target, gitBranch, customEnvironmentIds, comment, ...(value === undefined ? {} : { value }) };
}
function needsValue(key, ctx) {
    return new errors.RewindError('credential-missing', `${key} is sensitive: its value is not in the snapshot.`, {
        resource: ctx.resource,
        remedy: `Set REWIND_ENV_${key} to its value and run again, or set the variable in the project settings.`,
    });
}
function besideAnother(key, ctx) {
    return new errors.RewindError('api-conflict', `${key} got a row outside of this resource: restoring ${key} would overwrite it.`, {
        resource: ctx.resource,
        remedy: 'Plan the rollback again: the plan names the row.',
        unwritten: true,
    });
}

// EXTERNAL MODULE: ./lib/services/vercel/access.js
var access = __webpack_require__(31614);
// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
;// CONCATENATED MODULE: ./lib/providers/vercel-env/capabilities.js






/** By key: the writer of its newest row. */
function authorsOf(rows) {
    const oldestFirst = [...rows].sort((a, b) => a.updatedAt - b.updatedAt);
    return new Map(oldestFirst.flatMap(({ key, by, updatedAt }) => by === undefined ? [] : [[key, { by: `Vercel user ${by}`, at: updatedAt }]]));
}
const capabilities = {
    names: (saved, config) => partsOf(saved, { project: config.project, covered: coveredBy(config) }),
    access: access/* vercelAccess */.g,
    describeState: ({ project, rows }) => {
        const keys = [...new Set(rows.map(({ key }) => key))];
        const production = rows.filter(({ target }) => target.includes(vercel_env/* PRODUCTION */.e));
        return {
            content: (0,counted/* counted */.h)(keys.length, 'variable', keys),
            variables: production.map(({ key, updatedAt }) => ({
                project,
                name: key,
                changedAt: updatedAt,
                change: changeId(key),
            })),
            authors: authorsOf(rows),
        };
    },
    /** Sensitive values that Rewind wrote from REWIND_ENV_…: nobody can read them back to compare them. */
    blindSpots: (saved, live) => {
        const keys = live.rows
            .filter(({ value, comment }) => value === null && PROVENANCE.exec(comment ?? '')?.[1] === saved.snapshot)
            .map(({ key }) => key);
        return keys.length === 0 ? [] : [`${[...new Set(keys)].join(', ')}: set from a supplied value that cannot be read`];
    },
};

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

// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/providers/vercel-env/prove.js





/** Compares the sealed variables with the manifest. */
async function prove(_config, saved, ctx, source) {
    const variables = await (0,json_payload/* readJsonPayload */.Fx)(VALUES, savedVariables, source, ctx);
    for (const variable of variables)
        hide(variable, ctx);
    const rows = await rowsOf(variables, ctx);
    return (0,digest/* canonicalJson */.dj)(rows) === (0,digest/* canonicalJson */.dj)(saved.rows) ? [] : [(0,json_payload/* payloadDiffers */.Wv)('variables')];
}

;// CONCATENATED MODULE: ./lib/providers/vercel-env/index.js








/* harmony default export */ const providers_vercel_env = ((0,provider/* defineProvider */.Nj)({
    id: 'vercel-env',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    prove: prove,
    capabilities: capabilities,
}));


/***/ }),

/***/ 31614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ vercelAccess)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95239);



const WRITERS = ['OWNER', 'MEMBER'];
const READERS = ['VIEWER', 'VIEWER_FOR_PLUS', 'BILLING', 'SECURITY'];
const membership = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ membership: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ role: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).optional() });
/**
 * A token has the rights of its user in the team. The other roles depend on the project, so they tell nothing.
 * `/v2/user` is not asked: it is unknown to a token of one project.
 */
async function vercelAccess({ team }, ctx) {
    const credential = 'VERCEL_TOKEN';
    if (!team)
        return { credential, writes: null, why: 'no team is configured whose members Vercel could name' };
    const role = await roleIn(team, ctx);
    if (role === undefined)
        return { credential, writes: null, why: 'Vercel does not show its role in the team' };
    const writes = WRITERS.includes(role) ? true : READERS.includes(role) ? false : null;
    return { credential, writes, why: `its user has the role ${role} in the team` };
}
async function roleIn(team, ctx) {
    try {
        const call = { method: 'GET', what: 'read the team', path: `/v2/teams/${encodeURIComponent(team)}` };
        return (await (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .vercelApi */ .a)(ctx, team).request(call, membership)).data.membership?.role;
    }
    catch (error) {
        // A token of one project may not read the team.
        if (error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && (error.status === 403 || error.status === 404))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 95239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ vercelApi),
/* harmony export */   g: () => (/* binding */ VERCEL)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72201);



/** Its name for messages, and for what a run read from it. */
const VERCEL = 'Vercel';
/** Vercel gives the end of a limit as a time of day. */
const LONGEST_RESET_MS = 5_000;
/** A list with more pages counts as broken paging. */
const MAX_PAGES = 100;
/**
 * @param team sent with every request; without it, Vercel uses the token's default team
 * @throws RewindError credential-missing
 */
function vercelApi(ctx, team) {
    const base = ctx.env.url('VERCEL_API_URL', 'https://api.vercel.com');
    const token = ctx.env.token('VERCEL_TOKEN', ctx.resource);
    const request = async ({ path, query, headers, ...rest }, schema) => {
        const call = {
            service: VERCEL,
            resource: ctx.resource,
            longestResetMs: LONGEST_RESET_MS,
            ...rest,
            url: `${base}${path}`,
            headers: { ...headers, authorization: `Bearer ${token}` },
            query: { ...query, teamId: team ?? undefined },
        };
        try {
            return await ctx.http.request(call, schema);
        }
        catch (error) {
            throw invalidToken(error) ?? notFound(error, team) ?? error;
        }
    };
    return {
        request,
        all: async (call, field, row) => {
            const page = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
                [field]: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(row),
                pagination: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ next: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()]).nullable() }).optional(),
            });
            const rows = [];
            let until;
            for (let pages = 0; pages < MAX_PAGES; pages += 1) {
                const { data } = await request({ ...call, query: { limit: 100, ...call.query, until } }, page);
                rows.push(...data[field]);
                const next = data.pagination?.next ?? null;
                if (next === null)
                    return rows;
                if (next === until)
                    break;
                until = next;
            }
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unexpected-answer', `Vercel sent a list that does not end to "${call.what}".`, {
                resource: ctx.resource,
            });
        },
    };
}
const refusal = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ invalidToken: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true) }) });
/** Vercel refuses a token that is wrong, expired or revoked with 401, or with 403 and a word in the body. */
function invalidToken(error) {
    if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR))
        return undefined;
    if (error.status !== 401 && !refusal.safeParse(error.body).success)
        return undefined;
    const remedy = 'Replace VERCEL_TOKEN: Vercel does not know this token (it is mistyped, expired or revoked).';
    const { message, resource, status, body } = error;
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR('api-unauthorized', message, { resource, remedy, cause: error }, status, body);
}
/** Vercel answers for a team that is mistyped or missing as for a project that does not exist. */
function notFound(error, team) {
    if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR) || error.code !== 'api-not-found')
        return undefined;
    const remedy = team
        ? `Check the id and the team (${team}) in the configuration, and the access of VERCEL_TOKEN.`
        : 'Check the id in the configuration and the access of VERCEL_TOKEN. If a team owns it, set "team".';
    const { message, resource, status, body } = error;
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR('api-not-found', message, { resource, remedy, cause: error }, status, body);
}


/***/ }),

/***/ 94813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ vercelEnv),
/* harmony export */   e: () => (/* binding */ PRODUCTION)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95239);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);




/** The environment whose variables the app reads in production. */
const PRODUCTION = 'production';
const envRow = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    value: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())])
        .nullish()
        .transform((value) => [value ?? []].flat()),
    gitBranch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    customEnvironmentIds: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    decrypted: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    system: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    visibility: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    configurationId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    edgeConfigTokenId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    updatedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish(),
    /** Ids of users. */
    createdBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    updatedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
});
const envList = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ envs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(envRow), hiddenProductionEnvCount: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional() }),
    // Vercel may return a single variable without a list.
    envRow,
]);
const created = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    failed: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ code: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish() }) })).nullish(),
});
/** Vercel REST API: environment variables of one project. Every write sets a value, so it can be repeated. */
function vercelEnv(ctx, { project, team }) {
    const api = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .vercelApi */ .a)(ctx, team);
    const path = `/v10/projects/${project}/env`;
    const permission = `read and write the environment variables of project ${project}`;
    const write = { repeatable: true, permission };
    return {
        /** Rows, and the number of production rows hidden from this token. @param decrypt requests clear values */
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
        /** Sends one request. A 201 may still contain failures. @throws RewindError api-rejected */
        create: async (entries) => {
            const what = `write ${entries.map(({ key }) => key).join(', ')}`;
            const { data } = await api.request({ method: 'POST', path, what, query: { upsert: true }, json: entries.map((entry) => ({ ...entry })), ...write }, created);
            const failed = data.failed ?? [];
            if (failed.length === 0)
                return;
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-rejected', `Vercel rejected ${failed.length} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(entries.length, 'variable')}.`, {
                resource: ctx.resource,
                problems: failed.map(({ error }) => `${error.code}: ${error.message ?? 'no message'}`),
                remedy: `Repair the variables (${entries.map(({ key }) => key).join(', ')}) in Vercel project ${project}, then run the same command again.`,
            });
        },
        /** Omitted fields keep their value. */
        edit: async ({ id, key }, change) => {
            const one = `/v9/projects/${project}/env/${id}`;
            await api.request({ method: 'PATCH', path: one, what: `change ${key}`, json: { ...change }, ...write }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
        },
        remove: async ({ id, key }) => {
            const one = `/v9/projects/${project}/env/${id}`;
            await api.request({ method: 'DELETE', path: one, what: `remove ${key}`, accept: [404], permission }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
        },
    };
}


/***/ })

};
