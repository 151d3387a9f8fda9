export const id = 275;
export const ids = [275];
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

/***/ 40275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ vercel_edge_config)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/runtime/undecided.js
var runtime_undecided = __webpack_require__(15837);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/services/vercel/client.js
var client = __webpack_require__(95239);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/client.js





const store = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    slug: schemas/* string */.YjP(),
    purpose: schemas/* object */.Ikc({ type: schemas/* string */.YjP() }).nullish(),
});
const items = schemas/* array */.YOg(schemas/* object */.Ikc({ key: schemas/* string */.YjP(), value: json/* jsonValue */.IL, description: schemas/* string */.YjP().nullish() }));
/** Vercel REST API: Global Config, known as Edge Config until 2026. */
function client_client(config, ctx) {
    const api = (0,client/* vercelApi */.a)(ctx, config.team);
    let prefix;
    const call = async (request, suffix, schema) => {
        prefix ??= (await readStore()).prefix;
        return (await api.request({ ...request, path: `/v1/${prefix}/${config.store}${suffix}` }, schema)).data;
    };
    /** Tries the new path, then the old one; keeps the path that has the store. */
    const readStore = async () => {
        const read = async (base) => {
            const call = { what: `read Edge Config ${config.store}`, permission: 'read access to the store' };
            const path = `/v1/${base}/${config.store}`;
            return { prefix: base, store: (await api.request({ ...call, method: 'GET', path }, store)).data };
        };
        if (prefix !== undefined)
            return read(prefix);
        try {
            return await read('global-config');
        }
        catch (error) {
            if (error instanceof http_failure/* HttpFailure */.HR && (error.status === 404 || error.status === 410))
                return read('edge-config');
            throw error;
        }
    };
    return {
        store: async () => {
            const found = await readStore();
            prefix = found.prefix;
            return found.store;
        },
        items: async () => {
            const found = await call({ method: 'GET', what: `read the items of ${config.store}` }, '/items', items);
            return found.map(({ key, value, description }) => ({
                key,
                value,
                description: description ? description : null,
            }));
        },
        /** Atomic. Repeatable: it upserts keys and deletes existing keys. */
        patch: (operations) => call({
            method: 'PATCH',
            what: `write ${(0,runtime_text/* plural */.LS)(operations.length, 'item')} of ${config.store}`,
            json: { items: operations.map((operation) => ({ ...operation })) },
            permission: 'write access to the store',
        }, '/items', schemas/* unknown */.L5J()),
    };
}

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/capture.js




