export const id = 5032;
export const ids = [5032];
export const modules = {

/***/ 65032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter),
  config: () => (/* binding */ config)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
// EXTERNAL MODULE: ./lib/services/vercel/deployments.js
var deployments = __webpack_require__(40330);
// EXTERNAL MODULE: ./lib/services/vercel/client.js
var client = __webpack_require__(95239);
;// CONCATENATED MODULE: ./lib/services/vercel/runtime-logs.js


/** A busy project writes more in a minute; then the reading ends early. */
const MOST_BYTES = 20_000_000;
const row = schemas/* object */.Ikc({
    rowId: schemas/* string */.YjP(),
    /** A row "delimiter" belongs to no request: Vercel says that it ends the stream. */
    source: schemas/* string */.YjP(),
    timestampInMs: schemas/* number */.aig(),
    /** Below 100: there was no response. */
    responseStatusCode: schemas/* number */.aig(),
});
/**
 * Listens to the runtime logs of a deployment. Vercel sends what is written from now on, for 5 minutes at most, and takes
 * no times.
 *
 * @param ms how long to listen
 * @throws HttpFailure; RewindError credential-missing
 */
async function listenToLogs(ctx, { project, team }, deployment, ms) {
    const { data } = await (0,client/* vercelApi */.a)(ctx, team).request({
        method: 'GET',
        what: 'read the runtime logs',
        path: `/v1/projects/${encodeURIComponent(project)}/deployments/${encodeURIComponent(deployment)}/runtime-logs`,
        headers: { accept: 'application/stream+json' },
        permission: 'read access to the logs of the project',
        decode: linesOf,
        readMs: ms,
        maxBytes: MOST_BYTES,
        deadlineMs: ms + 10_000,
    }, 
    // Nothing was written.
    schemas/* array */.YOg(row).default([]));
    return data;
}
/** @throws SyntaxError if a line is not JSON */
const linesOf = (text) => text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

// EXTERNAL MODULE: ./lib/probes/in-time.js
var in_time = __webpack_require__(6824);
// EXTERNAL MODULE: ./lib/probes/not-watched.js
var not_watched = __webpack_require__(32173);
// EXTERNAL MODULE: ./lib/probes/question.js
var question = __webpack_require__(94399);
// EXTERNAL MODULE: ./lib/probes/service-fields.js
var service_fields = __webpack_require__(21504);
;// CONCATENATED MODULE: ./lib/probes/adapters/vercel-runtime.js









/** Kept free at the end of a tick. */
const MARGIN_MS = 2_000;
/** Of a tick that begins at its end. */
const SHORTEST_MS = 200;
const config = schemas/* strictObject */.rej({
    ...(0,service_fields/* serviceFields */.$)('content', 60),
    adapter: schemas/* literal */.euz('vercel-runtime')
        .describe('Responses with status 5xx, among all in the runtime logs of the production deployment on Vercel.'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    every: schemas/* number */.aig()
        .int()
        .min(30)
        .max(270)
        .default(60)
        .describe('Seconds between two samples. Rewind listens nearly all of this time.'),
});
/**
 * Counts what is written while it listens. There is no past to read, so the baseline is one interval, which it
 * listens to during the snapshot. It leaves out older entries that Vercel sends.
 */
const adapter = {
    id: 'vercel-runtime',
    kind: 'count',
    config,
    run: (entry, tick, context) => (0,question/* runQuestion */._B)(tick, context, async (ctx) => ({ samples: [await listen(entry, tick.dueAt, ctx)] })),
    history: (entry, span, context) => (0,question/* runQuestion */._B)({ dueAt: span.to, signal: context.signal }, context, async (ctx) => ({
        samples: [await listen(entry, span.to, ctx)],
    })),
    inspect: (entry, ctx) => (0,not_watched/* notWatched */.q)(entry, 'The runtime logs', ctx, async () => {
        await listenToLogs(ctx, entry, await productionOf(entry, ctx), 1);
        return [];
    }),
};
/** @param since when the interval of `every` seconds began, in milliseconds since the epoch */
async function listen(entry, since, ctx) {
    const now = () => ctx.clock.now().getTime();
    // Its entries have the time of Vercel.
    const deployment = await (0,in_time/* inTime */.R)(ctx, (within) => productionOf(entry, within));
    const from = now();
    const ends = since + entry.every * 1000 - MARGIN_MS;
    const rows = await listenToLogs(ctx, entry, deployment, Math.max(SHORTEST_MS, ends - from));
    return { kind: 'count', from, at: now(), ...countResponses(rows, from) };
}
/** A request that writes several rows counts several times. @param from milliseconds since the epoch */
function countResponses(rows, from) {
    const statuses = new Map();
    for (const { rowId, source, timestampInMs: at, responseStatusCode: status } of rows) {
        if (source !== 'delimiter' && at >= from && status >= 100)
            statuses.set(rowId, status);
    }
    return { bad: [...statuses.values()].filter((status) => status >= 500).length, total: statuses.size };
}
async function productionOf(entry, ctx) {
    const { targets } = await (0,deployments/* vercelDeployments */.g6)(ctx, entry).project();
    const id = targets?.production?.id;
    if (id !== undefined)
        return id;
    throw new errors.RewindError('api-not-found', `The project ${entry.project} has no production deployment.`, {
        resource: ctx.resource,
    });
}


/***/ }),

