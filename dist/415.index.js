export const id = 415;
export const ids = [415];
export const modules = {

/***/ 6415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guard: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1223);
/* harmony import */ var _providers_vercel_deployment_pinned_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9252);
/* harmony import */ var _providers_vercel_deployment_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3836);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3021);





const WAY_OUT = 'The way out (recover): deploy the repair, which stays staged; look at it; then promote it in Vercel, which lifts the hold. After that this deploy may run again.';
/**
 * The deploy guard: may a deploy go to production now? While a rollback holds production it must not, for it would bring
 * back what was rolled back. Fails closed: what Vercel does not say counts as held. Status 3 = no.
 */
async function guard(session) {
    const { resources } = await session.open();
    const contextOf = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .contextsFor */ .Wu)(session.parts, { id: 'guard', salt: '' });
    const outcomes = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .settleResources */ .D6)(resources.filter(({ providerId }) => providerId === 'vercel-deployment'), (resource) => (0,_providers_vercel_deployment_pinned_js__WEBPACK_IMPORTED_MODULE_2__/* .readPin */ .C)(_providers_vercel_deployment_config_js__WEBPACK_IMPORTED_MODULE_3__/* .config */ .$.parse(resource.config), contextOf(resource)));
    const pins = outcomes.map(({ resource, value, error }) => {
        if (error !== undefined)
            return { id: resource.id, pin: 'unknown', why: (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error, resource.id).message };
        return { id: resource.id, pin: value?.pin ?? 'unknown', why: value?.why ?? '' };
    });
    const held = pins.filter(({ pin }) => pin !== 'free');
    const free = held.length === 0;
    const headline = free
        ? 'No rollback holds production: a deploy may go ahead.'
        : 'STOP: production is held by a rollback, or may be. A deploy now would go over it.';
    const rows = pins.map(({ id, pin, why }) => [id, pin, why]);
    return {
        exit: free ? 0 : 3,
        json: { ok: free, resources: pins },
        text: [headline, ...pins.map(({ id, pin, why }) => `  ${id}: ${pin}: ${why}`), ...(free ? [] : [WAY_OUT])].join('\n'),
        summary: [
            `## ${free ? '✅' : '⛔'} ${headline}`,
            rows.length === 0
                ? 'There is no vercel-deployment among the resources.'
                : (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .t)(['Resource', 'State', 'Why'], rows),
            ...(free ? [] : [WAY_OUT]),
        ].join('\n\n'),
        outputs: { verdict: free ? 'free' : 'held' },
    };
}


/***/ }),

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   Wu: () => (/* binding */ contextsFor),
/* harmony export */   _H: () => (/* binding */ loadResources)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7516);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/** One context for each resource, with the salt of the snapshot in hand. */
function contextsFor(parts, snapshot) {
    const base = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .createContext */ .q6)(parts, snapshot);
    return (resource) => (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(base, resource.id);
}
/** Runs a step for each resource at once; every outcome is kept, none hides another's. */
async function settleResources(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
}


/***/ }),

/***/ 6129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ client)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);
/* harmony import */ var _services_vercel_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5239);


