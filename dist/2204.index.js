export const id = 2204;
export const ids = [2204];
export const modules = {

/***/ 32204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ launchdarkly)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
// EXTERNAL MODULE: ./lib/services/flags/steps.js
var flags_steps = __webpack_require__(41839);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
;// CONCATENATED MODULE: ./lib/providers/launchdarkly/model.js


/**
 * A flag as the sealed payload stores it. LaunchDarkly refers to variations by index, which shifts when one is added or
 * removed; Rewind refers to them by id.
 */
const serve = schemas/* strictObject */.rej({
    /** Id of the served variation; null for a rollout. */
    variation: schemas/* string */.YjP().nullable(),
    rollout: schemas/* strictObject */.rej({
        weights: schemas/* array */.YOg(schemas/* strictObject */.rej({ variation: schemas/* string */.YjP(), weight: schemas/* number */.aig() })),
        bucketBy: schemas/* string */.YjP().nullable(),
        contextKind: schemas/* string */.YjP().nullable(),
        /** Belongs to an experiment (allocation or seed), which the public API cannot write. */
        experiment: schemas/* boolean */.zMY(),
    })
        .nullable(),
});
const clause = schemas/* strictObject */.rej({
    attribute: schemas/* string */.YjP(),
    op: schemas/* string */.YjP(),
    values: schemas/* array */.YOg(json/* jsonValue */.IL),
    contextKind: schemas/* string */.YjP(),
    negate: schemas/* boolean */.zMY(),
});
const rule = schemas/* strictObject */.rej({
    serve,
    clauses: schemas/* array */.YOg(clause),
    description: schemas/* string */.YjP().nullable(),
    trackEvents: schemas/* boolean */.zMY(),
    disabled: schemas/* boolean */.zMY(),
});
const target = schemas/* strictObject */.rej({ contextKind: schemas/* string */.YjP(), variation: schemas/* string */.YjP(), values: schemas/* array */.YOg(schemas/* string */.YjP()) });
const targeting = schemas/* strictObject */.rej({
    on: schemas/* boolean */.zMY(),
    version: schemas/* number */.aig(),
    offVariation: schemas/* string */.YjP().nullable(),
    fallthrough: serve.nullable(),
    targets: schemas/* array */.YOg(target),
    rules: schemas/* array */.YOg(rule),
    prerequisites: schemas/* array */.YOg(schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), variation: schemas/* string */.YjP() })),
    trackEvents: schemas/* boolean */.zMY(),
    trackEventsFallthrough: schemas/* boolean */.zMY(),
});
const variation = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    value: json/* jsonValue */.IL,
    name: schemas/* string */.YjP().nullable(),
    description: schemas/* string */.YjP().nullable(),
});
const flag = schemas/* strictObject */.rej({
    key: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullable(),
    kind: schemas/* string */.YjP(),
    archived: schemas/* boolean */.zMY(),
    temporary: schemas/* boolean */.zMY(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    clientSide: schemas/* strictObject */.rej({ usingMobileKey: schemas/* boolean */.zMY(), usingEnvironmentId: schemas/* boolean */.zMY() }).nullable(),
    maintainerId: schemas/* string */.YjP().nullable(),
    variations: schemas/* array */.YOg(variation),
    targeting,
});
/** The sealed payload. */
const PAYLOAD = 'flags.json';
const payload = schemas/* strictObject */.rej({ flags: schemas/* array */.YOg(flag) });
/**
 * Matches each live variation to a saved one: by id, or by value if it was re-created.
 * @returns live id → saved id
 */
function matchVariations(saved, live) {
    const matched = new Map();
    const free = new Map(saved.map((each) => [each.id, each.value]));
    for (const { id } of live)
        if (free.delete(id))
            matched.set(id, id);
    for (const { id, value } of live) {
        if (matched.has(id))
            continue;
        const same = [...free].find(([, other]) => other === value);
        if (!same)
            continue;
        free.delete(same[0]);
        matched.set(id, same[0]);
    }
    return matched;
}

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/aspects.js


const ASPECTS = ['on', 'off', 'fallthrough', 'targets', 'rules', 'prerequisites', 'events'];
function namesOf(saved, live) {
    const matches = new Map();
    for (const [key, flag] of live)
        matches.set(key, matchVariations(saved.get(key)?.variations ?? [], flag.variations));
    return {
        id: (key, variation) => matches.get(key)?.get(variation) ?? variation,
        label: (key, variation) => [saved.get(key), live.get(key)].flatMap((flag) => flag?.variations ?? []).find(({ id }) => id === variation)
            ?.label ?? variation,
    };
}
function aspectsOf(flag, id, names) {
    const own = (variation) => id(flag.key, variation);
    const label = (variation) => names.label(flag.key, variation);
    const { offVariation: off, fallthrough } = flag;
    const targets = flag.targets
        .map((each) => ({ ...each, variation: own(each.variation) }))
        .sort((a, b) => ((0,digest/* canonicalJson */.dj)(a) < (0,digest/* canonicalJson */.dj)(b) ? -1 : 1));
    return {
        on: { comparable: flag.on, lines: [flag.on ? 'on' : 'off'] },
        off: {
            comparable: off === null ? null : own(off),
            lines: [`when off: ${off === null ? 'the default in the code' : label(own(off))}`],
        },
        fallthrough: {
            comparable: fallthrough === null ? null : comparableServe(fallthrough, own),
            lines: [`default rule: ${fallthrough === null ? 'none' : serveText(fallthrough, own, label)}`],
        },
        targets: {
            comparable: targets,
            lines: targets.map((each) => `targets: ${each.count} of ${each.contextKind} → ${label(each.variation)}`),
        },
        rules: {
            // Without the summary: versions of Rewind word it differently, and the fingerprint is of all that it says.
            comparable: flag.rules.map(({ serve, fingerprint, trackEvents, disabled }) => ({
                serve: comparableServe(serve, own),
                fingerprint,
                trackEvents,
                disabled,
            })),
            lines: flag.rules.map((rule, at) => `rule ${at + 1}${rule.disabled ? ' (disabled)' : ''}: ${rule.summary} → ${serveText(rule.serve, own, label)}`),
        },
        prerequisites: {
            comparable: flag.prerequisites.map((each) => ({ key: each.key, variation: id(each.key, each.variation) })),
            lines: flag.prerequisites.map((each) => `prerequisite: ${each.key} = ${names.label(each.key, id(each.key, each.variation))}`),
        },
        events: {
            comparable: [flag.trackEvents, flag.trackEventsFallthrough],
            lines: [`events tracked: all ${yes(flag.trackEvents)}, default rule ${yes(flag.trackEventsFallthrough)}`],
        },
    };
}
function comparableServe({ variation, rollout }, own) {
    return {
        variation: variation === null ? null : own(variation),
        // A variation without a share is not served. One kind and one attribute are the default.
        rollout: rollout && {
            weights: Object.fromEntries(rollout.weights
                .filter(({ weight }) => weight > 0)
                .map((each) => [own(each.variation), each.weight])),
            bucketBy: rollout.bucketBy ?? 'key',
            contextKind: rollout.contextKind ?? 'user',
            experiment: rollout.experiment,
        },
    };
}
function serveText({ variation, rollout }, own, label) {
    if (rollout === null)
        return variation === null ? 'nothing' : label(own(variation));
    const parts = rollout.weights.map((each) => `${each.weight / 1000} % ${label(own(each.variation))}`);
    return parts.join(', ') + (rollout.experiment ? ' (experiment)' : '');
}
function yes(value) {
    return value ? 'yes' : 'no';
}

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/wire.js



/** The parts of the official schemas (FeatureFlag, FeatureFlagConfig …) that Rewind reads. */
const rollout = schemas/* object */.Ikc({
    variations: schemas/* array */.YOg(schemas/* object */.Ikc({ variation: schemas/* number */.aig(), weight: schemas/* number */.aig() })),
    bucketBy: schemas/* string */.YjP().nullish(),
    contextKind: schemas/* string */.YjP().nullish(),
    seed: schemas/* number */.aig().nullish(),
    experimentAllocation: schemas/* unknown */.L5J().optional(),
});
const served = schemas/* object */.Ikc({ variation: schemas/* number */.aig().nullish(), rollout: rollout.nullish() });
const wire_target = schemas/* object */.Ikc({
    values: schemas/* array */.YOg(schemas/* string */.YjP()),
    variation: schemas/* number */.aig(),
    contextKind: schemas/* string */.YjP().nullish(),
});
const wireRule = served.extend({
    clauses: schemas/* array */.YOg(schemas/* object */.Ikc({
        attribute: schemas/* string */.YjP(),
        op: schemas/* string */.YjP(),
        values: schemas/* array */.YOg(json/* jsonValue */.IL),
        contextKind: schemas/* string */.YjP().nullish(),
        negate: schemas/* boolean */.zMY(),
    })),
    description: schemas/* string */.YjP().nullish(),
    trackEvents: schemas/* boolean */.zMY(),
    disabled: schemas/* boolean */.zMY().nullish(),
});
const wireConfig = schemas/* object */.Ikc({
    on: schemas/* boolean */.zMY(),
    version: schemas/* number */.aig(),
    targets: schemas/* array */.YOg(wire_target).nullish(),
    contextTargets: schemas/* array */.YOg(wire_target).nullish(),
    rules: schemas/* array */.YOg(wireRule).nullish(),
    fallthrough: served.nullish(),
    offVariation: schemas/* number */.aig().nullish(),
    prerequisites: schemas/* array */.YOg(schemas/* object */.Ikc({ key: schemas/* string */.YjP(), variation: schemas/* number */.aig() })).nullish(),
    trackEvents: schemas/* boolean */.zMY(),
    trackEventsFallthrough: schemas/* boolean */.zMY(),
});
const wireFlag = schemas/* object */.Ikc({
    key: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullish(),
    kind: schemas/* string */.YjP(),
    archived: schemas/* boolean */.zMY(),
    temporary: schemas/* boolean */.zMY(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    clientSideAvailability: schemas/* object */.Ikc({ usingMobileKey: schemas/* boolean */.zMY().nullish(), usingEnvironmentId: schemas/* boolean */.zMY().nullish() })
        .nullish(),
    maintainerId: schemas/* string */.YjP().nullish(),
    variations: schemas/* array */.YOg(schemas/* object */.Ikc({ _id: schemas/* string */.YjP(), value: json/* jsonValue */.IL, name: schemas/* string */.YjP().nullish(), description: schemas/* string */.YjP().nullish() })),
    environments: (0,json/* recordOf */.zv)(wireConfig).nullish(),
});
const wireFlags = schemas/* object */.Ikc({ items: schemas/* array */.YOg(wireFlag), totalCount: schemas/* number */.aig().nullish() });
/** @throws RangeError for a variation that the flag does not have */
function flagOf(wire, config, variationAt) {
    const at = (index, key = wire.key) => {
        const id = variationAt(key, index);
        if (id === undefined)
            throw new RangeError(`flag ${wire.key} names variation ${index} of ${key}, which is not there`);
        return id;
    };
    return {
        key: wire.key,
        name: wire.name,
        description: wire.description ?? null,
        kind: wire.kind,
        archived: wire.archived,
        temporary: wire.temporary,
        tags: [...wire.tags].sort(),
        clientSide: wire.clientSideAvailability
            ? {
                usingMobileKey: wire.clientSideAvailability.usingMobileKey ?? false,
                usingEnvironmentId: wire.clientSideAvailability.usingEnvironmentId ?? false,
            }
            : null,
        maintainerId: wire.maintainerId ?? null,
        variations: variationsOf(wire),
        targeting: targetingOf(config, at),
    };
}
function variationsOf({ variations }) {
    return variations.map(({ _id, value, name, description }) => ({
        id: _id,
        value,
        name: name ?? null,
        description: description ?? null,
    }));
}
function targetingOf(config, at) {
    return {
        on: config.on,
        version: config.version,
        offVariation: placed(config.offVariation, at),
        fallthrough: config.fallthrough ? serveOf(config.fallthrough, at) : null,
        targets: targetsOf(config, at),
        rules: (config.rules ?? []).map((rule) => ruleOf(rule, at)),
        prerequisites: (config.prerequisites ?? [])
            .map(({ key, variation }) => ({ key, variation: at(variation, key) }))
            .sort((a, b) => compare(a.key, b.key)),
        trackEvents: config.trackEvents,
        trackEventsFallthrough: config.trackEventsFallthrough,
    };
}
function placed(index, at) {
    return index === null || index === undefined ? null : at(index);
}
function serveOf(wire, at) {
    const { variation, rollout: split } = wire;
    return {
        variation: placed(variation, at),
        rollout: split
            ? {
                weights: split.variations.map((each) => ({ variation: at(each.variation), weight: each.weight })),
                bucketBy: split.bucketBy ?? null,
                contextKind: split.contextKind ?? null,
                experiment: (split.seed ?? split.experimentAllocation ?? null) !== null,
            }
            : null,
    };
}
function ruleOf(wire, at) {
    return {
        serve: serveOf(wire, at),
        clauses: wire.clauses.map(({ attribute, op, values, contextKind, negate }) => ({
            attribute,
            op,
            // Any value may match, so their order does not matter.
            values: [...values].sort((a, b) => compare((0,digest/* canonicalJson */.dj)(a), (0,digest/* canonicalJson */.dj)(b))),
            contextKind: contextKind ?? 'user',
            negate,
        })),
        description: wire.description ?? null,
        trackEvents: wire.trackEvents,
        disabled: wire.disabled ?? false,
    };
}
/**
 * `targets` holds users, `contextTargets` the other kinds. An empty entry in `contextTargets` marks the position of a
 * user target.
 */
function targetsOf(config, at) {
    const groups = new Map();
    for (const { contextKind: kind, variation, values } of [
        ...(config.targets ?? []),
        ...(config.contextTargets ?? []),
    ]) {
        const contextKind = kind ?? 'user';
        const id = `${contextKind}\0${variation}`;
        const group = groups.get(id) ?? { contextKind, variation: at(variation), values: new Set() };
        for (const value of values)
            group.values.add(value);
        groups.set(id, group);
    }
    return [...groups.values()]
        .filter(({ values }) => values.size > 0)
        .map(({ contextKind, variation, values }) => ({ contextKind, variation, values: [...values].sort() }))
        .sort((a, b) => compare(a.contextKind, b.contextKind) || compare(a.variation, b.variation));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/launchdarkly/client.js






const CREDENTIAL = 'LAUNCHDARKLY_ACCESS_TOKEN';
const PAGE = 100;
/** The newest API version. Without it the token's version applies, and old versions page differently. */
const API_VERSION = '20240415';
/** LaunchDarkly counts requests in windows of ten seconds (documentation, "Rate limiting"). */
const WINDOW_MS = 10_000;
const LIMITED_TRIES = 6;
const environment = schemas/* object */.Ikc({
    /** Another one for an environment of another account, and for one that was made again (OpenAPI: schema Environment). */
    _id: schemas/* string */.YjP(),
    key: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    critical: schemas/* boolean */.zMY().optional(),
    approvalSettings: schemas/* object */.Ikc({ required: schemas/* boolean */.zMY().optional() }).optional(),
});
/** Media types of LaunchDarkly: a proxy may send an error page with status 200. */
const changed = schemas/* union */.KCZ([schemas/* object */.Ikc({ key: schemas/* string */.YjP() }), schemas/* object */.Ikc({ code: schemas/* string */.YjP() }), schemas/* undefined */.Vxk()]);
/** End of an exhausted rate limit window, on the monotonic clock; shared by all clients of a run. */
const pauses = new WeakMap();
const identity = schemas/* object */.Ikc({ tokenId: schemas/* string */.YjP().optional() });
const tokenRole = schemas/* object */.Ikc({
    role: schemas/* string */.YjP().optional(),
    customRoleIds: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    inlineRole: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
});
/** The only place that talks to LaunchDarkly. */
class LaunchDarklyClient {
    config;
    ctx;
    base;
    token;
    constructor(config, ctx) {
        this.config = config;
        this.ctx = ctx;
        this.token = ctx.env.token(CREDENTIAL, ctx.resource);
        this.base = ctx.env.url('LAUNCHDARKLY_API_URL', 'https://app.launchdarkly.com');
    }
    async environment() {
        const { project, environment: key } = this.config;
        const what = `read environment ${key} of project ${project}`;
        const path = `/api/v2/projects/${encodeURIComponent(project)}/environments/${encodeURIComponent(key)}`;
        return (await this.send({ method: 'GET', what, path, permission: 'viewProject' }, environment)).data;
    }
    /** A token with a role of its own, or with custom roles, tells nothing. */
    async access() {
        const credential = 'LAUNCHDARKLY_ACCESS_TOKEN';
        const hidden = { credential, writes: null, why: 'LaunchDarkly does not show its role' };
        try {
            const caller = { method: 'GET', what: 'identify the token', path: '/api/v2/caller-identity' };
            const { tokenId } = (await this.send(caller, identity)).data;
            if (tokenId === undefined)
                return hidden;
            const path = `/api/v2/tokens/${encodeURIComponent(tokenId)}`;
            const { role, customRoleIds, inlineRole } = (await this.send({ method: 'GET', what: 'read the token', path }, tokenRole)).data;
            if (role === undefined || customRoleIds?.length || inlineRole?.length)
                return hidden;
            const writes = role === 'reader' ? false : ['writer', 'admin', 'owner'].includes(role) ? true : null;
            return { credential, writes, why: `it has the role ${role}` };
        }
        catch (error) {
            if (error instanceof http_failure/* HttpFailure */.HR && (error.status === 403 || error.status === 404))
                return hidden;
            throw error;
        }
    }
    /**
     * Every flag of the project, archived ones too, with the targeting in the configured environment.
     * @throws RewindError snapshot-incomplete if the list keeps changing
     */
    async flags() {
        const wires = new Map();
        for (const archived of [false, true])
            for (const flag of await this.list(archived))
                wires.set(flag.key, flag);
        const full = await Promise.all([...wires.values()].map((wire) => this.inFull(wire)));
        const byKey = new Map(full.map((wire) => [wire.key, wire]));
        return full.map((wire) => this.parseOrThrow(wire, byKey)).sort((a, b) => (a.key < b.key ? -1 : 1));
    }
    /** One live flag; undefined if it does not exist. */
    async flag(key) {
        return (await this.dependent(key))?.flag;
    }
    /** One live flag, and the variations of the flags that it depends on; undefined if it does not exist. */
    async dependent(key) {
        const wire = await this.read(key);
        if (!wire)
            return undefined;
        const keys = (this.targetingIn(wire)?.prerequisites ?? []).map((each) => each.key);
        const others = await Promise.all(keys.map((other) => this.read(other)));
        const known = new Map([wire, ...others].flatMap((each) => (each ? [[each.key, each]] : [])));
        const flag = this.parseOrThrow(wire, known);
        return { flag, variations: new Map([...known].map(([name, each]) => [name, variationsOf(each)])) };
    }
    /** Reads the variations only, without the flags that it depends on. */
    async variations(key) {
        return (await this.read(key))?.variations.map(({ _id, value }) => ({ id: _id, value }));
    }
    /** Atomic. @throws HttpFailure 409 after a concurrent change */
    async patch(key, instructions) {
        await this.send({
            method: 'PATCH',
            what: `change flag ${key}`,
            path: this.flagPath(key),
            // Every instruction except addVariation sets a value, so it can be repeated.
            repeatable: instructions.every(({ kind }) => kind !== 'addVariation'),
            permission: 'updateOn, updateTargets, updateRules, updateFallthrough, updateOffVariation and the others of docs/providers/launchdarkly.md',
            headers: { 'content-type': 'application/json; domain-model=launchdarkly.semanticpatch' },
            json: {
                environmentKey: this.config.environment,
                comment: `Rewind: resource ${this.ctx.resource}, snapshot ${this.ctx.snapshotId}`,
                instructions: [...instructions],
            },
        }, changed).catch((error) => {
            const removes = instructions.some(({ kind }) => kind === 'removeVariation');
            throw this.withRemedy(error, key, removes);
        });
    }
    /** Creates a flag, off in every environment. Does not change an existing flag (409). */
    async create(flag) {
        const { name, key, description, temporary, tags, clientSide, variations } = flag;
        await this.send({
            method: 'POST',
            what: `create flag ${key}`,
            path: `/api/v2/flags/${encodeURIComponent(this.config.project)}`,
            permission: 'createFlag',
            accept: [409],
            repeatable: true,
            json: {
                name,
                key,
                ...(description === null ? {} : { description }),
                temporary,
                tags,
                ...(clientSide === null ? {} : { clientSideAvailability: clientSide }),
                variations: variations.map((each) => ({
                    value: each.value,
                    ...(each.name === null ? {} : { name: each.name }),
                    ...(each.description === null ? {} : { description: each.description }),
                })),
            },
        }, changed);
    }
    async read(key) {
        const { status, data } = await this.send({
            method: 'GET',
            what: `read flag ${key}`,
            path: this.flagPath(key),
            query: { env: this.config.environment },
            permission: 'viewProject',
            accept: [404],
        }, schemas/* union */.KCZ([wireFlag, schemas/* object */.Ikc({ code: schemas/* string */.YjP() }), schemas/* undefined */.Vxk()]));
        return status === 404 || data === undefined || !('key' in data) ? undefined : data;
    }
    async list(archived) {
        for (let attempt = 1;; attempt += 1) {
            const found = new Map();
            let total = 0;
            for (let offset = 0;; offset += PAGE) {
                const { data } = await this.send({
                    method: 'GET',
                    what: `list ${archived ? 'archived ' : ''}flags of project ${this.config.project}`,
                    path: `/api/v2/flags/${encodeURIComponent(this.config.project)}`,
                    // Without summary=0 the list silently omits rules and targets.
                    query: {
                        env: this.config.environment,
                        summary: 0,
                        limit: PAGE,
                        offset,
                        sort: 'key',
                        ...(archived ? { filter: 'state:archived' } : {}),
                    },
                    permission: 'viewProject',
                }, wireFlags);
                const before = found.size;
                for (const flag of data.items)
                    found.set(flag.key, flag);
                if (data.items.length >= PAGE && found.size === before) {
                    throw new errors.RewindError('api-unexpected-answer', 'LaunchDarkly sent a list of flags that does not end.', {
                        resource: this.ctx.resource,
                    });
                }
                total = Math.max(total, data.totalCount ?? 0);
                if (data.items.length < PAGE)
                    break;
            }
            // If a flag is deleted between two pages, the offset skips another flag.
            if (found.size >= total)
                return [...found.values()];
            if (attempt === 3) {
                throw new errors.RewindError('snapshot-incomplete', `LaunchDarkly lists ${(0,runtime_text/* plural */.LS)(total, 'flag')}, but only ${found.size} could be read; the list changes while it is read.`, { resource: this.ctx.resource, remedy: 'Run again while no other client creates or deletes flags.' });
            }
        }
    }
    /** Reads incomplete flags one by one: a list may omit parts (old API versions, summaries). */
    async inFull(wire) {
        const targeting = this.targetingIn(wire);
        if (targeting?.rules && targeting.targets && targeting.prerequisites)
            return wire;
        return (await this.read(wire.key)) ?? wire;
    }
    targetingIn(wire) {
        return wire.environments?.[this.config.environment];
    }
    parseOrThrow(wire, flags) {
        const targeting = this.targetingIn(wire);
        if (!targeting) {
            throw new errors.RewindError('api-not-found', `LaunchDarkly shows no environment ${this.config.environment} for flag ${wire.key} of project ${this.config.project}.`, {
                resource: this.ctx.resource,
                remedy: 'Check "environment" in the configuration (its key, not its name), and that the token may see it.',
            });
        }
        try {
            return flagOf(wire, targeting, (key, index) => flags.get(key)?.variations[index]?._id);
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            throw new errors.RewindError('api-unexpected-answer', `LaunchDarkly's response is inconsistent: ${error.message}`, {
                resource: this.ctx.resource,
            });
        }
    }
    flagPath(key) {
        return `/api/v2/flags/${encodeURIComponent(this.config.project)}/${encodeURIComponent(key)}`;
    }
    /** Adds a remedy if an operator must remove the cause. */
    withRemedy(error, key, removes) {
        if (!(error instanceof http_failure/* HttpFailure */.HR))
            return error;
        const why = error.status === 405
            ? `Environment ${this.config.environment} requires an approval in LaunchDarkly for changes of flags: request and apply it there, or give the token's role the action bypassRequiredApproval.`
            : error.status === 400 && removes
                ? `Find what still uses the variation (another environment, or a flag that has ${key} as a prerequisite), take it out there, and run again.`
                : error.status === 400
                    ? `If flag ${key} has a scheduled change or an open approval request, remove it in LaunchDarkly and run again.`
                    : undefined;
        if (why === undefined)
            return error;
        const details = { resource: this.ctx.resource, remedy: why, cause: error };
        return new http_failure/* HttpFailure */.HR(error.code, error.message, details, error.status, error.body);
    }
    async send(request, schema) {
        const { path, ...rest } = request;
        for (let attempt = 1;; attempt += 1) {
            await this.pause();
            try {
                const response = await this.ctx.http.request({
                    ...rest,
                    service: 'LaunchDarkly',
                    credential: CREDENTIAL,
                    resource: this.ctx.resource,
                    url: this.base + path,
                    headers: { authorization: this.token, 'ld-api-version': API_VERSION, ...request.headers },
                }, schema);
                this.notice(response.headers);
                return response;
            }
            catch (error) {
                // Its X-Ratelimit-Reset is in milliseconds, not seconds, and it often sends no Retry-After.
                if (!(error instanceof http_failure/* HttpFailure */.HR) || error.status !== 429 || attempt === LIMITED_TRIES)
                    throw error;
                const rest = WINDOW_MS / 2 ** (LIMITED_TRIES - 1 - attempt);
                await this.ctx.clock.sleep(rest * (0.5 + this.ctx.random() / 2), this.ctx.signal);
            }
        }
    }
    /** Waits for the next window if the last response exhausted this one. */
    async pause() {
        const wait = (pauses.get(this.ctx.http) ?? 0) - this.ctx.clock.monotonic();
        if (wait > 0)
            await this.ctx.clock.sleep(wait, this.ctx.signal);
    }
    notice(headers) {
        const left = ['x-ratelimit-global-remaining', 'x-ratelimit-route-remaining']
            .map((name) => headers.get(name))
            .filter((value) => value !== null)
            .map(Number);
        const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
        if (!left.some((count) => count <= 0) || !Number.isFinite(reset))
            return;
        const wait = Math.min(WINDOW_MS, Math.max(0, reset - this.ctx.clock.now().getTime()));
        pauses.set(this.ctx.http, this.ctx.clock.monotonic() + wait);
    }
}

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/capture.js




/** Reads the targeting of every flag in one environment, with the flags' variations and archive. */
async function capture(config, ctx, sink) {
    const client = new LaunchDarklyClient(config, ctx);
    const found = client.environment();
    // Awaited below: what the list of flags says of a wrong key or token is more exact.
    found.catch(() => undefined);
    const flags = await client.flags();
    const { _id: environmentId } = await found;
    if (sink.purpose === 'snapshot')
        await sink.write(PAYLOAD, Buffer.from(JSON.stringify({ flags })));
    const { project, environment } = config;
    return { schemaVersion: 1, project, environment, environmentId, flags: await statesOf(ctx, flags) };
}
/** What the manifest says of flags. */
const statesOf = (ctx, flags) => Promise.all(flags.map((flag) => flagStateOf(ctx, flag)));
async function flagStateOf(ctx, flag) {
    const { targeting } = flag;
    return {
        key: flag.key,
        archived: flag.archived,
        tags: flag.tags,
        kind: flag.kind,
        variations: await variationStatesOf(ctx, flag.variations),
        on: targeting.on,
        version: targeting.version,
        offVariation: targeting.offVariation,
        fallthrough: targeting.fallthrough,
        targets: await Promise.all(targeting.targets.map(async ({ contextKind, variation, values }) => ({
            contextKind,
            variation,
            count: values.length,
            fingerprint: await fingerprintOf(ctx, values),
        }))),
        rules: await Promise.all(targeting.rules.map(async (rule) => ({
            serve: rule.serve,
            summary: summaryOf(rule),
            fingerprint: await fingerprintOf(ctx, [rule.clauses, rule.description]),
            trackEvents: rule.trackEvents,
            disabled: rule.disabled,
        }))),
        prerequisites: targeting.prerequisites,
        trackEvents: targeting.trackEvents,
        trackEventsFallthrough: targeting.trackEventsFallthrough,
    };
}
/** What the manifest says of variations. */
function variationStatesOf(ctx, variations) {
    return Promise.all(variations.map(async (variation) => ({
        id: variation.id,
        label: labelOf(variation),
        value: await fingerprintOf(ctx, variation.value),
        texts: await fingerprintOf(ctx, [variation.name, variation.description]),
    })));
}
async function fingerprintOf(ctx, value) {
    // Booleans and null hold no secrets and are frequent, so they skip the slow fingerprint.
    const text = (0,digest/* canonicalJson */.dj)(value);
    return ['true', 'false', 'null', '[null,null]'].includes(text) ? text : ctx.fingerprint(text);
}
/** A name or a boolean value; other values may be secrets. */
function labelOf({ id, value, name }) {
    if (name !== null && name !== '')
        return (0,runtime_text/* cutText */.IN)(name, 60);
    if (typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number')
        return 'a number';
    return `${typeof value === 'string' ? 'a text' : 'JSON'} (variation ${id.slice(0, 8)})`;
}
function summaryOf({ clauses }) {
    return clauses
        .map(({ contextKind, attribute, op, negate, values }) => {
        const who = contextKind === 'user' ? attribute : `${contextKind}.${attribute}`;
        return `${who} ${negate ? 'not ' : ''}${op} (${(0,runtime_text/* plural */.LS)(values.length, 'value')})`;
    })
        .join(' and ');
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/services/flags/changes.js
var changes = __webpack_require__(78017);
;// CONCATENATED MODULE: ./lib/providers/launchdarkly/state.js



/**
 * A flag in the manifest, in clear. It holds fingerprints of variation values, clause values and targeted keys (often
 * e-mail addresses); the sealed payload holds the values.
 */
const flagState = schemas/* strictObject */.rej({
    key: schemas/* string */.YjP(),
    archived: schemas/* boolean */.zMY(),
    /** For the selection in a mitigation; not compared. */
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    kind: schemas/* string */.YjP(),
    variations: schemas/* array */.YOg(schemas/* strictObject */.rej({
        id: schemas/* string */.YjP(),
        /** Its text in plans: the name, or a short value. */
        label: schemas/* string */.YjP(),
        value: schemas/* string */.YjP(),
        texts: schemas/* string */.YjP(),
    })),
    on: schemas/* boolean */.zMY(),
    /** Increases with each change in this environment; shown, not compared. */
    version: schemas/* number */.aig(),
    offVariation: schemas/* string */.YjP().nullable(),
    fallthrough: serve.nullable(),
    targets: schemas/* array */.YOg(schemas/* strictObject */.rej({ contextKind: schemas/* string */.YjP(), variation: schemas/* string */.YjP(), count: schemas/* number */.aig(), fingerprint: schemas/* string */.YjP() })),
    rules: schemas/* array */.YOg(schemas/* strictObject */.rej({
        serve: serve,
        summary: schemas/* string */.YjP(),
        fingerprint: schemas/* string */.YjP(),
        trackEvents: schemas/* boolean */.zMY(),
        disabled: schemas/* boolean */.zMY(),
    })),
    prerequisites: schemas/* array */.YOg(schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), variation: schemas/* string */.YjP() })),
    trackEvents: schemas/* boolean */.zMY(),
    trackEventsFallthrough: schemas/* boolean */.zMY(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    /** Identifies the environment; its key is free to be used in another account. Snapshots of earlier versions lack it. */
    environmentId: schemas/* string */.YjP().exactOptional(),
    flags: schemas/* array */.YOg(flagState),
    steps: flags_steps/* stepsGoal */.fe.exactOptional(),
    /** Set in the goal of a mitigation that turns flags on, never in a snapshot: no sealed value is needed. */
    switched: schemas/* literal */.euz(true).exactOptional(),
});
/** A flag that is brought to its goal in steps: the share of the variation `to` grows, the one of `rest` falls. */
const steppedFlag = schemas/* strictObject */.rej({
    flag: schemas/* string */.YjP(),
    to: schemas/* string */.YjP(),
    rest: schemas/* string */.YjP(),
    /** Before the first step. */
    from: schemas/* strictObject */.rej({ on: schemas/* boolean */.zMY(), offVariation: schemas/* string */.YjP().nullable(), fallthrough: serve.nullable() }),
});
/** The part of a change that `apply` reads. All but `turn-off` and `disable-new` also need the saved flag. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('create'), flag: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('archive'), flag: schemas/* string */.YjP(), archived: schemas/* boolean */.zMY() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('variations'), flag: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('remove-variations'), flag: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('targeting'), flag: schemas/* string */.YjP(), dropsPrerequisites: schemas/* boolean */.zMY() }),
    flags_steps/* schedule */._.extend({ kind: schemas/* literal */.euz('steps'), flags: schemas/* array */.YOg(steppedFlag) }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('turn-on'), flag: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('turn-off'), flag: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('disable-new'), flag: schemas/* string */.YjP() }),
]);

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/steps.js


