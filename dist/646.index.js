export const id = 646;
export const ids = [646];
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

/***/ 90646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ vercel_flags)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/runtime/undecided.js
var runtime_undecided = __webpack_require__(15837);
// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/services/flags/changes.js
var changes = __webpack_require__(78017);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/services/vercel/client.js
var client = __webpack_require__(95239);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
;// CONCATENATED MODULE: ./lib/providers/vercel-flags/model.js


/** A flag in one environment, as the API returns it, without `revision`, which only counts writes. */
const environment = schemas/* object */.Ikc({
    active: schemas/* boolean */.zMY(),
    pausedOutcome: json/* jsonValue */.IL,
    rules: schemas/* array */.YOg(json/* jsonValue */.IL),
    fallthrough: json/* jsonValue */.IL,
    targets: json/* jsonValue */.IL.optional(),
    reuse: json/* jsonValue */.IL.optional(),
});
/** The restored fields of a flag (Vercel REST API, "feature-flags"). */
const flag = schemas/* object */.Ikc({
    slug: schemas/* string */.YjP(),
    kind: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullish(),
    seed: schemas/* number */.aig().nullish(),
    variants: schemas/* array */.YOg(json/* jsonValue */.IL).nullish(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    /** Ids of users, and milliseconds since 1970. The description of the API allows any type. */
    createdBy: schemas/* string */.YjP().nullish().catch(null),
    updatedBy: schemas/* string */.YjP().nullish().catch(null),
    updatedAt: schemas/* number */.aig().nullish().catch(null),
    environments: (0,json/* recordOf */.zv)(environment),
});
/** The sealed payload: every flag as the API returns it. */
const FLAGS = 'flags.json';
const payload = schemas/* array */.YOg(flag);
/** The API returns the outcomes of running experiments, but does not accept them. */
function hasExperiment(entry) {
    return JSON.stringify([entry.pausedOutcome, entry.rules, entry.fallthrough]).includes('"type":"experiment"');
}

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/client.js




const MAX_PAGES = 200;
const page = schemas/* object */.Ikc({ data: schemas/* array */.YOg(flag), pagination: schemas/* object */.Ikc({ next: schemas/* string */.YjP().nullish() }) });
/** Vercel REST API: feature flags of a project. */
function connectVercelFlags(config, ctx) {
    const api = (0,client/* vercelApi */.a)(ctx, config.team);
    const path = `/v1/projects/${config.project}/feature-flags/flags`;
    const of = (slug) => `${path}/${encodeURIComponent(slug)}`;
    const permission = 'manage the feature flags of the project';
    const list = async (state) => {
        const found = [];
        let cursor;
        for (let pages = 0; pages < MAX_PAGES; pages += 1) {
            const { data } = await api.request({ method: 'GET', path, what: `list ${state} flags`, query: { state, limit: 100, cursor }, permission }, page);
            found.push(...data.data);
            if (!data.pagination.next)
                return found;
            cursor = data.pagination.next;
        }
        throw new errors.RewindError('api-unexpected-answer', 'The list of flags does not end.', { resource: ctx.resource });
    };
    return {
        flags: async () => (await Promise.all([list('active'), list('archived')])).flat(),
        /** Returns the ETag that a write must send; null if the flag does not exist. */
        flag: async (slug) => {
            const { status, headers, data } = await api.request({ method: 'GET', path: of(slug), what: `read flag ${slug}`, accept: [404], permission }, schemas/* union */.KCZ([flag, schemas/* object */.Ikc({ error: schemas/* unknown */.L5J() })]));
            if (status === 404 || 'error' in data)
                return null;
            const etag = headers.get('etag');
            if (etag === null) {
                throw new errors.RewindError('api-unexpected-answer', `Vercel sent flag ${slug} without an ETag.`, {
                    resource: ctx.resource,
                });
            }
            return { flag: data, etag };
        },
        /** @throws HttpFailure 412 after a concurrent write */
        update: async (slug, etag, body) => {
            await api.request({
                method: 'PATCH',
                path: of(slug),
                what: `write flag ${slug}`,
                json: body,
                headers: { 'if-match': etag },
                permission,
            }, schemas/* unknown */.L5J());
        },
        create: async (body) => {
            await api.request({ method: 'PUT', path, what: 'create a flag', json: body, repeatable: false, permission }, schemas/* unknown */.L5J());
        },
    };
}

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/capture.js



async function capture(config, ctx, sink) {
    const flags = (await connectVercelFlags(config, ctx).flags()).sort((a, b) => (a.slug < b.slug ? -1 : 1));
    await sink.write(FLAGS, Buffer.from(JSON.stringify(flags)));
    return {
        schemaVersion: 1,
        project: config.project,
        flags: await flagStatesOf(flags, config, ctx),
    };
}
/** What the manifest says of flags. */
function flagStatesOf(flags, config, ctx) {
    return Promise.all(flags.map((flag) => flagStateOf(flag, config, ctx)));
}
async function flagStateOf(flag, config, ctx) {
    const environments = await Promise.all(config.environments.flatMap((name) => {
        const entry = flag.environments[name];
        return entry ? [environmentStateOf(entry, ctx).then((state) => [name, state])] : [];
    }));
    const by = flag.updatedBy ?? flag.createdBy;
    return {
        slug: flag.slug,
        tags: [...(flag.tags ?? [])].sort(),
        ...(by && flag.updatedAt ? { author: { by: `Vercel user ${by}`, at: flag.updatedAt } } : {}),
        kind: flag.kind,
        state: flag.state,
        variants: await ctx.fingerprint((0,digest/* canonicalJson */.dj)([flag.kind, flag.variants ?? [], flag.seed ?? null])),
        environments: Object.fromEntries(environments),
    };
}
/** The state holds only a fingerprint of rules and targets, because they may name people. */
async function environmentStateOf(entry, ctx) {
    const { active, ...targeting } = entry;
    return {
        active,
        rules: entry.rules.length,
        targeting: await ctx.fingerprint((0,digest/* canonicalJson */.dj)(targeting)),
        experiment: hasExperiment(entry),
    };
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
;// CONCATENATED MODULE: ./lib/providers/vercel-flags/state.js

const state_flag = schemas/* strictObject */.rej({
    slug: schemas/* string */.YjP(),
    /** For the selection in a mitigation; not compared. */
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** The user who wrote it last, and when; not compared. */
    author: schemas/* strictObject */.rej({ by: schemas/* string */.YjP(), at: schemas/* number */.aig() }).exactOptional(),
    /** boolean, string … Also in the fingerprint `variants`; snapshots of earlier versions do not show it. */
    kind: schemas/* string */.YjP().exactOptional(),
    /** active or archived */
    state: schemas/* string */.YjP(),
    /** Fingerprint of kind, variants and seed. */
    variants: schemas/* string */.YjP(),
    environments: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({
        active: schemas/* boolean */.zMY(),
        rules: schemas/* number */.aig().int(),
        /** Fingerprint of all fields except `active` that affect evaluation. */
        targeting: schemas/* string */.YjP(),
        experiment: schemas/* boolean */.zMY(),
    })),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    flags: schemas/* array */.YOg(state_flag),
    /** Set in the goal of a mitigation that turns flags on, never in a snapshot: no sealed value is needed. */
    switched: schemas/* literal */.euz(true).exactOptional(),
});
/** The part of a change that `apply` reads. `restore` also needs the saved flag. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('restore'), slug: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('turn-off'), slug: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('turn-on'), slug: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('disable-new'), slug: schemas/* string */.YjP() }),
]);
/** The environments that were captured, sorted; empty also if there was no flag. */
const environmentsOf = ({ flags }) => [...new Set(flags.flatMap(({ environments }) => Object.keys(environments)))].sort();
/** Active, and on in a captured environment. */
function isOn({ state: lifecycle, environments }) {
    return lifecycle === 'active' && Object.values(environments).some(({ active }) => active);
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/vercel-flags/plan.js





/** One change for each flag. Turns a flag off, instead of deleting it, if it is newer than the snapshot. */
function plan(saved, live) {
    const other = (0,other_object/* otherObject */.A_)('flags', names(saved, live, environmentsOf(live)));
    if (other)
        return [other];
    const slugs = [...new Set([...saved.flags, ...live.flags].map(({ slug }) => slug))].sort();
    return slugs.flatMap((slug) => {
        const desired = saved.flags.find((flag) => flag.slug === slug);
        const actual = live.flags.find((flag) => flag.slug === slug);
        if (desired)
            return actual && same(desired, actual) ? [] : [restoreFlag(desired, actual, saved.switched === true)];
        if (!actual || !isOn(actual))
            return [];
        const environments = Object.keys(actual.environments).join(', ');
        const change = (0,changes/* disableNew */.ns)(slug, environments, 'deleted', { kind: 'disable-new', slug });
        const manual = `${slug} runs an experiment, which the API does not accept: turn it off in the dashboard.`;
        return [runsExperiment(actual) ? { ...change, manual } : change];
    });
}
/**
 * What names the flags: also the environments, because nothing is known of one that the snapshot does not hold. A state
 * without flags does not tell them.
 */
function names(saved, live, environments) {
    const [was, is] = [environmentsOf(saved), [...environments].sort()].map((all) => all.join(', '));
    const project = { key: 'project', saved: saved.project, live: live.project };
    return was && is ? [project, { key: 'environments', saved: was, live: is }] : [project];
}
const runsExperiment = ({ environments }) => Object.values(environments).some(({ experiment }) => experiment);
function same(desired, actual) {
    const comparable = (flag) => (0,digest/* canonicalJson */.dj)({ ...flag, tags: [], author: undefined, kind: undefined });
    return comparable(desired) === comparable(actual);
}
function restoreFlag(desired, actual, switches) {
    const { slug } = desired;
    const ends = actual !== undefined && runsExperiment(actual);
    const off = actual !== undefined && isOn(actual) && same(desired, switched(actual, false));
    const on = switches && actual !== undefined && same(desired, switched(actual, true));
    return {
        id: `flag:${slug}`,
        stage: 'configuration',
        action: actual ? 'update' : 'create',
        target: `flag ${slug}`,
        before: actual ? describeFlag(actual) : null,
        after: describeFlag(desired),
        effect: 'live',
        undo: ends ? null : actual ? '"rewind undo" sets it back' : `archive ${slug}`,
        warnings: ends ? ['an experiment runs on this flag: this ends it, and the API cannot begin it again'] : [],
        params: { kind: off ? 'turn-off' : on ? 'turn-on' : 'restore', slug },
        ...manualPart(desired, actual),
    };
}
/** Instructions for a person, if the API cannot write the saved flag. */
function manualPart(desired, actual) {
    const { slug, kind } = desired;
    if (kind !== undefined && actual?.kind !== undefined && kind !== actual.kind)
        return { manual: `${slug}: ${(0,changes/* otherKind */.Jb)(kind, actual.kind)}` };
    if (!runsExperiment(desired))
        return {};
    return { manual: `${slug} ran an experiment, which the API does not accept: set it in the dashboard.` };
}
/** The flag, on or off in every captured environment. */
function switched(flag, on) {
    const environments = Object.entries(flag.environments).map(([name, entry]) => [name, { ...entry, active: on }]);
    return { ...flag, environments: Object.fromEntries(environments) };
}
const SEPARATOR = '; ';
/** A flag as a plan tells it. The order of the environments in the configuration is not told. */
function describeFlag(flag) {
    if (flag.state !== 'active')
        return flag.state;
    const parts = Object.entries(flag.environments)
        .map(([name, { active, rules, targeting }]) => `${name}: ${active ? 'on' : 'off'}, ${(0,runtime_text/* plural */.LS)(rules, 'rule')}, targeting ${targeting.slice(0, 6)}`)
        .sort();
    return [...parts, `variants ${flag.variants.slice(0, 6)}`].join(SEPARATOR);
}
/** The parts of what `describeFlag` says. */
const partsOfText = (text) => text.split(SEPARATOR);

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/apply.js












const MAX_TRIES = 4;
async function apply(config, change, ctx, source) {
    const { kind, slug } = params.parse(change.params);
    const vercel = connectVercelFlags(config, ctx);
    if (kind !== 'restore') {
        // Only the switch is written: what somebody else changed of the flag stays.
        const exists = await writeFlag(slug, vercel, ctx, async (live) => switchBody(live, config.environments, kind === 'turn-on'));
        // Counts a deleted new flag as off.
        if (exists || kind === 'disable-new')
            return;
        throw new errors.RewindError('api-not-found', `Flag ${slug} does not exist (any more).`, {
            resource: ctx.resource,
            remedy: 'Plan again: the new plan creates the flag.',
        });
    }
    const flags = await (0,json_payload/* readJsonPayload */.Fx)(FLAGS, payload, source, ctx);
    const saved = (0,json_payload/* requireSaved */.bk)(flags.find((flag) => flag.slug === slug), `flag ${slug}`, ctx);
    const body = async (live, sent) => {
        // A plan of an earlier version does not know the kinds.
        if (live.kind !== saved.kind) {
            throw new errors.RewindError('api-conflict', `Flag ${slug} has another kind now, and was not changed.`, {
                resource: ctx.resource,
                remedy: (0,changes/* otherKind */.Jb)(saved.kind, live.kind),
            });
        }
        const differences = restoreBody(saved, live, config.environments);
        // One that was created here may still differ in its state. After an update, a difference is not ours.
        if (differences === null || (sent && change.before === null))
            return differences;
        const [state] = await flagStatesOf([live], config, ctx);
        // Another resource covers the other environments of the same flag, and may have restored the variants of all already.
        if (state === undefined || !isKnown(state, change))
            (0,as_planned/* assertAsPlanned */.Jf)(change, state === undefined ? null : describeFlag(state), ctx, 'on Vercel');
        return differences;
    };
    // One that somebody deleted after the plan is not created again.
    const missing = change.before === null ? createBody(saved) : undefined;
    if (await writeFlag(slug, vercel, ctx, body, missing))
        return;
    throw new errors.RewindError('api-not-found', `Vercel has no flag ${slug} (any more): somebody deleted it after the plan.`, {
        resource: ctx.resource,
        remedy: 'Plan again: the new plan creates the flag.',
    });
}
/** Whether each part of a flag is as the plan says it was, or as it is to be. */
function isKnown(live, { before, after }) {
    const known = [before, after].flatMap((text) => (text === null ? [] : partsOfText(text)));
    return partsOfText(describeFlag(live)).every((part) => known.includes(part));
}
/**
 * Reads the flag with its ETag and writes the difference. After a conflict or a lost response, reads again.
 * @param bodyFor what is to be written; null: nothing. `sent`: an earlier try may have written
 * @returns whether the flag exists
 */
async function writeFlag(slug, vercel, ctx, bodyFor, missing) {
    const what = `Flag ${slug} was sent`;
    let sent = false;
    for (let tries = 1;; tries += 1) {
        const found = await vercel.flag(slug).catch((error) => {
            throw sent ? (0,errors/* uncertain */.Y$)(what, error) : error;
        });
        if (!found && !missing)
            return false;
        const body = found ? await bodyFor(found.flag, sent) : (missing ?? null);
        if (body === null)
            return true;
        try {
            if (found)
                await vercel.update(slug, found.etag, body);
            else
                await vercel.create(body);
            sent = true;
            // A created flag may still differ in its state; the next attempt compares it.
        }
        catch (error) {
            const lost = (0,runtime_undecided/* isUndecided */.A)(error);
            sent ||= lost && !error.unwritten;
            const undecided = lost || (error instanceof http_failure/* HttpFailure */.HR && [409, 412].includes(error.status ?? 0));
            if (!undecided || tries >= MAX_TRIES)
                throw sent ? (0,errors/* uncertain */.Y$)(what, error) : error;
            await ctx.clock.sleep(150 + 200 * ctx.random(), ctx.signal);
        }
        if (tries > MAX_TRIES) {
            throw new errors.RewindError('api-conflict', `Flag ${slug} keeps changing: another client writes to it.`, {
                resource: ctx.resource,
            });
        }
    }
}
/** Body of the PATCH; null without differences. */
function restoreBody(saved, live, environments) {
    const body = {};
    if (saved.state !== live.state)
        body.state = saved.state;
    if ((0,digest/* canonicalJson */.dj)(saved.variants ?? []) !== (0,digest/* canonicalJson */.dj)(live.variants ?? []))
        body.variants = saved.variants ?? [];
    if (saved.seed != null && saved.seed !== live.seed)
        body.seed = saved.seed;
    const changed = environments.filter((name) => saved.environments[name] && (0,digest/* canonicalJson */.dj)(saved.environments[name]) !== (0,digest/* canonicalJson */.dj)(live.environments[name]));
    if (changed.length > 0) {
        body.environments = Object.fromEntries(changed.map((name) => [name, { ...saved.environments[name] }]));
    }
    return Object.keys(body).length === 0 ? null : body;
}
function switchBody(live, environments, on) {
    const names = environments.filter((name) => live.environments[name]?.active === !on);
    if (names.length === 0 || live.state !== 'active')
        return null;
    return {
        environments: Object.fromEntries(names.map((name) => [name, { ...live.environments[name], active: on }])),
    };
}
function createBody(saved) {
    const { slug, kind, variants, seed, description, tags, environments, state } = saved;
    return {
        slug,
        kind,
        state,
        environments: environments,
        ...(variants == null ? {} : { variants }),
        ...(seed == null ? {} : { seed }),
        ...(description == null ? {} : { description }),
        ...(tags == null ? {} : { tags }),
    };
}

// EXTERNAL MODULE: ./lib/services/vercel/access.js
var access = __webpack_require__(31614);
// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
// EXTERNAL MODULE: ./lib/services/flags/turn-off.js
var turn_off = __webpack_require__(46609);
;// CONCATENATED MODULE: ./lib/providers/vercel-flags/mitigate.js



/** Switches flags in every captured environment; archived ones cannot be switched. */
const mitigation = {
    kinds: turn_off/* FLAG_MEASURES */.$,
    partly: ({ flags }) => flags
        .filter((flag) => isOn(flag) && Object.values(flag.environments).some(({ active }) => !active))
        .map(({ slug }) => slug),
    ease: (_config, live, measure) => {
        const active = live.flags.filter(({ state }) => state === 'active');
        const switches = active.map((flag) => ({ key: flag.slug, tags: flag.tags, on: isOn(flag) }));
        const { keys, on, ...names } = (0,turn_off/* switching */.Z)(switches, measure);
        const flags = live.flags.map((flag) => (keys.has(flag.slug) ? switched(flag, on) : flag));
        return { desired: { ...live, flags, ...(on ? { switched: true } : {}) }, ...names };
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/capabilities.js





const capabilities = {
    names: (saved, config) => names(saved, config, config.environments),
    flags: true,
    mitigation: mitigation,
    access: access/* vercelAccess */.g,
    describeState: ({ flags }) => ({
        content: (0,counted/* switched */.u)(flags.map(isOn)),
        flags: new Map(flags.flatMap((flag) => flag.state === 'active' ? [[flag.slug, flag.environments.production?.active ?? isOn(flag)]] : [])),
        authors: new Map(flags.flatMap(({ slug, author }) => (author === undefined ? [] : [[slug, author]]))),
    }),
};

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/check.js


async function check(config, ctx) {
    const flags = await connectVercelFlags(config, ctx).flags();
    const runsExperiment = ({ environments }) => config.environments.some((name) => environments[name] && hasExperiment(environments[name]));
    return flags.filter(runsExperiment).map(({ slug }) => ({
        level: 'warning',
        code: 'flag-experiment',
        message: `Flag ${slug} runs an experiment: its targeting can be read, but not written back.`,
        remedy: 'Note its settings; after a rollback set them in the dashboard.',
    }));
}

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/prove.js





/** Compares the sealed flags with the manifest. */
async function prove(_config, saved, ctx, source) {
    // The configuration may name other environments than it did when the snapshot was taken.
    const environments = environmentsOf(saved);
    const flags = await flagStatesOf(await (0,json_payload/* readJsonPayload */.Fx)(FLAGS, payload, source, ctx), { environments }, ctx);
    const showsKinds = saved.flags.some(({ kind }) => kind !== undefined);
    const sealed = showsKinds ? flags : flags.map((flag) => ({ ...flag, kind: undefined }));
    return (0,digest/* canonicalJson */.dj)(sealed) === (0,digest/* canonicalJson */.dj)(saved.flags) ? [] : [(0,json_payload/* payloadDiffers */.Wv)('flags')];
}

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/index.js








/** Vercel Flags of one project: variants, and targeting in the configured environments. */
/* harmony default export */ const vercel_flags = ((0,provider/* defineProvider */.Nj)({
    id: 'vercel-flags',
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


/***/ }),

/***/ 78017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ otherKind),
/* harmony export */   ns: () => (/* binding */ disableNew),
/* harmony export */   x2: () => (/* binding */ HIDDEN_DIFFERENCE)
/* harmony export */ });
/** Shown in a plan if two values differ but their texts are equal. */
const HIDDEN_DIFFERENCE = ' (they differ in values that are not shown)';
/** What a person does with a flag that was made again with another kind: no service changes it. */
const otherKind = (saved, live) => `The flag is ${saved} in the snapshot and ${live} now, and the kind of a flag cannot be changed. If nothing uses the new flag, delete it and plan again: the new plan creates the former one.`;
/** Turns a flag off that is newer than the snapshot. A removal has no undo and affects all environments. */
function disableNew(key, environment, verb, params) {
    return {
        id: `disable-new:${key}`,
        stage: 'configuration',
        action: 'update',
        target: `Flag "${key}" in environment "${environment}"`,
        before: 'on',
        after: `off (created after the snapshot; it is not ${verb})`,
        effect: 'live',
        undo: 'turn the flag on again',
        warnings: ['created after the snapshot: services that are not rolled back may rely on it'],
        params,
    };
}


/***/ }),