const aliasRequest = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    jobStatus: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    requestedAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    fromDeploymentId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    toDeploymentId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const target = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    meta: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
});
const project = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    autoAssignCustomDomains: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    targets: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ production: target.nullish() }).optional(),
    lastAliasRequest: aliasRequest.nullish(),
    /** Its configuration, for deployments to come; null or absent = off. A release in flight may outlive it. */
    rollingRelease: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ stages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ targetPercentage: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })).nullish() }).nullish(),
});
const deployment = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** A caller of low rights gets an answer without it: no access, rather than another project. */
    projectId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    readyState: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    readySubstate: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    softDeletedByRetention: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    meta: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
});
const domain = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    redirect: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    gitBranch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    customEnvironmentId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
});
const released = target.nullish();
const release = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    rollingRelease: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), currentDeployment: released, canaryDeployment: released }).nullable(),
});
/** A row names its domain flatly or as an object; both forms are known. */
const failedAlias = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), alias: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ alias: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })]) });
/** Vercel REST API: projects, deployments, aliases, rolling releases. Never `/v2/user`: project-scoped tokens lack it. */
function client(config, ctx) {
    const api = (0,_services_vercel_client_js__WEBPACK_IMPORTED_MODULE_1__/* .vercelApi */ .a)(ctx, config.team);
    const path = `/v9/projects/${config.project}`;
    return {
        /** With `rollbackInfo`, which alone brings `lastAliasRequest`. */
        project: async () => (await api.request({
            method: 'GET',
            path,
            what: `read project ${config.project}`,
            query: { rollbackInfo: true },
            permission: 'read access to the project',
        }, project)).data,
        deployment: async (id) => {
            const { status, data } = await api.request({ method: 'GET', path: `/v13/deployments/${id}`, what: `read deployment ${id}`, accept: [404, 410] }, zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([deployment, zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J() })]));
            return status === 404 || status === 410 || 'error' in data ? null : data;
        },
        /** Names of the domains that serve production. */
        productionDomains: async () => {
            const rows = await api.all({
                method: 'GET',
                path: `${path}/domains`,
                what: 'list the production domains',
                query: { production: true, redirects: false, verified: true },
            }, 'domains', domain);
            return rows
                .filter(({ redirect, gitBranch, customEnvironmentId }) => !redirect && !gitBranch && !customEnvironmentId)
                .map(({ name }) => name);
        },
        /** Id of the deployment that a host name serves; null when none. */
        aliasTarget: async (name) => {
            const { data } = await api.request({
                method: 'GET',
                path: `/v4/aliases/${encodeURIComponent(name)}`,
                what: `read what ${name} serves`,
                accept: [404],
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ deploymentId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish() }));
            return data.deploymentId ?? null;
        },
        /** Null when no rolling release is in flight. */
        release: async () => {
            const { data } = await api.request({
                method: 'GET',
                path: `/v1/projects/${config.project}/rolling-release`,
                what: 'read the rolling release',
                query: { state: 'ACTIVE' },
            }, release);
            const found = data.rollingRelease;
            if (found?.state !== 'ACTIVE')
                return null;
            return { base: found.currentDeployment ?? null, canary: found.canaryDeployment?.id ?? null };
        },
        /** Gives the canary all of the traffic. Not repeatable: state is read before it is sent again. */
        completeRelease: async (canary) => {
            await api.request({
                method: 'POST',
                path: `/v1/projects/${config.project}/rolling-release/complete`,
                what: `complete the rolling release to ${canary}`,
                json: { canaryDeploymentId: canary },
                permission: 'deploy to production (member, developer, project administrator, or Full Production Deployment)',
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
        },
        /** @returns once Vercel accepted it; not when it is done. Not repeatable: state is read before it is sent again. */
        requestSwitch: async (method, to, description) => {
            const version = method === 'rollback' ? '/v1' : '/v10';
            await api.request({
                method: 'POST',
                path: `${version}/projects/${config.project}/${method}/${to}`,
                what: `${method} production to ${to}`,
                json: {},
                permission: 'deploy to production (member, developer, project administrator, or Full Production Deployment)',
                ...(method === 'rollback' ? { query: { description } } : {}),
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
        },
        /** Domains that the last switch could not move. */
        failedAliases: async (method) => {
            const version = method === 'rollback' ? '/v9' : '/v1';
            const rows = await api.all({
                method: 'GET',
                path: `${version}/projects/${config.project}/${method}/aliases`,
                what: 'list the domains that were not moved',
                query: { failedOnly: true, limit: 20 },
            }, 'aliases', failedAlias);
            return rows.map(({ alias }) => (typeof alias === 'string' ? alias : alias.alias));
        },
        pointDomain: async (name, to) => {
            await api.request({
                method: 'POST',
                path: `/v2/deployments/${to}/aliases`,
                what: `point ${name} at ${to}`,
                json: { alias: name },
                repeatable: true,
                permission: 'manage the domains of the project',
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
        },
        setAutoAssign: async (value) => {
            await api.request({
                method: 'PATCH',
                path,
                what: 'set the automatic assignment of domains',
                json: { autoAssignCustomDomains: value },
                repeatable: true,
                permission: 'change the project settings',
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
        },
    };
}


/***/ }),

/***/ 3836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7455);


const config = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a,
    provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('vercel-deployment'),
    project: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .vercelProject */ .tD,
    team: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .vercelTeam */ .TU,
    'timeout-seconds': zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .int()
        .min(10)
        .max(3600)
        .default(300)
        .describe('How long a switch of production may take.'),
})
    .describe('The deployment that serves production on Vercel, domain by domain.');


/***/ }),

/***/ 9252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readPin),
/* harmony export */   G: () => (/* binding */ pinnedByRollback)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6129);