/** Weight of 1 % and of everybody. */
const PERCENT = 1000;
const EVERYBODY = 100 * PERCENT;
/** Weights by variation, without empty ones; null if LaunchDarkly does not divide users by plain weights here. */
function sharesOf({ on, offVariation, fallthrough }) {
    if (!on)
        return offVariation === null ? null : new Map([[offVariation, EVERYBODY]]);
    if (fallthrough === null || fallthrough.rollout?.experiment === true)
        return null;
    const { variation, rollout } = fallthrough;
    if (rollout === null)
        return variation === null ? null : new Map([[variation, EVERYBODY]]);
    return new Map(rollout.weights.filter(({ weight }) => weight > 0).map((each) => [each.variation, each.weight]));
}
/** Weight of the growing variation: null if other variations are served, too. */
function shareOf(flag, { to, rest }) {
    const shares = sharesOf(flag);
    return shares === null || [...shares.keys()].some((id) => id !== to && id !== rest) ? null : (shares.get(to) ?? 0);
}
/**
 * How the flag can be brought to its goal in steps, or why it cannot. With two variations and one way to divide users, each
 * user keeps the variation `to`, once served, because LaunchDarkly orders the weights as the variations of the flag.
 * @param differing what differs between the goal and the live flag
 * @param changing keys of all flags whose targeting changes
 */
