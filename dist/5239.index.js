export const id = 5239;
export const ids = [5239];
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

/***/ 5239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ vercel_project)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/services/vercel/client.js
var client = __webpack_require__(95239);
;// CONCATENATED MODULE: ./lib/providers/vercel-project/client.js




const project = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    crons: schemas/* object */.Ikc({ disabledAt: schemas/* number */.aig().nullish() }).nullish(),
    security: schemas/* object */.Ikc({ firewallConfigVersion: schemas/* number */.aig().nullish() }).nullish(),
});
const domain = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    redirect: schemas/* string */.YjP().nullish(),
    redirectStatusCode: schemas/* number */.aig().nullish(),
    gitBranch: schemas/* string */.YjP().nullish(),
    customEnvironmentId: schemas/* string */.YjP().nullish(),
});
const rollingRelease = schemas/* object */.Ikc({
    stages: schemas/* array */.YOg(schemas/* object */.Ikc({
        targetPercentage: schemas/* number */.aig(),
        duration: schemas/* number */.aig().nullish(),
        requireApproval: schemas/* boolean */.zMY().nullish(),
    })),
    canaryResponseHeader: schemas/* boolean */.zMY().nullish(),
})
    .nullable();
/** Vercel REST API: settings, domains, crons, firewall and rolling release configuration of a project. */
function client_client(config, ctx) {
    const api = (0,client/* vercelApi */.a)(ctx, config.team);
    const path = `/v9/projects/${config.project}`;
    const permission = 'change the settings of the project';
    const send = async (method, at, what, json, query, accept = []) => {
        // Every write sets a value, so it can be repeated.
        const body = { ...(json === undefined ? {} : { json }), ...(query ? { query } : {}) };
        await api.request({ method, path: at, what, ...body, accept, repeatable: true, permission }, schemas/* unknown */.L5J());
    };
    const has = async (domain) => {
        const what = `read domain ${domain}`;
        const call = { method: 'GET', path: `${path}/domains/${domain}`, what, accept: [404] };
        return (await api.request(call, schemas/* unknown */.L5J())).status === 200;
    };
    return {
        project: async () => (await api.request({ method: 'GET', path, what: `read project ${config.project}`, permission: 'read the project' }, project)).data,
        domains: async () => {
            const rows = await api.all({ method: 'GET', path: `${path}/domains`, what: 'list the domains' }, 'domains', domain);
            return rows.map(({ name, redirect, redirectStatusCode, gitBranch, customEnvironmentId }) => ({
                name,
                redirect: redirect ?? null,
                redirectStatusCode: redirectStatusCode ?? null,
                gitBranch: gitBranch ?? null,
                customEnvironmentId: customEnvironmentId ?? null,
            }));
        },
        rollingRelease: async () => (await api.request({
            method: 'GET',
            path: `/v1/projects/${config.project}/rolling-release/config`,
            what: 'read the rolling release configuration',
        }, schemas/* object */.Ikc({ rollingRelease }))).data.rollingRelease,
        set: (name, value) => send('PATCH', path, `set ${name}`, { [name]: value }),
        setCrons: (enabled) => send('PATCH', `/v1/projects/${config.project}/crons`, `switch cron jobs ${enabled ? 'on' : 'off'}`, { enabled }),
        activateFirewall: (version) => send('POST', `/v1/security/firewall/config/${version}/activate`, `activate firewall version ${version}`, {}, {
            projectId: config.project,
        }),
        /** Reads return requireApproval in each stage; writes take one advancementType. Durations are in minutes. */
        setRollingRelease: (wanted) => send('PATCH', `/v1/projects/${config.project}/rolling-release/config`, 'set the rolling release configuration', wanted === null
            ? { enabled: false }
            : {
                enabled: true,
                advancementType: wanted.stages.some(({ requireApproval }) => requireApproval)
                    ? 'manual-approval'
                    : 'automatic',
                stages: wanted.stages.map(({ targetPercentage, duration }) => ({
                    targetPercentage,
                    ...(duration == null ? {} : { duration }),
                })),
                ...(wanted.canaryResponseHeader == null ? {} : { canaryResponseHeader: wanted.canaryResponseHeader }),
            }),
        /**
         * Vercel refuses a domain of this project (400) and of another one (409).
         * Source: https://vercel.com/docs/rest-api/projects/add-a-domain-to-a-project
         * @throws RewindError api-conflict if another project has it
         */
        addDomain: async ({ name, ...rest }) => {
            try {
                await send('POST', `/v10/projects/${config.project}/domains`, `add ${name}`, { name, ...known(rest) });
            }
            catch (error) {
                if (!(error instanceof http_failure/* HttpFailure */.HR) || (error.status !== 400 && error.status !== 409))
                    throw error;
                // An earlier request, whose response was lost, may have added it.
                if (await has(name))
                    return;
                if (error.status === 400)
                    throw error;
                const remedy = `Move ${name} back to this project in the settings of the project that has it now. Then make a new plan.`;
                throw new errors.RewindError(error.code, error.message, { resource: ctx.resource, remedy, cause: error });
            }
        },
        editDomain: ({ name, ...rest }) => send('PATCH', `${path}/domains/${name}`, `change ${name}`, rest),
        removeDomain: (name) => send('DELETE', `${path}/domains/${name}`, `remove ${name}`, undefined, undefined, [404]),
    };
}
const known = (rest) => Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));