/**
 * Is production held by a rollback? A rollback switches the automatic assignment of domains off, and is the last switch.
 *
 * Never read from `lastRollbackTarget`, which is filled only while domains move. `free` with assignment off means that
 * something else switched it off: the owner, or a pause. `unknown` when a field is missing or no switch is on record:
 * whoever must not deploy over a rollback has to stop then.
 *
 * @param project as read with `rollbackInfo=true`
 */
function pinnedByRollback(project) {
    if (project.autoAssignCustomDomains === true)
        return 'free';
    if (project.autoAssignCustomDomains === undefined || !project.lastAliasRequest)
        return 'unknown';
    return project.lastAliasRequest.type === 'rollback' ? 'pinned' : 'free';
}
/** Asks Vercel, for whoever must not deploy over a rollback. @throws HttpFailure */
async function readPin(config, ctx) {
    const project = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .client */ .S)(config, ctx).project();
    const pin = pinnedByRollback(project);
    const last = project.lastAliasRequest;
    const why = {
        free: 'production follows the newest deployment, or the owner assigns it by hand',
        pinned: `rolled back to ${last?.toDeploymentId ?? 'an earlier deployment'}; it stays there until somebody promotes another`,
        unknown: 'Vercel did not say whether a rollback holds production; look at the dashboard, and at the rights of the token',
    }[pin];
    return { pin, why };
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ escapeText),
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** A Markdown table; cells may hold anything. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
/** Text inside a table cell: no line breaks, no pipes, no HTML. */
function cell(text) {
    return (escapeText(text)
        .replace(/\s*\n\s*/g, ' ⏎ ')
        .replaceAll('|', '\\|') || ' ');
}
/** What comes from outside is shown as text, never as markup. */
function escapeText(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}


/***/ }),

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q6: () => (/* binding */ createContext),
  i_: () => (/* binding */ forResource),
  ml: () => (/* binding */ systemClock)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/runtime/env.js
var env = __webpack_require__(3031);
;// CONCATENATED MODULE: ./lib/runtime/fingerprint.js

/** scrypt at N=2^12, r=8 takes about 10 ms: guessing a short secret from a public manifest becomes costly. */
const COST = { N: 4096, r: 8, p: 1 };
/**
 * A comparable stand-in for secret values: HMAC when a key is given (REWIND_FINGERPRINT_KEY), else scrypt with the
 * snapshot's salt. See docs/adr on fingerprints.
 */
function createFingerprint(salt, key) {
    const known = new Map();
    const compute = (value) => {
        if (key !== undefined && key !== '') {
            return Promise.resolve((0,external_node_crypto_.createHmac)('sha256', key).update(salt).update('\0').update(value).digest('hex').slice(0, 32));
        }
        return new Promise((resolve, reject) => {
            (0,external_node_crypto_.scrypt)(value, salt, 16, COST, (error, hash) => (error ? reject(error) : resolve(hash.toString('hex'))));
        });
    };
    return (value) => {
        const cached = known.get(value);
        if (cached)
            return cached;
        const result = compute(value);
        known.set(value, result);
        return result;
    };
}

// EXTERNAL MODULE: ./lib/runtime/http.js
var http = __webpack_require__(1906);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
;// CONCATENATED MODULE: ./lib/runtime/create-context.js






const systemClock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => (0,promises_.setTimeout)(ms, undefined, signal ? { signal } : {}),
};
/** @param snapshot the snapshot in hand: its id, and its salt for fingerprints */
function createContext(parts, snapshot, resource = '') {
    const clock = parts.clock ?? systemClock;
    const random = parts.random ?? Math.random;
    return {
        clock,
        random,
        randomHex: parts.randomHex ?? ((bytes) => (0,external_node_crypto_.randomBytes)(bytes).toString('hex')),
        http: (0,http/* createHttpClient */.u)({
            fetch: parts.fetch ?? fetch,
            clock,
            random,
            log: parts.log,
            masker: parts.masker,
            signal: parts.signal,
            userAgent: 'rewind',
            backoffMs: 500,
            concurrency: 8,
            timeoutMs: 30_000,
            ...parts.http,
        }),
        fetch: parts.fetch ?? fetch,
        log: parts.log,
        masker: parts.masker,
        credentials: (0,env/* createCredentials */.z)(parts.env, parts.masker),
        signal: parts.signal,
        scratch: parts.scratch,
        root: parts.root,
        resource,
        snapshotId: snapshot.id,
        mayInstall: parts.mayInstall ?? false,
        childEnv: (0,env/* childEnv */.g)(parts.env),
        fingerprint: createFingerprint(snapshot.salt, parts.env.REWIND_FINGERPRINT_KEY),
        progress: (what, unit) => (0,progress/* createProgress */.mf)({ what, unit: unit ?? 'bytes', clock, log: parts.log }),
    };
}
/** The same context, for one resource. */
function forResource(ctx, resource) {
    return { ...ctx, resource };
}


