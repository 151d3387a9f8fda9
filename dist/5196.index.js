export const id = 5196;
export const ids = [5196];
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

/***/ 82824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ CAPACITY),
/* harmony export */   $P: () => (/* binding */ LESS_CAPACITY),
/* harmony export */   BW: () => (/* binding */ capacityChange),
/* harmony export */   Cf: () => (/* binding */ limitsText),
/* harmony export */   a2: () => (/* binding */ lessCapacity),
/* harmony export */   cA: () => (/* binding */ scaledUp),
/* harmony export */   ud: () => (/* binding */ wholeNumbers)
/* harmony export */ });
/** The limits with the measure: raised, never lowered. A minimum above the maximum raises the maximum too. Pure. */
function scaledUp({ min, max }, measure) {
    const raised = Math.max(min, measure.min ?? min);
    return { min: raised, max: Math.max(max, measure.max ?? max, raised) };
}
/** The measure for a service that counts in whole numbers: rounded up. Pure. */
const wholeNumbers = ({ min, max, kind }) => ({
    kind,
    ...(min !== undefined && { min: Math.ceil(min) }),
    ...(max !== undefined && { max: Math.ceil(max) }),
});
const LESS_CAPACITY = 'Capacity is lowered: compare it with the present load before you approve.';
/** What the approver must know of limits that are restored. Pure. */
const lessCapacity = (before, after) => after.min < before.min || after.max < before.max ? [LESS_CAPACITY] : [];
/** "2 to 10" */
const limitsText = ({ min, max }) => `${min} to ${max}`;
/** What every change of capacity has. */
const CAPACITY = { stage: 'configuration', effect: 'live', undo: '"rewind undo" sets it back' };
/** The change of one setting of capacity; none if both texts are equal. Pure. */
const capacityChange = (change, warnings = []) => change.before === change.after ? [] : [{ ...CAPACITY, action: 'update', ...change, warnings: [...warnings] }];


/***/ }),

/***/ 35196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ neon_compute)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/services/neon/client.js
var client = __webpack_require__(19238);
// EXTERNAL MODULE: ./lib/services/neon/operations.js
var neon_operations = __webpack_require__(28255);
;// CONCATENATED MODULE: ./lib/providers/neon-compute/client.js





const endpoint = schemas/* object */.Ikc({
    autoscaling_limit_min_cu: schemas/* number */.aig(),
    autoscaling_limit_max_cu: schemas/* number */.aig(),
    suspend_timeout_seconds: schemas/* number */.aig().int(),
});
/** The part of Neon's API that the size of a compute needs. */
function client_client({ project, endpoint: id }, ctx) {
    const api = (0,client/* neonApi */.j)(ctx);
    const root = `/projects/${encodeURIComponent(project)}`;
    const path = `${root}/endpoints/${encodeURIComponent(id)}`;
    const { waitFor } = (0,neon_operations/* neonOperations */.$u)(ctx, api, root);
    return {
        /** @throws RewindError api-not-found */
        read: async () => {
            try {
                const call = { method: 'GET', what: `read compute ${id}`, path };
                const { endpoint: found } = await api.request(call, schemas/* object */.Ikc({ endpoint }));
                return {
                    limits: { min: found.autoscaling_limit_min_cu, max: found.autoscaling_limit_max_cu },
                    suspendAfter: found.suspend_timeout_seconds,
                };
            }
            catch (error) {
                if (!(error instanceof http_failure/* HttpFailure */.HR && error.status === 404))
                    throw error;
                throw new errors.RewindError('api-not-found', `Neon project ${project} has no compute "${id}".`, {
                    resource: ctx.resource,
                    cause: error,
                    remedy: 'Correct "project" and "endpoint" of this resource, or use the API key of its organization.',
                });
            }
        },
        /** Sets what is given, and waits until Neon has done it. @throws RewindError restore-failed, deadline-exceeded */
        update: async (values) => {
            const what = `resize compute ${id}`;
            const json = 'limits' in values
                ? { autoscaling_limit_min_cu: values.limits.min, autoscaling_limit_max_cu: values.limits.max }
                : { suspend_timeout_seconds: values.suspendAfter };
            try {
                const { operations } = await api.request({
                    method: 'PATCH',
                    what,
                    path,
                    json: { endpoint: json },
                    // It sets values, so a repetition does no harm.
                    repeatable: true,
                    permission: 'write access to the project',
                }, schemas/* object */.Ikc({ operations: schemas/* array */.YOg(neon_operations/* operation */.MQ) }));
                await waitFor(what, operations);
            }
            catch (error) {
                throw error instanceof http_failure/* HttpFailure */.HR && [400, 422].includes(error.status ?? 0) ? refused(error) : error;
            }
        },
    };
}
/** Neon bounds the sizes, and how far the limits may lie apart, by the plan of the account. */
const refused = (error) => new errors.RewindError(error.code, error.message, {
    resource: error.resource,
    cause: error,
    remedy: 'Nothing was changed. Choose limits that your Neon plan allows: it bounds them, and how far they lie apart.',
});

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/scale-up.js
var scale_up = __webpack_require__(82824);
;// CONCATENATED MODULE: ./lib/providers/neon-compute/plan.js