/***/ 6824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ inTime)
/* harmony export */ });
/* harmony import */ var _runtime_clock_skew_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7177);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



/** The interval that these probes count unless told otherwise: clocks that are further apart do not mean the same one. */
const APART_MS = 60_000;
/**
 * Asks a service for what happened in an interval of the clock of this run. If the clock of the service is elsewhere, its
 * answer is about another time: what was well then is not well now, and what has not happened yet is no silence. A service
 * that does not tell its time is believed.
 *
 * Not `ctx.skew`: one near answer of any other service would do there, and a watch keeps its clock when that of the machine is
 * corrected.
 * @throws RewindError clock-apart; what the question throws
 */
async function inTime(ctx, question) {
    const skew = new _runtime_clock_skew_js__WEBPACK_IMPORTED_MODULE_1__/* .ClockSkew */ .D();
    const http = {
        request: async (request, schema) => {
            const answer = await ctx.http.request(request, schema);
            skew.heard(request.service, answer.headers, ctx.clock.now());
            return answer;
        },
    };
    const answer = await question({ ...ctx, http });
    const found = skew.beyond(APART_MS);
    if (found === null)
        return answer;
    const minutes = Math.round(Math.abs(found.ms) / 60_000);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('clock-apart', `The clock of this run is ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(minutes, 'minute')} ${found.ms > 0 ? 'ahead of' : 'behind'} that of ${found.service}: what it counts belongs to another time.`, { resource: ctx.resource });
}


/***/ }),

/***/ 32173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ inactive),
/* harmony export */   q: () => (/* binding */ notWatched)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94399);


/** A finding about what a probe asks. Only a critical probe makes it an error. */
function inactive({ critical }, code, message) {
    return { level: critical ? 'error' : 'warning', code, message };
}
const REFUSALS = ['api-forbidden', 'api-not-found', 'api-unauthorized'];
/**
 * A question that the service may refuse: then it is not watched, never well. Another failure is a warning, because an
 * outage of the service says nothing about the alarm.
 *
 * @param what completes "… cannot be read"
 */
async function notWatched(entry, what, ctx, question) {
    try {
        return await question();
    }
    catch (thrown) {
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
        const said = (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(ctx, message);
        if (code === 'internal' || code === 'program-damaged')
            throw thrown;
        if (REFUSALS.includes(code)) {
            return [{ ...inactive(entry, 'alarm-not-watched', `${what} cannot be read: not watched. ${said}`), remedy }];
        }
        const level = code === 'credential-missing' && entry.critical ? 'error' : 'warning';
        return [{ level, code, message: `${what} cannot be read now. ${said}`, remedy }];
    }
}


/***/ }),

/***/ 21504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ serviceFields)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _http_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46613);


/** Keys of each probe that asks a service from time to time. @param every default, in seconds */
function serviceFields(area, every) {
    const { id, area: areas, critical } = _http_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .probeFields */ .eE;
    return {
        id,
        area: areas.default(area),
        critical,
        every: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1).max(3600).default(every).describe('Seconds between two samples.'),
    };
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


/***/ }),