/***/ }),

/***/ 3031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ childEnv),
/* harmony export */   z: () => (/* binding */ createCredentials)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

function createCredentials(env, masker) {
    const get = (name) => {
        const value = env[name];
        if (value === undefined || value === '')
            return undefined;
        masker.add(value);
        return value;
    };
    const require = (name, resource) => {
        const value = get(name);
        if (value !== undefined)
            return value;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('credential-missing', `The environment variable ${name} is not set.`, {
            ...(resource === undefined ? {} : { resource }),
            remedy: `Set ${name} (in a workflow: env: { ${name}: \${{ secrets.${name} }} }) and run again.`,
        });
    };
    return {
        get,
        require,
        resolve: (reference, resource) => {
            const name = /^\$\{(\w+)\}$/.exec(reference)?.[1];
            return name === undefined ? reference : require(name, resource);
        },
        address: (name, fallback) => {
            const value = env[name];
            return value === undefined || value === '' ? fallback : value.replace(/\/+$/, '');
        },
    };
}
/**
 * What child processes may see: everything that configures tools and the network, none of the credentials. Listed rather
 * than filtered, so that an unknown secret is left out by default.
 */
function childEnv(env) {
    const names = /^(PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|PGSSL\w+|PGOPTIONS|PGCONNECT_TIMEOUT|SystemRoot)$/;
    const result = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && names.test(name))
            result[name] = value;
    }
    return result;
}


/***/ }),

/***/ 7455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ secretReference),
/* harmony export */   TU: () => (/* binding */ vercelTeam),
/* harmony export */   a: () => (/* binding */ resourceId),
/* harmony export */   tD: () => (/* binding */ vercelProject)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

/** Field types shared by the configurations of providers. */
const resourceId = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
    .describe('Name of this resource in plans, reports and --scope.');
/** `${NAME}`: read from the environment when it is needed. A literal secret in the file is an error. */
const secretReference = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: a secret does not belong into this file');
/** Vercel ids, as in the dashboard's settings pages. */
const vercelProject = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^prj_\w+$/, 'must be a project id (prj_…), not a name')
    .describe('Vercel project id.');
const vercelTeam = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^team_\w+$/, 'must be a team id (team_…)')
    .optional()
    .describe('Vercel team id; leave out for a personal account.');


/***/ }),

/***/ 1906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure),
/* harmony export */   u: () => (/* binding */ createHttpClient)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(370);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4995);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);




