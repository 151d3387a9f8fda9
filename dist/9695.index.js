export const id = 9695;
export const ids = [9695];
export const modules = {

/***/ 49695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ unleash)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/runtime/undecided.js
var undecided = __webpack_require__(15837);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
// EXTERNAL MODULE: ./lib/services/flags/steps.js
var flags_steps = __webpack_require__(41839);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
;// CONCATENATED MODULE: ./lib/providers/unleash/model.js


/** A condition on the context of a request, exactly as Unleash sends and accepts it. */
const constraint = schemas/* looseObject */._H3({
    contextName: schemas/* string */.YjP(),
    operator: schemas/* string */.YjP(),
    values: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
/** A variant of a strategy or of a flag. */
const variant = schemas/* looseObject */._H3({ name: schemas/* string */.YjP() });
/** The parts of Unleash's responses (featureSchema, featureStrategySchema …) that Rewind reads. */
const wireStrategy = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    title: schemas/* string */.YjP().nullish(),
    disabled: schemas/* boolean */.zMY().nullish(),
    sortOrder: schemas/* number */.aig().nullish(),
    parameters: (0,json/* recordOf */.zv)(schemas/* string */.YjP()).nullish(),
    constraints: schemas/* array */.YOg(constraint).nullish(),
    variants: schemas/* array */.YOg(variant).nullish(),
    segments: schemas/* array */.YOg(schemas/* number */.aig()).nullish(),
});
const wireFeature = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    type: schemas/* string */.YjP().nullish(),
    description: schemas/* string */.YjP().nullish(),
    stale: schemas/* boolean */.zMY().nullish(),
    impressionData: schemas/* boolean */.zMY().nullish(),
    environments: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        enabled: schemas/* boolean */.zMY(),
        strategies: schemas/* array */.YOg(wireStrategy).nullish(),
        variants: schemas/* array */.YOg(variant).nullish(),
    })),
    dependencies: schemas/* array */.YOg(schemas/* object */.Ikc({ feature: schemas/* string */.YjP(), enabled: schemas/* boolean */.zMY().nullish(), variants: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() }))
        .nullish(),
});
const wireSegments = schemas/* object */.Ikc({
    segments: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: schemas/* number */.aig(),
        name: schemas/* string */.YjP(),
        description: schemas/* string */.YjP().nullish(),
        project: schemas/* string */.YjP().nullish(),
        constraints: schemas/* array */.YOg(constraint),
    })),
});
/** The sealed payload. It refers to segments by name, because a re-created segment gets another number. */
const strategy = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    title: schemas/* string */.YjP().nullable(),
    disabled: schemas/* boolean */.zMY(),
    parameters: (0,json/* recordOf */.zv)(schemas/* string */.YjP()),
    constraints: schemas/* array */.YOg(constraint),
    variants: schemas/* array */.YOg(variant),
    segments: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const feature = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    /** `type:value` and `value`, from the list of flags; empty if the flag was read individually. */
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    type: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullable(),
    stale: schemas/* boolean */.zMY(),
    impressionData: schemas/* boolean */.zMY(),
    enabled: schemas/* boolean */.zMY(),
    strategies: schemas/* array */.YOg(strategy),
    variants: schemas/* array */.YOg(variant),
    dependencies: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const segment = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullable(),
    project: schemas/* string */.YjP().nullable(),
    constraints: schemas/* array */.YOg(constraint),
});
const PAYLOAD = 'flags.json';
const payload = schemas/* strictObject */.rej({ features: schemas/* array */.YOg(feature), segments: schemas/* array */.YOg(segment) });
/** @throws RangeError if the feature lacks that environment, or refers to a missing segment */
function featureOf(wire, environment, segments, tags) {
    const here = wire.environments.find(({ name }) => name === environment);
    if (!here)
        throw new RangeError(`flag ${wire.name} is not in environment ${environment}`);
    const names = new Map(segments.map(({ id, name }) => [id, name]));
    const nameOf = (id) => {
        const name = names.get(id);
        if (name === undefined)
            throw new RangeError(`flag ${wire.name} uses segment ${id}, which does not exist`);
        return name;
    };
    return {
        name: wire.name,
        tags: [...tags].sort(),
        type: wire.type ?? 'release',
        description: wire.description ?? null,
        stale: wire.stale ?? false,
        impressionData: wire.impressionData ?? false,
        enabled: here.enabled,
        strategies: [...(here.strategies ?? [])]
            // Orders an equal sortOrder by id: ids are ULIDs, in order of creation.
            .sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0) || (a.id < b.id ? -1 : 1))
            .map((each) => ({
            id: each.id,
            name: each.name,
            title: each.title ?? null,
            disabled: each.disabled ?? false,
            parameters: each.parameters ?? {},
            constraints: each.constraints ?? [],
            variants: each.variants ?? [],
            segments: (each.segments ?? []).map(nameOf).sort(),
        })),
        variants: here.variants ?? [],
        dependencies: (wire.dependencies ?? [])
            .map((each) => `${each.feature} ${each.enabled === false ? 'off' : ['on', ...(each.variants ?? [])].join(' ')}`)
            .sort(),
    };
}
/** A comparable form: ignores omitted defaults and the order of values. */
function comparableConstraints(constraints) {
    return constraints.map(({ values, ...rest }) => ({
        ...rest,
        caseInsensitive: rest.caseInsensitive === true,
        inverted: rest.inverted === true,
        value: rest.value ?? null,
        values: [...(values ?? [])].sort(),
    }));
}
function comparableVariants(variants) {
    return [...variants].sort((a, b) => (a.name < b.name ? -1 : 1));
}
/**
 * The percentage of a strategy that divides users so that each one stays on the same side while the percentage grows;
 * null for any other strategy.
 */