function stepOf(was, is, differing, changing, earlier) {
    if (is === undefined)
        return 'the flag does not exist';
    if (!was.on)
        return 'it is turned off';
    if (differing.some((aspect) => aspect !== 'on' && aspect !== 'fallthrough'))
        return 'more than its switch and its default rule change';
    if (is.archived || was.archived)
        return 'it is archived';
    if (!is.on && was.rules.length > 0)
        return 'its rules apply to users as soon as it is on';
    if (was.prerequisites.some(({ key }) => changing.has(key)))
        return 'a flag that it depends on changes, too';
    const [goal, now] = [sharesOf(was), sharesOf(is)];
    if (goal === null || now === null)
        return 'its users are not divided by percentages';
    const [to, rest, ...others] = [...new Set([...goal.keys(), ...now.keys()])].sort((a, b) => growth(goal, now, b) - growth(goal, now, a));
    if (to === undefined || rest === undefined || others.length > 0)
        return 'it does not pass from one variation to one other';
    const known = [was, is].every(({ variations }) => [to, rest].every((id) => variations.some((each) => each.id === id)));
    if (!known)
        return 'its variations change';
    if (was.fallthrough?.rollout &&
        is.on &&
        is.fallthrough?.rollout &&
        division(was.fallthrough) !== division(is.fallthrough))
        return 'the attribute by which users are divided changes';
    const begun = (0,flags_steps/* earlierOf */.OR)(earlier, steppedFlag, was.key);
    const goesOn = is.on && begun?.to === to && begun.rest === rest && (shareOf(begun.from, begun) ?? EVERYBODY) < (now.get(to) ?? 0);
    const from = goesOn ? begun.from : { on: is.on, offVariation: is.offVariation, fallthrough: is.fallthrough };
    return { flag: was.key, to, rest, from };
}
const growth = (goal, now, id) => (goal.get(id) ?? 0) - (now.get(id) ?? 0);
const division = ({ rollout }) => `${rollout?.contextKind ?? 'user'} ${rollout?.bucketBy ?? 'key'}`;
/** The switch at a percentage of the way; null: before the first step. Pure. */
function atStep(step, goal, percentage) {
    const { from, to, rest } = step;
    if (percentage === null)
        return from;
    const most = shareOf(goal, step) ?? EVERYBODY;
    const weight = Math.max(shareOf(from, step) ?? 0, Math.min(percentage * PERCENT, most));
    if (weight === most)
        return goal;
    const divided = goal.fallthrough?.rollout ?? (from.on ? from.fallthrough?.rollout : null);
    const rollout = {
        weights: [
            { variation: to, weight },
            { variation: rest, weight: EVERYBODY - weight },
        ],
        bucketBy: divided?.bucketBy ?? null,
        contextKind: divided?.contextKind ?? null,
        experiment: false,
    };
    return { ...goal, fallthrough: { variation: null, rollout } };
}
/** Up to which percentage of the way a live flag is; null if neither a step nor the goal makes it so. Pure. */
function standingOf(step, goal, live) {
    if (!live.on)
        return step.from.on ? null : 0;
    const share = shareOf(live, step);
    const least = shareOf(step.from, step) ?? 0;
    if (share === null || share < least)
        return null;
    if (share >= (shareOf(goal, step) ?? EVERYBODY))
        return 100;
    return share / PERCENT;
}

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/plan.js