/** A failed request: the status and the service's own code, so that a provider can decide from them. */
class HttpFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir {
    status;
    body;
    malformed;
    name = 'HttpFailure';
    constructor(code, message, details, 
    /** Undefined when there was no answer at all. */
    status, 
    /** The parsed body of the failure, where it was JSON. */
    body, 
    /** The answer was no JSON at all: an error page, or cut short. */
    malformed = false) {
        super(code, message, details);
        this.status = status;
        this.body = body;
        this.malformed = malformed;
    }
}
const MAX_RETRIES = 8;
const MAX_BACKOFF_MS = 30_000;
/** The connection broke, timed out or the body was cut short: nothing is known about what the server did. */
const NO_ANSWER = undefined;
function createHttpClient(settings) {
    const limits = new Map();
    const limitFor = (url) => {
        const host = new URL(url).host;
        const known = limits.get(host);
        if (known)
            return known;
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(settings.concurrency);
        limits.set(host, limit);
        return limit;
    };
    return {
        request: (request, schema) => limitFor(request.url)(() => sendWithRetries(settings, request, schema)),
    };
}
/** A failure of one try, and how long the server asked us to wait. */
class AttemptError extends Error {
    failure;
    retryAfterMs;
    constructor(failure, retryAfterMs) {
        super(failure.message);
        this.failure = failure;
        this.retryAfterMs = retryAfterMs;
    }
}
async function sendWithRetries(settings, request, schema) {
    const deadlineAt = settings.clock.monotonic() + (request.deadlineMs ?? 120_000);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .Ay)(() => sendOnce(settings, request, schema, deadlineAt), {
            retries: MAX_RETRIES,
            minTimeout: 0,
            maxTimeout: 0,
            signal: settings.signal,
            shouldRetry: async ({ error, attemptNumber }) => {
                if (!(error instanceof AttemptError) || !mayRepeat(request, error.failure))
                    return false;
                const wait = error.retryAfterMs ?? backoff(settings, attemptNumber);
                if (settings.clock.monotonic() + wait >= deadlineAt)
                    return false;
                settings.log.debug(`${request.service}: ${request.what}: ${error.message}; trying again in ${(wait / 1000).toFixed(1)} s`);
                await settings.clock.sleep(wait, settings.signal);
                return true;
            },
        });
    }
    catch (error) {
        throw error instanceof AttemptError ? error.failure : error;
    }
}
/** Exponential with ±50 % jitter, so that many callers do not come back at the same moment. */
function backoff(settings, attempt) {
    return Math.min(MAX_BACKOFF_MS, settings.backoffMs * 2 ** (attempt - 1)) * (0.5 + settings.random());
}
function mayRepeat(request, failure) {
    if (failure.status === 429)
        return true;
    const repeatable = request.repeatable ?? ['GET', 'PUT', 'DELETE'].includes(request.method);
    if (!repeatable)
        return false;
    return failure.status === NO_ANSWER || failure.status === 408 || failure.status >= 500 || failure.malformed;
}
async function sendOnce(settings, request, schema, deadlineAt) {
    const left = Math.max(1, deadlineAt - settings.clock.monotonic());
    const timeout = AbortSignal.timeout(Math.ceil(Math.min(settings.timeoutMs, left)));
    let response;
    let text;
    try {
        response = await settings.fetch(urlOf(request), {
            method: request.method,
            headers: headersOf(settings, request),
            signal: AbortSignal.any([settings.signal, timeout]),
            redirect: 'error',
            ...bodyOf(request),
        });
        text = await response.text();
    }
    catch (error) {
        if (settings.signal.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('cancelled', `stopped while ${request.what}`, { cause: error });
        throw new AttemptError(networkError(request, error, timeout.aborted), undefined);
    }
    const body = parseJson(text);
    if (!response.ok && !(request.accept ?? []).includes(response.status)) {
        throw new AttemptError(errorResponse(settings, request, response, body), retryAfterMs(settings, response));
    }
    const parsed = schema.safeParse(body === NOT_JSON ? text : body);
    if (parsed.success)
        return { status: response.status, headers: response.headers, data: parsed.data };
    const problem = body === NOT_JSON
        ? `the answer is not JSON (it begins with ${JSON.stringify(settings.masker.redact(text.slice(0, 60)))})`
        : parsed.error.issues
            .slice(0, 5)
            .map((issue) => `${issue.path.join('.') || 'answer'}: ${issue.message}`)
            .join('; ');
    throw new AttemptError(malformedResponse(request, response, problem, body === NOT_JSON), undefined);
}
function urlOf(request) {
    const url = new URL(request.url);
    for (const [key, value] of Object.entries(request.query ?? {})) {
        if (value !== undefined)
            url.searchParams.set(key, String(value));
    }
    return url;
}
function headersOf(settings, request) {
    return {
        'user-agent': settings.userAgent,
        accept: 'application/json',
        ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
    };
}
function bodyOf(request) {
    if (request.json !== undefined)
        return { body: JSON.stringify(request.json) };
    return request.body === undefined ? {} : { body: request.body };
}
const NOT_JSON = Symbol('not json');
function parseJson(text) {
    if (text.trim() === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return NOT_JSON;
    }
}
/** Milliseconds from Retry-After (seconds or a date), else from X-RateLimit-Reset. */
function retryAfterMs(settings, response) {
    if (response.status !== 429 && response.status !== 503)
        return undefined;
    const now = settings.clock.now().getTime();
    const header = response.headers.get('retry-after');
    if (header !== null) {
        const seconds = Number(header);
        const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
        if (Number.isFinite(wait))
            return Math.max(0, wait);
    }
    const reset = Number(response.headers.get('x-ratelimit-reset') ?? Number.NaN);
    if (response.status !== 429 || !Number.isFinite(reset))
        return undefined;
    // Seconds since 1970 as a rule; LaunchDarkly counts milliseconds.
    return Math.max(0, (reset > 1e11 ? reset : reset * 1000) - now);
}
function networkError(request, error, timedOut) {
    // fetch says only "fetch failed"; the reason is its cause.
    const cause = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error.cause) ? error.cause : error;
    const why = timedOut ? 'no answer in time' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause);
    const message = `${request.service} could not be reached to ${request.what}: ${why}`;
    return new HttpFailure('api-unavailable', message, detailsOf(request, error), NO_ANSWER, undefined);
}
function malformedResponse(request, response, problem, broken) {
    const message = `${request.service} gave an answer to "${request.what}" that Rewind cannot use: ${problem}${requestId(response)}`;
    // A body that is no JSON is a proxy's error page or a cut connection and may be asked again; a wrong shape will stay.
    return new HttpFailure('api-unexpected-answer', message, detailsOf(request), response.status, undefined, broken);
}
function errorResponse(settings, request, response, body) {
    const said = settings.masker.redact(serviceMessage(body)).slice(0, 300);
    const message = `${request.service} answered ${response.status} to "${request.what}"${said ? `: ${said}` : ''}${requestId(response)}`;
    const permission = response.status === 403 && request.permission !== undefined
        ? { remedy: `Grant the credential this permission: ${request.permission}.` }
        : {};
    const details = { ...detailsOf(request), ...permission };
    return new HttpFailure(codeOf(response.status), message, details, response.status, body === NOT_JSON ? undefined : body);
}
function codeOf(status) {
    if (status === 401)
        return 'api-unauthorized';
    if (status === 403)
        return 'api-forbidden';
    if (status === 404 || status === 410)
        return 'api-not-found';
    if (status === 409 || status === 412)
        return 'api-conflict';
    if (status === 429)
        return 'api-rate-limited';
    return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}