function percentageOf({ name, parameters: { rollout = '', stickiness } }) {
    return name === 'flexibleRollout' && stickiness !== 'random' && /^\d+$/.test(rollout) ? Number(rollout) : null;
}
/** The same strategy with another percentage. */
const withPercentage = (strategy, percentage) => ({
    ...strategy,
    parameters: { ...strategy.parameters, rollout: String(percentage) },
});
/** A comparable form of a strategy, without its id. */
function comparableStrategy({ name, title, disabled, parameters, constraints, variants, segments, }) {
    return {
        name,
        title: title ?? '',
        disabled,
        parameters,
        constraints: comparableConstraints(constraints),
        variants: comparableVariants(variants),
        segments,
    };
}
/** The same without its percentage. */
const comparableRest = (each) => comparableStrategy(percentageOf(each) === null ? each : withPercentage(each, 0));

;// CONCATENATED MODULE: ./lib/providers/unleash/refusals.js



/** The body of a refusal. */
const failed = schemas/* object */.Ikc({ name: schemas/* string */.YjP().optional(), message: schemas/* string */.YjP().optional() });
/** Paths that each server has. */
const EVERYWHERE = new Set([
    '/api/admin/environments',
    '/api/admin/segments',
    '/api/admin/projects',
]);
/** The same failure with a remedy that its status alone does not tell. */
function withRemedy(error, path, config, ctx) {
    if (!(error instanceof http_failure/* HttpFailure */.HR))
        return error;
    const remedy = remedyOf(error, path, config);
    if (remedy === undefined)
        return error;
    const details = { resource: ctx.resource, remedy, cause: error };
    return new http_failure/* HttpFailure */.HR(error.code, error.message, details, error.status, error.body);
}
function remedyOf({ status, message }, path, config) {
    if (status === 404 && EVERYWHERE.has(path))
        return 'Correct UNLEASH_URL: it must be the address of the server, with or without /api at its end.';
    // With change requests in force no permission to write is missing.
    if (status === 403 && /change requests?/i.test(message))
        return `Give the service account the permission SKIP_CHANGE_REQUEST in ${config.environment}, or turn change requests off there for project ${config.project}, and run again.`;
    return undefined;
}
/** For a flag that cannot be revived: Unleash refuses one of another project with 403, as if a permission were missing. */
function notRevived(error, flag, { project }, ctx) {
    if (!(error instanceof http_failure/* HttpFailure */.HR) || failed.safeParse(error.body).data?.name !== 'InvalidOperationError')
        return error;
    return new errors.RewindError('api-conflict', `Unleash has the flag ${flag} in another project than ${project}.`, {
        resource: ctx.resource,
        remedy: `Move the flag back to project ${project} in Unleash, then plan again. To leave it there, choose a newer snapshot.`,
    });
}

;// CONCATENATED MODULE: ./lib/providers/unleash/client.js