/***/ 40330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NN: () => (/* binding */ RECENT_MS),
/* harmony export */   f8: () => (/* binding */ deploymentRef),
/* harmony export */   g6: () => (/* binding */ vercelDeployments),
/* harmony export */   mq: () => (/* binding */ DEPLOY_PERMISSION),
/* harmony export */   yn: () => (/* binding */ switchText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95239);
/* harmony import */ var _env_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94813);




const aliasRequest = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    jobStatus: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    requestedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    fromDeploymentId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    toDeploymentId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Set if a rollback ended a rolling release: its canary. */
    fromRollingReleaseId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
});
/** `deletedAt` is set in the row of an alias that was taken away. */
const aliasPage = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    aliases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ alias: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), deploymentId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(), deletedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullish() })),
    pagination: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ next: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullish() }).nullish(),
});
const metaSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()).nullish();
const creator = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ username: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish() }).nullish();
/** A deployment as it appears in a project. */
const deploymentRef = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    meta: metaSchema,
    creator,
});
const project = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    autoAssignCustomDomains: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()
        .nullable()
        .transform((value) => value ?? undefined)
        .optional(),
    /** Null or absent: the scripts of package.json in `rootDirectory` build. */
    buildCommand: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    rootDirectory: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    /** The Git repository; `productionBranch` builds for production. */
    link: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ productionBranch: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish() }).nullish(),
    targets: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ production: deploymentRef.nullish() }).nullish(),
    lastAliasRequest: aliasRequest.nullish(),
    /** The configuration for later deployments; null or absent = off. An active release may outlive it. */
    rollingRelease: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ stages: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ targetPercentage: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() })).nullish() }).nullish(),
});
const deployment = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Absent if the token has no access to the project, so absence does not prove another project. */
    projectId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    target: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    readyState: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    readySubstate: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    softDeletedByRetention: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullish(),
    /** Absent if the token has no access to the project. */
    url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().optional(),
    meta: metaSchema,
    creator,
});
const deploymentRow = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    uid: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    readyState: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    readySubstate: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().optional(),
    meta: metaSchema,
});
/** A request to switch may be decided by what was read so long ago: if something has changed since, Vercel refuses it. */
const RECENT_MS = 5_000;
/** What a switch does, after "to" or "could not". */
const switchText = (method, to) => method === 'rollback' ? `roll production back to ${to}` : `promote ${to}`;
const DEPLOY_PERMISSION = 'deploy to production (member, developer, project administrator, or Full Production Deployment)';
/** Vercel REST API: one project, its deployments, and which of them serves production. */
function vercelDeployments(ctx, { project: id, team }) {
    const api = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .vercelApi */ .a)(ctx, team);
    const path = `/v9/projects/${id}`;
    /** An error with the status of a success must not pass for "there is none". */
    const errorInBody = (what) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unexpected-answer', `Vercel sent an error with the status of a success to "${what}".`, {
        resource: ctx.resource,
    });
    /** Id of the deployment that a host name serves; null if none. @param deadlineMs for all attempts together */
    const aliasTarget = async (name, deadlineMs) => {
        const { status, data } = await api.request({
            method: 'GET',
            path: `/v4/aliases/${encodeURIComponent(name)}`,
            what: `read what ${name} serves`,
            accept: [404],
            deadlineMs,
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ deploymentId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(), error: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional() }));
        if (status !== 404 && data.error)
            throw errorInBody(`read what ${name} serves`);
        return data.deploymentId ?? null;
    };
    /** The aliases of the project, newest first; none if the token may read only single ones. */
    const aliases = async (until) => {
        const { data } = await api.request({
            method: 'GET',
            path: '/v4/aliases',
            what: 'list the aliases of the project',
            query: { projectId: id, limit: 100, until },
            accept: [403, 404],
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([aliasPage, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J() })]));
        return 'aliases' in data ? data : { aliases: [] };
    };
    const { reads } = ctx;
    /** Null if it does not exist (any more). */
    const readDeployment = async (wanted) => {
        const { status, data } = await api.request({ method: 'GET', path: `/v13/deployments/${wanted}`, what: `read deployment ${wanted}`, accept: [404, 410] }, zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([deployment, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J() })]));
        if (status === 404 || status === 410)
            return null;
        if ('error' in data)
            throw errorInBody(`read deployment ${wanted}`);
        return data;
    };
    return {
        /** Sends `rollbackInfo`: only then does Vercel return `lastAliasRequest`. */
        project: () => reads.read(_client_js__WEBPACK_IMPORTED_MODULE_1__/* .VERCEL */ .g, `project ${id}`, async () => {
            const query = { rollbackInfo: true };
            const permission = 'read access to the project';
            return (await api.request({ method: 'GET', path, what: `read project ${id}`, query, permission }, project))
                .data;
        }),
        /** What this run read moments ago; undefined if it must be read again. */
        recentProject: () => reads.get(_client_js__WEBPACK_IMPORTED_MODULE_1__/* .VERCEL */ .g, `project ${id}`, RECENT_MS),
        /** @param maxAgeMs of what this run has read already; default: it is read again. Null if it does not exist (any more) */
        deployment: (wanted, maxAgeMs = 0) => reads.get(_client_js__WEBPACK_IMPORTED_MODULE_1__/* .VERCEL */ .g, `deployment ${wanted}`, maxAgeMs) ??
            reads.read(_client_js__WEBPACK_IMPORTED_MODULE_1__/* .VERCEL */ .g, `deployment ${wanted}`, () => readDeployment(wanted)),
        aliasTarget,
        /**
         * The deployment that each host name serves; null if none. Reads the list of the project, so that a request answers for
         * up to 100 names, and the names that it lacks one by one. A project with many previews has many more aliases than names:
         * it reads no more pages than names are left.
         *
         * @param wanted a promise if the names are read at the same time
         */
        serving: async (wanted) => {
            if (!(wanted instanceof Promise) && wanted.length < 2) {
                return new Map(await Promise.all(wanted.map(async (name) => [name, await aliasTarget(name)])));
            }
            const listed = new Map();
            const isUnlisted = (name) => !listed.has(name);
            for (let pages = 1, until;; pages += 1) {
                const [page, names] = await Promise.all([aliases(until), wanted]);
                for (const { alias, deploymentId, deletedAt } of page.aliases) {
                    if (!deletedAt && isUnlisted(alias))
                        listed.set(alias, deploymentId ?? null);
                }
                until = page.pagination?.next ?? undefined;
                if (until !== undefined && names.filter(isUnlisted).length > pages)
                    continue;
                const read = async (name) => [name, isUnlisted(name) ? await aliasTarget(name) : (listed.get(name) ?? null)];
                return new Map(await Promise.all(names.map(read)));
            }
        },
        /** The newest deployments to production. */
        recent: async () => {
            const query = { projectId: id, target: _env_js__WEBPACK_IMPORTED_MODULE_2__/* .PRODUCTION */ .e, limit: 50 };
            const { data } = await api.request({ method: 'GET', path: '/v7/deployments', what: 'list the deployments', query }, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ deployments: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(deploymentRow) }));
            return data.deployments;
        },
        /** The deployments to production with these entries in their meta, newest first. */
        marked: async (meta) => {
            // The description of the API lacks this filter; the official CLI uses it.
            const filter = Object.entries(meta).map(([key, value]) => [`meta-${key}`, value]);
            const query = { projectId: id, target: _env_js__WEBPACK_IMPORTED_MODULE_2__/* .PRODUCTION */ .e, ...Object.fromEntries(filter) };
            const rows = await api.all({ method: 'GET', path: '/v7/deployments', what: 'list the deployments for maintenance', query }, 'deployments', deploymentRow);
            return rows
                .filter((row) => Object.entries(meta).every(([key, value]) => row.meta?.[key] === value))
                .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
        },
        /** Builds a deployment again with the current variables. @returns the id of the new deployment */
        rebuild: async (name, of, meta) => {
            const { data } = await api.request({
                method: 'POST',
                path: '/v13/deployments',
                what: `build ${of} again`,
                query: { forceNew: 1 },
                json: { name, project: id, deploymentId: of, target: _env_js__WEBPACK_IMPORTED_MODULE_2__/* .PRODUCTION */ .e, meta: { ...meta } },
                permission: DEPLOY_PERMISSION,
            }, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }));
            return data.id;
        },
        /**
         * Returns when Vercel accepts the request; the domains move later. Not repeatable: read the project before you send
         * it again.
         *
         * @param description shown in the dashboard; only for a rollback
         * @param deadlineMs for all attempts together, if a rate limit refuses the first ones
         * @returns whether Vercel has begun, or waits for the end of a rolling release
         */
        requestSwitch: async (method, to, description = '', deadlineMs) => {
            const version = method === 'rollback' ? '/v1' : '/v10';
            const { status } = await api.request({
                method: 'POST',
                path: `${version}/projects/${id}/${method}/${to}`,
                what: switchText(method, to),
                json: {},
                query: method === 'rollback' ? { description } : {},
                deadlineMs,
                permission: DEPLOY_PERMISSION,
            }, zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J());
            return status === 202 ? 'queued' : 'begun';
        },
        setAutoAssign: async (value) => {
            await api.request({
                method: 'PATCH',
                path,
                what: 'set the automatic assignment of domains',
                json: { autoAssignCustomDomains: value },
                repeatable: true,
                permission: 'change the project settings',
            }, zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J());
        },
    };
}


