export const id = 550;
export const ids = [550];
export const modules = {

/***/ 3842:
/***/ ((module) => {

/* jshint esversion: 6 */
/* jslint node: true */


module.exports = function serialize (object) {
  if (typeof object === 'number' && isNaN(object)) {
    throw new Error('NaN is not allowed');
  }

  if (typeof object === 'number' && !isFinite(object)) {
    throw new Error('Infinity is not allowed');
  }

  if (object === null || typeof object !== 'object') {
    return JSON.stringify(object);
  }

  if (object.toJSON instanceof Function) {
    return serialize(object.toJSON());
  }

  if (Array.isArray(object)) {
    const values = object.reduce((t, cv, ci) => {
      const comma = ci === 0 ? '' : ',';
      const value = cv === undefined || typeof cv === 'symbol' ? null : cv;
      return `${t}${comma}${serialize(value)}`;
    }, '');
    return `[${values}]`;
  }

  const values = Object.keys(object).sort().reduce((t, cv) => {
    if (object[cv] === undefined ||
        typeof object[cv] === 'symbol') {
      return t;
    }
    const comma = t.length === 0 ? '' : ',';
    return `${t}${comma}${serialize(cv)}:${serialize(object[cv])}`;
  }, '');
  return `{${values}}`;
};


/***/ }),

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ vercel_flags),
  turnOff: () => (/* reexport */ turnOff)
});

// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(6362);
// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/runtime/http.js
var http = __webpack_require__(1906);
// EXTERNAL MODULE: ./lib/services/vercel/client.js
var client = __webpack_require__(5239);
;// CONCATENATED MODULE: ./lib/providers/vercel-flags/model.js