const ITEMS = 'items.json';
const LONGEST_PREVIEW = 40;
/** Matches `signingKey`, `AWS_KEY_ID` and `keys`, but not `monkey` or `keyboard`. */
const SECRET_KEY = /token|secret|passw|passphrase|pwd|credential|private|signature|bearer|dsn|(^|[-_]|api)keys?($|[-_])|[a-z]Keys?($|[-_A-Z])|(^|[-_])auth($|[-_])/;
const looksSecret = (key) => SECRET_KEY.test(key) || SECRET_KEY.test(key.toLowerCase());
const savedItems = schemas/* array */.YOg(schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: json/* jsonValue */.IL, description: schemas/* string */.YjP().nullable() }));
async function capture(config, ctx, sink) {
    const vercel = client_client(config, ctx);
    const store = await vercel.store();
    const items = (await vercel.items()).sort((a, b) => (a.key < b.key ? -1 : 1));
    maskHidden(items, ctx);
    await sink.write(ITEMS, Buffer.from(JSON.stringify(items)));
    return {
        schemaVersion: 1,
        store: store.id,
        slug: store.slug,
        purpose: store.purpose?.type ?? null,
        items: await itemStatesOf(items, ctx),
    };
}
/** What the manifest says of items. */
function itemStatesOf(items, ctx) {
    return Promise.all(items.map(async ({ key, value, description }) => ({
        key,
        value: await ctx.fingerprint((0,digest/* canonicalJson */.dj)(value)),
        preview: preview(key, value),
        description,
    })));
}
/** Masks hidden values in error messages of other programs. */
function maskHidden(items, ctx) {
    for (const { key, value } of items) {
        if (preview(key, value) === null)
            ctx.masker.add(typeof value === 'string' ? value : JSON.stringify(value));
    }
}
/** Shows switches and short words; hides values that may be secrets. */
function preview(key, value) {
    if (typeof value === 'boolean' || value === null)
        return String(value);
    if (looksSecret(key))
        return null;
    if (typeof value === 'number')
        return String(value);
    if (typeof value !== 'string' || value.length > LONGEST_PREVIEW)
        return null;
    // Words, versions and percentages, too short or regular to be a credential.
    return /^[A-Za-z][\w .:/%-]{0,39}$/.test(value) && !/[A-Za-z\d_-]{20,}/.test(value) ? JSON.stringify(value) : null;
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/plan.js


/** One change for the whole store: Vercel executes all operations of one request atomically. */
function plan(saved, live) {
    const other = (0,other_object/* otherObject */.A_)('items', [{ key: 'store', saved: saved.store, live: live.store }]);
    if (other)
        return [other];
    return narrow(saved, live, differingKeys(saved, live));
}
/** The change of these items. */
function narrow(saved, live, differences) {
    if (differences.length === 0)
        return [];
    const text = (from, other) => differences.map((key) => itemText(key, other.items, from.items)).join('; ');
    const set = Object.fromEntries(differences.flatMap((key) => {
        const value = find(saved.items, key)?.set;
        return value === undefined ? [] : [[key, value]];
    }));
    const owner = saved.purpose ?? live.purpose;
    return [
        {
            id: 'items',
            stage: 'configuration',
            action: 'update',
            target: `${(0,runtime_text/* plural */.LS)(differences.length, 'item')} of Edge Config "${saved.slug}"`,
            before: text(live, saved),
            after: text(saved, live),
            effect: 'live',
            undo: '"rewind undo" sets it back',
            warnings: [],
            parts: differences,
            params: {
                kind: 'items',
                keys: [...differences],
                ...(Object.keys(set).length === 0 ? {} : { set }),
            },
            ...(owner === null
                ? {}
                : { manual: `This store belongs to ${owner}: set the items back there, or use the provider for it.` }),
        },
    ];
}
const find = (items, key) => items.find((candidate) => candidate.key === key);
/** What a plan says of an item on one side. @param other the items of the other side */
function itemText(key, other, items) {
    const [a, b] = [find(other, key), find(items, key)];
    return `${key}: ${shown(b, isOnlyDescribed(a, b))}`;
}
/** Keys with different values or descriptions, or on one side only, sorted. */
function differingKeys(saved, live) {
    const byKey = (from) => new Map(from.items.map((item) => [item.key, item]));
    const before = byKey(saved);
    const now = byKey(live);
    return [...new Set([...before.keys(), ...now.keys()])].sort().filter((key) => {
        const [a, b] = [before.get(key), now.get(key)];
        return a === undefined || b === undefined || !same(a, b);
    });
}
function same(a, b) {
    if (a.description !== b.description)
        return false;
    // A value of a measure has no fingerprint.
    const isSet = a.set !== undefined || b.set !== undefined;
    return isSet ? a.preview !== null && a.preview === b.preview : a.value === b.value;
}
/** True for two items that differ only in the description: without it, the plan would show no difference. */
const isOnlyDescribed = (a, b) => a !== undefined && b !== undefined && same({ ...a, description: null }, { ...b, description: null });
function shown(entry, described) {
    if (entry === undefined)
        return 'absent';
    // Different sealed values must have different texts.
    const value = entry.preview ?? `sealed value ${entry.value.slice(0, 6)}`;
    if (!described)
        return value;
    return `${value}, ${entry.description === null ? 'no description' : `description "${entry.description}"`}`;
}

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/state.js


/** A value that a preview shows whole, so that it can be compared without its fingerprint. */
const scalar = schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* number */.aig(), schemas/* string */.YjP(), schemas/* null */.chJ()]);
const item = schemas/* strictObject */.rej({
    key: schemas/* string */.YjP(),
    /** Fingerprint of the sealed value. */
    value: schemas/* string */.YjP(),
    /** A preview of the value; null if it is long or may be secret. */
    preview: schemas/* string */.YjP().nullable(),
    description: schemas/* string */.YjP().nullable(),
    /** Only in the goal of a measure, and never secret: the value itself. It has no fingerprint, but a preview. */
    set: scalar.exactOptional(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    store: schemas/* string */.YjP(),
    slug: schemas/* string */.YjP(),
    /** Set if the store belongs to Vercel Flags or an integration: Rewind never writes to it. */
    purpose: schemas/* string */.YjP().nullable(),
    items: schemas/* array */.YOg(item),
});
/** The part of a change that `apply` reads: it writes these items and no others. */
const params = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('items'),
    keys: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Values of a measure, which are in no payload. */
    set: (0,json/* recordOf */.zv)(scalar).exactOptional(),
});

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/apply.js









