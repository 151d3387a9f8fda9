export const id = 7143;
export const ids = [7143];
export const modules = {

/***/ 37143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ lambda_concurrency)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/services/aws/errors.js
var aws_errors = __webpack_require__(85127);
// EXTERNAL MODULE: ./lib/services/aws/json.js
var aws_json = __webpack_require__(57642);
// EXTERNAL MODULE: ./lib/services/aws/signed.js
var signed = __webpack_require__(93068);
;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/client.js




const reservation = schemas/* object */.Ikc({ ReservedConcurrentExecutions: schemas/* number */.aig().int().nullish() });
const provision = schemas/* object */.Ikc({
    RequestedProvisionedConcurrentExecutions: schemas/* number */.aig().int(),
    Status: schemas/* enum */.k5n(['IN_PROGRESS', 'READY', 'FAILED']),
    StatusReason: schemas/* string */.YjP().optional(),
});
const REMEDIES = {
    ResourceNotFoundException: 'Correct "function", "qualifier" and "region" of this resource, or use the credentials of its account.',
    InvalidParameterValueException: 'Choose a number that fits: AWS leaves 100 of the account to functions without a reservation, and provisions no more than is reserved. Or raise the quota of concurrent executions.',
};
/** The part of Lambda's API that concurrency needs. */
async function client({ region, function: name, qualifier }, ctx) {
    const api = await (0,signed/* signedApi */.v)(ctx, { name: 'LAMBDA', title: 'Lambda', prefix: 'lambda', region });
    const send = (action, method, path, what, answer, { query, json } = {}) => api.send({
        ...aws_json/* JSON_ANSWER */.o,
        method,
        path,
        ...(query && { query }),
        ...(json !== undefined && { contentType: 'application/json', body: JSON.stringify(json) }),
    }, answer, { what, action, remedies: REMEDIES });
    // Each operation has the version of the API that introduced it.
    const writing = `/2017-10-31/functions/${name}/concurrency`;
    const provisioning = `/2019-09-30/functions/${name}/provisioned-concurrency`;
    const query = { Qualifier: qualifier ?? '' };
    const at = `${name}:${query.Qualifier}`;
    return {
        /** Null: nothing is reserved, which is not 0. */
        reserved: async () => {
            const what = `read the reserved concurrency of ${name}`;
            const path = `/2019-09-30/functions/${name}/concurrency`;
            return ((await send('GetFunctionConcurrency', 'GET', path, what, reservation)).ReservedConcurrentExecutions ?? null);
        },
        reserve: async (count) => {
            const what = `set the reserved concurrency of ${name}`;
            if (count === null)
                await send('DeleteFunctionConcurrency', 'DELETE', writing, what, schemas/* unknown */.L5J());
            else {
                const json = { ReservedConcurrentExecutions: count };
                await send('PutFunctionConcurrency', 'PUT', writing, what, schemas/* unknown */.L5J(), { json });
            }
        },
        /** Null: nothing is provisioned. Only with a qualifier. */
        provisioned: async () => {
            const what = `read the provisioned concurrency of ${at}`;
            try {
                const found = await send('GetProvisionedConcurrencyConfig', 'GET', provisioning, what, provision, { query });
                return {
                    requested: found.RequestedProvisionedConcurrentExecutions,
                    status: found.Status,
                    reason: found.StatusReason,
                };
            }
            catch (error) {
                const none = 'ProvisionedConcurrencyConfigNotFoundException';
                if (error instanceof aws_errors/* AwsFailure */.OQ && error.awsCode === none)
                    return null;
                throw error;
            }
        },
        provision: async (count) => {
            const what = `set the provisioned concurrency of ${at}`;
            if (count === null) {
                await send('DeleteProvisionedConcurrencyConfig', 'DELETE', provisioning, what, schemas/* unknown */.L5J(), { query });
            }
            else {
                const json = { ProvisionedConcurrentExecutions: count };
                await send('PutProvisionedConcurrencyConfig', 'PUT', provisioning, what, schemas/* unknown */.L5J(), { query, json });
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/scale-up.js
var scale_up = __webpack_require__(82824);
;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/plan.js


/** Each cannot be restored alone where the other would not fit to it: then they go together. */
const RESERVED = 'reserved-concurrency';
const PROVISIONED = 'provisioned-concurrency';
/**
 * What is provisioned must fit into what is reserved at every moment: a reservation that grows comes first, one that
 * shrinks comes last.
 */
function plan(saved, live) {
    const other = (0,other_object/* otherObject */.A_)('concurrency', partsOf(saved, live));
    if (other)
        return [other];
    const reserved = reservedChange(saved, live);
    const provisioned = provisionedChange(saved, live);
    const grows = saved.reserved === null || (live.reserved !== null && saved.reserved > live.reserved);
    return grows ? [...reserved, ...provisioned] : [...provisioned, ...reserved];
}
/** What names the concurrency. A snapshot without a qualifier says nothing of any. */
const partsOf = (saved, live) => [
    ...(0,other_object/* nameParts */.IN)(['region', 'function'], saved, live),
    ...(saved.qualifier === null ? [] : [{ key: 'qualifier', saved: saved.qualifier, live: live.qualifier ?? 'none' }]),
];
/** Null is more than every number: what is left of the account. */
const fewer = (to, now) => to !== null && (now === null || to < now);
function reservedChange(saved, live) {
    const [to, now] = [saved.reserved, live.reserved];
    if (to === now)
        return [];
    return [
        {
            ...scale_up/* CAPACITY */.$5,
            id: RESERVED,
            action: 'update',
            target: `reserved concurrency of ${saved.function}`,
            before: reservedText(now),
            after: reservedText(to),
            warnings: [
                ...(to === 0 ? [`0 switches ${saved.function} off.`] : fewer(to, now) ? [scale_up/* LESS_CAPACITY */.$P] : []),
                ...(now === 0 ? [`0 has switched ${saved.function} off: it runs again.`] : []),
            ],
            ...(to !== null && to < (live.provisioned?.requested ?? 0) && { sideEffects: [PROVISIONED] }),
            params: { kind: 'reserved', count: to },
        },
    ];
}
function provisionedChange(saved, live) {
    if (saved.qualifier === null)
        return [];
    const [to, now] = [saved.provisioned, live.provisioned];
    const failed = now?.failed === true && to?.failed === false;
    if (to?.requested === now?.requested && !failed)
        return [];
    return [
        {
            ...scale_up/* CAPACITY */.$5,
            id: PROVISIONED,
            action: now === null ? 'create' : to === null ? 'delete' : 'update',
            target: `provisioned concurrency of ${saved.function}:${saved.qualifier}`,
            before: provisionedText(now),
            after: to && String(to.requested),
            warnings: now !== null && (to?.requested ?? 0) < now.requested ? [scale_up/* LESS_CAPACITY */.$P] : [],
            ...(live.reserved !== null && live.reserved < (to?.requested ?? 0) && { sideEffects: [RESERVED] }),
            params: { kind: 'provisioned', count: to?.requested ?? null },
        },
    ];
}
const reservedText = (count) => (count === null ? 'not reserved' : String(count));
const provisionedText = (of) => of && (of.failed ? `${of.requested}, which AWS could not provide` : String(of.requested));

;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/state.js

/** Executions at a time. */
const count = schemas/* number */.aig().int().min(0);
const provisioned = schemas/* strictObject */.rej({
    requested: count.min(1),
    /** True if AWS gave it up. */
    failed: schemas/* boolean */.zMY(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    region: schemas/* string */.YjP(),
    function: schemas/* string */.YjP(),
    /** Null: only the reserved concurrency is captured. */
    qualifier: schemas/* string */.YjP().nullable(),
    /** Null: nothing is reserved, the function takes from what is left of the account. 0: it does not run. */
    reserved: count.nullable(),
    /** Null: nothing is provisioned. */
    provisioned: provisioned.nullable(),
});
/** The part of a change that `apply` reads; null takes the setting away. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('reserved'), count: count.nullable() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('provisioned'), count: count.min(1).nullable() }),
]);

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/apply.js






const POLL_MS = 5_000;
/** AWS provides up to 6,000 environments a minute. */
const LONGEST_MS = 15 * 60_000;
async function apply(config, change, ctx) {
    const wanted = params.parse(change.params);
    const lambda = await client(config, ctx);
    if (wanted.kind === 'provisioned')
        return apply_provision(lambda, wanted.count, change, ctx);
    const now = await lambda.reserved();
    if (now === wanted.count)
        return;
    (0,as_planned/* assertAsPlanned */.Jf)(change, reservedText(now), ctx, 'in AWS');
    await lambda.reserve(wanted.count);
}
async function apply_provision(lambda, count, change, ctx) {
    // AWS refuses a change of what is being provided.
    const now = await settled(lambda, ctx);
    if (now === null ? count === null : now.requested === count && now.status === 'READY')
        return;
    const shown = (failed) => provisionedText(now && { requested: now.requested, failed });
    const failed = now?.status === 'FAILED';
    // A measure takes what AWS could not provide as provided.
    (0,as_planned/* assertAsPlanned */.Jf)(change, change.before === shown(false) ? shown(false) : shown(failed), ctx, 'in AWS');
    await lambda.provision(count);
    const after = await settled(lambda, ctx);
    if (after?.status !== 'FAILED')
        return;
    throw new errors.RewindError('api-rejected', `Lambda could not provide ${(0,runtime_text/* plural */.LS)(after.requested, 'execution')}: ${after.reason ?? ''}`, {
        resource: ctx.resource,
        remedy: 'Read the status of the provisioned concurrency in the Lambda console, and run again.',
    });
}
/** @throws RewindError deadline-exceeded */
async function settled(lambda, ctx) {
    const until = ctx.clock.monotonic() + LONGEST_MS;
    for (;;) {
        const found = await lambda.provisioned();
        if (found?.status !== 'IN_PROGRESS')
            return found;
        if (ctx.clock.monotonic() >= until) {
            throw new errors.RewindError('deadline-exceeded', 'Lambda has not provided the concurrency yet.', {
                resource: ctx.resource,
                remedy: 'AWS goes on. Run the same command again to wait longer.',
            });
        }
        await ctx.clock.sleep(POLL_MS, ctx.signal);
    }
}

// EXTERNAL MODULE: ./lib/services/aws/access.js
var access = __webpack_require__(13146);
;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/mitigate.js

/**
 * `max` raises what is reserved, `min` what is provisioned. Without a reservation the function takes what is left of the
 * account, and a number would lower that. 0 is a switch that somebody turned off: it stays.
 */
const mitigation = {
    kinds: ['scale-up'],
    settled: (state) => ({
        ...state,
        provisioned: state.provisioned && { ...state.provisioned, failed: false },
    }),
    ease: ({ function: name, qualifier }, live, given) => {
        if (given.kind !== 'scale-up')
            return { desired: live, unknown: [] };
        const measure = (0,scale_up/* wholeNumbers */.ud)(given);
        const { min, max } = measure;
        if (live.reserved === 0) {
            return cannot(live, `The reserved concurrency 0 switches ${name} off. It stays so.`);
        }
        if (min !== undefined && qualifier === undefined) {
            return cannot(live, `${name} has no "qualifier" in the configuration, so "min" cannot be provisioned.`);
        }
        if (min === undefined && live.reserved === null) {
            return cannot(live, `${name} has no reserved concurrency, so it has no limit that "max" raises.`);
        }
        const provisioned = qualifier === undefined ? null : provisionedWith(live, measure);
        const wanted = Math.max(live.reserved ?? 0, max ?? 0, provisioned?.requested ?? 0);
        const reserved = live.reserved === null ? null : wanted;
        return { desired: { ...live, reserved, provisioned }, unknown: [] };
    },
};
const cannot = (live, why) => ({ desired: live, unknown: [], impossible: [why] });
/** What AWS could not provide is asked for once more. */
function provisionedWith({ provisioned }, { min = 0 }) {
    const requested = Math.max(provisioned?.requested ?? 0, min);
    return min === 0 ? provisioned : { requested, failed: false };
}

;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/capabilities.js



const capabilities = {
    names: (saved, { qualifier = null, ...config }) => partsOf(saved, { ...config, qualifier }),
    blindSpots: (saved, live) => saved.qualifier === null && live.qualifier !== null
        ? [`provisioned concurrency of ${live.function}:${live.qualifier}: the snapshot does not hold it`]
        : [],
    access: access/* awsAccess */.S,
    mitigation: mitigation,
    describeState: ({ function: name, reserved, provisioned }) => ({
        content: `${name}: ${reserved ?? 'nothing'} reserved, ${provisioned?.requested ?? 'nothing'} provisioned`,
    }),
};

;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/capture.js

/** Nothing in it is secret, so the manifest holds everything. */
async function capture(config, ctx) {
    const { region, function: name, qualifier = null } = config;
    const lambda = await client(config, ctx);
    const reserved = await lambda.reserved();
    const found = qualifier === null ? null : await lambda.provisioned();
    const provisioned = found && { requested: found.requested, failed: found.status === 'FAILED' };
    return { schemaVersion: 1, region, function: name, qualifier, reserved, provisioned };
}

;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/check.js

async function check(config, ctx) {
    const { function: name, qualifier, reserved, provisioned } = await capture(config, ctx);
    const findings = [];
    if (reserved === 0) {
        findings.push({
            level: 'warning',
            code: 'lambda-switched-off',
            message: `The reserved concurrency of ${name} is 0: it does not run.`,
            remedy: 'Raise or remove the reservation in AWS if that is not intended.',
        });
    }
    if (provisioned?.failed === true) {
        findings.push({
            level: 'warning',
            code: 'lambda-provision-failed',
            message: `AWS could not provide the provisioned concurrency of ${name}:${String(qualifier)}.`,
            remedy: 'Read its status in the Lambda console, and set it again.',
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/index.js







/* harmony default export */ const lambda_concurrency = ((0,provider/* defineProvider */.Nj)({
    id: 'lambda-concurrency',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    capabilities: capabilities,
}));


/***/ })

};