const CREDENTIAL = 'UNLEASH_API_TOKEN';
/** A valid body is empty, an object or a list; this rejects an error page with status 200. */
const done = schemas/* union */.KCZ([schemas/* object */.Ikc({}), schemas/* array */.YOg(schemas/* object */.Ikc({})), schemas/* undefined */.Vxk()]);
const overview = schemas/* object */.Ikc({
    features: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        tags: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), value: schemas/* string */.YjP() })).nullish(),
    })),
});
const projects = schemas/* object */.Ikc({ projects: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP() })) });
const environments = schemas/* object */.Ikc({
    environments: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), enabled: schemas/* boolean */.zMY() })),
});
/** The only place that talks to Unleash (its admin API). */
class UnleashClient {
    config;
    ctx;
    base;
    token;
    project;
    constructor(config, ctx) {
        this.config = config;
        this.ctx = ctx;
        this.token = ctx.env.token(CREDENTIAL, ctx.resource);
        const address = ctx.env.url('UNLEASH_URL', '');
        if (address === '') {
            throw new errors.RewindError('credential-missing', 'The environment variable UNLEASH_URL is not set.', {
                resource: ctx.resource,
                remedy: 'Set UNLEASH_URL to the address of your Unleash server, for example https://unleash.example.com.',
            });
        }
        // Accepts the SDK address, which ends in /api; the admin API has another path.
        this.base = address.replace(/\/api$/, '');
        this.project = `/api/admin/projects/${encodeURIComponent(config.project)}`;
    }
    /** Whether the environment is enabled; undefined if it does not exist. */
    async environmentEnabled() {
        const request = { method: 'GET', what: 'list environments', path: '/api/admin/environments' };
        const { data } = await this.send(request, environments);
        return data.environments.find(({ name }) => name === this.config.environment)?.enabled;
    }
    /** Names and tags of the active flags of the project. */
    async list() {
        const { data } = await this.send({
            method: 'GET',
            what: `list flags of project ${this.config.project}`,
            path: `${this.project}/features`,
            permission: 'to read the project (role Viewer or more)',
        }, overview);
        return data.features.map(({ name, tags }) => ({
            name,
            tags: (tags ?? []).flatMap(({ type, value }) => [`${type}:${value}`, value]),
        }));
    }
    /**
     * Reads flags one by one, because the batch export of older open-source servers (6.10) reports every flag as on.
     * @throws RewindError snapshot-incomplete if a flag lacks the configured environment
     */
    async features() {
        const [listed, segments] = await Promise.all([this.list(), this.segments()]);
        if (listed.length === 0)
            await this.requireProject();
        const features = await Promise.all(listed.map(async ({ name, tags }) => {
            const wire = await this.read(name);
            return wire ? [this.parseOrThrow(wire, segments, tags)] : [];
        }));
        return {
            features: features.flat().sort((a, b) => (a.name < b.name ? -1 : 1)),
            segments: segments
                .map(({ name, description, project, constraints }) => ({
                name,
                description: description ?? null,
                project: project ?? null,
                constraints,
            }))
                .sort((a, b) => (a.name < b.name ? -1 : 1)),
        };
    }
    /** One live flag; undefined if it does not exist or is archived. */
    async feature(name) {
        const [wire, segments] = await Promise.all([this.read(name), this.segments()]);
        return wire && this.parseOrThrow(wire, segments, []);
    }
    async segments() {
        const request = { method: 'GET', what: 'list segments', path: '/api/admin/segments' };
        return (await this.send(request, wireSegments)).data.segments;
    }
    async saveSegment(segment, id) {
        const json = { ...segment };
        await this.send(id === undefined
            ? {
                method: 'POST',
                what: `create segment ${segment.name}`,
                path: '/api/admin/segments',
                permission: 'CREATE_SEGMENT',
                // Names are unique: Unleash rejects a duplicate (409).
                repeatable: true,
                accept: [409],
                json,
            }
            : {
                method: 'PUT',
                what: `change segment ${segment.name}`,
                path: `/api/admin/segments/${id}`,
                permission: 'UPDATE_SEGMENT',
                json,
            }, schemas/* union */.KCZ([done, failed]));
    }
    /** Creates a flag or restores it from the archive, off in every environment. */
    async recreate(feature) {
        const { name, type, description, impressionData } = feature;
        const { status } = await this.send({
            method: 'POST',
            what: `create flag ${name}`,
            path: `${this.project}/features`,
            permission: 'CREATE_FEATURE',
            repeatable: true,
            accept: [409],
            json: { name, type, impressionData, ...(description === null ? {} : { description }) },
        }, schemas/* union */.KCZ([done, failed]));
        if (status !== 409)
            return;
        await this.send({
            method: 'POST',
            what: `restore flag ${name} from the archive`,
            path: `${this.project}/revive`,
            permission: 'UPDATE_FEATURE',
            repeatable: true,
            json: { features: [name] },
        }, done).catch((error) => {
            throw notRevived(error, name, this.config, this.ctx);
        });
    }
    async saveMetadata({ name, type, description, stale, impressionData }) {
        await this.send({
            method: 'PUT',
            what: `change flag ${name}`,
            path: `${this.project}/features/${encodeURIComponent(name)}`,
            permission: 'UPDATE_FEATURE',
            json: { name, type, description: description ?? '', stale, impressionData },
        }, done);
    }
    async turn(name, on) {
        await this.send({
            method: 'POST',
            what: `turn flag ${name} ${on ? 'on' : 'off'}`,
            path: `${this.here(name)}/${on ? 'on' : 'off'}`,
            permission: `UPDATE_FEATURE_ENVIRONMENT in ${this.config.environment}`,
            repeatable: true,
        }, done);
    }
    async saveVariants(name, variants) {
        await this.send({
            method: 'PUT',
            what: `change variants of flag ${name}`,
            path: `${this.here(name)}/variants`,
            permission: `UPDATE_FEATURE_ENVIRONMENT_VARIANTS in ${this.config.environment}`,
            json: variants,
        }, done);
    }
    /** @param id of the strategy to overwrite; undefined creates one (not repeatable: a repeat would create two) */
    async saveStrategy(flag, strategy, place, id) {
        const numbers = new Map((await this.segments()).map((each) => [each.name, each.id]));
        const segments = strategy.segments.map((name) => {
            const number = numbers.get(name);
            if (number !== undefined)
                return number;
            throw new errors.RewindError('api-not-found', `Segment ${name}, which flag ${flag} uses, does not exist.`, {
                resource: this.ctx.resource,
                remedy: 'Plan again: the new plan creates the segment before the strategies that use it.',
            });
        });
        const { name, title, disabled, parameters, constraints, variants } = strategy;
        const json = { name, title: title ?? '', disabled, sortOrder: place, parameters, constraints, variants, segments };
        await this.send({
            method: id === undefined ? 'POST' : 'PUT',
            what: `${id === undefined ? 'add' : 'change'} strategy ${name} of flag ${flag}`,
            path: `${this.here(flag)}/strategies${id === undefined ? '' : `/${encodeURIComponent(id)}`}`,
            permission: `${id === undefined ? 'CREATE' : 'UPDATE'}_FEATURE_STRATEGY in ${this.config.environment}`,
            json: json,
        }, done);
    }
    async removeStrategy(flag, id) {
        await this.send({
            method: 'DELETE',
            what: `remove a strategy of flag ${flag}`,
            path: `${this.here(flag)}/strategies/${encodeURIComponent(id)}`,
            permission: `DELETE_FEATURE_STRATEGY in ${this.config.environment}`,
            accept: [404],
        }, schemas/* union */.KCZ([done, failed]));
    }
    async reorder(flag, ids) {
        await this.send({
            method: 'POST',
            what: `order the strategies of flag ${flag}`,
            path: `${this.here(flag)}/strategies/set-sort-order`,
            permission: `UPDATE_FEATURE_STRATEGY in ${this.config.environment}`,
            repeatable: true,
            json: ids.map((id, sortOrder) => ({ id, sortOrder })),
        }, done);
    }
    async read(name) {
        const { status, data } = await this.send({
            method: 'GET',
            what: `read flag ${name}`,
            path: `${this.project}/features/${encodeURIComponent(name)}`,
            query: { variantEnvironments: true },
            permission: 'to read the project (role Viewer or more)',
            accept: [404],
        }, schemas/* union */.KCZ([wireFeature, failed]));
        return status === 404 || !('environments' in data) ? undefined : data;
    }
    /** Unleash returns an empty list for a missing project, which would make an empty snapshot. */
    async requireProject() {
        const { project } = this.config;
        const { data } = await this.send({ method: 'GET', what: 'list projects', path: '/api/admin/projects' }, projects);
        if (data.projects.some(({ id }) => id === project))
            return;
        throw new errors.RewindError('api-not-found', `Unleash has no project ${project}, or the token cannot see it.`, {
            resource: this.ctx.resource,
            remedy: 'Check "project" in the configuration (its id, not its name), and grant the token read access to the project.',
        });
    }
    parseOrThrow(wire, segments, tags) {
        try {
            return featureOf(wire, this.config.environment, segments, tags);
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            throw new errors.RewindError('snapshot-incomplete', `Unleash: ${error.message}.`, {
                resource: this.ctx.resource,
                remedy: `Check that environment ${this.config.environment} exists and is enabled for project ${this.config.project}, and run again.`,
            });
        }
    }
    here(flag) {
        return `${this.project}/features/${encodeURIComponent(flag)}/environments/${encodeURIComponent(this.config.environment)}`;
    }
    send({ path, ...request }, schema) {
        return this.ctx.http
            .request({
            ...request,
            service: 'Unleash',
            credential: CREDENTIAL,
            resource: this.ctx.resource,
            url: this.base + path,
            headers: { authorization: this.token },
        }, schema)
            .catch((error) => {
            throw withRemedy(error, path, this.config, this.ctx);
        });
    }
}