function plan(saved, live) {
    const { endpoint, limits, suspendAfter } = saved;
    const other = (0,other_object/* otherObject */.A_)('limits', [
        { key: 'project', saved: saved.project, live: live.project },
        { key: 'endpoint', saved: endpoint, live: live.endpoint },
    ]);
    if (other)
        return [other];
    return [
        ...(0,scale_up/* capacityChange */.BW)({
            id: 'limits',
            target: `autoscaling limits of compute ${endpoint}`,
            before: units(live),
            after: units(saved),
            params: { limits },
        }, (0,scale_up/* lessCapacity */.a2)(live.limits, limits)),
        ...(0,scale_up/* capacityChange */.BW)({
            id: 'suspension',
            target: `suspension of compute ${endpoint}`,
            before: suspension(live),
            after: suspension(saved),
            params: { suspendAfter },
        }),
    ];
}
const units = ({ limits }) => `${(0,scale_up/* limitsText */.Cf)(limits)} CU`;
function suspension({ suspendAfter }) {
    if (suspendAfter === -1)
        return 'never';
    return suspendAfter === 0 ? "after the time of Neon's plan" : `after ${suspendAfter} s`;
}

;// CONCATENATED MODULE: ./lib/providers/neon-compute/state.js

/** Compute units. */
const limits = schemas/* strictObject */.rej({ min: schemas/* number */.aig().positive(), max: schemas/* number */.aig().positive() });
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    endpoint: schemas/* string */.YjP(),
    limits,
    /** Seconds without a query until it is suspended; 0: as Neon's plan says, -1: never. */
    suspendAfter: schemas/* number */.aig().int().min(-1),
});
/** The part of a change that `apply` reads: what is set. */
const params = schemas/* union */.KCZ([schemas/* strictObject */.rej({ limits }), state.pick({ suspendAfter: true })]);

;// CONCATENATED MODULE: ./lib/providers/neon-compute/apply.js




async function apply(config, change, ctx) {
    const wanted = params.parse(change.params);
    const neon = client_client(config, ctx);
    const { limits, suspendAfter } = await neon.read();
    const equal = 'limits' in wanted
        ? limits.min === wanted.limits.min && limits.max === wanted.limits.max
        : suspendAfter === wanted.suspendAfter;
    if (equal)
        return;
    (0,as_planned/* assertAsPlanned */.Jf)(change, 'limits' in wanted ? units({ limits }) : suspension({ suspendAfter }), ctx, 'at Neon');
    await neon.update(wanted);
}

// EXTERNAL MODULE: ./lib/services/neon/access.js
var access = __webpack_require__(47239);
;// CONCATENATED MODULE: ./lib/providers/neon-compute/mitigate.js

/** In compute units. */
const mitigation = {
    kinds: ['scale-up'],
    ease: (_config, live, measure) => ({
        desired: measure.kind === 'scale-up' ? { ...live, limits: (0,scale_up/* scaledUp */.cA)(live.limits, measure) } : live,
        unknown: [],
    }),
};

;// CONCATENATED MODULE: ./lib/providers/neon-compute/capabilities.js




const capabilities = {
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['project', 'endpoint'], saved, config),
    access: access/* neonAccess */.x,
    mitigation: mitigation,
    describeState: ({ endpoint, limits }) => ({ content: `${endpoint}: ${(0,scale_up/* limitsText */.Cf)(limits)} CU` }),
};

;// CONCATENATED MODULE: ./lib/providers/neon-compute/capture.js

/** Nothing in it is secret, so the manifest holds everything. */
async function capture(config, ctx) {
    const { project, endpoint } = config;
    return { schemaVersion: 1, project, endpoint, ...(await client_client(config, ctx).read()) };
}

;// CONCATENATED MODULE: ./lib/providers/neon-compute/check.js

/** Whether the compute can be read; each of its sizes can be restored. */
async function check(config, ctx) {
    await client_client(config, ctx).read();
    return [];
}

;// CONCATENATED MODULE: ./lib/providers/neon-compute/index.js







/* harmony default export */ const neon_compute = ((0,provider/* defineProvider */.Nj)({
    id: 'neon-compute',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    capabilities: capabilities,
}));


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


/***/ })

};
