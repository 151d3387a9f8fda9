export const id = 9509;
export const ids = [9509];
export const modules = {

/***/ 19509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ aws_scaling)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/services/aws/json.js
var aws_json = __webpack_require__(57642);
// EXTERNAL MODULE: ./lib/services/aws/signed.js
var signed = __webpack_require__(93068);
;// CONCATENATED MODULE: ./lib/providers/aws-scaling/client.js



const found = schemas/* object */.Ikc({
    ScalableTargets: schemas/* array */.YOg(schemas/* object */.Ikc({
        ResourceId: schemas/* string */.YjP(),
        ScalableDimension: schemas/* string */.YjP(),
        MinCapacity: schemas/* number */.aig().int(),
        MaxCapacity: schemas/* number */.aig().int(),
        SuspendedState: schemas/* object */.Ikc({
            DynamicScalingInSuspended: schemas/* boolean */.zMY().default(false),
            DynamicScalingOutSuspended: schemas/* boolean */.zMY().default(false),
            ScheduledScalingSuspended: schemas/* boolean */.zMY().default(false),
        })
            .prefault({}),
    })),
});
/** The part of Application Auto Scaling's API that a scalable target needs. It speaks AWS JSON 1.1. */
async function client({ region, target, dimension }, ctx) {
    const api = await (0,signed/* signedApi */.v)(ctx, {
        name: 'APPLICATION_AUTO_SCALING',
        title: 'Application Auto Scaling',
        prefix: 'application-autoscaling',
        region,
    });
    // The first part of every dimension is its namespace.
    const namespace = dimension.split(':')[0] ?? '';
    const send = (action, what, json, answer) => api.send({
        ...aws_json/* JSON_ANSWER */.o,
        method: 'POST',
        headers: { 'x-amz-target': `AnyScaleFrontendService.${action}` },
        contentType: 'application/x-amz-json-1.1',
        body: JSON.stringify({ ServiceNamespace: namespace, ...json }),
    }, answer, { what, action });
    return {
        /** @returns null if the target is not registered */
        read: async () => {
            const { ScalableTargets: targets } = await send('DescribeScalableTargets', `read scalable target ${target}`, { ResourceIds: [target], ScalableDimension: dimension }, found);
            const own = targets.find((each) => each.ResourceId === target && each.ScalableDimension === dimension);
            if (!own)
                return null;
            const { MinCapacity: min, MaxCapacity: max, SuspendedState: suspended } = own;
            return {
                min,
                max,
                suspended: {
                    scaleIn: suspended.DynamicScalingInSuspended,
                    scaleOut: suspended.DynamicScalingOutSuspended,
                    scheduled: suspended.ScheduledScalingSuspended,
                },
            };
        },
        /** Sets what is given and keeps the rest. A target that does not exist is made. */
        register: async ({ limits, suspended }) => {
            await send('RegisterScalableTarget', `register scalable target ${target}`, {
                ResourceId: target,
                ScalableDimension: dimension,
                ...(limits && { MinCapacity: limits.min, MaxCapacity: limits.max }),
                ...(suspended && {
                    SuspendedState: {
                        DynamicScalingInSuspended: suspended.scaleIn,
                        DynamicScalingOutSuspended: suspended.scaleOut,
                        ScheduledScalingSuspended: suspended.scheduled,
                    },
                }),
            }, schemas/* unknown */.L5J());
        },
    };
}

// EXTERNAL MODULE: ./lib/engine/scale-up.js
var scale_up = __webpack_require__(82824);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
;// CONCATENATED MODULE: ./lib/providers/aws-scaling/plan.js