/**
 * Changes in an order that LaunchDarkly accepts: recreate and restore flags before others depend on them, add variations
 * before they are served, drop prerequisites before setting others (no cycles), and remove unused variations last.
 */
function plan(saved, live) {
    const elsewhere = (0,other_object/* otherObject */.A_)('flags', (0,other_object/* nameParts */.IN)(['project', 'environment'], saved, live)) ?? otherEnvironment(saved, live);
    if (elsewhere)
        return [elsewhere];
    const savedFlags = new Map(saved.flags.map((flag) => [flag.key, flag]));
    const liveFlags = new Map(live.flags.map((flag) => [flag.key, flag]));
    const names = namesOf(savedFlags, liveFlags);
    const first = [];
    const variations = [];
    const targeting = [];
    const last = [];
    for (const was of saved.flags) {
        const is = liveFlags.get(was.key);
        if (is && is.kind !== was.kind) {
            first.push(kindChange(saved, was, is));
            continue;
        }
        if (!is)
            first.push(recreate(saved, was));
        if (is?.archived && !was.archived)
            first.push(archiveChange(saved, was));
        if (is)
            variations.push(...variationChange(was, is));
        // The targeting of an archived flag has no effect and cannot be written.
        if (!was.archived || !is?.archived)
            targeting.push(...targetingChange(saved, was, is, names));
        if (is)
            last.push(...variationRemoval(was, is));
        if (was.archived && !is?.archived)
            last.push(archiveChange(saved, was));
    }
    for (const { key, on, archived } of live.flags) {
        if (savedFlags.has(key) || !on || archived)
            continue;
        targeting.push((0,changes/* disableNew */.ns)(key, live.environment, 'deleted', { kind: 'disable-new', flag: key }));
    }
    targeting.sort((a, b) => Number(b.params.dropsPrerequisites === true) - Number(a.params.dropsPrerequisites === true));
    const all = [...first, ...variations, ...targeting, ...last];
    return saved.steps === undefined ? all : withSteps(saved, saved.steps, live, names, all);
}
/** What differs of one flag that is there on both sides. @param names as the flags that it depends on have them */
function flagChanges(saved, was, is, names) {
    return [...variationChange(was, is), ...targetingChange(saved, was, is, names), ...variationRemoval(was, is)];
}
/** The only change if the token or the address leads to an environment of the same name that is another one. */
function otherEnvironment(saved, live) {
    if (saved.environmentId === undefined || live.environmentId === undefined)
        return null;
    const key = `environment ${saved.environment} with the id`;
    const other = (0,other_object/* otherObject */.A_)('flags', [{ key, saved: saved.environmentId, live: live.environmentId }]);
    return (other && {
        ...other,
        before: `${key} ${live.environmentId} (where the token leads)`,
        manual: 'Use the token and the address (LAUNCHDARKLY_API_URL) of the account of the snapshot, and plan again. If the environment was deleted and made again, choose a newer snapshot.',
    });
}
/** The same, with one change of all flags that can be stepped before the others. */
function withSteps(saved, steps, live, names, changes) {
    const of = (id) => id.slice(id.indexOf(':') + 1);
    const targeting = new Set(changes.flatMap(({ id }) => (id.startsWith('targeting:') ? [of(id)] : [])));
    const { stepped, others } = (0,flags_steps/* takeSteps */.xm)(changes, ({ id }) => {
        const was = saved.flags.find(({ key }) => id === `targeting:${key}`);
        if (was === undefined)
            return null;
        const is = live.flags.find(({ key }) => key === was.key);
        return stepOf(was, is, differing(was, is, names), targeting, steps.earlier);
    });
    const keys = stepped.map(({ flag }) => flag);
    if (keys.length === 0)
        return others;
    const { percentages, gate } = steps;
    const lines = (from, id) => (0,flags_steps/* fewOf */.sZ)(keys
        .flatMap((key) => from.flags.filter((flag) => flag.key === key))
        .map((flag) => {
        const { on, fallthrough } = aspectsOf(flag, id, names);
        return (0,runtime_text/* oneLine */.TN)(`${flag.key}: ${(flag.on ? fallthrough : on).lines.join(', ')}`);
    }), '\n');
    const at = stepped.map((step) => {
        const [was, is] = [saved, live].map(({ flags }) => flags.find(({ key }) => key === step.flag));
        return was === undefined || is === undefined ? null : standingOf(step, was, is);
    });
    const change = {
        ...(0,flags_steps/* stepsChange */.Ke)(saved.environment, keys, steps, at),
        before: lines(live, names.id),
        after: lines(saved, (_key, id) => id),
        params: { kind: 'steps', percentages, gate, flags: stepped },
    };
    return [change, ...others];
}
/** The parts of the targeting that differ. */
function differing(was, is, names) {
    const after = aspectsOf(was, (_key, id) => id, names);
    const before = is && aspectsOf(is, names.id, names);
    return ASPECTS.filter((aspect) => !before || (0,digest/* canonicalJson */.dj)(after[aspect].comparable) !== (0,digest/* canonicalJson */.dj)(before[aspect].comparable));
}
function targetingChange(saved, was, is, names) {
    const after = aspectsOf(was, (_key, id) => id, names);
    const before = is && aspectsOf(is, names.id, names);
    const differs = differing(was, is, names);
    if (differs.length === 0)
        return [];
    const textOf = (aspects) => differs
        .flatMap((aspect) => (aspects[aspect].lines.length > 0 ? aspects[aspect].lines : [`no ${aspect}`]))
        // Names of variations and attributes come from outside: none of them makes a line of its own.
        .map(runtime_text/* oneLine */.TN)
        .join('\n');
    const afterText = textOf(after);
    const beforeText = before ? textOf(before) : null;
    const kept = new Set(was.prerequisites.map(({ key }) => key));
    const dropsPrerequisites = is?.prerequisites.some(({ key }) => !kept.has(key)) ?? false;
    const manual = manualReason(was, differs);
    const onlySwitches = is !== undefined && (!was.on || saved.switched === true) && differs.every((aspect) => aspect === 'on');
    const warnings = [];
    if (is && !is.on && was.on)
        warnings.push('switches the flag on for users at once');
    if (is?.rules.some(({ serve: { rollout } }) => rollout?.experiment) || is?.fallthrough?.rollout?.experiment)
        warnings.push('an experiment runs on this flag; replacing its rules ends the measurement');
    return [
        {
            id: `targeting:${was.key}`,
            stage: 'configuration',
            action: is ? 'update' : 'create',
            target: `Flag "${was.key}" in environment "${saved.environment}"`,
            before: beforeText,
            after: afterText === beforeText ? afterText + changes/* HIDDEN_DIFFERENCE */.x2 : afterText,
            effect: 'live',
            undo: is && manualReason(is, differs) !== undefined ? null : '"rewind undo" sets the current targeting again',
            warnings,
            params: (onlySwitches
                ? { kind: was.on ? 'turn-on' : 'turn-off', flag: was.key }
                : { kind: 'targeting', flag: was.key, dropsPrerequisites }),
            ...(manual === undefined ? {} : { manual: `${manual} Set flag "${was.key}" in LaunchDarkly by hand.` }),
        },
    ];
}
/** Why the public API cannot write the targeting, so that an operator must set it. */
function manualReason(was, differing) {
    const rules = differing.includes('rules');
    const serves = [
        ...(rules ? was.rules.map((rule) => rule.serve) : []),
        ...(differing.includes('fallthrough') && was.fallthrough ? [was.fallthrough] : []),
    ];
    if (serves.some(({ rollout }) => rollout?.experiment))
        return 'The saved rollout belongs to an experiment.';
    if (rules && was.rules.some(({ disabled }) => disabled))
        return 'A saved rule is disabled.';
    if (differing.includes('off') && was.offVariation === null)
        return 'The saved flag had no off variation.';
    if (differing.includes('fallthrough') && was.fallthrough === null)
        return 'The saved flag had no default rule.';
    return undefined;
}
const EVERYWHERE = 'variations belong to the flag: this changes every environment of the project';
function variationChange(was, is) {
    const match = matchVariations(was.variations, is.variations);
    const liveOf = new Map([...match].map(([liveId, savedId]) => [savedId, liveId]));
    const lost = was.variations.filter(({ id }) => !liveOf.has(id));
    const changed = was.variations.filter((variation) => {
        const now = is.variations.find(({ id }) => id === liveOf.get(variation.id));
        return now && (now.value !== variation.value || now.texts !== variation.texts);
    });
    if (lost.length + changed.length === 0)
        return [];
    const touched = new Set([...lost, ...changed].map(({ id }) => id));
    const before = is.variations.filter(({ id }) => touched.has(match.get(id) ?? '')).map(({ label }) => label);
    const after = was.variations.filter(({ id }) => touched.has(id)).map(({ label }) => label);
    const same = before.join() === after.join() ? ' (they differ in values or texts that are not shown)' : '';
    return [
        {
            ...variationBase(was),
            id: `variations:${was.key}`,
            action: 'update',
            before: (0,runtime_text/* oneLine */.TN)(`variations: ${before.join(', ') || 'missing'}`),
            after: (0,runtime_text/* oneLine */.TN)(`variations: ${after.join(', ')}${same}`),
            params: { kind: 'variations', flag: was.key },
        },
    ];
}
function variationRemoval(was, is) {
    const match = matchVariations(was.variations, is.variations);
    const extra = is.variations.filter(({ id }) => !match.has(id));
    if (extra.length === 0)
        return [];
    return [
        {
            ...variationBase(was),
            id: `remove-variations:${was.key}`,
            action: 'delete',
            before: (0,runtime_text/* oneLine */.TN)(`variations: ${extra.map(({ label }) => label).join(', ')}`),
            after: null,
            warnings: [EVERYWHERE, 'LaunchDarkly refuses to remove a variation that another environment serves'],
            params: { kind: 'remove-variations', flag: was.key },
        },
    ];
}
function variationBase(was) {
    return {
        stage: 'configuration',
        target: `Variations of flag "${was.key}"`,
        effect: 'live',
        undo: '"rewind undo" sets the current variations again',
        warnings: [EVERYWHERE],
    };
}
/** Leaves a flag to a person that was deleted and made again with another kind. */
function kindChange(saved, was, is) {
    const text = ({ kind, variations }) => (0,runtime_text/* oneLine */.TN)(`${kind} with variations ${variations.map(({ label }) => label).join(', ')}`);
    return {
        id: `kind:${was.key}`,
        stage: 'configuration',
        action: 'update',
        target: `Flag "${was.key}" of project "${saved.project}"`,
        before: text(is),
        after: text(was),
        effect: 'live',
        undo: null,
        warnings: [],
        params: {},
        manual: (0,changes/* otherKind */.Jb)(was.kind, is.kind),
    };
}
function recreate(saved, was) {
    return {
        id: `flag:${was.key}`,
        stage: 'configuration',
        action: 'create',
        target: `Flag "${was.key}" of project "${saved.project}"`,
        before: null,
        after: (0,runtime_text/* oneLine */.TN)(`${was.kind} with variations ${was.variations.map(({ label }) => label).join(', ')}`),
        effect: 'live',
        undo: 'archive the flag in LaunchDarkly',
        warnings: [
            `the flag was deleted: it is created again with its targeting in ${saved.environment} only; it starts off in the other environments`,
        ],
        // A new flag has the settings that the service gives it.
        sideEffects: [`targeting:${was.key}`],
        params: { kind: 'create', flag: was.key },
    };
}
function archiveChange(saved, was) {
    const archives = was.archived;
    return {
        id: `${archives ? 'archive' : 'unarchive'}:${was.key}`,
        stage: 'configuration',
        action: 'update',
        target: `Flag "${was.key}" of project "${saved.project}"`,
        before: archives ? 'not archived' : 'archived',
        after: archives ? 'archived' : 'not archived',
        effect: 'live',
        undo: archives ? 'restore the flag from the archive' : 'archive the flag again',
        warnings: ['archiving affects every environment of the project'],
        params: { kind: 'archive', flag: was.key, archived: was.archived },
    };
}

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/as-planned.js