;// CONCATENATED MODULE: ./lib/providers/vercel-project/settings.js
/**
 * The restored settings of PATCH /v9/projects (Vercel REST API, "Update an existing project"); null = "as detected".
 * Omits `passwordProtection`, because Vercel never returns the password, and `autoAssignCustomDomains`, because
 * switches of production change it: it belongs to vercel-deployment.
 */
const SETTINGS = [
    'buildCommand',
    'commandForIgnoringBuildStep',
    'devCommand',
    'directoryListing',
    'enableExternalRewriteCaching',
    'autoExposeSystemEnvs',
    'framework',
    'gitForkProtection',
    'gitLFS',
    'installCommand',
    'nodeVersion',
    'optionsAllowlist',
    'outputDirectory',
    'previewDeploymentsDisabled',
    'protectedSourcemaps',
    'resourceConfig',
    'rootDirectory',
    'serverlessFunctionRegion',
    'skewProtectionAllowedDomains',
    'skewProtectionBoundaryAt',
    'skewProtectionMaxAge',
    'sourceFilesOutsideRootDirectory',
    'ssoProtection',
    'trustedIps',
];
/** Settings that act live; the others take effect with the next build. */
const LIVE_SETTINGS = [
    'optionsAllowlist',
    'ssoProtection',
    'trustedIps',
    'protectedSourcemaps',
];
/** Settings that protect the project from public access. */
const PROTECTING = [
    'ssoProtection',
    'trustedIps',
    'gitForkProtection',
    'protectedSourcemaps',
];

;// CONCATENATED MODULE: ./lib/providers/vercel-project/state.js

/** A sealed value with its preview. */
const shown = schemas/* strictObject */.rej({ value: schemas/* string */.YjP(), preview: schemas/* string */.YjP() });
const state_domain = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    redirect: schemas/* string */.YjP().nullable(),
    redirectStatusCode: schemas/* number */.aig().nullable(),
    gitBranch: schemas/* string */.YjP().nullable(),
    customEnvironmentId: schemas/* string */.YjP().nullable(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    settings: schemas/* record */.g1P(schemas/* string */.YjP(), shown),
    domains: schemas/* array */.YOg(state_domain),
    cronsEnabled: schemas/* boolean */.zMY(),
    /** Active version of the firewall's configuration; null if there is none. */
    firewall: schemas/* number */.aig().nullable(),
    rollingRelease: shown,
});
/** The part of a change that `apply` reads. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('setting'), name: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('domain'), name: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('crons') }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('firewall'), version: schemas/* number */.aig() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('rolling-release') }),
]);

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/vercel-project/capture.js