/***/ }),

/***/ 94813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ vercelEnv),
/* harmony export */   e: () => (/* binding */ PRODUCTION)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95239);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);




/** The environment whose variables the app reads in production. */
const PRODUCTION = 'production';
const envRow = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    value: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())])
        .nullish()
        .transform((value) => [value ?? []].flat()),
    gitBranch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    customEnvironmentIds: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    decrypted: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    system: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    visibility: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    configurationId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    edgeConfigTokenId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    updatedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish(),
    /** Ids of users. */
    createdBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    updatedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
});
const envList = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ envs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(envRow), hiddenProductionEnvCount: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional() }),
    // Vercel may return a single variable without a list.
    envRow,
]);
const created = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    failed: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ code: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish() }) })).nullish(),
});
/** Vercel REST API: environment variables of one project. Every write sets a value, so it can be repeated. */
function vercelEnv(ctx, { project, team }) {
    const api = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .vercelApi */ .a)(ctx, team);
    const path = `/v10/projects/${project}/env`;
    const permission = `read and write the environment variables of project ${project}`;
    const write = { repeatable: true, permission };
    return {
        /** Rows, and the number of production rows hidden from this token. @param decrypt requests clear values */
        list: async (decrypt) => {
            const query = decrypt ? { decrypt } : {};
            const { data } = await api.request({ method: 'GET', path, what: 'list the environment variables', query, permission }, envList);
            return 'envs' in data
                ? { rows: data.envs, hidden: data.hiddenProductionEnvCount ?? 0 }
                : { rows: [data], hidden: 0 };
        },
        read: async ({ id, key }) => {
            const one = `/v1/projects/${project}/env/${id}`;
            const { data } = await api.request({ method: 'GET', path: one, what: `read the value of ${key}`, permission }, envRow);
            return data;
        },
        /** Sends one request. A 201 may still contain failures. @throws RewindError api-rejected */
        create: async (entries) => {
            const what = `write ${entries.map(({ key }) => key).join(', ')}`;
            const { data } = await api.request({ method: 'POST', path, what, query: { upsert: true }, json: entries.map((entry) => ({ ...entry })), ...write }, created);
            const failed = data.failed ?? [];
            if (failed.length === 0)
                return;
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-rejected', `Vercel rejected ${failed.length} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(entries.length, 'variable')}.`, {
                resource: ctx.resource,
                problems: failed.map(({ error }) => `${error.code}: ${error.message ?? 'no message'}`),
                remedy: `Repair the variables (${entries.map(({ key }) => key).join(', ')}) in Vercel project ${project}, then run the same command again.`,
            });
        },
        /** Omitted fields keep their value. */
        edit: async ({ id, key }, change) => {
            const one = `/v9/projects/${project}/env/${id}`;
            await api.request({ method: 'PATCH', path: one, what: `change ${key}`, json: { ...change }, ...write }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
        },
        remove: async ({ id, key }) => {
            const one = `/v9/projects/${project}/env/${id}`;
            await api.request({ method: 'DELETE', path: one, what: `remove ${key}`, accept: [404], permission }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
        },
    };
}


/***/ })

};
