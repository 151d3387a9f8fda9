export const id = 188;
export const ids = [188];
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

/***/ 6188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ stripe_webhooks),
  verifyEndpoints: () => (/* reexport */ verifyEndpoints)
});

// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(6362);
// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var runtime_errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/runtime/http.js
var http = __webpack_require__(1906);
;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/carrier.js


const READ = 'Webhook endpoints: read';
const WRITE = 'Webhook endpoints: write';
/** Creating is tried for this long under one idempotency key, because v1 repeats a stored failure for ever. */
const CREATE_DEADLINE_MS = 30_000;
const DROPPED_HEADERS = new Set(['content-length', 'user-agent', 'x-stripe-client-user-agent']);
const CONFLICT_TRIES = 5;
/** Carries the SDK's requests over Rewind's one HTTP layer. */
function carrier(ctx) {
    return {
        getClientName: () => 'rewind',
        async makeRequest(host, port, path, method, headers, body, protocol) {
            const verb = schemas/* enum */.k5n(['GET', 'POST', 'DELETE']).parse(method);
            const send = () => ctx.http.request({
                service: 'Stripe',
                what: `${verb} ${path.split('?')[0] ?? path}`,
                resource: ctx.resource,
                method: verb,
                url: `${protocol}://${host}:${port}${path}`,
                headers: plainHeaders(headers, keepsKey(path, verb)),
                ...(verb === 'POST' ? { body } : {}),
                // Creations carry an idempotency key, and anything else has the same result when it is done twice.
                repeatable: true,
                permission: permissionFor(path, verb),
                ...(isCreate(path, verb) ? { deadlineMs: CREATE_DEADLINE_MS } : {}),
            }, schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()));
            const answer = await patiently(ctx, send);
            return {
                getStatusCode: () => answer.status,
                getHeaders: () => Object.fromEntries(answer.headers),
                getRawResponse: () => ({}),
                toStream: () => undefined,
                toJSON: () => Promise.resolve(answer.data),
            };
        },
    };
}
/** 409 from Stripe means that the same key, or the same object, is being worked on right now: it passes. */
async function patiently(ctx, send) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await send();
        }
        catch (error) {
            if (!(error instanceof http/* HttpFailure */.H) || error.status !== 409 || attempt === CONFLICT_TRIES)
                throw error;
            await ctx.clock.sleep(250 * 2 ** attempt * (0.5 + ctx.random()), ctx.signal);
        }
    }
}
function plainHeaders(headers, keepKey) {
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
    const kept = lower.filter(([name]) => !DROPPED_HEADERS.has(name) && (keepKey || name !== 'idempotency-key'));
    return Object.fromEntries(kept);
}
/**
 * The SDK gives every POST an idempotency key. v1 would repeat a stored failure under it for ever, so an update, which may
 * be done twice, goes without; a creation must have one, and v2 does carry out again what failed.
 */