;// CONCATENATED MODULE: ./lib/providers/unleash/capture.js




/** Reads switches, strategies and variants of every flag in one environment, and the project's segments. */
async function capture(config, ctx, sink) {
    const saved = await new UnleashClient(config, ctx).features();
    if (sink.purpose === 'snapshot')
        await sink.write(PAYLOAD, Buffer.from(JSON.stringify(saved)));
    return stateOf(config, ctx, saved);
}
async function stateOf(config, ctx, { features, segments }) {
    const used = new Set(features.flatMap(({ strategies }) => strategies.flatMap((each) => each.segments)));
    return {
        schemaVersion: 1,
        project: config.project,
        environment: config.environment,
        features: await Promise.all(features.map((each) => featureStateOf(ctx, each))),
        segments: await Promise.all(segments.map(async ({ name, description, project, constraints }) => ({
            name,
            used: used.has(name),
            summary: constraintsText(constraints),
            fingerprint: await ctx.fingerprint((0,digest/* canonicalJson */.dj)([description ?? '', project, comparableConstraints(constraints)])),
        }))),
    };
}
async function featureStateOf(ctx, feature) {
    const { name, tags, type, stale, impressionData, description, enabled, strategies, variants, dependencies } = feature;
    return {
        name,
        tags,
        type,
        stale,
        impressionData,
        description: description === null || description === '' ? '' : await ctx.fingerprint(description),
        enabled,
        strategies: await Promise.all(strategies.map(async (each) => ({
            summary: summaryOf(each),
            active: !each.disabled,
            percentage: percentageOf(each),
            fingerprint: await ctx.fingerprint((0,digest/* canonicalJson */.dj)(comparableRest(each))),
        }))),
        variants: {
            names: variants.map((each) => each.name).sort(),
            fingerprint: variants.length === 0 ? '' : await ctx.fingerprint((0,digest/* canonicalJson */.dj)(comparableVariants(variants))),
        },
        dependencies,
    };
}
/** Shows only the share of a rollout, because parameters may hold user ids. */
function summaryOf(strategy) {
    const { rollout } = strategy.parameters;
    const parts = [
        strategy.name,
        ...(rollout === undefined ? [] : [`${rollout} %`]),
        ...(strategy.disabled ? ['disabled'] : []),
        ...(strategy.constraints.length > 0 ? [constraintsText(strategy.constraints)] : []),
        ...(strategy.segments.length > 0 ? [`segments ${strategy.segments.join(', ')}`] : []),
        ...(strategy.variants.length > 0 ? [`variants ${strategy.variants.map(({ name }) => name).join(', ')}`] : []),
    ];
    return parts.join('; ');
}
/** What a plan says of a segment. */
function constraintsText(constraints) {
    return constraints
        .map(({ contextName, operator, inverted, values }) => {
        const count = Math.max(1, values?.length ?? 0);
        return `${contextName} ${inverted === true ? 'not ' : ''}${operator} (${(0,runtime_text/* plural */.LS)(count, 'value')})`;
    })
        .join(' and ');
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/services/flags/changes.js
var changes = __webpack_require__(78017);
;// CONCATENATED MODULE: ./lib/providers/unleash/state.js


/**
 * The state in the manifest, in clear. It holds fingerprints of constraint values (user ids, e-mail addresses) and
 * variant payloads; the sealed payload holds the values.
 */
const state_feature = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    /** For the selection in a mitigation; not compared. */
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    type: schemas/* string */.YjP(),
    stale: schemas/* boolean */.zMY(),
    impressionData: schemas/* boolean */.zMY(),
    description: schemas/* string */.YjP(),
    enabled: schemas/* boolean */.zMY(),
    strategies: schemas/* array */.YOg(schemas/* strictObject */.rej({
        summary: schemas/* string */.YjP(),
        active: schemas/* boolean */.zMY(),
        /** As `percentageOf`. */
        percentage: schemas/* number */.aig().nullable(),
        /** Of everything else. */
        fingerprint: schemas/* string */.YjP(),
    })),
    variants: schemas/* strictObject */.rej({ names: schemas/* array */.YOg(schemas/* string */.YjP()), fingerprint: schemas/* string */.YjP() }),
    dependencies: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    features: schemas/* array */.YOg(state_feature),
    /** `used` by a strategy of this project and environment. Rewind restores only used segments. */
    segments: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), used: schemas/* boolean */.zMY(), summary: schemas/* string */.YjP(), fingerprint: schemas/* string */.YjP() })),
    steps: flags_steps/* stepsGoal */.fe.exactOptional(),
    /** Set in the goal of a mitigation that turns flags on, never in a snapshot: no sealed value is needed. */
    switched: schemas/* literal */.euz(true).exactOptional(),
});
/** A flag that is brought to its goal in steps, and what it is before the first one. */
const steppedFlag = schemas/* strictObject */.rej({
    flag: schemas/* string */.YjP(),
    /** `percentages`: by strategy; null where a strategy has none. */
    from: schemas/* strictObject */.rej({ enabled: schemas/* boolean */.zMY(), percentages: schemas/* array */.YOg(schemas/* number */.aig().nullable()) }),
});
/** The part of a change that `apply` reads. All but `turn-off` and `disable-new` also need the saved object. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('segment'), name: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('metadata'), name: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('recreate'), name: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('targeting'), name: schemas/* string */.YjP() }),
    flags_steps/* schedule */._.extend({ kind: schemas/* literal */.euz('steps'), flags: schemas/* array */.YOg(steppedFlag) }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('turn-on'), name: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('turn-off'), name: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('disable-new'), name: schemas/* string */.YjP() }),
]);