/** What a flag does in one environment, as the API gives it; `revision` counts writes and is no state. */
const environment = schemas/* object */.Ikc({
    active: schemas/* boolean */.zMY(),
    pausedOutcome: schemas/* json */.Pq9(),
    rules: schemas/* array */.YOg(schemas/* json */.Pq9()),
    fallthrough: schemas/* json */.Pq9(),
    targets: schemas/* json */.Pq9().optional(),
    reuse: schemas/* json */.Pq9().optional(),
});
/** A flag, as far as it is restored (Vercel REST API, "feature-flags"). */
const flag = schemas/* object */.Ikc({
    slug: schemas/* string */.YjP(),
    kind: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullish(),
    seed: schemas/* number */.aig().nullish(),
    variants: schemas/* array */.YOg(schemas/* json */.Pq9()).nullish(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    environments: schemas/* record */.g1P(schemas/* string */.YjP(), environment),
});
/** Outcomes of running experiments can be read, but the API does not take them back. */
function hasExperiment(entry) {
    return JSON.stringify([entry.pausedOutcome, entry.rules, entry.fallthrough]).includes('"type":"experiment"');
}

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/client.js




const MAX_PAGES = 200;
const page = schemas/* object */.Ikc({ data: schemas/* array */.YOg(flag), pagination: schemas/* object */.Ikc({ next: schemas/* string */.YjP().nullish() }) });
/** Vercel REST API: feature flags of a project. */
function client_client(config, ctx) {
    const api = (0,client/* vercelApi */.a)(ctx, config.team);
    const path = `/v1/projects/${config.project}/feature-flags/flags`;
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
        throw new errors/* RewindError */.Ir('api-unexpected-answer', 'The list of flags does not end.', { resource: ctx.resource });
    };
    return {
        flags: async () => (await Promise.all([list('active'), list('archived')])).flat(),
        /** With the ETag that a write must name; null when there is no such flag. */
        flag: async (slug) => {
            const { status, headers, data } = await api.request({ method: 'GET', path: `${path}/${slug}`, what: `read flag ${slug}`, accept: [404], permission }, schemas/* union */.KCZ([flag, schemas/* object */.Ikc({ error: schemas/* unknown */.L5J() })]));
            if (status === 404 || 'error' in data)
                return null;
            const etag = headers.get('etag');
            if (etag === null) {
                throw new errors/* RewindError */.Ir('api-unexpected-answer', `Vercel gave flag ${slug} without an ETag.`, {
                    resource: ctx.resource,
                });
            }
            return { flag: data, etag };
        },
        /** @throws HttpFailure 412 when somebody else wrote since */
        update: async (slug, etag, body) => {
            await api.request({
                method: 'PATCH',
                path: `${path}/${slug}`,
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

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/state.js

const state_flag = schemas/* strictObject */.rej({
    slug: schemas/* string */.YjP(),
    /** active or archived */
    state: schemas/* string */.YjP(),
    /** Fingerprint of kind, variants and seed. */
    variants: schemas/* string */.YjP(),
    environments: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({
        active: schemas/* boolean */.zMY(),
        rules: schemas/* number */.aig().int(),
        /** Fingerprint of everything that decides what users get. */
        targeting: schemas/* string */.YjP(),
        experiment: schemas/* boolean */.zMY(),
    })),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    flags: schemas/* array */.YOg(state_flag),
});
const params = schemas/* strictObject */.rej({ slug: schemas/* string */.YjP(), off: schemas/* boolean */.zMY() });
function plan(saved, live) {
    const slugs = [...new Set([...saved.flags, ...live.flags].map(({ slug }) => slug))].sort();
    return slugs.flatMap((slug) => {
        const wanted = saved.flags.find((entry) => entry.slug === slug);
        const now = live.flags.find((entry) => entry.slug === slug);
        if (wanted) {
            return JSON.stringify(wanted) === JSON.stringify(now) ? [] : [restored(slug, wanted, now)];
        }
        // A flag that was made since: code of the snapshot does not ask for it. Off, not deleted, so that nothing is lost.
        return now && isOn(now) ? [turnedOff(slug, now)] : [];
    });
}
const isOn = (entry) => entry.state === 'active' && Object.values(entry.environments).some(({ active }) => active);
function restored(slug, wanted, now) {
    const experiment = Object.values(wanted.environments).some((entry) => entry.experiment);
    return {
        id: `flag:${slug}`,
        stage: 'configuration',
        action: now ? 'update' : 'create',
        target: `flag ${slug}`,
        before: now ? describe(now) : null,
        after: describe(wanted),
        effect: 'live',
        undo: now ? 'restore the pre-rollback snapshot' : `archive ${slug}`,
        warnings: [],
        params: { slug, off: false },
        ...(experiment
            ? { manual: `${slug} ran an experiment, which the API does not take back: set it in the dashboard.` }
            : {}),
    };
}
function turnedOff(slug, now) {
    return {
        id: `flag:${slug}`,
        stage: 'configuration',
        action: 'update',
        target: `flag ${slug}, made after the snapshot`,
        before: describe(now),
        after: 'off',
        effect: 'live',
        undo: 'turn it on again',
        warnings: [],
        params: { slug, off: true },
    };
}
function describe(entry) {
    if (entry.state !== 'active')
        return entry.state;
    const parts = Object.entries(entry.environments).map(([name, { active, rules, targeting }]) => `${name}: ${active ? 'on' : 'off'}, ${rules} rule(s), targeting ${targeting.slice(0, 6)}`);
    return [...parts, `variants ${entry.variants.slice(0, 6)}`].join('; ');
}

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/apply.js







const FLAGS = 'flags.json';
const MAX_TRIES = 4;
async function apply(config, change, ctx, source) {
    const { slug, off } = params.parse(change.params);
    const vercel = client_client(config, ctx);
    if (off) {
        await write(slug, vercel, ctx, (live) => offIn(live, config.environments));
        return;
    }
    const saved = schemas/* array */.YOg(flag).parse(JSON.parse((await source.read(FLAGS)).toString('utf8')));
    const wanted = saved.find((entry) => entry.slug === slug);
    if (!wanted)
        throw new errors/* RewindError */.Ir('snapshot-corrupt', `The snapshot does not hold flag ${slug}.`, { resource: ctx.resource });
    await write(slug, vercel, ctx, (live) => difference(wanted, live, config.environments), createBody(wanted));
}
/**
 * Turns flags off, for mitigation; those that are off already are left alone.
 * @returns slugs that were turned off now
 */
async function turnOff(config, ctx, selection) {
    const vercel = client_client(config, ctx);
    const chosen = (await vercel.flags()).filter(({ slug, tags, state }) => state === 'active' &&
        ((selection.flags ?? []).includes(slug) || (tags ?? []).some((tag) => (selection.tags ?? []).includes(tag))));
    const done = [];
    for (const { slug } of chosen) {
        if (await write(slug, vercel, ctx, (live) => offIn(live, config.environments)))
            done.push(slug);
    }
    return done;
}
/**
 * Reads the flag with its ETag, and writes what is to change. Somebody else's write, or a lost answer, is decided by
 * reading again.
 * @returns whether anything was written
 */
async function write(slug, vercel, ctx, bodyFor, missing) {
    for (let tries = 1;; tries += 1) {
        const found = await vercel.flag(slug);
        if (!found && !missing)
            return tries > 1;
        const body = found ? bodyFor(found.flag) : (missing ?? null);
        if (body === null)
            return tries > 1;
        try {
            if (found)
                await vercel.update(slug, found.etag, body);
            else
                await vercel.create(body);
            // A created flag may still differ (its state): the next round looks.
        }
        catch (error) {
            const undecided = error instanceof http/* HttpFailure */.H &&
                (error.status === undefined || error.status >= 500 || error.status === 409 || error.status === 412);
            if (!undecided || tries >= MAX_TRIES)
                throw error;
            await ctx.clock.sleep(150 + 200 * ctx.random(), ctx.signal);
        }
        if (tries > MAX_TRIES) {
            throw new errors/* RewindError */.Ir('api-conflict', `Flag ${slug} does not keep what is written: somebody else writes too.`, {
                resource: ctx.resource,
            });
        }
    }
}
/** What PATCH has to be told; null when nothing differs. */
function difference(wanted, live, environments) {
    const body = {};
    if (wanted.state !== live.state)
        body.state = wanted.state;
    if ((0,digest/* canonicalJson */.dj)(wanted.variants ?? []) !== (0,digest/* canonicalJson */.dj)(live.variants ?? []))
        body.variants = wanted.variants ?? [];
    if (wanted.seed != null && wanted.seed !== live.seed)
        body.seed = wanted.seed;
    const changed = environments.filter((name) => wanted.environments[name] && (0,digest/* canonicalJson */.dj)(wanted.environments[name]) !== (0,digest/* canonicalJson */.dj)(live.environments[name]));
    if (changed.length > 0) {
        body.environments = Object.fromEntries(changed.map((name) => [name, { ...wanted.environments[name] }]));
    }
    return Object.keys(body).length === 0 ? null : body;
}
function offIn(live, environments) {
    const on = environments.filter((name) => live.environments[name]?.active === true);
    if (on.length === 0 || live.state !== 'active')
        return null;
    return {
        environments: Object.fromEntries(on.map((name) => [name, { ...live.environments[name], active: false }])),
    };
}
function createBody(wanted) {
    const { slug, kind, variants, seed, description, tags, environments, state } = wanted;
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

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/index.js








async function capture(config, ctx, sink) {
    const flags = (await client_client(config, ctx).flags()).sort((a, b) => (a.slug < b.slug ? -1 : 1));
    await sink.write(FLAGS, Buffer.from(JSON.stringify(flags)));
    return {
        schemaVersion: 1,
        project: config.project,
        flags: await Promise.all(flags.map((one) => stateOf(one, config, ctx))),
    };
}
/** Rules and targets may name people: a fingerprint stands for them. */
async function stateOf(one, config, ctx) {
    const environments = await Promise.all(config.environments.flatMap((name) => {
        const entry = one.environments[name];
        if (!entry)
            return [];
        return [
            ctx
                .fingerprint((0,digest/* canonicalJson */.dj)(entry))
                .then((targeting) => [
                name,
                { active: entry.active, rules: entry.rules.length, targeting, experiment: hasExperiment(entry) },
            ]),
        ];
    }));
    return {
        slug: one.slug,
        state: one.state,
        variants: await ctx.fingerprint((0,digest/* canonicalJson */.dj)([one.kind, one.variants ?? [], one.seed ?? null])),
        environments: Object.fromEntries(environments),
    };
}
async function check(config, ctx) {
    const flags = await client_client(config, ctx).flags();
    return flags
        .filter((one) => config.environments.some((name) => one.environments[name] && hasExperiment(one.environments[name])))
        .map(({ slug }) => ({
        level: 'warning',
        code: 'flag-experiment',
        message: `Flag ${slug} runs an experiment: its targeting can be read, but not written back.`,
        remedy: 'Note its settings; after a rollback set them in the dashboard.',
    }));
}
/* harmony default export */ const vercel_flags = ((0,provider/* defineProvider */.Nj)({ id: 'vercel-flags', state: state, check, capture, plan: plan, apply: apply }));


/***/ }),

/***/ 6362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3842);


// The package is CommonJS with an ES default; under NodeNext its type is the module object.
const canonicalize = canonicalize__WEBPACK_IMPORTED_MODULE_1__;
/** RFC 8785 text of a JSON value: equal values give equal text, whatever the order of keys. */
function canonicalJson(value) {
    return canonicalize(value) ?? 'null';
}
/** SHA-256, hex. */
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
/** SHA-256 (hex) of the canonical text of a JSON value. */
function digestOf(value) {
    return sha256(canonicalJson(value));
}


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