function keepsKey(path, method) {
    return path.startsWith('/v2/') || isCreate(path, method);
}
function permissionFor(path, method) {
    const level = method === 'GET' ? 'read' : 'write';
    if (path.startsWith('/v2/'))
        return `Event destinations: ${level} (or set event-destinations: false)`;
    return method === 'GET' ? READ : WRITE;
}
function isCreate(path, method) {
    return method === 'POST' && /\/(webhook_endpoints|event_destinations)$/.test(path);
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/hook.js

const metadata = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
    .nullish()
    .transform((value) => value ?? {});
/** What v1 answers, as far as Rewind reads it. */
const v1Hook = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    url: schemas/* string */.YjP(),
    enabled_events: schemas/* array */.YOg(schemas/* string */.YjP()),
    status: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullish(),
    metadata,
    api_version: schemas/* string */.YjP().nullish(),
    livemode: schemas/* boolean */.zMY(),
    secret: schemas/* string */.YjP().optional(),
});
/** What v2 answers, as far as Rewind reads it. */
const v2Hook = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().nullish(),
    type: schemas/* string */.YjP(),
    enabled_events: schemas/* array */.YOg(schemas/* string */.YjP()),
    event_payload: schemas/* string */.YjP(),
    events_from: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    snapshot_api_version: schemas/* string */.YjP().nullish(),
    status: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullish(),
    metadata,
    livemode: schemas/* boolean */.zMY(),
    webhook_endpoint: schemas/* object */.Ikc({ url: schemas/* string */.YjP().nullish(), signing_secret: schemas/* string */.YjP().nullish() }).nullish(),
    amazon_eventbridge: schemas/* object */.Ikc({ aws_account_id: schemas/* string */.YjP(), aws_event_source_arn: schemas/* string */.YjP() }).nullish(),
});
const OTHER_ACCOUNTS = '@accounts';
function fromV1(row) {
    return {
        kind: 'endpoint',
        id: row.id,
        url: row.url,
        name: null,
        events: [...new Set(row.enabled_events)].sort(),
        enabled: row.status === 'enabled',
        description: row.description || null,
        metadata: row.metadata,
        livemode: row.livemode,
        fixed: { apiVersion: row.api_version ?? null },
        connect: false,
    };
}
function fromV2(row) {
    const from = [...(row.events_from ?? [])].sort();
    return {
        kind: 'destination',
        id: row.id,
        url: row.webhook_endpoint?.url ?? null,
        name: row.name ?? null,
        events: [...new Set(row.enabled_events)].sort(),
        enabled: row.status === 'enabled',
        description: row.description || null,
        metadata: row.metadata,
        livemode: row.livemode,
        fixed: {
            type: row.type,
            eventPayload: row.event_payload,
            eventsFrom: from,
            snapshotApiVersion: row.snapshot_api_version ?? null,
            awsEventSource: row.amazon_eventbridge?.aws_event_source_arn ?? null,
        },
        connect: from.includes(OTHER_ACCOUNTS),
    };
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/client.js




const PAGE = 100;
const INCLUDE_URL = ['webhook_endpoint.url'];
/** @throws RewindError credential-missing */
async function connectStripe(ctx, options) {
    const key = ctx.credentials.require('STRIPE_API_KEY', ctx.resource);
    const sdk = await load(ctx, key);
    const mode = /^[a-z]+(?:_[a-z]+)*?_(live|test)_/.exec(key)?.[1];
    const calls = { sdk, resource: ctx.resource };
    return {
        livemode: mode === undefined ? undefined : mode === 'live',
        restricted: key.startsWith('rk_'),
        account: () => account(calls),
        list: () => list(calls, options.destinations),
        find: (kind, id) => find(calls, kind, id),
        create: (hook, idempotencyKey) => create(ctx, calls, hook, idempotencyKey),
        update: (kind, id, change) => update(calls, kind, id, change),
        remove: async (kind, id) => {
            const gone = kind === 'endpoint' ? sdk.webhookEndpoints.del(id) : sdk.v2.core.eventDestinations.del(id);
            await absentAsUndefined(run(calls, gone));
        },
    };
}
/** Signs a payload as Stripe does (header `Stripe-Signature`). @param at seconds since the epoch */
async function sign(payload, secret, at) {
    const { default: StripeSdk } = await __webpack_require__.e(/* import() */ 405).then(__webpack_require__.bind(__webpack_require__, 9786));
    return StripeSdk.webhooks.generateTestHeaderString({ payload, secret, timestamp: at });
}
/**
 * Stripe's own SDK writes the requests (encoding, version and idempotency headers, pages), and Rewind's one HTTP layer
 * carries them, because the SDK neither repeats a 429 nor obeys Retry-After. Its own retries are therefore off.
 */
async function load(ctx, key) {
    const { default: StripeSdk } = await __webpack_require__.e(/* import() */ 405).then(__webpack_require__.bind(__webpack_require__, 9786));
    const { protocol, hostname, port } = new URL(ctx.credentials.address('STRIPE_API_URL', 'https://api.stripe.com'));
    const scheme = protocol === 'http:' ? 'http' : 'https';
    return new StripeSdk(key, {
        protocol: scheme,
        host: hostname,
        port: port === '' ? (scheme === 'http' ? 80 : 443) : port,
        maxNetworkRetries: 0,
        telemetry: false,
        httpClient: carrier(ctx),
    });
}
/** The SDK wraps what its HTTP client threw; what we threw is what we want to see. */
async function run(calls, call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof runtime_errors/* RewindError */.Ir)
            throw error;
        if (error instanceof Error && 'detail' in error && error.detail instanceof runtime_errors/* RewindError */.Ir)
            throw error.detail;
        throw new runtime_errors/* RewindError */.Ir('api-unexpected-answer', `Stripe's SDK failed: ${error instanceof Error ? error.message : 'unknown'}`, {
            resource: calls.resource,
            cause: error,
        });
    }
}
async function absentAsUndefined(call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof runtime_errors/* RewindError */.Ir && error.code === 'api-not-found')
            return undefined;
        throw error;
    }
}
function parse(calls, schema, answer) {
    const parsed = schema.safeParse(answer);
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new runtime_errors/* RewindError */.Ir('api-unexpected-answer', `Stripe described an endpoint in an unknown way: ${problems.join('; ')}`, {
        resource: calls.resource,
    });
}
async function account(calls) {
    try {
        return (await run(calls, calls.sdk.accounts.retrieveCurrent())).id;
    }
    catch (error) {
        // Restricted keys cannot be given this permission at all on some accounts.
        if (error instanceof runtime_errors/* RewindError */.Ir && error.code === 'api-forbidden')
            return undefined;
        throw error;
    }
}
async function list(calls, destinations) {
    const hooks = new Map();
    const pages = async () => {
        for await (const item of calls.sdk.webhookEndpoints.list({ limit: PAGE })) {
            const hook = fromV1(parse(calls, v1Hook, item));
            hooks.set(hook.id, hook);
        }
    };
    await run(calls, pages());
    if (destinations)
        await run(calls, addDestinations(calls, hooks));
    return [...hooks.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
async function addDestinations(calls, hooks) {
    for await (const item of calls.sdk.v2.core.eventDestinations.list({ limit: PAGE, include: INCLUDE_URL })) {
        const hook = fromV2(parse(calls, v2Hook, item));
        const same = hooks.get(hook.id);
        hooks.set(hook.id, same ? { ...same, connect: hook.connect } : hook);
    }
}
async function find(calls, kind, id) {
    if (kind === 'endpoint') {
        const answer = await absentAsUndefined(run(calls, calls.sdk.webhookEndpoints.retrieve(id)));
        return answer && fromV1(parse(calls, v1Hook, answer));
    }
    const call = calls.sdk.v2.core.eventDestinations.retrieve(id, { include: INCLUDE_URL });
    const answer = await absentAsUndefined(run(calls, call));
    return answer && fromV2(parse(calls, v2Hook, answer));
}
async function create(ctx, calls, hook, idempotencyKey) {
    const done = hook.kind === 'endpoint' ? createV1(calls, hook, idempotencyKey) : createV2(calls, hook, idempotencyKey);
    const { id, secret } = await done;
    if (secret !== undefined)
        ctx.masker.add(secret);
    return { id, secret };
}
async function createV1(calls, hook, idempotencyKey) {
    const apiVersion = client_text(hook.fixed.apiVersion);
    const answer = await run(calls, calls.sdk.webhookEndpoints.create({
        url: hook.url ?? '',
        enabled_events: eventNames(hook.events),
        ...(apiVersion === undefined ? {} : { api_version: versionName(apiVersion) }),
        ...(hook.connect ? { connect: true } : {}),
        ...(hook.description === null ? {} : { description: hook.description }),
        metadata: { ...hook.metadata },
    }, { idempotencyKey }));
    const made = parse(calls, v1Hook, answer);
    return { id: made.id, secret: made.secret };
}
async function createV2(calls, hook, idempotencyKey) {
    const version = client_text(hook.fixed.snapshotApiVersion);
    const from = schemas/* array */.YOg(schemas/* string */.YjP()).safeParse(hook.fixed.eventsFrom);
    const answer = await run(calls, calls.sdk.v2.core.eventDestinations.create({
        name: hook.name ?? '',
        type: 'webhook_endpoint',
        event_payload: hook.fixed.eventPayload === 'thin' ? 'thin' : 'snapshot',
        enabled_events: [...hook.events],
        ...(from.success && from.data.length > 0 ? { events_from: from.data } : {}),
        ...(version === undefined ? {} : { snapshot_api_version: version }),
        ...(hook.description === null ? {} : { description: hook.description }),
        webhook_endpoint: { url: hook.url ?? '' },
        metadata: { ...hook.metadata },
        include: ['webhook_endpoint.signing_secret', 'webhook_endpoint.url'],
    }, { idempotencyKey }));
    const made = parse(calls, v2Hook, answer);
    return { id: made.id, secret: made.webhook_endpoint?.signing_secret ?? undefined };
}
async function update(calls, kind, id, change) {
    const { enabled, url, events, name, description, metadata: keys } = change;
    if (kind === 'endpoint') {
        const params = {
            ...(url === undefined ? {} : { url }),
            ...(events === undefined ? {} : { enabled_events: eventNames(events) }),
            ...(description === undefined ? {} : { description: description ?? '' }),
            ...(enabled === undefined ? {} : { disabled: !enabled }),
            // In v1 an empty value removes the key.
            ...(keys ? { metadata: Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, value ?? ''])) } : {}),
        };
        await run(calls, calls.sdk.webhookEndpoints.update(id, params));
        return;
    }
    const params = {
        ...(url === undefined ? {} : { webhook_endpoint: { url } }),
        ...(events === undefined ? {} : { enabled_events: [...events] }),
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description: description ?? '' }),
        ...(keys ? { metadata: keys } : {}),
    };
    const destinations = calls.sdk.v2.core.eventDestinations;
    if (Object.keys(params).length > 0)
        await run(calls, destinations.update(id, params));
    if (enabled !== undefined)
        await run(calls, enabled ? destinations.enable(id) : destinations.disable(id));
}
function client_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
// The SDK's types list the names known when it was made; Stripe adds some each month, and what it told us it accepts back.
function eventNames(events) {
    return events;
}
function versionName(version) {
    return version;
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/marks.js
/**
 * Rewind's marks in the metadata of an endpoint that it re-created. They are how a later run, also after a crash, knows
 * which endpoint of the snapshot this one stands for and how far its signing secret has come. They are never compared.
 */
const OF = 'rewind_of';
const ATTEMPT = 'rewind_attempt';
const SECRET = 'rewind_secret';
/** Stripe allows 500 characters for a metadata value. */
const MAX_VALUE = 500;
function readMarks(metadata) {
    const state = metadata[SECRET];
    const attempt = Number(metadata[ATTEMPT] ?? '1');
    return {
        of: (metadata[OF] ?? '').split(' ').filter((id) => id !== ''),
        attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
        secret: state === 'created' || state === 'written' ? state : null,
    };
}
/** Metadata of a new endpoint that stands for another one. Depends on nothing else, so that a repeated request is equal. */
function newMarks(id, earlier, attempt) {
    const lineage = [...earlier, id];
    while (lineage.join(' ').length > MAX_VALUE)
        lineage.shift();
    return { [OF]: lineage.join(' '), [ATTEMPT]: String(attempt), [SECRET]: 'created' };
}
/** The change of metadata that records the next state; null removes a key. */
function markSecret(state) {
    return state === null ? { [SECRET]: null, [ATTEMPT]: null } : { [SECRET]: state };
}
/** What people put there, without Rewind's marks. */
function withoutMarks(metadata) {
    return Object.fromEntries(Object.entries(metadata).filter(([key]) => ![OF, ATTEMPT, SECRET].includes(key)));
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/redact.js
const SECRET_KEY = /token|secret|password|passwd|key|credential|auth|signature/i;
/** A long path segment of mixed letters and digits is most likely a token (Slack and Zapier hooks look like that). */
const TOKEN_SEGMENT = /^(?=.*\d)(?=.*[A-Za-z])[\w-]{20,}$/;
function looksSecret(key) {
    return SECRET_KEY.test(key);
}
/** The URL as it may be shown: without user, query and what looks like a token in its path. */
function redactUrl(url) {
    if (!URL.canParse(url))
        return '(not a URL)';
    const { origin, pathname, search } = new URL(url);
    const path = pathname.split('/').map((segment) => (TOKEN_SEGMENT.test(segment) ? '…' : segment));
    return `${origin}${path.join('/')}${search === '' ? '' : '?…'}`;
}
/** Parts of the URL that must never be printed. */
function secretsOf(url) {
    if (!URL.canParse(url))
        return [];
    const { username, password, pathname, searchParams } = new URL(url);
    const segments = pathname.split('/').filter((segment) => TOKEN_SEGMENT.test(segment));
    // Short values ("1", "true", "live") are no secrets, and masking them would garble every other line.
    return [username, password, ...searchParams.values(), ...segments].filter((value) => value.length >= 8);
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/capture.js





/** Name of the payload: URLs and metadata in clear, which the state only holds redacted. */
const HOOKS_PAYLOAD = 'endpoints.json';
const hookPayload = schemas/* array */.YOg(schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['endpoint', 'destination']),
    id: schemas/* string */.YjP(),
    url: schemas/* string */.YjP().nullable(),
    name: schemas/* string */.YjP().nullable(),
    events: schemas/* array */.YOg(schemas/* string */.YjP()),
    enabled: schemas/* boolean */.zMY(),
    description: schemas/* string */.YjP().nullable(),
    metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    livemode: schemas/* boolean */.zMY(),
    fixed: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()),
    connect: schemas/* boolean */.zMY(),
}));
async function capture(config, ctx, sink) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    const [hooks, account] = await Promise.all([api.list(), api.account()]);
    hideSecrets(ctx, hooks);
    const states = await Promise.all(hooks.map((hook) => stateOf(config, ctx, hook)));
    await sink.write(HOOKS_PAYLOAD, Buffer.from(JSON.stringify(hooks)));
    return {
        schemaVersion: 1,
        account: account ?? null,
        livemode: modeOf(ctx, api, hooks),
        hooks: states,
        targets: targetsOf(config),
        connect: (config.connect ?? []).map(redactUrl),
    };
}
/** The endpoints as captured, values in clear. @throws RewindError snapshot-corrupt */
async function savedHooks(ctx, source) {
    const bytes = await source.read(HOOKS_PAYLOAD);
    const parsed = hookPayload.safeParse(parseJson(bytes.toString('utf8')));
    if (!parsed.success) {
        throw new runtime_errors/* RewindError */.Ir('snapshot-corrupt', 'The captured Stripe endpoints cannot be read.', {
            resource: ctx.resource,
        });
    }
    hideSecrets(ctx, parsed.data);
    return parsed.data;
}
/** Test or live, by the key, else by what it sees. @throws RewindError api-unexpected-answer when nothing tells */
function modeOf(ctx, api, hooks) {
    const mode = api.livemode ?? hooks[0]?.livemode;
    if (mode !== undefined)
        return mode;
    throw new runtime_errors/* RewindError */.Ir('api-unexpected-answer', 'It cannot be told whether STRIPE_API_KEY is a test or a live key.', {
        resource: ctx.resource,
        remedy: 'Use a secret or restricted key (sk_test_…, sk_live_…, rk_test_…, rk_live_…).',
    });
}
function isInScope(config, hook) {
    if (!config.endpoints)
        return true;
    const { url } = hook;
    return url !== null && config.endpoints.some((prefix) => url.startsWith(prefix));
}
function isConnect(config, hook) {
    return hook.connect || (hook.url !== null && (config.connect ?? []).includes(hook.url));
}
function targetsOf(config) {
    return Object.entries(config['signing-secrets'] ?? {}).map(([match, target]) => ({
        match: URL.canParse(match) ? redactUrl(match) : match,
        keys: [target['vercel-env']].flat(),
        project: target.project,
        team: target.team ?? null,
    }));
}
async function stateOf(config, ctx, hook) {
    const marks = readMarks(hook.metadata);
    const metadata = {};
    const secretMetadata = {};
    for (const [key, value] of Object.entries(withoutMarks(hook.metadata))) {
        if (looksSecret(key))
            secretMetadata[key] = await ctx.fingerprint(value);
        else
            metadata[key] = value;
    }
    const url = hook.url === null ? null : redactUrl(hook.url);
    return {
        kind: hook.kind,
        id: hook.id,
        url,
        urlFingerprint: hook.url === null || url === hook.url ? null : await ctx.fingerprint(hook.url),
        name: hook.name,
        events: [...hook.events],
        enabled: hook.enabled,
        description: hook.description,
        metadata,
        secretMetadata,
        fixed: hook.fixed,
        connect: isConnect(config, hook),
        inScope: isInScope(config, hook),
        standsFor: [...marks.of],
        secret: marks.secret,
    };
}
/** Stripe repeats URLs in its error messages, so what is secret in them is masked as soon as it is known. */
function hideSecrets(ctx, hooks) {
    for (const hook of hooks) {
        if (hook.url !== null)
            for (const secret of secretsOf(hook.url))
                ctx.masker.add(secret);
        for (const [key, value] of Object.entries(hook.metadata))
            if (looksSecret(key))
                ctx.masker.add(value);
    }
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/vercel.js

/** The environment whose variables the app reads in production. */
const PRODUCTION = 'production';
const projectShape = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    autoAssignCustomDomains: schemas/* boolean */.zMY().optional(),
    targets: schemas/* object */.Ikc({ production: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }).nullish() }).nullish(),
});
/** @throws HttpFailure */
async function readProject(ctx, project) {
    return vercel(ctx, project, { method: 'GET', path: `/v9/projects/${project.project}`, what: 'read the project' }, projectShape);
}
/** @throws HttpFailure, naming the permission when the token lacks it */
async function vercel(ctx, project, call, schema) {
    const { path, ...rest } = call;
    const answer = await ctx.http.request({
        ...rest,
        service: 'Vercel',
        resource: ctx.resource,
        url: `${ctx.credentials.address('VERCEL_API_URL', 'https://api.vercel.com')}${path}`,
        query: { ...call.query, ...(project.team === null ? {} : { teamId: project.team }) },
        headers: { authorization: `Bearer ${ctx.credentials.require('VERCEL_TOKEN', ctx.resource)}` },
        permission: `write access to the project ${project.project} (environment variables and deployments)`,
    }, schema);
    return answer.data;
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/redeploy.js



const deployment = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().optional(),
    readyState: schemas/* string */.YjP(),
    meta: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish(),
});
const deploymentList = schemas/* object */.Ikc({
    deployments: schemas/* array */.YOg(schemas/* object */.Ikc({ uid: schemas/* string */.YjP(), readyState: schemas/* string */.YjP().nullish(), meta: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish() })),
});
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;
const BUILD_LIMIT_MS = 30 * 60_000;
const SWITCH_LIMIT_MS = 5 * 60_000;
const TOKEN = 'rewindSecrets';
const AUTO_ASSIGN = 'rewindAutoAssign';
const REBUILD_OF = 'rewindRebuildOf';
const FAILED = ['ERROR', 'CANCELED', 'DELETED', 'BLOCKED'];
/**
 * Builds what production serves again, with today's variables, and lets production serve the result. Run again after a
 * crash it finds its own build by the token in the deployment's meta and goes on from there.
 *
 * @throws RewindError deployment-switch-failed | deadline-exceeded
 */