;// CONCATENATED MODULE: ./lib/providers/unleash/steps.js




/**
 * How the flag can be brought to its goal in steps, or why it cannot. Each user keeps the flag, once it is on, because only
 * percentages grow: stickiness and group of the strategies stay.
 * @param changing ids of all changes of the plan
 */
function stepOf(was, is, changing, earlier) {
    if (is === undefined)
        return 'the flag does not exist';
    if (!was.enabled)
        return 'it is turned off';
    const others = ({ strategies, variants }) => (0,digest/* canonicalJson */.dj)([strategies.map(({ fingerprint }) => fingerprint), variants.fingerprint]);
    if (others(was) !== others(is))
        return 'more than its switch and its percentages change';
    if (was.strategies.some(({ active, percentage }) => active && percentage === null))
        return 'not each of its strategies has a percentage that stays with the user';
    if ([...changing].some((id) => id.startsWith('segment:')))
        return 'a segment changes, too';
    if (was.dependencies.some((parent) => changing.has(`targeting:${parent.split(' ')[0] ?? ''}`)))
        return 'a flag that it depends on changes, too';
    const percentages = is.strategies.map(({ percentage }) => percentage);
    const from = { enabled: is.enabled, percentages };
    const falls = was.strategies.some(({ active, percentage }, at) => active && (percentage ?? 0) < startOf(from, at));
    if (falls)
        return 'a percentage falls';
    const begun = (0,flags_steps/* earlierOf */.OR)(earlier, steppedFlag, was.name);
    const goesOn = is.enabled &&
        begun?.from.percentages.length === percentages.length &&
        percentages.every((now, at) => startOf(begun.from, at) <= (now ?? 0));
    return { flag: was.name, from: goesOn ? begun.from : from };
}
/** The percentage of a strategy before the first step, as users meet it. */
const startOf = ({ enabled, percentages }, at) => enabled ? (percentages[at] ?? 0) : 0;
/** The flag at a percentage of the way; null: before the first step. Pure. */
function atStep({ from }, goal, percentage) {
    const strategies = goal.strategies.map((strategy, at) => {
        const most = percentageOf(strategy);
        if (most === null)
            return strategy;
        if (percentage === null)
            return withPercentage(strategy, from.percentages[at] ?? most);
        return strategy.disabled
            ? strategy
            : withPercentage(strategy, Math.max(startOf(from, at), Math.min(percentage, most)));
    });
    return { ...goal, enabled: percentage === null ? from.enabled : true, strategies };
}
/** Up to which percentage of the way a live flag is; null if neither a step nor the goal makes it so. Pure. */
function standingOf({ from }, goal, live) {
    const others = ({ strategies, variants }) => (0,digest/* canonicalJson */.dj)([strategies.map(comparableRest), comparableVariants(variants)]);
    if (others(live) !== others(goal))
        return null;
    if (!live.enabled)
        return from.enabled ? null : 0;
    const state = ({ strategies, enabled }) => ({
        enabled,
        strategies: strategies.map((each) => ({ active: !each.disabled, percentage: percentageOf(each) })),
    });
    return shareOf(state(goal), state(live));
}
/** Up to which percentage of the way the least strategy is, where only switch and percentages differ. */
function shareOf(goal, live) {
    if (!live.enabled)
        return 0;
    const reached = goal.strategies.flatMap(({ active, percentage: most }, at) => {
        const now = live.strategies[at]?.percentage ?? most;
        return !active || most === null || now === null ? [] : [now >= most ? 100 : now];
    });
    return Math.min(100, ...reached);
}

;// CONCATENATED MODULE: ./lib/providers/unleash/plan.js