const VALUES = 'project.json';
const LONGEST_PREVIEW = 40;
/** The sealed payload: the values that a restore writes. */
const capture_saved = schemas/* strictObject */.rej({
    settings: (0,json/* recordOf */.zv)(json/* jsonValue */.IL),
    rollingRelease: rollingRelease,
    domains: state.shape.domains,
    cronsEnabled: schemas/* boolean */.zMY(),
});
async function read(config, ctx) {
    const vercel = client_client(config, ctx);
    const [project, domains, release] = await Promise.all([vercel.project(), vercel.domains(), vercel.rollingRelease()]);
    const settings = SETTINGS.flatMap((name) => {
        // A setting that is missing in the response is unknown, not "as detected".
        const value = json/* jsonValue */.IL.safeParse(project[name]);
        return name in project && value.success ? [[name, value.data]] : [];
    });
    return {
        name: project.name,
        settings: Object.fromEntries(settings),
        rollingRelease: release,
        domains: domains.sort((a, b) => (0,runtime_text/* inOrder */.al)(a.name, b.name)),
        cronsEnabled: project.crons?.disabledAt == null,
        firewall: project.security?.firewallConfigVersion ? project.security.firewallConfigVersion : null,
    };
}
async function capture(config, ctx, sink) {
    const { name, firewall, ...values } = await read(config, ctx);
    await sink.write(VALUES, Buffer.from(JSON.stringify(values)));
    return { schemaVersion: 1, project: config.project, name, firewall, ...(await shownOf(values, ctx)) };
}
/** What the manifest says of the values. */
async function shownOf(values, ctx) {
    const shown = async (value) => {
        const fingerprint = await ctx.fingerprint((0,digest/* canonicalJson */.dj)(value));
        return { value: fingerprint, preview: preview(value) ?? `sealed value ${fingerprint.slice(0, 6)}` };
    };
    const settings = await Promise.all(Object.entries(values.settings).map(async ([key, value]) => [key, await shown(value)]));
    return {
        settings: Object.fromEntries(settings),
        domains: values.domains,
        cronsEnabled: values.cronsEnabled,
        rollingRelease: { ...(await shown(values.rollingRelease)), preview: stagesOf(values.rollingRelease) },
    };
}
/** Shows only switches, numbers and single words, because commands may contain tokens. */
function preview(value) {
    if (value === null || typeof value === 'boolean' || typeof value === 'number')
        return String(value);
    return typeof value === 'string' && value.length <= LONGEST_PREVIEW && /^[\w.@/-]*$/.test(value)
        ? JSON.stringify(value)
        : null;
}
const stagesOf = (wanted) => wanted === null
    ? 'off'
    : wanted.stages
        .map(({ targetPercentage, duration, requireApproval }) => {
        const then = requireApproval ? ' by approval' : duration == null ? '' : ` for ${duration} min`;
        return `${targetPercentage} %${then}`;
    })
        .join(', ');

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
;// CONCATENATED MODULE: ./lib/providers/vercel-project/plan.js