async function redeploy(ctx, project, token) {
    const before = await readProject(ctx, project);
    const current = before.targets?.production?.id;
    if (current === undefined) {
        ctx.log.warn(`Vercel: project ${project.project} has no production deployment, so there is none to build again`);
        return;
    }
    const id = (await findBuild(ctx, project, token)) ?? (await startBuild(ctx, project, before, current, token));
    const built = await waitForBuild(ctx, project, id);
    await serve(ctx, project, id, token);
    // A promote switches automatic domain assignment on; a rolled-back project must keep it off.
    const wanted = built.meta?.[AUTO_ASSIGN] !== 'false';
    const after = await readProject(ctx, project);
    if (!wanted && after.autoAssignCustomDomains !== false) {
        const json = { autoAssignCustomDomains: false };
        const path = `/v9/projects/${project.project}`;
        await vercel(ctx, project, { method: 'PATCH', path, what: 'keep new pushes staged', json, repeatable: true }, schemas/* unknown */.L5J());
    }
}
async function findBuild(ctx, project, token) {
    const query = { projectId: project.project, target: PRODUCTION, limit: 50 };
    const list = await vercel(ctx, project, { method: 'GET', path: '/v7/deployments', what: 'list deployments', query }, deploymentList);
    // One that failed is left alone: run again, Rewind builds again.
    return list.deployments.find((row) => row.meta?.[TOKEN] === token && !FAILED.includes(row.readyState ?? ''))?.uid;
}
async function startBuild(ctx, project, state, current, token) {
    const meta = {
        action: 'redeploy',
        [TOKEN]: token,
        [REBUILD_OF]: current,
        [AUTO_ASSIGN]: String(state.autoAssignCustomDomains !== false),
    };
    const json = { name: state.name, project: project.project, deploymentId: current, target: PRODUCTION, meta };
    const query = { forceNew: 1 };
    const made = await vercel(ctx, project, {
        method: 'POST',
        path: '/v13/deployments',
        what: `build ${current} again with the new signing secret`,
        json,
        query,
    }, deployment);
    return made.id;
}
async function waitForBuild(ctx, project, id) {
    const progress = ctx.progress(`Vercel builds ${id}`, 'items');
    const built = await poll(ctx, BUILD_LIMIT_MS, `the build ${id}`, async () => {
        const state = await readBuild(ctx, project, id);
        if (FAILED.includes(state.readyState)) {
            throw new runtime_errors/* RewindError */.Ir('deployment-switch-failed', `Vercel could not build ${id} with the new signing secret (${state.readyState}).`, {
                resource: ctx.resource,
                remedy: 'Look at its build log in the Vercel dashboard, and run the same rollback again: it builds again. Until then signature checks of webhooks fail.',
            });
        }
        return state.readyState === 'READY' ? state : undefined;
    });
    progress.end('ready');
    return built;
}
function readBuild(ctx, project, id) {
    return vercel(ctx, project, { method: 'GET', path: `/v13/deployments/${id}`, what: `read ${id}` }, deployment);
}
/** Waits until production serves the build; promotes it where Vercel does not assign the domains by itself. */
async function serve(ctx, project, id, token) {
    const serves = async () => {
        const now = (await readProject(ctx, project)).targets?.production?.id;
        if (now === undefined || now === id)
            return now === undefined ? undefined : true;
        // Another operator's build for the same secrets is as good.
        return (await readBuild(ctx, project, now)).meta?.[TOKEN] === token ? true : undefined;
    };
    if (await serves())
        return;
    const { autoAssignCustomDomains } = await readProject(ctx, project);
    if (autoAssignCustomDomains === false) {
        const path = `/v10/projects/${project.project}/promote/${id}`;
        // A 409 says that a switch is under way or done already: what production serves decides.
        const json = {};
        const what = `promote ${id}`;
        await vercel(ctx, project, { method: 'POST', path, what, json, accept: [409] }, schemas/* unknown */.L5J());
    }
    await poll(ctx, SWITCH_LIMIT_MS, `production to serve ${id}`, serves);
}
async function poll(ctx, limitMs, what, read) {
    const end = ctx.clock.monotonic() + limitMs;
    for (let wait = FIRST_WAIT_MS;; wait = Math.min(LONGEST_WAIT_MS, wait * 1.5)) {
        const found = await read();
        if (found !== undefined)
            return found;
        if (ctx.clock.monotonic() >= end) {
            throw new runtime_errors/* RewindError */.Ir('deadline-exceeded', `Waited ${limitMs / 60_000} minutes for ${what}.`, {
                resource: ctx.resource,
            });
        }
        await ctx.clock.sleep(wait * (0.75 + ctx.random() / 2), ctx.signal);
    }
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/secret-target.js



const envRow = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    key: schemas/* string */.YjP(),
    target: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())])
        .nullish()
        .transform((value) => [value ?? []].flat()),
    gitBranch: schemas/* string */.YjP().nullish(),
});
const envList = schemas/* object */.Ikc({ envs: schemas/* array */.YOg(envRow) });
const created = schemas/* object */.Ikc({
    failed: schemas/* array */.YOg(schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ code: schemas/* string */.YjP(), message: schemas/* string */.YjP().optional() }) })).nullish(),
});
/**
 * Sets the variable (or variables) of the production environment to the secret; other environments keep theirs. The
 * value reaches only deployments built from now on.
 */