/** The live flag must be what the plan says of it, or absent there: then this plan has created it. */
async function assertFlag({ config, change, ctx }, flags, saved, live) {
    if (change.before === null)
        return;
    const { project, environment } = config;
    const keys = [...saved.targeting.prerequisites.map(({ key }) => key), ...live.variations.keys()];
    const savedStates = await statesOf(ctx, flags.filter(({ key }) => key === saved.key || keys.includes(key)));
    const [is] = await statesOf(ctx, [live.flag]);
    const was = savedStates.find(({ key }) => key === saved.key);
    if (was === undefined || is === undefined)
        return;
    const liveStates = await Promise.all([...live.variations].map(async ([key, all]) => [key, { variations: await variationStatesOf(ctx, all) }]));
    const names = namesOf(new Map(savedStates.map((one) => [one.key, one])), new Map(liveStates));
    const left = flagChanges({ schemaVersion: 1, project, environment, flags: savedStates }, was, is, names);
    const own = left.find(({ id }) => id === change.id);
    if (own)
        (0,as_planned/* assertAsPlanned */.Jf)(change, own.before, ctx, 'in LaunchDarkly');
}

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/apply.js










const CONFLICT_TRIES = 4;
async function apply(config, change, ctx, source) {
    const task = params.parse(change.params);
    const client = new LaunchDarklyClient(config, ctx);
    if (task.kind === 'steps')
        return applySteps(client, task, ctx, source);
    const key = task.flag;
    switch (task.kind) {
        case 'disable-new':
            // Counts a deleted new flag as off.
            if (await client.flag(key))
                await converge(client, key, turnOffInstructions);
            return;
        case 'turn-off':
            return converge(client, key, turnOffInstructions);
        case 'turn-on':
            return converge(client, key, ({ targeting }) => (targeting.on ? [] : [{ kind: 'turnFlagOn' }]));
        case 'archive':
            return converge(client, key, (live) => live.archived === task.archived ? [] : [{ kind: task.archived ? 'archiveFlag' : 'restoreFlag' }]);
        default: {
            const { flags } = await (0,json_payload/* readJsonPayload */.Fx)(PAYLOAD, payload, source, ctx);
            const saved = (0,json_payload/* requireSaved */.bk)(flags.find((flag) => flag.key === key), `flag ${key}`, ctx);
            return restore(client, task.kind, flags, saved, (live) => assertFlag({ config, change, ctx }, flags, saved, live));
        }
    }
}
async function applySteps(client, { flags, ...schedule }, ctx, source) {
    const saved = (await (0,json_payload/* readJsonPayload */.Fx)(PAYLOAD, payload, source, ctx)).flags;
    const of = (key) => {
        const step = (0,json_payload/* requireSaved */.bk)(flags.find(({ flag }) => flag === key), `flag ${key}`, ctx);
        const flag = (0,json_payload/* requireSaved */.bk)(saved.find((each) => each.key === key), `flag ${key}`, ctx);
        return { step, goal: flag.targeting };
    };
    await (0,flags_steps/* bringInSteps */.$Y)(ctx, schedule, {
        flags: flags.map(({ flag }) => flag),
        standing: async (key) => {
            const { step, goal } = of(key);
            const live = await client.flag(key);
            return live === undefined ? null : standingOf(step, goal, live.targeting);
        },
        set: (key, percentage) => {
            const { step, goal } = of(key);
            const desired = atStep(step, goal, percentage);
            return converge(client, key, ({ targeting }) => switchInstructions(desired, targeting));
        },
    });
}
function switchInstructions(desired, is) {
    const instructions = [];
    const serves = is.fallthrough && (0,digest/* canonicalJson */.dj)(apply_comparableServe(is.fallthrough));
    if (desired.fallthrough && (0,digest/* canonicalJson */.dj)(apply_comparableServe(desired.fallthrough)) !== serves) {
        instructions.push({ kind: 'updateFallthroughVariationOrRollout', ...serveFields(desired.fallthrough) });
    }
    if (desired.on !== is.on)
        instructions.push({ kind: desired.on ? 'turnFlagOn' : 'turnFlagOff' });
    return instructions;
}
async function restore(client, kind, flags, saved, check) {
    const { key } = saved;
    switch (kind) {
        case 'create':
            if ((await client.flag(key)) === undefined)
                await client.create(saved);
            return;
        case 'variations':
            return converge(client, key, (live) => variationInstructions(saved, live), check);
        case 'remove-variations':
            return converge(client, key, (live) => removalInstructions(saved, live), check);
        case 'targeting':
            return converge(client, key, (live) => targetingInstructions(client, flags, saved, live), check);
    }
}
function turnOffInstructions({ targeting }) {
    return targeting.on ? [{ kind: 'turnFlagOff' }] : [];
}
/**
 * Reads the flag and sends the missing instructions in one atomic patch. After a concurrent change (409) it reads the
 * flag again and decides from the new state.
 * @param check of the flag before a patch
 */