function detailsOf(request, cause) {
    return { ...(request.resource === undefined ? {} : { resource: request.resource }), ...(cause ? { cause } : {}) };
}
/** Services name the request in one of these headers; their support asks for it. */
function requestId(response) {
    const names = ['x-vercel-id', 'request-id', 'x-request-id', 'x-amzn-requestid', 'x-github-request-id'];
    const id = names.map((name) => response.headers.get(name)).find((value) => value !== null);
    return id === undefined ? '' : ` (request ${id})`;
}
/** The human message in the error bodies of the services that we talk to. */
function serviceMessage(body) {
    if (typeof body !== 'object' || body === null)
        return '';
    const record = body;
    if (typeof record.error === 'object' && record.error !== null)
        return serviceMessage(record.error);
    const parts = [record.code, record.message, record.error].filter((part) => typeof part === 'string');
    return parts.join(': ');
}


/***/ }),

/***/ 3997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   mf: () => (/* binding */ createProgress),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
const EVERY_MS = 2_000;
/** Says at most every two seconds: what, how much of how much, how fast, how long still. */
function createProgress({ what, unit, clock, log }) {
    const start = clock.monotonic();
    let shown = start;
    let last = 0;
    const rateOf = (done) => done / Math.max(0.001, (clock.monotonic() - start) / 1000);
    return {
        update(done, total) {
            last = done;
            const now = clock.monotonic();
            if (now - shown < EVERY_MS)
                return;
            shown = now;
            const rate = rateOf(done);
            const of = total == null ? '' : ` of ${amount(total, unit)} (${((100 * done) / Math.max(1, total)).toFixed(0)} %)`;
            const left = total == null || rate === 0 ? '' : `, about ${seconds((total - done) / rate)} left`;
            log.info(`${what}: ${amount(done, unit)}${of}, ${amount(rate, unit)}/s${left}`);
        },
        end(note) {
            const took = seconds((clock.monotonic() - start) / 1000);
            const much = last === 0 ? '' : `: ${amount(last, unit)} in ${took}, ${amount(rateOf(last), unit)}/s`;
            log.info(`${what} done${much === '' ? ` in ${took}` : much}${note ? ` (${note})` : ''}`);
        },
    };
}
/** "12.3 MB", "1,204 rows". */
function amount(value, unit) {
    if (unit !== 'bytes')
        return `${Math.round(value).toLocaleString('en-US')} ${unit}`;
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let size = value;
    let index = 0;
    while (size >= 1000 && index < units.length - 1) {
        size /= 1000;
        index += 1;
    }
    return `${index === 0 ? Math.round(size) : size.toFixed(1)} ${units[index] ?? 'TB'}`;
}
/** "0.4 s", "12 s", "3 min 20 s". */
function seconds(value) {
    if (value < 10)
        return `${Math.max(0, value).toFixed(1)} s`;
    if (value < 90)
        return `${Math.round(value)} s`;
    return `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`;
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


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ }),

/***/ 4995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};