/** Repeats the read and the write if another client writes in between. */
const MAX_TRIES = 3;
/** Reads the store, writes the items of the plan that differ in one request, and reads them back. */
async function apply(config, change, ctx, source) {
    const { keys, set = {} } = params.parse(change.params);
    const vercel = client_client(config, ctx);
    ctx.log.debug(`restoring ${keys.join(', ')}`);
    const saved = keys.every((key) => Object.hasOwn(set, key))
        ? []
        : savedItems.parse(JSON.parse((await source.read(ITEMS)).toString('utf8')));
    maskHidden(saved, ctx);
    const { purpose, slug } = await vercel.store();
    if (purpose) {
        throw new errors.RewindError('edge-config-managed', `Edge Config "${slug}" belongs to ${purpose.type}.`, {
            resource: ctx.resource,
        });
    }
    const what = `The items of Edge Config "${slug}" were sent`;
    let sent = false;
    for (let tries = 1;; tries += 1) {
        const live = await vercel.items().catch((error) => {
            throw sent ? (0,errors/* uncertain */.Y$)(what, error) : error;
        });
        const measured = live.flatMap((item) => Object.hasOwn(set, item.key) ? [{ ...item, value: set[item.key] ?? null }] : []);
        const gone = Object.keys(set).find((key) => !live.some((item) => item.key === key));
        if (gone !== undefined) {
            throw new errors.RewindError('api-conflict', `Edge Config "${slug}" has no item "${gone}" any more.`, {
                resource: ctx.resource,
            });
        }
        const operations = operationsFor(keys, [...saved.filter(({ key }) => !Object.hasOwn(set, key)), ...measured], live);
        if (operations.length === 0)
            return;
        // Also after a lost answer: what it wrote is as wanted, so nothing of it is in the operations.
        await assertItemsAsPlanned(change, operations, saved, live, ctx);
        if (tries > MAX_TRIES)
            break;
        try {
            await vercel.patch(operations);
            sent = true;
        }
        catch (error) {
            // After a lost response or a concurrent write, the live store decides.
            const lost = (0,runtime_undecided/* isUndecided */.A)(error);
            sent ||= lost && !error.unwritten;
            const undecided = lost || (error instanceof http_failure/* HttpFailure */.HR && [404, 409, 412].includes(error.status ?? 0));
            if (!undecided || tries === MAX_TRIES)
                throw sent ? (0,errors/* uncertain */.Y$)(what, error) : error;
            await pause(ctx);
        }
    }
    throw new errors.RewindError('api-conflict', `Edge Config "${slug}" keeps changing: another client writes to it.`, {
        resource: ctx.resource,
    });
}
/** Each item that would be written must be as the plan says. @throws RewindError api-conflict: then none is written */
async function assertItemsAsPlanned(change, operations, saved, live, ctx) {
    const stateOf = async (items, keys) => itemStatesOf(items.filter(({ key }) => keys.includes(key)), ctx);
    const keys = operations.map(({ key }) => key);
    const [was, is] = await Promise.all([stateOf(saved, keys), stateOf(live, keys)]);
    const strange = keys.map((key) => itemText(key, was, is)).find((text) => !planned(change).includes(`; ${text}; `));
    if (strange !== undefined)
        throw (0,as_planned/* overtaken */.K1)(change, strange, ctx, 'on Vercel');
}
const planned = ({ before }) => `; ${before ?? ''}; `;
const pause = (ctx) => ctx.clock.sleep(200 + 300 * ctx.random(), ctx.signal);
/** For the keys of the plan only: what a person edited since, stays. */
function operationsFor(keys, saved, actual) {
    const planned = ({ key }) => keys.includes(key);
    const desired = saved.filter(planned);
    const live = actual.filter(planned);
    const same = (a, b) => (0,digest/* canonicalJson */.dj)([a.value, a.description]) === (0,digest/* canonicalJson */.dj)([b.value, b.description]);
    const upserts = desired
        .filter((entry) => !live.some((other) => other.key === entry.key && same(entry, other)))
        .map(({ key, value, description }) => ({
        operation: 'upsert',
        key,
        value,
        description: description ?? '',
    }));
    const deletes = live
        .filter(({ key }) => !desired.some((entry) => entry.key === key))
        .map(({ key }) => ({ operation: 'delete', key }));
    return [...upserts, ...deletes];
}