/***/ 46609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ FLAG_MEASURES),
/* harmony export */   Z: () => (/* binding */ switching)
/* harmony export */ });
/** Measures that flags can take. */
const FLAG_MEASURES = ['flags-off', 'maintenance'];
/** Resolves a measure to flags: off, or on for the flag of maintenance. Pure. */
function switching(all, measure) {
    if (measure.kind === 'flags-off') {
        const { turnOff, unknown } = selectFlags(all, measure);
        // A tag that no flag has is a wrong name, too.
        const unused = measure.tags.filter((tag) => !all.some(({ tags }) => tags.includes(tag)));
        return { keys: turnOff, on: false, unknown: [...unknown, ...unused] };
    }
    const key = measure.kind === 'maintenance' ? measure.flag : undefined;
    if (key === undefined) {
        return { keys: new Set(), on: true, unknown: [], impossible: ['Feature flags take maintenance with "flag".'] };
    }
    const flag = all.find((one) => one.key === key);
    if (flag === undefined)
        return { keys: new Set(), on: true, unknown: [key] };
    return { keys: new Set(flag.on ? [] : [key]), on: true, unknown: [] };
}
/** Resolves a selection to flags. Pure. */
function selectFlags(all, { flags = [], tags = [] }) {
    const selected = all.filter(({ key, tags: own }) => flags.includes(key) || own.some((tag) => tags.includes(tag)));
    const keys = new Set(all.map(({ key }) => key));
    return {
        turnOff: new Set(selected.filter(({ on }) => on).map(({ key }) => key)),
        unknown: flags.filter((key) => !keys.has(key)),
    };
}


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