async function converge(client, key, missing, check) {
    for (let attempt = 1;; attempt += 1) {
        const found = await client.dependent(key);
        if (!found) {
            throw new errors.RewindError('api-not-found', `Flag ${key} does not exist (any more).`, {
                remedy: 'Somebody deleted the flag: plan again; the new plan creates it again.',
            });
        }
        const instructions = await missing(found.flag);
        if (instructions.length === 0)
            return;
        // A patch is atomic: what is live is never a part of our own.
        await check?.(found);
        try {
            await client.patch(key, instructions);
            return;
        }
        catch (error) {
            if (!(error instanceof http_failure/* HttpFailure */.HR) || error.status !== 409 || attempt === CONFLICT_TRIES)
                throw error;
        }
    }
}
function comparable(flag) {
    return flag.variations.map(({ id, value }) => ({ id, value: (0,digest/* canonicalJson */.dj)(value) }));
}
function variationInstructions(saved, live) {
    const liveOf = new Map([...matchVariations(comparable(saved), comparable(live))].map(([is, was]) => [was, is]));
    return saved.variations.flatMap((was) => {
        const is = live.variations.find(({ id }) => id === liveOf.get(was.id));
        const texts = { name: was.name ?? '', description: was.description ?? '' };
        if (!is)
            return [{ kind: 'addVariation', value: was.value, ...texts }];
        const value = (0,digest/* canonicalJson */.dj)(is.value) === (0,digest/* canonicalJson */.dj)(was.value) ? {} : { value: was.value };
        const named = (is.name ?? '') === texts.name && (is.description ?? '') === texts.description ? {} : texts;
        const update = { ...value, ...named };
        return Object.keys(update).length === 0 ? [] : [{ kind: 'updateVariation', variationId: is.id, ...update }];
    });
}
function removalInstructions(saved, live) {
    const matched = matchVariations(comparable(saved), comparable(live));
    return live.variations
        .filter(({ id }) => !matched.has(id))
        .map(({ id }) => ({ kind: 'removeVariation', variationId: id }));
}
async function targetingInstructions(client, flags, saved, live) {
    const own = await liveNames(client, flags, saved.key, live);
    const others = new Map();
    for (const { key } of saved.targeting.prerequisites)
        others.set(key, await liveNames(client, flags, key));
    // The saved targeting, with the live ids of the variations.
    const desired = renamed(saved.targeting, own, (key, id) => others.get(key)?.(id) ?? id);
    const is = live.targeting;
    const instructions = [];
    const differs = (a, b) => (0,digest/* canonicalJson */.dj)(a) !== (0,digest/* canonicalJson */.dj)(b);
    if (differs(desired.prerequisites, is.prerequisites)) {
        const prerequisites = desired.prerequisites.map(({ key, variation }) => ({ key, variationId: variation }));
        instructions.push({ kind: 'replacePrerequisites', prerequisites });
    }
    if (differs(sortedTargets(desired), sortedTargets(is))) {
        const targets = desired.targets.map(({ contextKind, variation, values }) => ({
            contextKind,
            variationId: variation,
            values,
        }));
        instructions.push({ kind: 'replaceTargets', targets });
    }
    if (differs(comparableRules(desired), comparableRules(is))) {
        const rules = desired.rules.map(({ serve, clauses, description, trackEvents }) => ({
            ...serveFields(serve),
            clauses,
            ...(description === null ? {} : { description }),
            trackEvents,
        }));
        instructions.push({ kind: 'replaceRules', rules });
    }
    if (desired.offVariation !== null && desired.offVariation !== is.offVariation) {
        instructions.push({ kind: 'updateOffVariation', variationId: desired.offVariation });
    }
    for (const name of ['trackEvents', 'trackEventsFallthrough']) {
        const kind = name === 'trackEvents' ? 'updateTrackEvents' : 'updateTrackEventsFallthrough';
        if (desired[name] !== is[name])
            instructions.push({ kind, trackEvents: desired[name] });
    }
    return [...instructions, ...switchInstructions(desired, is)];
}
/** Saved id → live id of one flag's variations. */
async function liveNames(client, flags, key, live) {
    const saved = flags.find((flag) => flag.key === key);
    const variations = live?.variations ?? (await client.variations(key)) ?? [];
    if (!saved)
        return (id) => id;
    const matched = matchVariations(comparable(saved), comparable({ variations }));
    const byName = new Map([...matched].map(([is, was]) => [was, is]));
    return (id) => byName.get(id) ?? id;
}
function renamed(targeting, own, other) {
    const serve = ({ variation, rollout }) => ({
        variation: variation === null ? null : own(variation),
        rollout: rollout && {
            ...rollout,
            weights: rollout.weights.map((each) => ({ ...each, variation: own(each.variation) })),
        },
    });
    return {
        ...targeting,
        offVariation: targeting.offVariation === null ? null : own(targeting.offVariation),
        fallthrough: targeting.fallthrough && serve(targeting.fallthrough),
        targets: targeting.targets.map((each) => ({ ...each, variation: own(each.variation) })),
        rules: targeting.rules.map((rule) => ({ ...rule, serve: serve(rule.serve) })),
        prerequisites: targeting.prerequisites.map((each) => ({ ...each, variation: other(each.key, each.variation) })),
    };
}
function serveFields({ variation, rollout }) {
    if (!rollout)
        return variation === null ? {} : { variationId: variation };
    return {
        rolloutWeights: Object.fromEntries(rollout.weights.map((each) => [each.variation, each.weight])),
        ...(rollout.bucketBy === null ? {} : { rolloutBucketBy: rollout.bucketBy }),
        ...(rollout.contextKind === null ? {} : { rolloutContextKind: rollout.contextKind }),
    };
}
function apply_comparableServe({ variation, rollout }) {
    return {
        variation,
        rollout: rollout && {
            weights: shares(rollout.weights),
            bucketBy: rollout.bucketBy ?? 'key',
            contextKind: rollout.contextKind ?? 'user',
        },
    };
}
/** By variation, without empty shares, because the order of the list does not matter. */
function shares(weights) {
    return Object.fromEntries(weights.filter(({ weight }) => weight > 0).map((each) => [each.variation, each.weight]));
}
function comparableRules({ rules }) {
    return rules.map((rule) => ({ ...rule, serve: apply_comparableServe(rule.serve) }));
}
function sortedTargets({ targets }) {
    return targets.map((each) => (0,digest/* canonicalJson */.dj)(each)).sort();
}

// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
// EXTERNAL MODULE: ./lib/services/flags/turn-off.js
var turn_off = __webpack_require__(46609);
;// CONCATENATED MODULE: ./lib/providers/launchdarkly/mitigate.js

/** Switches flags; archived ones cannot be switched. */
const mitigation = {
    kinds: turn_off/* FLAG_MEASURES */.$,
    ease: (_config, live, measure) => {
        const { keys, on, ...names } = (0,turn_off/* switching */.Z)(live.flags.filter(({ archived }) => !archived), measure);
        const flags = live.flags.map((flag) => (keys.has(flag.key) ? { ...flag, on } : flag));
        return { desired: { ...live, flags, ...(on ? { switched: true } : {}) }, ...names };
    },
};

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/capabilities.js





const capabilities = {
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['project', 'environment'], saved, config),
    flags: true,
    mitigation: mitigation,
    mayRefuse: ['launchdarkly-approval-required'],
    access: (config, ctx) => new LaunchDarklyClient(config, ctx).access(),
    inSteps: (config, saved, steps) => ({ ...saved, steps: (0,flags_steps/* goalInSteps */.eQ)(steps, config['gate-timeout-seconds']) }),
    describeState: ({ flags }) => ({
        content: (0,counted/* switched */.u)(flags.map(({ on }) => on)),
        flags: new Map(flags.flatMap(({ key, archived, on }) => (archived ? [] : [[key, on]]))),
    }),
};