/** Orders segments before the strategies that use them, and flags before their strategies. */
function plan(saved, live) {
    const elsewhere = (0,other_object/* otherObject */.A_)('flags', (0,other_object/* nameParts */.IN)(['project', 'environment'], saved, live));
    if (elsewhere)
        return [elsewhere];
    const liveFeatures = new Map(live.features.map((each) => [each.name, each]));
    const savedNames = new Set(saved.features.map(({ name }) => name));
    const segments = segmentChanges(saved, live);
    const features = saved.features.flatMap((was) => {
        const is = liveFeatures.get(was.name);
        return [...(is ? metadataChange(was, is) : [recreate(saved, was)]), ...targetingChange(saved, was, is)];
    });
    const dependencies = saved.features.flatMap((was) => dependencyChange(was, liveFeatures.get(was.name)));
    const added = live.features
        .filter(({ name, enabled }) => enabled && !savedNames.has(name))
        .map(({ name }) => (0,changes/* disableNew */.ns)(name, live.environment, 'archived', { kind: 'disable-new', name }));
    const all = [...segments, ...features, ...dependencies, ...added];
    return saved.steps === undefined ? all : withSteps(saved, saved.steps, live, all);
}
/** The same, with one change of all flags that can be stepped before the others. */
function withSteps(saved, steps, live, changes) {
    const changing = new Set(changes.map(({ id }) => id));
    const { stepped, others } = (0,flags_steps/* takeSteps */.xm)(changes, ({ id }) => {
        const was = saved.features.find(({ name }) => id === `targeting:${name}`);
        if (was === undefined)
            return null;
        const is = live.features.find(({ name }) => name === was.name);
        return stepOf(was, is, changing, steps.earlier);
    });
    const names = stepped.map(({ flag }) => flag);
    if (names.length === 0)
        return others;
    const { percentages, gate } = steps;
    const lines = (from) => (0,flags_steps/* fewOf */.sZ)(names
        .flatMap((flag) => from.features.filter(({ name }) => name === flag))
        .map(({ name, enabled, strategies }) => enabled ? `${name}: ${strategies.map(({ summary }) => summary).join('; ')}` : `${name}: off`), '\n');
    const at = stepped.map(({ flag }) => {
        const [was, is] = [saved, live].map(({ features }) => features.find(({ name }) => name === flag));
        return was === undefined || is === undefined ? null : shareOf(was, is);
    });
    const change = {
        ...(0,flags_steps/* stepsChange */.Ke)(saved.environment, names, steps, at),
        before: lines(live),
        after: lines(saved),
        params: { kind: 'steps', percentages, gate, flags: stepped },
    };
    return [change, ...others];
}
const UNDO = '"rewind undo" sets the current settings again';
function segmentChanges(saved, live) {
    return saved.segments.flatMap((was) => {
        const is = live.segments.find(({ name }) => name === was.name);
        if (!was.used || is?.fingerprint === was.fingerprint)
            return [];
        const same = is?.summary === was.summary ? changes/* HIDDEN_DIFFERENCE */.x2 : '';
        return [
            {
                id: `segment:${was.name}`,
                stage: 'configuration',
                action: is ? 'update' : 'create',
                target: `Segment "${was.name}"`,
                before: is ? (0,runtime_text/* oneLine */.TN)(is.summary) : null,
                after: (0,runtime_text/* oneLine */.TN)(was.summary + same),
                effect: 'live',
                // No undo compares a segment that no strategy used before the rollback.
                undo: is?.used ? UNDO : is ? 'set the segment in Unleash back by hand' : 'delete the segment in Unleash',
                warnings: ['the segment is shared: it changes for every project and environment that uses it'],
                params: { kind: 'segment', name: was.name },
            },
        ];
    });
}
function metadataChange(was, is) {
    const lines = (each) => [
        `type: ${each.type}`,
        `stale: ${each.stale}`,
        `impression data: ${each.impressionData}`,
        ...(was.description === is.description ? [] : ['description (not shown)']),
    ];
    const same = (each) => (0,digest/* canonicalJson */.dj)([each.type, each.stale, each.impressionData, each.description]);
    if (same(was) === same(is))
        return [];
    const before = lines(is).join('\n');
    const after = lines(was).join('\n');
    return [
        {
            id: `flag:${was.name}`,
            stage: 'configuration',
            action: 'update',
            target: `Flag "${was.name}"`,
            before,
            after: before === after ? after + changes/* HIDDEN_DIFFERENCE */.x2 : after,
            effect: 'live',
            undo: UNDO,
            warnings: ['these settings apply to every environment'],
            params: { kind: 'metadata', name: was.name },
        },
    ];
}
function recreate(saved, was) {
    return {
        id: `flag:${was.name}`,
        stage: 'configuration',
        action: 'create',
        target: `Flag "${was.name}" of project "${saved.project}"`,
        before: null,
        after: `${was.type} flag, restored from the archive or created again`,
        effect: 'live',
        undo: 'archive the flag in Unleash',
        warnings: [`its strategies are restored in ${saved.environment} only; it is off in the other environments`],
        // A new flag has the settings that the service gives it.
        sideEffects: [`targeting:${was.name}`],
        params: { kind: 'recreate', name: was.name },
    };
}
function targetingChange(saved, was, is) {
    const fingerprints = ({ strategies }) => (0,digest/* canonicalJson */.dj)(strategies.map(({ fingerprint, percentage }) => [fingerprint, percentage]));
    const differs = {
        enabled: was.enabled !== is?.enabled,
        strategies: !is || fingerprints(was) !== fingerprints(is),
        variants: !is || was.variants.fingerprint !== is.variants.fingerprint,
    };
    if (!differs.enabled && !differs.strategies && !differs.variants)
        return [];
    const lines = (each) => [
        ...(differs.enabled ? [each.enabled ? 'on' : 'off'] : []),
        ...(differs.strategies ? each.strategies.map(({ summary }, at) => `strategy ${at + 1}: ${summary}`) : []),
        ...(differs.strategies && each.strategies.length === 0 ? ['no strategies'] : []),
        ...(differs.variants ? [`variants: ${each.variants.names.join(', ') || 'none'}`] : []),
    ];
    // Names of segments, variants and fields come from outside: none of them makes a line of its own.
    const text = (each) => lines(each).map(runtime_text/* oneLine */.TN).join('\n');
    const before = is ? text(is) : null;
    const after = text(was);
    const onlySwitches = is !== undefined && (!was.enabled || saved.switched === true) && !differs.strategies && !differs.variants;
    const unreachable = was.enabled && !was.strategies.some(({ active }) => active);
    return [
        {
            id: `targeting:${was.name}`,
            stage: 'configuration',
            action: is ? 'update' : 'create',
            target: `Flag "${was.name}" in environment "${saved.environment}"`,
            before,
            after: before === after ? after + changes/* HIDDEN_DIFFERENCE */.x2 : after,
            effect: 'live',
            undo: UNDO,
            warnings: was.enabled && !is?.enabled ? ['switches the flag on for users at once'] : [],
            params: {
                kind: !onlySwitches ? 'targeting' : was.enabled ? 'turn-on' : 'turn-off',
                name: was.name,
            },
            ...(unreachable
                ? {
                    manual: `Set flag "${was.name}" in Unleash by hand: Unleash adds a default strategy when a flag without an active strategy is turned on.`,
                }
                : {}),
        },
    ];
}
function dependencyChange(was, is) {
    const before = is?.dependencies.join(', ') ?? '';
    const after = was.dependencies.join(', ');
    if (before === after)
        return [];
    return [
        {
            id: `dependencies:${was.name}`,
            stage: 'configuration',
            action: 'update',
            target: `Dependencies of flag "${was.name}"`,
            before: before || 'none',
            after: after || 'none',
            effect: 'live',
            undo: null,
            warnings: [],
            params: {},
            manual: `Set the parent flags of "${was.name}" back in Unleash by hand.`,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/unleash/apply.js














/** A restore sends many requests (one for each strategy), and other clients may write in between. */
const ROUNDS = 5;
const PAUSE_MS = 500;
async function apply(config, change, ctx, source) {
    const task = params.parse(change.params);
    const client = new UnleashClient(config, ctx);
    if (task.kind === 'steps')
        return applySteps(client, task, ctx, source);
    const run = { config, ctx, client, change };
    const { kind, name } = task;
    if (kind === 'turn-on' || kind === 'turn-off' || kind === 'disable-new') {
        const live = await client.feature(name);
        // Counts a deleted new flag as off.
        if (!live && kind !== 'disable-new')
            throw gone(ctx, name);
        const on = kind === 'turn-on';
        if (live !== undefined && live.enabled !== on)
            await client.turn(name, on);
        return;
    }
    const { features, segments } = await (0,json_payload/* readJsonPayload */.Fx)(PAYLOAD, payload, source, ctx);
    if (kind === 'segment') {
        const segment = segments.find((each) => each.name === name);
        return restoreSegment(run, (0,json_payload/* requireSaved */.bk)(segment, `segment ${name}`, ctx));
    }
    const found = features.find((each) => each.name === name);
    const feature = (0,json_payload/* requireSaved */.bk)(found, `flag ${name}`, ctx);
    if (kind === 'targeting')
        return restore(client, ctx, feature, (live) => assertFeature(run, feature, live));
    return restoreMetadata(run, feature, kind === 'recreate');
}
async function applySteps(client, { flags, ...steps }, ctx, source) {
    const { features } = await (0,json_payload/* readJsonPayload */.Fx)(PAYLOAD, payload, source, ctx);
    const all = new Map(flags.map((step) => {
        const goal = features.find(({ name }) => name === step.flag);
        return [step.flag, { step, goal: (0,json_payload/* requireSaved */.bk)(goal, `flag ${step.flag}`, ctx) }];
    }));
    const of = (name) => (0,json_payload/* requireSaved */.bk)(all.get(name), `flag ${name}`, ctx);
    await (0,flags_steps/* bringInSteps */.$Y)(ctx, steps, {
        flags: [...all.keys()],
        standing: async (name) => {
            const live = await client.feature(name);
            return live === undefined ? null : standingOf(of(name).step, of(name).goal, live);
        },
        set: (name, percentage) => restore(client, ctx, atStep(of(name).step, of(name).goal, percentage)),
    });
}
/** The live flag must be what the plan says of it, or absent there: then this plan has created it. */
async function assertFeature({ config, ctx, change }, saved, live) {
    if (change.before === null)
        return;
    const [was, is] = await Promise.all([saved, live].map((one) => stateOf(config, ctx, { features: [one], segments: [] })));
    const left = was && is && plan(was, is).find(({ id }) => id === change.id);
    if (left)
        (0,as_planned/* assertAsPlanned */.Jf)(change, left.before, ctx, 'in Unleash');
}
async function restoreSegment({ ctx, client, change }, saved) {
    const live = (await client.segments()).find(({ name }) => name === saved.name);
    const comparable = ({ description, project, constraints }) => (0,digest/* canonicalJson */.dj)([description ?? '', project ?? null, comparableConstraints(constraints)]);
    if (live && comparable(live) === comparable(saved))
        return;
    if (live)
        (0,as_planned/* assertAsPlanned */.Jf)(change, (0,runtime_text/* oneLine */.TN)(constraintsText(live.constraints)), ctx, 'in Unleash');
    await client.saveSegment(saved, live?.id);
}
async function restoreMetadata(run, saved, recreates) {
    const { client, ctx } = run;
    let live = await client.feature(saved.name);
    if (!live && recreates) {
        await client.recreate(saved);
        live = await client.feature(saved.name);
    }
    if (!live)
        throw gone(ctx, saved.name);
    const metadata = (each) => (0,digest/* canonicalJson */.dj)([each.type, each.description ?? '', each.stale, each.impressionData]);
    if (metadata(live) === metadata(saved))
        return;
    await assertFeature(run, saved, live);
    await client.saveMetadata(saved);
}
/** The response was lost: Unleash may or may not have added the strategy. */
class ResponseLost extends Error {
    failure;
    constructor(failure) {
        super(failure.message);
        this.failure = failure;
    }
}
/**
 * Decides each step from the live flag. If the response to the creation of a strategy is lost, reads the flag again to
 * find out whether the strategy exists.
 * @param check of the flag as it is before the first write
 */
async function restore(client, ctx, saved, check) {
    for (let round = 1;; round += 1) {
        try {
            // A later round meets what an earlier one has written.
            await restoreOnce(client, ctx, saved, round === 1 ? check : undefined);
            return;
        }
        catch (error) {
            const failure = error instanceof ResponseLost ? error.failure : error;
            const overtaken = failure instanceof http_failure/* HttpFailure */.HR && (failure.status === 404 || failure.status === 409);
            if ((!(error instanceof ResponseLost) && !overtaken) || round === ROUNDS)
                throw failure;
            await ctx.clock.sleep(PAUSE_MS * round * ctx.random(), ctx.signal);
        }
    }
}
/** @throws ResponseLost if it is unknown whether the strategy was added */
async function addStrategy(client, flag, strategy, place) {
    try {
        await client.saveStrategy(flag, strategy, place, undefined);
    }
    catch (error) {
        throw (0,undecided/* isUndecided */.A)(error) ? new ResponseLost(error) : error;
    }
}
async function restoreOnce(client, ctx, saved, check) {
    const { name } = saved;
    const live = await client.feature(name);
    if (!live)
        throw gone(ctx, name);
    await check?.(live);
    // Off first, so that no user gets a half-restored flag. On last, because Unleash turns a flag off with its last
    // strategy and adds a default strategy to a flag that is turned on without one.
    if (live.enabled && !saved.enabled)
        await client.turn(name, false);
    if ((0,digest/* canonicalJson */.dj)(comparableVariants(live.variants)) !== (0,digest/* canonicalJson */.dj)(comparableVariants(saved.variants))) {
        await client.saveVariants(name, saved.variants);
    }
    if (strategiesText(live.strategies) !== strategiesText(saved.strategies)) {
        await restoreStrategies(client, name, saved.strategies, live.strategies);
    }
    const now = await client.feature(name);
    if (now && now.enabled !== saved.enabled)
        await client.turn(name, saved.enabled);
}
async function restoreStrategies(client, flag, saved, live) {
    const pairs = pair(saved, live);
    for (const [place, { was, is }] of pairs.entries()) {
        if (!is)
            await addStrategy(client, flag, was, place);
        else if (apply_text(is) !== apply_text(was))
            await client.saveStrategy(flag, was, place, is.id);
    }
    const kept = new Set(pairs.map(({ is }) => is?.id));
    for (const { id } of live)
        if (!kept.has(id))
            await client.removeStrategy(flag, id);
    const after = (await client.feature(flag))?.strategies ?? [];
    if (strategiesText(after) === strategiesText(saved))
        return;
    const ordered = pair(saved, after).flatMap(({ is }) => (is ? [is.id] : []));
    await client.reorder(flag, ordered);
}
/** Matches each saved strategy to a live one to keep or overwrite: by id, else equal, else of the same kind. */
function pair(saved, live) {
    const free = new Set(live);
    const take = (fits) => {
        const found = [...free].find(fits);
        if (found)
            free.delete(found);
        return found;
    };
    const found = new Map();
    const rounds = [
        (was, is) => is.id === was.id && apply_text(is) === apply_text(was),
        (was, is) => apply_text(is) === apply_text(was),
        (was, is) => is.id === was.id,
        (was, is) => is.name === was.name,
    ];
    for (const fits of rounds) {
        for (const was of saved) {
            const is = found.has(was) ? undefined : take((each) => fits(was, each));
            if (is)
                found.set(was, is);
        }
    }
    return saved.map((was) => ({ was, is: found.get(was) }));
}
function apply_text(strategy) {
    return (0,digest/* canonicalJson */.dj)(comparableStrategy(strategy));
}
function strategiesText(strategies) {
    return strategies.map(apply_text).join('\n');
}
function gone(ctx, name) {
    return new errors.RewindError('api-not-found', `Flag ${name} was deleted or archived.`, {
        resource: ctx.resource,
        remedy: 'Plan again: the new plan creates the flag first.',
    });
}

// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
// EXTERNAL MODULE: ./lib/services/flags/turn-off.js
var turn_off = __webpack_require__(46609);
;// CONCATENATED MODULE: ./lib/providers/unleash/mitigate.js

/** Switches flags. Tags are `type:value`, or the value alone. */
const mitigation = {
    kinds: turn_off/* FLAG_MEASURES */.$,
    ease: (_config, live, measure) => {
        const switches = live.features.map(({ name, tags, enabled }) => ({ key: name, tags, on: enabled }));
        const { keys, on, ...names } = (0,turn_off/* switching */.Z)(switches, measure);
        const features = live.features.map((each) => (keys.has(each.name) ? { ...each, enabled: on } : each));
        return { desired: { ...live, features, ...(on ? { switched: true } : {}) }, ...names };
    },
};

;// CONCATENATED MODULE: ./lib/providers/unleash/capabilities.js




const capabilities = {
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['project', 'environment'], saved, config),
    flags: true,
    mitigation: mitigation,
    access: async (_config, ctx) => {
        const credential = 'UNLEASH_API_TOKEN';
        const token = ctx.env.token(credential, ctx.resource);
        // Only an admin token and one of a user reach the admin API.
        if (token.startsWith('user:'))
            return { credential, writes: null, why: 'it has the roles of its user' };
        // project:environment.secret; an admin token is of all of them. Tokens of old servers have no such parts.
        return token.includes(':') && !token.startsWith('*:*.')
            ? { credential, writes: false, why: 'it is a client or frontend token, which the admin API refuses' }
            : { credential, writes: true, why: 'it is an admin token' };
    },
    inSteps: (config, saved, steps) => ({ ...saved, steps: (0,flags_steps/* goalInSteps */.eQ)(steps, config['gate-timeout-seconds']) }),
    describeState: ({ features }) => ({
        content: (0,counted/* switched */.u)(features.map(({ enabled }) => enabled)),
        flags: new Map(features.map(({ name, enabled }) => [name, enabled])),
    }),
};

// EXTERNAL MODULE: ./lib/services/flags/findings.js
var flags_findings = __webpack_require__(51856);
;// CONCATENATED MODULE: ./lib/providers/unleash/check.js


async function check(config, ctx) {
    const client = new UnleashClient(config, ctx);
    const [environment, flags] = await Promise.allSettled([client.environmentEnabled(), client.features()]);
    const findings = (0,flags_findings/* failureFindings */.z)([environment, flags]);
    if (environment.status === 'fulfilled' && environment.value !== true) {
        const missing = environment.value === undefined;
        findings.push({
            level: missing ? 'error' : 'warning',
            code: 'unleash-environment',
            message: `Unleash ${missing ? 'has no environment' : 'has disabled environment'} ${config.environment}.`,
            remedy: missing ? 'Correct "environment" in the configuration.' : 'Enable the environment in Unleash.',
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./lib/providers/unleash/prove.js




/** Compares the sealed flags and segments with the manifest. */
async function prove(config, saved, ctx, source) {
    const sealed = await stateOf(config, ctx, await (0,json_payload/* readJsonPayload */.Fx)(PAYLOAD, payload, source, ctx));
    const contents = ({ features, segments }) => (0,digest/* canonicalJson */.dj)([features, segments]);
    return contents(sealed) === contents(saved) ? [] : [(0,json_payload/* payloadDiffers */.Wv)('flags')];
}

;// CONCATENATED MODULE: ./lib/providers/unleash/index.js








/** Flags of one Unleash project: switches, strategies and variants in one environment, and the segments they use. */
/* harmony default export */ const unleash = ((0,provider/* defineProvider */.Nj)({
    id: 'unleash',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
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


/***/ })

};