function plan(saved, live) {
    const other = (0,other_object/* otherObject */.A_)('capacity', [
        { key: 'region', saved: saved.region, live: live.region },
        { key: 'target', saved: saved.target, live: live.target },
        { key: 'dimension', saved: saved.dimension, live: live.dimension },
    ]);
    if (other)
        return [other];
    const [to, now] = [saved.scaling, live.scaling];
    if (to === null)
        return now === null ? [] : [deregistration(saved, now)];
    if (now === null)
        return [registration(saved, to)];
    const { min, max, suspended } = to;
    const target = (id) => `${id} of ${nameOf(saved)}`;
    return [
        ...(0,scale_up/* capacityChange */.BW)({
            id: 'capacity',
            target: target('capacity'),
            before: textOf('capacity', now),
            after: (0,scale_up/* limitsText */.Cf)(to),
            params: { limits: { min, max } },
        }, [
            ...(0,scale_up/* lessCapacity */.a2)(now, to),
            ...(max > now.max && suspended.scaleOut
                ? ['Scaling out is suspended: a higher maximum adds no capacity.']
                : []),
        ]),
        ...(0,scale_up/* capacityChange */.BW)({
            id: 'suspension',
            target: target('suspension'),
            before: textOf('suspension', now),
            after: suspendedText(suspended),
            params: { suspended },
        }),
    ];
}
/** What a change of this id says of what is live. */
function textOf(id, now) {
    if (id === 'registration')
        return plan_all(now);
    return id === 'capacity' ? (0,scale_up/* limitsText */.Cf)(now) : suspendedText(now.suspended);
}
const nameOf = ({ target, dimension }) => `scalable target ${target} (${dimension})`;
const plan_all = ({ suspended, ...limits }) => `${(0,scale_up/* limitsText */.Cf)(limits)}, ${suspendedText(suspended)}`;
function registration(saved, to) {
    const { min, max, suspended } = to;
    return {
        id: 'registration',
        stage: 'configuration',
        action: 'create',
        target: nameOf(saved),
        before: null,
        after: plan_all(to),
        effect: 'live',
        undo: 'deregister it in AWS',
        repairs: ['scaling-target-absent'],
        // What a later registration brought is replaced with it.
        sideEffects: ['capacity', 'suspension'],
        warnings: ['Its scaling policies and scheduled actions were deleted with it, and do not come back.'],
        params: { limits: { min, max }, suspended },
    };
}
function deregistration(saved, now) {
    return {
        id: 'registration',
        stage: 'configuration',
        action: 'delete',
        target: nameOf(saved),
        before: plan_all(now),
        after: null,
        effect: 'live',
        undo: null,
        manual: 'Deregister it in AWS if nobody needs it: its scaling policies and scheduled actions go with it.',
        warnings: [],
        params: {},
    };
}
const WORDS = {
    scaleIn: 'scaling in',
    scaleOut: 'scaling out',
    scheduled: 'scheduled scaling',
};
function suspendedText(suspended) {
    const names = Object.keys(WORDS)
        .filter((name) => suspended[name])
        .map((name) => WORDS[name]);
    return names.length === 0 ? 'nothing suspended' : `suspended: ${names.join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/providers/aws-scaling/state.js

/** What the target does not do on its own for now. */
const suspended = schemas/* strictObject */.rej({ scaleIn: schemas/* boolean */.zMY(), scaleOut: schemas/* boolean */.zMY(), scheduled: schemas/* boolean */.zMY() });
/** A registered target. */
const scaling = schemas/* strictObject */.rej({ min: schemas/* number */.aig().int(), max: schemas/* number */.aig().int(), suspended });
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    region: schemas/* string */.YjP(),
    target: schemas/* string */.YjP(),
    dimension: schemas/* string */.YjP(),
    /** Null if the target is not registered. */
    scaling: scaling.nullable(),
});
/** The part of a change that `apply` reads: what is registered. The rest of the target stays as it is. */
const params = schemas/* strictObject */.rej({
    limits: scaling.pick({ min: true, max: true }).optional(),
    suspended: suspended.optional(),
});

;// CONCATENATED MODULE: ./lib/providers/aws-scaling/apply.js





/** A registration sets only what it names, so a repetition does no harm. */
async function apply(config, change, ctx) {
    const wanted = params.parse(change.params);
    const scaling = await client(config, ctx);
    const now = await scaling.read();
    if (now !== null) {
        const { suspended, ...limits } = now;
        const have = { limits: wanted.limits && limits, suspended: wanted.suspended && suspended };
        if ((0,digest/* canonicalJson */.dj)(have) === (0,digest/* canonicalJson */.dj)(wanted))
            return;
    }
    (0,as_planned/* assertAsPlanned */.Jf)(change, now && textOf(change.id, now), ctx, 'in AWS');
    await scaling.register(wanted);
}

// EXTERNAL MODULE: ./lib/services/aws/access.js
var access = __webpack_require__(13146);
;// CONCATENATED MODULE: ./lib/providers/aws-scaling/mitigate.js

const mitigation = {
    kinds: ['scale-up'],
    ease: ({ target }, live, measure) => {
        const { scaling } = live;
        if (measure.kind !== 'scale-up')
            return { desired: live, unknown: [] };
        if (scaling === null) {
            return { desired: live, unknown: [], impossible: [`The scalable target ${target} is not registered.`] };
        }
        return { desired: { ...live, scaling: { ...scaling, ...(0,scale_up/* scaledUp */.cA)(scaling, (0,scale_up/* wholeNumbers */.ud)(measure)) } }, unknown: [] };
    },
};

;// CONCATENATED MODULE: ./lib/providers/aws-scaling/capabilities.js




const capabilities = {
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['region', 'target', 'dimension'], saved, config),
    access: access/* awsAccess */.S,
    mitigation: mitigation,
    describeState: ({ target, scaling }) => ({
        content: `${target}: ${scaling === null ? 'not registered' : (0,scale_up/* limitsText */.Cf)(scaling)}`,
    }),
};

;// CONCATENATED MODULE: ./lib/providers/aws-scaling/capture.js

/** Nothing in it is secret, so the manifest holds everything. */
async function capture(config, ctx) {
    const { region, target, dimension } = config;
    return { schemaVersion: 1, region, target, dimension, scaling: await (await client(config, ctx)).read() };
}

;// CONCATENATED MODULE: ./lib/providers/aws-scaling/check.js

async function check(config, ctx) {
    const found = await (await client(config, ctx)).read();
    const { target, dimension, region } = config;
    if (found === null) {
        return [
            {
                level: 'error',
                code: 'scaling-target-absent',
                message: `${target} is not registered for ${dimension} in ${region}.`,
                remedy: 'Correct "target", "dimension" and "region" of this resource, or register the target in AWS.',
            },
        ];
    }
    if (!found.suspended.scaleOut)
        return [];
    return [
        {
            level: 'warning',
            code: 'scaling-out-suspended',
            message: `Scaling out of ${target} is suspended: a higher maximum adds no capacity.`,
            remedy: 'Resume it in AWS if that is not intended.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/aws-scaling/index.js







/* harmony default export */ const aws_scaling = ((0,provider/* defineProvider */.Nj)({
    id: 'aws-scaling',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    capabilities: capabilities,
}));


/***/ })

};