async function writeSecret(ctx, target, secret) {
    ctx.masker.add(secret);
    const rows = await productionRows(ctx, target);
    for (const key of target.keys) {
        const same = rows.filter((row) => row.key === key);
        const shared = same.filter((row) => row.target.length > 1);
        // Preview and development verify another endpoint's signatures, so a row that they share is split first.
        for (const row of shared)
            await patchRow(ctx, target, row.id, { target: row.target.filter((name) => name !== PRODUCTION) });
        const own = same.filter((row) => row.target.length === 1);
        for (const row of own)
            await patchRow(ctx, target, row.id, { value: secret });
        if (own.length === 0)
            await createRow(ctx, target, key, secret);
    }
}
/** Read-only: can the secret be written and the project be deployed again? */
async function checkTarget(ctx, target) {
    if (ctx.credentials.get('VERCEL_TOKEN') === undefined) {
        return [
            {
                level: 'error',
                code: 'stripe-secret-target-unreachable',
                message: `VERCEL_TOKEN is not set, so a new signing secret could not be written to project ${target.project}.`,
                remedy: 'Set VERCEL_TOKEN, or remove the entry under signing-secrets.',
            },
        ];
    }
    try {
        const rows = await productionRows(ctx, target);
        await readProject(ctx, target);
        const missing = target.keys.filter((key) => !rows.some((row) => row.key === key));
        return missing.map((key) => ({
            level: 'warning',
            code: 'stripe-secret-target-missing',
            message: `Vercel project ${target.project} has no production variable ${key}; a re-created endpoint's secret would be a new variable.`,
            remedy: 'Check the name under signing-secrets: the app must read this variable.',
        }));
    }
    catch (error) {
        if (!(error instanceof runtime_errors/* RewindError */.Ir) || error.code === 'cancelled')
            throw error;
        return [
            {
                level: 'error',
                code: 'stripe-secret-target-unreachable',
                message: `A new signing secret could not be written: ${error.message}`,
                remedy: error.remedy,
            },
        ];
    }
}
async function productionRows(ctx, target) {
    const path = `/v10/projects/${target.project}/env`;
    const { envs } = await vercel(ctx, target, { method: 'GET', path, what: 'list environment variables' }, envList);
    return envs.filter((row) => row.target.includes(PRODUCTION) && !row.gitBranch);
}
async function patchRow(ctx, target, id, json) {
    const path = `/v9/projects/${target.project}/env/${id}`;
    await vercel(ctx, target, { method: 'PATCH', path, what: 'write the signing secret', json, repeatable: true }, schemas/* unknown */.L5J());
}
async function createRow(ctx, target, key, value) {
    const path = `/v10/projects/${target.project}/env`;
    const json = [{ key, value, type: 'sensitive', target: [PRODUCTION] }];
    const query = { upsert: true };
    const request = {
        method: 'POST',
        path,
        what: `write the signing secret to ${key}`,
        json,
        query,
        repeatable: true,
    };
    const { failed } = await vercel(ctx, target, request, created);
    const problem = failed?.[0]?.error;
    if (!problem)
        return;
    throw new runtime_errors/* RewindError */.Ir('api-rejected', `Vercel did not take the variable ${key}: ${problem.code} ${problem.message ?? ''}`.trim(), {
        resource: ctx.resource,
        remedy: 'Repair the variable in the Vercel project and run the same rollback again: the secret is not lost.',
    });
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/differences.js

/** What can be changed in place and differs; texts hold no secret. */
function differences(want, have) {
    const found = [];
    const add = (name, before, after) => void found.push({ name, before, after });
    if (!sameUrl(want, have)) {
        const hidden = want.url === have.url ? ' (what differs is hidden)' : '';
        add('url', `${have.url ?? 'none'}${hidden}`, `${want.url ?? 'none'}${hidden}`);
    }
    if (want.name !== have.name)
        add('name', JSON.stringify(have.name), JSON.stringify(want.name));
    if ((0,digest/* canonicalJson */.dj)(want.events) !== (0,digest/* canonicalJson */.dj)(have.events)) {
        add('events', eventsText(have.events, want.events), eventsText(want.events, have.events));
    }
    if (want.enabled !== have.enabled) {
        add('status', have.enabled ? 'enabled' : 'disabled', want.enabled ? 'enabled' : 'disabled');
    }
    if (want.description !== have.description) {
        add('description', JSON.stringify(have.description), JSON.stringify(want.description));
    }
    for (const key of keysOf(want.metadata, have.metadata)) {
        const [before, after] = [have.metadata[key], want.metadata[key]];
        if (before !== after)
            add(`metadata.${key}`, before ?? 'absent', after ?? 'absent');
    }
    for (const key of keysOf(want.secretMetadata, have.secretMetadata)) {
        const [before, after] = [have.secretMetadata[key], want.secretMetadata[key]];
        const shown = (value, other) => (value === undefined ? 'absent' : other);
        if (before !== after)
            add(`metadata.${key}`, shown(before, '(hidden)'), shown(after, '(hidden, as in the snapshot)'));
    }
    return found;
}
function keysOf(a, b) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}
const SHOWN_EVENTS = 8;
/** The events; of a long list only those that the other side does not have. */
function eventsText(events, other = []) {
    if (events.length <= SHOWN_EVENTS)
        return events.join(', ');
    const own = other.length === 0 ? events : events.filter((event) => !other.includes(event));
    const more = own.length > SHOWN_EVENTS ? ` and ${own.length - SHOWN_EVENTS} more` : '';
    const listed = own.length === 0 ? '' : `: ${own.slice(0, SHOWN_EVENTS).join(', ')}${more}`;
    return `${events.length} events${listed}`;
}
/** Also compares what the shown URL hides. */
function sameUrl(a, b) {
    return a.url === b.url && a.urlFingerprint === b.urlFingerprint;
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/plan.js



/**
 * Live is changed in place wherever Stripe allows it; an endpoint is re-created only when it is gone, and switched off
 * (never deleted) when it did not exist at the snapshot: a deleted endpoint takes its signing secret with it.
 *
 * @throws RewindError snapshot-foreign when live is another mode or account than the snapshot
 */
function plan(saved, live) {
    refuseForeign(saved, live);
    const pairs = match(saved, live);
    const taken = new Set([...pairs.values()].map((hook) => hook?.id));
    const crowded = isCrowded(pairs, live);
    const changes = [...pairs].flatMap(([want, have]) => planOne(want, have, live, crowded));
    const extras = live.hooks.filter((hook) => hook.inScope && hook.enabled && !taken.has(hook.id)).map(disableExtra);
    return [...changes, ...extras, ...redeploys(pairs, live)];
}
function refuseForeign(saved, live) {
    const mode = (livemode) => (livemode ? 'live' : 'test');
    if (saved.livemode !== live.livemode) {
        throw new runtime_errors/* RewindError */.Ir('snapshot-foreign', `The snapshot holds the ${mode(saved.livemode)}-mode endpoints of Stripe, but STRIPE_API_KEY is a ${mode(live.livemode)}-mode key.`, { remedy: `Give a ${mode(saved.livemode)}-mode key in STRIPE_API_KEY, or choose another snapshot.` });
    }
    if (saved.account !== null && live.account !== null && saved.account !== live.account) {
        throw new runtime_errors/* RewindError */.Ir('snapshot-foreign', `The snapshot belongs to the Stripe account ${saved.account}, but STRIPE_API_KEY belongs to ${live.account}.`, { remedy: `Give a key of ${saved.account}, or choose another snapshot.` });
    }
}
/** For each endpoint of the snapshot the live one that is, or stands for, it. By id, by Rewind's mark, then by URL. */
function match(saved, live) {
    const free = new Map(live.hooks.map((hook) => [hook.id, hook]));
    const wanted = saved.hooks.filter((hook) => hook.inScope);
    const pairs = new Map(wanted.map((hook) => [hook, undefined]));
    const rules = [
        (want, have) => want.id === have.id,
        (want, have) => have.standsFor.includes(want.id),
        (want, have) => have.secret !== 'created' && isSameAddress(want, have),
    ];
    for (const rule of rules) {
        for (const want of wanted) {
            if (pairs.get(want))
                continue;
            const found = [...free.values()].filter((have) => want.kind === have.kind && rule(want, have)).sort(byUse)[0];
            if (!found)
                continue;
            pairs.set(want, found);
            free.delete(found.id);
        }
    }
    return pairs;
}
/** A finished endpoint before one whose secret is unknown, an enabled one before a disabled one. */
function byUse(a, b) {
    const rank = (hook) => (hook.secret === 'created' ? 2 : 0) + (hook.enabled ? 0 : 1);
    return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}
function isSameAddress(want, have) {
    const same = want.url !== null && sameUrl(want, have) && want.connect === have.connect;
    return same && (0,digest/* canonicalJson */.dj)(want.fixed) === (0,digest/* canonicalJson */.dj)(have.fixed);
}
function label(hook) {
    const what = hook.kind === 'endpoint' ? 'Stripe webhook endpoint' : 'Stripe event destination';
    return `${what} ${JSON.stringify(hook.url ?? hook.name ?? hook.id)}`;
}
/** Where the new signing secret of this endpoint goes, by its shown URL (with or without query) or description. */
function targetOf(hook, targets) {
    const url = hook.url?.replace(/\?…$/, '');
    return targets.find(({ match: key }) => key === hook.url || key === url || key === hook.description);
}
/** True for an endpoint that a run which was cut off created, and whose signing secret may be in nobody's hands. */
function isLost(want, have) {
    return have.id !== want.id && have.secret === 'created';
}
/** Counted as it will be in the end, so that a run that was cut off plans the same warnings again. */
function isCrowded(pairs, live) {
    const kept = live.hooks.filter((hook) => hook.url !== null && hook.secret !== 'created').length;
    const added = [...pairs].filter(([want, have]) => want.url !== null && (!have || isLost(want, have))).length;
    return kept + added > ENDPOINT_LIMIT;
}
function planOne(want, have, live, crowded) {
    if (!have)
        return [recreate(want, live, crowded, 'it was deleted since the snapshot')];
    const standsIn = have.id !== want.id;
    if (isLost(want, have)) {
        const why = 'a run that was cut off created it, and its signing secret is not known to be written';
        return [recreate(want, live, crowded, why)];
    }
    const changes = updateInPlace(want, have);
    if (standsIn && !have.standsFor.includes(want.id))
        changes.push(foreignSecret(want, have));
    return changes;
}
function updateInPlace(want, have) {
    const fields = differences(want, have);
    if (fields.length === 0)
        return [];
    const text = (side) => fields.map((field) => `${field.name}: ${field[side]}`).join('\n');
    const moved = fields.some((field) => field.name === 'url');
    return [
        {
            id: `update:${have.id}`,
            stage: 'services',
            action: 'update',
            target: label(want),
            before: text('before'),
            after: text('after'),
            effect: 'live',
            undo: 'Set the earlier values again; id and signing secret stay the same.',
            warnings: [
                ...(moved ? ['Events go to another URL from then on.'] : []),
                ...(want.enabled || !have.enabled
                    ? []
                    : ['This endpoint receives no more events: it was disabled at the snapshot.']),
            ],
            params: { saved: want.id, live: have.id, kind: want.kind },
        },
    ];
}
function recreate(want, live, crowded, why) {
    const target = targetOf(want, live.targets);
    const connect = want.connect || (want.url !== null && live.connect.includes(want.url));
    const base = {
        id: `create:${want.id}`,
        stage: 'services',
        action: 'create',
        target: label(want),
        before: null,
        after: `${want.enabled ? 'enabled' : 'disabled'}, events: ${eventsText(want.events)}`,
        effect: 'live',
        undo: 'Disable the new endpoint.',
        warnings: [
            `Re-created, because ${why}: it gets a new id and a new signing secret. Events sent meanwhile are not delivered to it.`,
            target
                ? `The new secret is written to ${target.keys.join(', ')} of Vercel project ${target.project}; anything else that verifies signatures must be given it by hand.`
                : 'No signing-secrets entry is configured for it: signature checks would fail until the app has the new secret.',
            ...(want.kind === 'endpoint' && !connect ? [CONNECT_WARNING] : []),
            ...(crowded
                ? [`The account would have more than ${ENDPOINT_LIMIT} endpoints then: Stripe may refuse this one.`]
                : []),
        ],
        params: { saved: want.id, kind: want.kind, connect },
    };
    if (want.url === null) {
        return {
            ...base,
            manual: `Create it in the Stripe dashboard and associate it again on the side of AWS or Azure (${why}).`,
        };
    }
    if (target)
        return base;
    const manual = `Create it in the Stripe dashboard and give its signing secret to the app; or add a signing-secrets entry for ` +
        `${JSON.stringify(want.url.replace(/\?…$/, ''))} to this resource and plan again: Rewind then does both.`;
    return { ...base, manual };
}
/** Endpoints per account and mode, as far as known; only used to warn. */
const ENDPOINT_LIMIT = 16;
const CONNECT_WARNING = 'It is created as an account endpoint; if it was a Connect endpoint, list its URL under "connect" first.';
/** Somebody else re-created it: everything is equal or can be made so, except the secret, which nobody can read. */
function foreignSecret(want, have) {
    return {
        id: `secret:${have.id}`,
        stage: 'services',
        action: 'run',
        target: label(want),
        before: `id ${have.id}`,
        after: `id ${want.id}`,
        effect: 'live',
        undo: null,
        manual: `It was deleted and created again by hand since the snapshot (${want.id} is now ${have.id}), so its signing secret is another ` +
            'one. Make sure that the restored app has the secret of the new one: see "Signing secret" in the Stripe dashboard.',
        warnings: [],
        params: {},
    };
}
function disableExtra(hook) {
    return {
        id: `disable:${hook.id}`,
        stage: 'services',
        action: 'update',
        target: label(hook),
        before: 'enabled',
        after: 'disabled',
        effect: 'live',
        undo: 'Enable it again in the Stripe dashboard.',
        warnings: [
            'It did not exist at the snapshot. It is disabled, not deleted: deleting would lose its signing secret for good.',
        ],
        params: { live: hook.id, kind: hook.kind },
    };
}
/** A deployment carries its environment from build time, so a new secret is only in use after a re-deploy. */
function redeploys(pairs, live) {
    const projects = new Map();
    for (const [want, have] of pairs) {
        const target = targetOf(want, live.targets);
        const renewed = !have || (have.id !== want.id && have.secret !== null);
        if (target && renewed && want.url !== null)
            projects.set(target.project, target);
    }
    return [...projects.values()].map((target) => ({
        id: `redeploy:${target.project}`,
        stage: 'services',
        action: 'run',
        target: `Vercel project ${target.project}`,
        before: 'production was built with the old signing secret',
        after: 'the same deployment, built again with the new signing secret',
        effect: 'live',
        undo: 'Point production back to the deployment before (its signature checks would fail).',
        warnings: ['Production serves a rebuild of its present deployment afterwards, under a new deployment id.'],
        params: { project: target.project, team: target.team },
    }));
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/verify.js






/** A type that no integration subscribes to, so that a receiver verifies it and then ignores it. */
const EVENT_TYPE = 'rewind.verification';
/** Secrets given in the configuration (`signing-secrets.*.secret`). @throws RewindError credential-missing */
function configuredSecrets(config, ctx) {
    const targets = targetsOf(config);
    const entries = Object.values(config['signing-secrets'] ?? {});
    return (hook) => {
        const shown = { url: hook.url === null ? null : redactUrl(hook.url), description: hook.description };
        const target = targetOf(shown, targets);
        const reference = target && entries[targets.indexOf(target)]?.secret;
        return reference === undefined ? undefined : ctx.credentials.resolve(reference, ctx.resource);
    };
}
/**
 * Posts to each enabled endpoint one event signed with its secret, which must be answered with 2xx, and one signed with
 * another secret, which must be answered with 4xx. Reaches the application for real: only run when asked for.
 */
async function verifyEndpoints(config, ctx, secretOf, chosen = (hook) => isInScope(config, hook)) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    const hooks = (await api.list()).filter((hook) => hook.enabled && hook.url !== null && chosen(hook));
    const findings = await Promise.all(hooks.map((hook) => verifyOne(ctx, hook, secretOf(hook))));
    return findings.flat();
}
async function verifyOne(ctx, hook, secret) {
    const where = redactUrl(hook.url ?? '');
    if (secret === undefined) {
        const message = `The signature check of ${where} was not tried: its signing secret is not known here.`;
        const remedy = 'Add "secret: ${NAME}" to its entry under signing-secrets.';
        return [{ level: 'info', code: 'stripe-signature-untested', message, remedy }];
    }
    ctx.masker.add(secret);
    try {
        const good = await post(ctx, hook, secret);
        const bad = await post(ctx, hook, `whsec_${ctx.randomHex(24)}`);
        return [...judgeGood(where, good), ...judgeBad(where, bad)];
    }
    catch (error) {
        if (!(error instanceof runtime_errors/* RewindError */.Ir) || error.code === 'cancelled')
            throw error;
        return [
            {
                level: 'error',
                code: 'stripe-endpoint-unreachable',
                message: `${where} could not be reached with a test event: ${error.message}`,
                remedy: 'Stripe cannot deliver to it either. Look at the deployment behind this URL.',
            },
        ];
    }
}
function judgeGood(where, status) {
    if (status >= 200 && status < 300)
        return [];
    const message = `${where} answered ${status} to a correctly signed event: it does not have this endpoint's signing secret.`;
    const remedy = "Give the app the endpoint's signing secret (Stripe dashboard) and deploy it again.";
    return [{ level: 'error', code: 'stripe-signature-refused', message, remedy }];
}
function judgeBad(where, status) {
    if (status >= 400 && status < 500)
        return [];
    const message = `${where} answered ${status} to a wrongly signed event (expected 400): it does not check signatures.`;
    const remedy = 'Anyone can send it forged payments. Verify the Stripe-Signature header.';
    return [{ level: 'error', code: 'stripe-signature-unchecked', message, remedy }];
}
const ANSWERS = [400, 401, 402, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 500, 501, 502, 503];
async function post(ctx, hook, secret) {
    const now = Math.floor(ctx.clock.now().getTime() / 1000);
    const body = JSON.stringify({
        id: `evt_rewind_${ctx.randomHex(8)}`,
        object: 'event',
        api_version: hook.fixed.apiVersion ?? null,
        created: now,
        livemode: hook.livemode,
        pending_webhooks: 0,
        request: { id: null, idempotency_key: null },
        type: EVENT_TYPE,
        data: { object: {} },
    });
    const answer = await ctx.http.request({
        service: 'The webhook endpoint',
        what: 'post a test event',
        resource: ctx.resource,
        method: 'POST',
        url: hook.url ?? '',
        headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': await sign(body, secret, now) },
        body,
        accept: ANSWERS,
        deadlineMs: 30_000,
    }, schemas/* unknown */.L5J());
    return answer.status;
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/apply.js












const kind = schemas/* enum */.k5n(['endpoint', 'destination']);
const updateParams = schemas/* object */.Ikc({ saved: schemas/* string */.YjP(), live: schemas/* string */.YjP(), kind });
const createParams = schemas/* object */.Ikc({ saved: schemas/* string */.YjP() });
const disableParams = schemas/* object */.Ikc({ live: schemas/* string */.YjP(), kind });
const redeployParams = schemas/* object */.Ikc({ project: schemas/* string */.YjP(), team: schemas/* string */.YjP().nullable() });
/** Carries out one change of the plan; decides from what Stripe says now, so that it may be run again at any time. */
async function apply(config, change, ctx, source) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    const [verb] = change.id.split(':');
    if (verb === 'update')
        return apply_update(change, ctx, api, source);
    if (verb === 'create')
        return apply_recreate(config, change, ctx, api, source);
    if (verb === 'disable')
        return disable(change, api);
    if (verb === 'redeploy')
        return deploySecrets(config, change, ctx, api);
    throw new runtime_errors/* RewindError */.Ir('internal', `There is no such change: ${change.id}`, { resource: ctx.resource });
}
async function apply_update(change, ctx, api, source) {
    const params = updateParams.parse(change.params);
    const want = await savedHook(ctx, api, source, params.saved);
    const have = await api.find(params.kind, params.live);
    if (!have) {
        throw new runtime_errors/* RewindError */.Ir('api-not-found', `${change.target} was deleted after the plan was made.`, {
            resource: ctx.resource,
            remedy: 'Run the plan again: it will then re-create the endpoint.',
        });
    }
    await converge(api, want, have);
}
async function disable(change, api) {
    const params = disableParams.parse(change.params);
    const have = await api.find(params.kind, params.live);
    if (have?.enabled)
        await api.update(params.kind, params.live, { enabled: false });
}
/** Each attempt has its own idempotency key; another one is needed only when the key holds a failure or a lost secret. */
const ATTEMPTS = 4;
/**
 * Creates the endpoint again and writes its new signing secret to the target. A crash anywhere is repaired by running it
 * again: under the same idempotency key Stripe repeats its answer, secret included (24 h); when it no longer does, the
 * endpoint whose secret nobody saw is replaced by another one.
 */
async function apply_recreate(config, change, ctx, api, source) {
    const want = await savedHook(ctx, api, source, createParams.parse(change.params).saved);
    const target = requireTarget(config, ctx, want);
    const family = await standIns(api, want);
    const done = family.find((hook) => hook.id === want.id || readMarks(hook.metadata).secret !== 'created');
    if (done)
        return converge(api, want, done);
    const first = Math.max(1, ...family.map((hook) => readMarks(hook.metadata).attempt));
    for (let attempt = first; attempt < first + ATTEMPTS; attempt += 1) {
        const made = await apply_create(config, ctx, api, want, attempt);
        const have = made && (await api.find(want.kind, made.id));
        if (!made?.secret || !have) {
            await removeLost(api, want, undefined);
            continue;
        }
        await writeSecret(ctx, target, made.secret);
        remember(ctx, made.id, made.secret);
        await converge(api, want, have, markSecret('written'));
        await removeLost(api, want, made.id);
        ctx.log.info(`Stripe: re-created ${change.target}; its signing secret was written to ${target.keys.join(', ')}`);
        return;
    }
    throw new runtime_errors/* RewindError */.Ir('api-unavailable', `${change.target} could not be re-created with a signing secret that can be read.`, {
        resource: ctx.resource,
        remedy: 'Look at status.stripe.com and run the same rollback again; nothing is lost.',
    });
}
/**
 * Signing secrets received in this run, by endpoint: no one can read them again, and verify-events needs them. In memory
 * only; the masker stands for the run.
 */
const received = new WeakMap();
function remember(ctx, id, secret) {
    const known = received.get(ctx.masker) ?? new Map();
    received.set(ctx.masker, known.set(id, secret));
}
/** Undefined when this key can only repeat a failure. */
async function apply_create(config, ctx, api, want, attempt) {
    const hook = {
        kind: want.kind,
        url: want.url,
        name: want.name,
        events: want.events,
        description: want.description,
        fixed: want.fixed,
        connect: isConnect(config, want),
        metadata: { ...withoutMarks(want.metadata), ...newMarks(want.id, readMarks(want.metadata).of, attempt) },
    };
    try {
        return await api.create(hook, `rewind-${ctx.snapshotId}-${want.id}-${attempt}`);
    }
    catch (error) {
        if (error instanceof http/* HttpFailure */.H && (isStoredFailure(error) || isOtherParameters(error))) {
            ctx.log.debug(`Stripe: attempt ${attempt} to re-create ${want.id} cannot succeed under its key: ${error.message}`);
            return undefined;
        }
        throw error;
    }
}
/** v1 keeps the answer of a request that failed with 500, and repeats it for 24 hours. */
function isStoredFailure(failure) {
    return failure.status === 500;
}
function isOtherParameters(failure) {
    const body = schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ type: schemas/* literal */.euz('idempotency_error') }) }).safeParse(failure.body);
    return failure.status === 400 && body.success;
}
/** The live endpoints that are, or were made to stand for, this one. */
async function standIns(api, want) {
    const live = await api.list();
    return live.filter((hook) => hook.kind === want.kind && (hook.id === want.id || readMarks(hook.metadata).of.includes(want.id)));
}
/** Removes endpoints that a run which was cut off made, and whose secret nobody knows: nobody can have used them. */
async function removeLost(api, want, keep) {
    for (const hook of await standIns(api, want)) {
        if (hook.id !== keep && hook.id !== want.id && readMarks(hook.metadata).secret === 'created') {
            await api.remove(hook.kind, hook.id);
        }
    }
}
/** After the secrets are written: production is built again with them, once, and the marks are taken off. */
async function deploySecrets(config, change, ctx, api) {
    const { project, team } = redeployParams.parse(change.params);
    const targets = targetsOf(config);
    const waiting = (await api.list()).filter((hook) => readMarks(hook.metadata).secret === 'written' && targetOf(shown(hook), targets)?.project === project);
    if (waiting.length === 0)
        return;
    const token = (0,digest/* sha256 */.sc)((0,digest/* canonicalJson */.dj)([ctx.snapshotId, ...waiting.map((hook) => hook.id).sort()])).slice(0, 24);
    await redeploy(ctx, { project, team }, token);
    if (config['verify-events'])
        await requireSignatures(config, ctx, waiting);
    for (const hook of waiting)
        await api.update(hook.kind, hook.id, { metadata: markSecret(null) });
}
/** The app behind each of these must accept what is signed with the new secret, and refuse the rest. */
async function requireSignatures(config, ctx, hooks) {
    const known = received.get(ctx.masker);
    const ids = new Set(hooks.map((hook) => hook.id).filter((id) => known?.has(id)));
    const findings = await verifyEndpoints(config, ctx, (hook) => known?.get(hook.id), (hook) => ids.has(hook.id));
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length === 0)
        return;
    throw new runtime_errors/* RewindError */.Ir('verify-differs', 'Production was built again, but the app does not check the new signing secret as it should.', {
        resource: ctx.resource,
        problems: errors.map(({ message }) => message),
        remedy: 'Check that the app reads the variable named under signing-secrets, then deploy it again.',
    });
}
/** Sends only what differs; nothing when nothing does. */
async function converge(api, want, have, marks = {}) {
    const change = updateFor(want, have, marks);
    if (Object.keys(change).length > 0)
        await api.update(have.kind, have.id, change);
}
function updateFor(want, have, marks) {
    const metadata = { ...metadataChange(withoutMarks(want.metadata), withoutMarks(have.metadata)), ...marks };
    return {
        ...(want.url === null || want.url === have.url ? {} : { url: want.url }),
        ...(want.name === null || want.name === have.name ? {} : { name: want.name }),
        ...((0,digest/* canonicalJson */.dj)(want.events) === (0,digest/* canonicalJson */.dj)(have.events) ? {} : { events: want.events }),
        ...(want.enabled === have.enabled ? {} : { enabled: want.enabled }),
        ...(want.description === have.description ? {} : { description: want.description }),
        ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
    };
}
function metadataChange(want, have) {
    const removed = Object.keys(have).filter((key) => !(key in want));
    const set = Object.entries(want).filter(([key, value]) => have[key] !== value);
    return { ...Object.fromEntries(removed.map((key) => [key, null])), ...Object.fromEntries(set) };
}
async function savedHook(ctx, api, source, id) {
    const hook = (await savedHooks(ctx, source)).find((candidate) => candidate.id === id);
    if (!hook) {
        throw new runtime_errors/* RewindError */.Ir('snapshot-corrupt', `The endpoint ${id} is in the manifest but not in its payload.`, {
            resource: ctx.resource,
        });
    }
    if (hook.livemode !== modeOf(ctx, api, [])) {
        throw new runtime_errors/* RewindError */.Ir('snapshot-foreign', 'The snapshot and STRIPE_API_KEY are not of the same mode (test or live).', {
            resource: ctx.resource,
        });
    }
    return hook;
}
function requireTarget(config, ctx, want) {
    const target = targetOf(shown(want), targetsOf(config));
    if (target)
        return target;
    throw new runtime_errors/* RewindError */.Ir('plan-mismatch', 'The signing-secrets entry that the plan relied on is no longer configured.', {
        resource: ctx.resource,
    });
}
function shown(hook) {
    return { url: hook.url === null ? null : redactUrl(hook.url), description: hook.description };
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/check.js







/** Two free places are needed for a re-created endpoint beside one that a run left behind. */
const NEAR_LIMIT = ENDPOINT_LIMIT - 2;
const NOT_PRODUCTION = /(^|-)(test|testing|staging|stage|dev|preview|sandbox|demo)(-|$)/;
/** Read-only: is the key valid, of the right mode and allowed; can what is here be restored? */
async function check(config, ctx) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    let hooks;
    try {
        hooks = await api.list();
    }
    catch (error) {
        return [accessFinding(error)];
    }
    const scoped = hooks.filter((hook) => isInScope(config, hook));
    const targets = await Promise.all(targetsOf(config).map((target) => checkTarget(ctx, target)));
    return [
        ...keyFindings(ctx, api, hooks),
        ...countFindings(hooks, scoped),
        ...scoped.flatMap((hook) => hookFindings(config, hook)),
        ...targets.flat(),
    ];
}
/** Read-only, after the approval: the mode of the key, a free place for each endpoint to create, targets in reach. */
async function preflight(config, changes, ctx, source) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    const [hooks, saved] = await Promise.all([api.list(), savedHooks(ctx, source)]);
    const findings = [];
    if (saved[0] && saved[0].livemode !== modeOf(ctx, api, hooks)) {
        const message = 'The snapshot and STRIPE_API_KEY are not of the same mode (test or live).';
        const remedy = 'Give the key of the mode that the snapshot was taken in.';
        findings.push({ level: 'error', code: 'stripe-mode-mismatch', message, remedy });
    }
    const creates = changes.filter((change) => change.manual === undefined && change.id.startsWith('create:'));
    const webhooks = hooks.filter((hook) => hook.url !== null).length;
    if (creates.length > 0 && webhooks + creates.length > ENDPOINT_LIMIT) {
        const message = `Stripe allows about ${ENDPOINT_LIMIT} endpoints; there are ${webhooks}, and ${creates.length} must be re-created.`;
        const remedy = 'Delete endpoints that are no longer needed, then run again.';
        findings.push({ level: 'warning', code: 'stripe-endpoint-limit', message, remedy });
    }
    if (creates.length === 0)
        return findings;
    const targets = await Promise.all(targetsOf(config).map((target) => checkTarget(ctx, target)));
    return [...findings, ...targets.flat()];
}
function accessFinding(error) {
    if (!(error instanceof runtime_errors/* RewindError */.Ir))
        throw error;
    if (error.code === 'api-unauthorized') {
        return { level: 'error', code: 'stripe-key-invalid', message: error.message, remedy: 'Replace STRIPE_API_KEY.' };
    }
    if (error.code === 'api-forbidden') {
        return { level: 'error', code: 'stripe-permission', message: error.message, remedy: error.remedy };
    }
    throw error;
}
function keyFindings(ctx, api, hooks) {
    const findings = [];
    if (modeOf(ctx, api, hooks) && NOT_PRODUCTION.test(ctx.resource)) {
        const message = `STRIPE_API_KEY is a live key, but the resource is called "${ctx.resource}".`;
        findings.push({
            level: 'warning',
            code: 'stripe-live-key',
            message,
            remedy: 'Check that this is the key you mean.',
        });
    }
    if (api.restricted) {
        const message = 'STRIPE_API_KEY is a restricted key; whether it may write cannot be tried without writing.';
        const remedy = 'A restore needs "Webhook endpoints: write" (and the same for event destinations).';
        findings.push({ level: 'info', code: 'stripe-restricted-key', message, remedy });
    }
    return findings;
}
function countFindings(hooks, scoped) {
    const pages = Math.max(1, Math.ceil(hooks.length / 100));
    const message = `${scoped.length} of ${hooks.length} Stripe endpoints are in scope (read in ${pages} ${pages === 1 ? 'page' : 'pages'}).`;
    const count = { level: 'info', code: 'stripe-endpoints', message };
    const webhooks = hooks.filter((hook) => hook.url !== null).length;
    if (webhooks < NEAR_LIMIT)
        return [count];
    return [
        count,
        {
            level: 'warning',
            code: 'stripe-near-limit',
            message: `The account has ${webhooks} webhook endpoints; Stripe allows about ${ENDPOINT_LIMIT}, so a deleted one may not fit back.`,
            remedy: 'Delete endpoints that are no longer needed.',
        },
    ];
}
function hookFindings(config, hook) {
    const where = hook.url === null ? (hook.name ?? hook.id) : redactUrl(hook.url);
    const findings = [];
    if (!hook.enabled) {
        const message = `${where} is disabled now; a snapshot would keep it so.`;
        const remedy = 'Enable it before the snapshot if it should receive events.';
        findings.push({ level: 'warning', code: 'stripe-endpoint-disabled', message, remedy });
    }
    const shown = { url: hook.url === null ? null : redactUrl(hook.url), description: hook.description };
    if (hook.url !== null && !targetOf(shown, targetsOf(config))) {
        const message = `${where} has no entry under signing-secrets: if it is deleted, a person must re-create it.`;
        const remedy = 'Add an entry that says which Vercel variable holds its signing secret.';
        findings.push({ level: 'warning', code: 'stripe-no-secret-target', message, remedy });
    }
    if (readMarks(hook.metadata).secret !== null) {
        const message = `${where} was re-created by a rollback that did not finish.`;
        const remedy = 'Run the same rollback again: it goes on from there.';
        findings.push({ level: 'warning', code: 'stripe-unfinished-restore', message, remedy });
    }
    return findings;
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/state.js

const fixed = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9());
const hookState = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['endpoint', 'destination']),
    id: schemas/* string */.YjP(),
    /** As it may be shown; null for destinations that are no webhook. */
    url: schemas/* string */.YjP().nullable(),
    /** Set when the shown URL hides something; then this is what is compared. */
    urlFingerprint: schemas/* string */.YjP().nullable(),
    name: schemas/* string */.YjP().nullable(),
    events: schemas/* array */.YOg(schemas/* string */.YjP()),
    enabled: schemas/* boolean */.zMY(),
    description: schemas/* string */.YjP().nullable(),
    metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    /** Keys that look secret: fingerprints of their values. */
    secretMetadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    fixed,
    connect: schemas/* boolean */.zMY(),
    /** False for endpoints outside the configured URL prefixes; they are only listed so that ids can be matched. */
    inScope: schemas/* boolean */.zMY(),
    /** From Rewind's marks: the endpoints that this one stands for, and how far its signing secret has come. */
    standsFor: schemas/* array */.YOg(schemas/* string */.YjP()),
    secret: schemas/* enum */.k5n(['created', 'written']).nullable(),
});
/** Where signing secrets go, by shown URL or description. */
const targetState = schemas/* strictObject */.rej({
    match: schemas/* string */.YjP(),
    keys: schemas/* array */.YOg(schemas/* string */.YjP()),
    project: schemas/* string */.YjP(),
    team: schemas/* string */.YjP().nullable(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    /** Null when the key may not read it. */
    account: schemas/* string */.YjP().nullable(),
    livemode: schemas/* boolean */.zMY(),
    hooks: schemas/* array */.YOg(hookState),
    targets: schemas/* array */.YOg(targetState),
    /** Shown URLs that the configuration calls Connect endpoints. */
    connect: schemas/* array */.YOg(schemas/* string */.YjP()),
});

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/index.js










/** Webhook endpoints (v1) and event destinations (v2) of one Stripe account, in the mode of the key. */
/* harmony default export */ const stripe_webhooks = ((0,provider/* defineProvider */.Nj)({
    id: 'stripe-webhooks',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    prove,
    preflight: preflight,
}));
/** The payload holds what the manifest says; and, when asked for, live endpoints check signatures as they should. */
async function prove(config, saved, ctx, source, depth) {
    const hooks = await savedHooks(ctx, source);
    const states = await Promise.all(hooks.map((hook) => stateOf(config, ctx, hook)));
    const comparable = (list) => 
    // Scope and connect follow the configuration, which may have changed since.
    (0,digest/* canonicalJson */.dj)(list.map((hook) => ({ ...hook, inScope: true, connect: false })));
    const findings = [];
    if (comparable(states) !== comparable(saved.hooks)) {
        const message = 'The sealed Stripe endpoints are not the ones that the manifest describes.';
        const remedy = 'Choose another snapshot.';
        findings.push({ level: 'error', code: 'stripe-payload-differs', message, remedy });
    }
    if (depth === 'restorable' && config['verify-events']) {
        findings.push(...(await verifyEndpoints(config, ctx, configuredSecrets(config, ctx))));
    }
    return findings;
}


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


/***/ })

};