// EXTERNAL MODULE: ./lib/services/vercel/access.js
var access = __webpack_require__(31614);
// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/mitigation.js



/** Sets the item that the application reads to know that it is under maintenance. */
const mitigation = {
    kinds: ['maintenance'],
    async facts(_, ctx, measure) {
        const item = itemOf(measure);
        // A state holds a fingerprint of other values, which is no help to compare them with what a plan says.
        if (item === undefined || preview(item.key, item.value) !== null)
            return {};
        throw new errors.RewindError('input-invalid', `The value of "${item.key}" must be true, false, null, a number or a short word.`, { resource: ctx.resource, remedy: 'Let the application read such a value from the Edge Config.' });
    },
    ease(_, live, measure) {
        const item = itemOf(measure);
        if (item === undefined) {
            return { desired: live, unknown: [], impossible: ['An Edge Config takes maintenance with "item".'] };
        }
        // An item that is not there is read by nobody.
        if (!live.items.some(({ key }) => key === item.key))
            return { desired: live, unknown: [item.key] };
        const set = scalar.parse(item.value);
        const shown = preview(item.key, set);
        const items = live.items.map((present) => present.key === item.key && present.preview !== shown ? { ...present, value: '', preview: shown, set } : present);
        return { desired: { ...live, items }, unknown: [] };
    },
};
const itemOf = (measure) => (measure.kind === 'maintenance' ? measure.item : undefined);

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/capabilities.js




const capabilities = {
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['store'], saved, config),
    flags: true,
    access: access/* vercelAccess */.g,
    mitigation: mitigation,
    describeState: ({ items }) => ({
        // Other values are settings, not switches.
        flags: new Map(items.flatMap(({ key, preview }) => preview === 'true' || preview === 'false' ? [[key, preview === 'true']] : [])),
        content: (0,counted/* counted */.h)(items.length, 'item', items.map(({ key }) => key)),
    }),
};

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/check.js

async function check(config, ctx) {
    const vercel = client_client(config, ctx);
    const store = await vercel.store();
    await vercel.items();
    if (!store.purpose)
        return [];
    return [
        {
            level: 'warning',
            code: 'edge-config-managed',
            message: `Edge Config "${store.slug}" belongs to ${store.purpose.type}: it is captured, but never written.`,
            remedy: 'Use the provider of the owner (vercel-flags).',
        },
    ];
}

// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/prove.js



/** Compares the sealed items with the manifest. */
async function prove(_config, saved, ctx, source) {
    const items = await (0,json_payload/* readJsonPayload */.Fx)(ITEMS, savedItems, source, ctx);
    maskHidden(items, ctx);
    return (0,digest/* canonicalJson */.dj)(await itemStatesOf(items, ctx)) === (0,digest/* canonicalJson */.dj)(saved.items) ? [] : [(0,json_payload/* payloadDiffers */.Wv)('items')];
}

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/index.js








/* harmony default export */ const vercel_edge_config = ((0,provider/* defineProvider */.Nj)({
    id: 'vercel-edge-config',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    narrow: narrow,
    apply: apply,
    prove: prove,
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


/***/ })

};