// EXTERNAL MODULE: ./lib/services/flags/findings.js
var flags_findings = __webpack_require__(51856);
;// CONCATENATED MODULE: ./lib/providers/launchdarkly/check.js


async function check(config, ctx) {
    const client = new LaunchDarklyClient(config, ctx);
    const [environment, flags] = await Promise.allSettled([client.environment(), client.flags()]);
    const findings = (0,flags_findings/* failureFindings */.z)([environment, flags]);
    if (environment.status === 'fulfilled' && environment.value.approvalSettings?.required) {
        findings.push({
            level: 'warning',
            code: 'launchdarkly-approval-required',
            message: `Environment ${config.environment} requires an approval for flag changes: LaunchDarkly refuses a rollback (405) unless the token may bypass it.`,
            remedy: "Grant the token's role the action bypassRequiredApproval, or plan for an approval in LaunchDarkly.",
        });
    }
    if (flags.status === 'fulfilled')
        findings.push(...unwritableFlags(config, flags.value));
    return findings;
}
/** Flags whose targeting a rollback cannot write back. */
function unwritableFlags(config, flags) {
    const unwritable = flags.filter(({ archived, targeting: { rules, fallthrough } }) => {
        const serves = [...rules.map((rule) => rule.serve), ...(fallthrough ? [fallthrough] : [])];
        return !archived && (rules.some((rule) => rule.disabled) || serves.some(({ rollout }) => rollout?.experiment));
    });
    if (unwritable.length === 0)
        return [];
    return [
        {
            level: 'info',
            code: 'launchdarkly-manual-flags',
            message: `These flags have an experiment or a disabled rule in ${config.environment}; if that part changes, a person must set it back: ${unwritable.map(({ key }) => key).join(', ')}.`,
            remedy: 'Expect a manual step in a plan that changes these flags.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/prove.js




/** Compares the sealed flags with the manifest. */
async function prove(config, saved, ctx, source) {
    const { flags } = await (0,json_payload/* readJsonPayload */.Fx)(PAYLOAD, payload, source, ctx);
    const sealed = await statesOf(ctx, flags);
    return (0,digest/* canonicalJson */.dj)(sealed) === (0,digest/* canonicalJson */.dj)(saved.flags) ? [] : [(0,json_payload/* payloadDiffers */.Wv)('flags')];
}

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/index.js








/** Targeting of every flag of one project in one environment, with the flags' variations and archive. */
/* harmony default export */ const launchdarkly = ((0,provider/* defineProvider */.Nj)({
    id: 'launchdarkly',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    prove: prove,
    capabilities: capabilities,
}));


/***/ })

};