function plan(saved, live) {
    const other = (0,other_object/* otherObject */.A_)('settings', [{ key: 'project', saved: saved.project, live: live.project }]);
    if (other)
        return [other];
    return [
        ...settings(saved, live),
        ...domains(saved, live),
        ...crons(saved, live),
        ...firewall(saved, live),
        ...plan_rollingRelease(saved, live),
    ].map(({ id, target, before, after, live: atOnce, params: of, warnings, manual }) => ({
        id,
        stage: 'configuration',
        action: before === null ? 'create' : after === null ? 'delete' : 'update',
        target: `${target} of ${saved.name}`,
        before,
        after,
        effect: atOnce ? 'live' : 'next-deployment',
        undo: '"rewind undo" sets it back',
        warnings: [...(warnings ?? [])],
        params: of,
        ...(manual === undefined ? {} : { manual }),
    }));
}
function settings(saved, live) {
    return Object.entries(saved.settings).flatMap(([name, desired]) => {
        const now = live.settings[name];
        if (now?.value === desired.value)
            return [];
        return [
            {
                id: `setting:${name}`,
                target: `setting ${name}`,
                before: now?.preview ?? 'not set',
                after: desired.preview,
                live: LIVE_SETTINGS.includes(name),
                params: { kind: 'setting', name },
                warnings: opening(name, now?.preview, desired.preview),
            },
        ];
    });
}
/** How a setting may open the project. Values that are no switches are sealed, so which one protects more is not known. */
function opening(name, now, desired) {
    const isNone = (preview) => preview === undefined || ['null', 'false'].includes(preview);
    if (name === 'optionsAllowlist') {
        return isNone(desired) ? [] : ['optionsAllowlist: OPTIONS requests to its paths pass without protection.'];
    }
    if (!PROTECTING.includes(name) || isNone(now))
        return [];
    return isNone(desired)
        ? [`${name} is taken away: this opens the project.`]
        : [`${name} may protect less than now: compare it in Vercel afterwards.`];
}
function domains(saved, live) {
    const names = [...new Set([...saved.domains, ...live.domains].map(({ name }) => name))].sort();
    return names.flatMap((name) => {
        const desired = saved.domains.find((entry) => entry.name === name);
        const now = live.domains.find((entry) => entry.name === name);
        if (JSON.stringify(desired) === JSON.stringify(now))
            return [];
        return [
            {
                id: `domain:${name}`,
                target: `domain ${name}`,
                before: now ? describe(now) : null,
                after: desired ? describe(desired) : null,
                live: true,
                params: { kind: 'domain', name },
                warnings: desired ? [] : [`${name} was added after the snapshot; once removed, it no longer serves anything.`],
            },
        ];
    });
}
function describe({ redirect, redirectStatusCode, gitBranch, customEnvironmentId }) {
    const parts = [
        ...(redirect === null
            ? []
            : [`redirects to ${redirect}${redirectStatusCode === null ? '' : ` (${redirectStatusCode})`}`]),
        ...(gitBranch === null ? [] : [`branch ${gitBranch}`]),
        ...(customEnvironmentId === null ? [] : [`environment ${customEnvironmentId}`]),
    ];
    return parts.length === 0 ? 'serves production' : parts.join(', ');
}
function crons(saved, live) {
    if (saved.cronsEnabled === live.cronsEnabled)
        return [];
    const word = (enabled) => (enabled ? 'on' : 'off');
    return [
        {
            id: 'crons',
            target: 'cron jobs',
            before: word(live.cronsEnabled),
            after: word(saved.cronsEnabled),
            live: true,
            params: { kind: 'crons' },
        },
    ];
}
function firewall(saved, live) {
    if (saved.firewall === live.firewall)
        return [];
    const word = (version) => (version === null ? 'no configuration' : `version ${version}`);
    return [
        {
            id: 'firewall',
            target: 'firewall',
            before: word(live.firewall),
            after: word(saved.firewall),
            live: true,
            params: { kind: 'firewall', version: saved.firewall ?? 0 },
            warnings: ['Read what the two versions hold: an older one may block less.'],
            // The API cannot remove the last configuration.
            ...(saved.firewall === null ? { manual: 'Remove the firewall rules in the dashboard.' } : {}),
        },
    ];
}
function plan_rollingRelease(saved, live) {
    if (saved.rollingRelease.value === live.rollingRelease.value)
        return [];
    return [
        {
            id: 'rolling-release',
            target: 'rolling release configuration',
            before: live.rollingRelease.preview,
            after: saved.rollingRelease.preview,
            live: false,
            params: { kind: 'rolling-release' },
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/vercel-project/apply.js






async function apply(config, change, ctx, source) {
    const vercel = client_client(config, ctx);
    const desired = params.parse(change.params);
    const values = capture_saved.parse(JSON.parse((await source.read(VALUES)).toString('utf8')));
    const now = await read(config, ctx);
    await assertAsApproved(change, desired, values, now, ctx);
    switch (desired.kind) {
        case 'setting': {
            const value = values.settings[desired.name] ?? null;
            if ((0,digest/* canonicalJson */.dj)(now.settings[desired.name]) !== (0,digest/* canonicalJson */.dj)(value))
                await vercel.set(desired.name, value);
            return;
        }
        case 'domain':
            await restoreDomain(vercel, values.domains, now.domains, desired.name);
            return;
        case 'crons':
            if (now.cronsEnabled !== values.cronsEnabled)
                await vercel.setCrons(values.cronsEnabled);
            return;
        case 'firewall':
            if (now.firewall !== desired.version)
                await vercel.activateFirewall(desired.version);
            return;
        case 'rolling-release':
            if ((0,digest/* canonicalJson */.dj)(now.rollingRelease) !== (0,digest/* canonicalJson */.dj)(values.rollingRelease)) {
                await vercel.setRollingRelease(values.rollingRelease);
            }
    }
}
/**
 * Somebody may have written between the plan and this change: Vercel takes the last write, so theirs would be lost.
 * @throws RewindError api-conflict unless the live value is the approved one, or is restored already
 */
async function assertAsApproved(change, desired, values, now, ctx) {
    const stateOf = async (of, firewall) => ({
        ...{ schemaVersion: 1, project: '', name: now.name, firewall },
        ...(await shownOf(of, ctx)),
    });
    const wanted = await stateOf(values, desired.kind === 'firewall' ? desired.version : now.firewall);
    const left = plan(wanted, await stateOf(now, now.firewall)).find((one) => one.id === change.id);
    if (left !== undefined)
        (0,as_planned/* assertAsPlanned */.Jf)(change, left.before, ctx, 'on Vercel');
}
async function restoreDomain(vercel, saved, live, name) {
    const desired = saved.find((entry) => entry.name === name);
    const now = live.find((entry) => entry.name === name);
    if (!desired) {
        if (now)
            await vercel.removeDomain(name);
        return;
    }
    if (!now)
        await vercel.addDomain(desired);
    if (!now || (0,digest/* canonicalJson */.dj)(now) !== (0,digest/* canonicalJson */.dj)(desired))
        await vercel.editDomain(desired);
}

// EXTERNAL MODULE: ./lib/services/vercel/access.js
var access = __webpack_require__(31614);
// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
;// CONCATENATED MODULE: ./lib/providers/vercel-project/capabilities.js



const capabilities = {
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['project'], saved, config),
    access: access/* vercelAccess */.g,
    describeState: ({ settings, domains }) => ({
        content: `${(0,counted/* counted */.h)(Object.keys(settings).length, 'setting')}, ${(0,counted/* counted */.h)(domains.length, 'domain', domains.map(({ name }) => name))}`,
    }),
};

;// CONCATENATED MODULE: ./lib/providers/vercel-project/check.js

async function check(config, ctx) {
    const project = await client_client(config, ctx).project();
    if (!project.passwordProtection)
        return [];
    return [
        {
            level: 'info',
            code: 'project-password-not-captured',
            message: 'The project is protected by a password, which Vercel does not give back: it is not captured.',
            remedy: 'If a deploy changes it, set it again in the dashboard.',
        },
    ];
}

// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
;// CONCATENATED MODULE: ./lib/providers/vercel-project/prove.js



/** Compares the sealed settings with the manifest. */
async function prove(_config, saved, ctx, source) {
    const { settings, domains, cronsEnabled, rollingRelease } = saved;
    const sealed = await shownOf(await (0,json_payload/* readJsonPayload */.Fx)(VALUES, capture_saved, source, ctx), ctx);
    return (0,digest/* canonicalJson */.dj)(sealed) === (0,digest/* canonicalJson */.dj)({ settings, domains, cronsEnabled, rollingRelease })
        ? []
        : [(0,json_payload/* payloadDiffers */.Wv)('project settings')];
}

;// CONCATENATED MODULE: ./lib/providers/vercel-project/index.js








/* harmony default export */ const vercel_project = ((0,provider/* defineProvider */.Nj)({
    id: 'vercel-project',
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


/***/ })

};
