export const id = 3763;
export const ids = [3763,3208,6607];
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

/***/ 13763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ stripe_webhooks)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var runtime_errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/services/stripe/events.js
var events = __webpack_require__(26607);
// EXTERNAL MODULE: ./lib/services/stripe/sdk.js + 1 modules
var stripe_sdk = __webpack_require__(93208);
;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/hook.js


const metadata = (0,json/* recordOf */.zv)(schemas/* string */.YjP())
    .nullish()
    .transform((value) => value ?? {});
/** The fields of a v1 response that Rewind reads. */
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
/** The fields of a v2 response that Rewind reads. */
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





/** What a plan names of an event. */
const eventHead = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    created: schemas/* number */.aig().int(),
    api_version: schemas/* string */.YjP().nullish(),
});
const PAGE = 100;
const HOOK = 'an endpoint';
const INCLUDE_URL = ['webhook_endpoint.url'];
/** @throws RewindError credential-missing */
async function connectStripe(ctx, options) {
    const key = ctx.env.token('STRIPE_API_KEY', ctx.resource);
    const calls = await (0,stripe_sdk.openStripe)(ctx, key);
    const { sdk } = calls;
    const mode = /^[a-z]+(?:_[a-z]+)*?_(live|test)_/.exec(key)?.[1];
    return {
        livemode: mode === undefined ? undefined : mode === 'live',
        account: () => account(calls),
        list: () => list(calls, options.destinations),
        find: (kind, id) => find(calls, kind, id),
        create: (hook, idempotencyKey) => create(ctx, calls, hook, idempotencyKey),
        update: (kind, id, change) => update(calls, kind, id, change),
        remove: async (kind, id) => {
            const gone = kind === 'endpoint' ? sdk.webhookEndpoints.del(id) : sdk.v2.core.eventDestinations.del(id);
            await absentAsUndefined((0,stripe_sdk/* run */.e)(calls, gone));
        },
        events: (from, until) => (0,events.listEvents)(calls, eventHead, { from, until }),
        event: async (id) => {
            const found = await absentAsUndefined((0,stripe_sdk/* run */.e)(calls, sdk.events.retrieve(id)));
            return found && (0,stripe_sdk/* parse */.q)(calls, schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()), { ...found }, 'an event');
        },
    };
}
/** Signs a payload as Stripe does (header `Stripe-Signature`). @param at seconds since the epoch */
async function sign(payload, secret, at) {
    const { default: StripeSdk } = await __webpack_require__.e(/* import() */ 7405).then(__webpack_require__.bind(__webpack_require__, 7405));
    return StripeSdk.webhooks.generateTestHeaderString({ payload, secret, timestamp: at });
}
async function absentAsUndefined(call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof runtime_errors.RewindError && error.code === 'api-not-found')
            return undefined;
        throw error;
    }
}
async function account(calls) {
    try {
        return (await (0,stripe_sdk/* run */.e)(calls, calls.sdk.accounts.retrieveCurrent())).id;
    }
    catch (error) {
        // Some accounts cannot give a restricted key this permission.
        if (error instanceof runtime_errors.RewindError && error.code === 'api-forbidden')
            return undefined;
        throw error;
    }
}
async function list(calls, destinations) {
    const hooks = new Map();
    const pages = async () => {
        for await (const item of calls.sdk.webhookEndpoints.list({ limit: PAGE })) {
            const hook = fromV1((0,stripe_sdk/* parse */.q)(calls, v1Hook, item, HOOK));
            if (hooks.has(hook.id))
                throw endless('webhook endpoints');
            hooks.set(hook.id, hook);
        }
    };
    await (0,stripe_sdk/* run */.e)(calls, pages());
    if (destinations)
        await (0,stripe_sdk/* run */.e)(calls, addDestinations(calls, hooks));
    return [...hooks.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
/** A list that sends the same object twice: its cursor does not move, and its pages would never end. */
const endless = (what) => new runtime_errors.RewindError('api-unexpected-answer', `Stripe sent a list that does not end: ${what}.`);
async function addDestinations(calls, hooks) {
    const seen = new Set();
    for await (const item of calls.sdk.v2.core.eventDestinations.list({ limit: PAGE, include: INCLUDE_URL })) {
        const hook = fromV2((0,stripe_sdk/* parse */.q)(calls, v2Hook, item, HOOK));
        if (seen.has(hook.id))
            throw endless('event destinations');
        seen.add(hook.id);
        const same = hooks.get(hook.id);
        hooks.set(hook.id, same ? { ...same, connect: hook.connect } : hook);
    }
}
async function find(calls, kind, id) {
    if (kind === 'endpoint') {
        const answer = await absentAsUndefined((0,stripe_sdk/* run */.e)(calls, calls.sdk.webhookEndpoints.retrieve(id)));
        return answer && fromV1((0,stripe_sdk/* parse */.q)(calls, v1Hook, answer, HOOK));
    }
    const call = calls.sdk.v2.core.eventDestinations.retrieve(id, { include: INCLUDE_URL });
    const answer = await absentAsUndefined((0,stripe_sdk/* run */.e)(calls, call));
    return answer && fromV2((0,stripe_sdk/* parse */.q)(calls, v2Hook, answer, HOOK));
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
    const answer = await (0,stripe_sdk/* run */.e)(calls, calls.sdk.webhookEndpoints.create({
        url: hook.url ?? '',
        enabled_events: eventNames(hook.events),
        ...(apiVersion === undefined ? {} : { api_version: versionName(apiVersion) }),
        ...(hook.connect ? { connect: true } : {}),
        ...(hook.description === null ? {} : { description: hook.description }),
        metadata: { ...hook.metadata },
    }, { idempotencyKey }));
    const made = (0,stripe_sdk/* parse */.q)(calls, v1Hook, answer, HOOK);
    return { id: made.id, secret: made.secret };
}
async function createV2(calls, hook, idempotencyKey) {
    const version = client_text(hook.fixed.snapshotApiVersion);
    const from = schemas/* array */.YOg(schemas/* string */.YjP()).safeParse(hook.fixed.eventsFrom);
    const answer = await (0,stripe_sdk/* run */.e)(calls, calls.sdk.v2.core.eventDestinations.create({
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
    const made = (0,stripe_sdk/* parse */.q)(calls, v2Hook, answer, HOOK);
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
        await (0,stripe_sdk/* run */.e)(calls, calls.sdk.webhookEndpoints.update(id, params));
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
        await (0,stripe_sdk/* run */.e)(calls, destinations.update(id, params));
    if (enabled !== undefined)
        await (0,stripe_sdk/* run */.e)(calls, enabled ? destinations.enable(id) : destinations.disable(id));
}
function client_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
// The SDK's types list the names of its release. Stripe adds names each month and accepts every name that it returned.
function eventNames(events) {
    return events;
}
function versionName(version) {
    return version;
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/differences.js


/** Differences that can be changed in place; texts contain no secrets. */
function differences(desired, actual) {
    const found = [];
    const add = (name, before, after) => void found.push({ name, before, after });
    if (!sameUrl(desired, actual)) {
        const hidden = desired.url === actual.url ? ' (what differs is hidden)' : '';
        add('url', `${actual.url ?? 'none'}${hidden}`, `${desired.url ?? 'none'}${hidden}`);
    }
    if (desired.name !== actual.name)
        add('name', JSON.stringify(actual.name), JSON.stringify(desired.name));
    if ((0,digest/* canonicalJson */.dj)(desired.events) !== (0,digest/* canonicalJson */.dj)(actual.events)) {
        add('events', eventsText(actual.events, desired.events), eventsText(desired.events, actual.events));
    }
    if (desired.enabled !== actual.enabled) {
        add('status', actual.enabled ? 'enabled' : 'disabled', desired.enabled ? 'enabled' : 'disabled');
    }
    if (desired.description !== actual.description) {
        add('description', JSON.stringify(actual.description), JSON.stringify(desired.description));
    }
    for (const key of keysOf(desired.metadata, actual.metadata)) {
        const [before, after] = [(0,json/* own */.ZV)(actual.metadata, key), (0,json/* own */.ZV)(desired.metadata, key)];
        if (before !== after)
            add(`metadata.${key}`, before ?? 'absent', after ?? 'absent');
    }
    for (const key of keysOf(desired.secretMetadata, actual.secretMetadata)) {
        const [before, after] = [(0,json/* own */.ZV)(actual.secretMetadata, key), (0,json/* own */.ZV)(desired.secretMetadata, key)];
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
/** The events; from a long list only those that the other side lacks. */
function eventsText(events, other = []) {
    if (events.length <= SHOWN_EVENTS)
        return events.join(', ');
    const own = other.length === 0 ? events : events.filter((event) => !other.includes(event));
    const more = own.length > SHOWN_EVENTS ? ` and ${own.length - SHOWN_EVENTS} more` : '';
    const listed = own.length === 0 ? '' : `: ${own.slice(0, SHOWN_EVENTS).join(', ')}${more}`;
    return `${events.length} events${listed}`;
}
/** Also compares the hidden parts of the URL. */
function sameUrl(a, b) {
    return a.url === b.url && a.urlFingerprint === b.urlFingerprint;
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/redact.js
const SECRET_KEY = /token|secret|password|passwd|key|credential|auth|signature/i;
/** A long path segment of mixed letters and digits is most likely a token (Slack and Zapier hooks look like that). */
const TOKEN_SEGMENT = /^(?=.*\d)(?=.*[A-Za-z])[\w-]{20,}$/;
function looksSecret(key) {
    return SECRET_KEY.test(key);
}
/** The URL without user, query, and path segments that look like tokens. */
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
    // Other short values ("1", "live") are not secrets, and masking them would garble the log.
    const given = [...searchParams].filter(([name, value]) => looksSecret(name) || value.length >= 8);
    return [username, password, ...given.map(([, value]) => value), ...segments].filter(Boolean);
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/covered.js


/** True if the state was captured without the API that lists it. A snapshot of an older version does not say so. */
const isUnread = ({ destinations }, { kind }) => kind === 'destination' && destinations === false;
/** True if the configuration of the snapshot left this live endpoint out: it is not new. */
const isLeftOut = (saved, { id }) => saved.hooks.some((hook) => hook.id === id && !hook.inScope);
/**
 * True if the configuration leaves out what the snapshot covers. Of one that was moved, its new URL says nothing. Of one
 * that is gone, its URL in the snapshot decides.
 */
const isDropped = (desired, actual, live) => actual === undefined ? !isReached(desired, live) : !actual.inScope && sameUrl(desired, actual);
/** True if the configuration may cover the URL: both texts are redacted, and what is hidden decides nothing. */
function isReached({ url }, { endpoints }) {
    if (endpoints === undefined || endpoints === null)
        return true;
    return (url !== null &&
        endpoints.some((prefix) => url.startsWith(shown(prefix)) || (url.includes('…') && prefix.startsWith(shown(url)))));
}
const shown = (redacted) => redacted.split('…')[0] ?? '';
/** The configured beginnings of URLs as a state holds them; null: all endpoints. */
const endpointsOf = ({ endpoints }) => endpoints?.map((prefix) => (prefix.endsWith('/') ? redactUrl(prefix) : redactUrl(prefix).replace(/\/$/, ''))) ?? null;
/** What only the configuration of the snapshot covers, or only that of now: neither of them is a difference. Pure. */
function blindSpots(saved, live) {
    const before = new Map(saved.hooks.map((hook) => [hook.id, hook]));
    const unread = (one, other) => other.hooks.some((hook) => hook.inScope && isUnread(one, hook));
    return [
        ...(unread(saved, live) ? ['event destinations: the snapshot did not read them'] : []),
        ...(unread(live, saved) ? ['event destinations: the configuration does not read them'] : []),
        ...live.hooks.flatMap((hook) => {
            const was = before.get(hook.id);
            const name = nameOf(hook);
            if (hook.inScope && isLeftOut(saved, hook))
                return [`${name}: the configuration of the snapshot left it out`];
            return was?.inScope === true && isDropped(was, hook, live) ? [`${name}: the configuration leaves it out`] : [];
        }),
        ...saved.hooks.flatMap((hook) => {
            const isThere = live.hooks.some(({ id, standsFor }) => id === hook.id || standsFor.includes(hook.id));
            if (!hook.inScope || isThere || isUnread(live, hook) || !isDropped(hook, undefined, live))
                return [];
            return [`${nameOf(hook)}: the configuration leaves it out`];
        }),
    ];
}
const nameOf = ({ url, name, id }) => url ?? name ?? id;

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/provenance.js
/**
 * Provenance that Rewind stores in the metadata of an endpoint it re-created. A later run, also after a crash, reads from
 * it which endpoint of the snapshot this one replaces, and what happened to its signing secret. It is never compared.
 */
const OF = 'rewind_of';
const ATTEMPT = 'rewind_attempt';
const SECRET = 'rewind_secret';
/** Stripe allows 500 characters for a metadata value. */
const MAX_VALUE = 500;
function readProvenance(metadata) {
    const state = metadata[SECRET];
    const attempt = Number(metadata[ATTEMPT] ?? '1');
    return {
        of: (metadata[OF] ?? '').split(' ').filter((id) => id !== ''),
        attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
        secret: state === 'created' || state === 'written' ? state : null,
    };
}
/** Metadata of a replacement. Depends on nothing else, so that a repeated request is identical. */
function newProvenance(id, earlier, attempt) {
    const lineage = [...earlier, id];
    while (lineage.join(' ').length > MAX_VALUE)
        lineage.shift();
    return { [OF]: lineage.join(' '), [ATTEMPT]: String(attempt), [SECRET]: 'created' };
}
/** The metadata change that records the next state; null removes a key. */
function recordSecret(state) {
    return state === null ? { [SECRET]: null, [ATTEMPT]: null } : { [SECRET]: state };
}
/** The metadata without Rewind's provenance. */
function withoutProvenance(metadata) {
    return Object.fromEntries(Object.entries(metadata).filter(([key]) => ![OF, ATTEMPT, SECRET].includes(key)));
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/state.js


const fixed = (0,json/* recordOf */.zv)(json/* jsonValue */.IL);
/** An endpoint in the payload: URL and metadata in clear. */
const hookPayload = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['endpoint', 'destination']),
    id: schemas/* string */.YjP(),
    /** Null for destinations other than webhooks. */
    url: schemas/* string */.YjP().nullable(),
    name: schemas/* string */.YjP().nullable(),
    events: schemas/* array */.YOg(schemas/* string */.YjP()),
    enabled: schemas/* boolean */.zMY(),
    description: schemas/* string */.YjP().nullable(),
    metadata: (0,json/* recordOf */.zv)(schemas/* string */.YjP()),
    livemode: schemas/* boolean */.zMY(),
    fixed,
    connect: schemas/* boolean */.zMY(),
});
/** An endpoint in the manifest: URL and metadata redacted. */
const hookState = hookPayload.omit({ livemode: true }).extend({
    /** Fingerprint of the full URL, for the comparison; set if the redacted URL omits something. */
    urlFingerprint: schemas/* string */.YjP().nullable(),
    /** Keys that look secret: fingerprints of their values. */
    secretMetadata: (0,json/* recordOf */.zv)(schemas/* string */.YjP()),
    /** False for endpoints outside the configured URL prefixes, which are listed only to match ids. */
    inScope: schemas/* boolean */.zMY(),
    /** From Rewind's provenance: the endpoints that this one replaces, and the state of its signing secret. */
    standsFor: schemas/* array */.YOg(schemas/* string */.YjP()),
    secret: schemas/* enum */.k5n(['created', 'written']).nullable(),
});
/** Destinations of signing secrets, by redacted URL or description. */
const secretDestination = schemas/* strictObject */.rej({
    match: schemas/* string */.YjP(),
    keys: schemas/* array */.YOg(schemas/* string */.YjP()),
    project: schemas/* string */.YjP(),
    team: schemas/* string */.YjP().nullable(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    /** Null if the key may not read it. */
    account: schemas/* string */.YjP().nullable(),
    livemode: schemas/* boolean */.zMY(),
    /** False if event destinations were not read. Snapshots of earlier versions do not say it. */
    destinations: schemas/* boolean */.zMY().exactOptional(),
    /** Redacted beginnings of the URLs that it covers; null: all. Snapshots of earlier versions do not say it. */
    endpoints: schemas/* array */.YOg(schemas/* string */.YjP()).nullable().exactOptional(),
    hooks: schemas/* array */.YOg(hookState),
    secretDestinations: schemas/* array */.YOg(secretDestination),
    /** Redacted URLs of the configured Connect endpoints. */
    connect: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const hook = schemas/* enum */.k5n(['endpoint', 'destination']);
/** The part of a change that `apply` reads. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('update'), hook, saved: schemas/* string */.YjP(), live: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('create'), hook, saved: schemas/* string */.YjP(), connect: schemas/* boolean */.zMY() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('disable'), hook, live: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('redeploy'), project: schemas/* string */.YjP(), team: schemas/* string */.YjP().nullable() }),
]);

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/capture.js






/** Name of the payload: URLs and metadata in clear; the state holds them redacted. */
const HOOKS_PAYLOAD = 'endpoints.json';
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
        destinations: config['event-destinations'],
        endpoints: endpointsOf(config),
        hooks: states,
        secretDestinations: destinationsOf(config),
        connect: (config.connect ?? []).map(redactUrl),
    };
}
/** The captured endpoints, with values in clear. @throws RewindError snapshot-corrupt */
async function savedHooks(ctx, source) {
    const bytes = await source.read(HOOKS_PAYLOAD);
    const parsed = hookPayload.array().safeParse(parseJson(bytes.toString('utf8')));
    if (!parsed.success) {
        throw new runtime_errors.RewindError('snapshot-corrupt', 'The captured Stripe endpoints cannot be read.', {
            resource: ctx.resource,
        });
    }
    hideSecrets(ctx, parsed.data);
    return parsed.data;
}
/** True in live mode, by the key, else by the endpoints. @throws RewindError api-unexpected-answer if unclear */
function modeOf(ctx, api, hooks) {
    const mode = api.livemode ?? hooks[0]?.livemode;
    if (mode !== undefined)
        return mode;
    throw new runtime_errors.RewindError('api-unexpected-answer', 'Cannot tell whether STRIPE_API_KEY is a test or a live key.', {
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
function destinationsOf(config) {
    return Object.entries(config['signing-secrets'] ?? {}).map(([match, target]) => ({
        match: URL.canParse(match) ? redactUrl(match) : match,
        keys: [target['vercel-env']].flat(),
        project: target.project,
        team: target.team ?? null,
    }));
}
async function stateOf(config, ctx, hook) {
    const provenance = readProvenance(hook.metadata);
    const given = Object.entries(withoutProvenance(hook.metadata));
    const metadata = Object.fromEntries(given.filter(([key]) => !looksSecret(key)));
    const secretMetadata = Object.fromEntries(await Promise.all(given
        .filter(([key]) => looksSecret(key))
        .map(async ([key, value]) => [key, await ctx.fingerprint(value)])));
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
        standsFor: [...provenance.of],
        secret: provenance.secret,
    };
}
/** Masks the secret parts of URLs, because Stripe repeats URLs in error messages. */
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

// EXTERNAL MODULE: ./lib/services/vercel/maintenance-page.js
var maintenance_page = __webpack_require__(1709);
// EXTERNAL MODULE: ./lib/services/vercel/deployments.js
var deployments = __webpack_require__(40330);
;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/redeploy.js




const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;
const BUILD_LIMIT_MS = 30 * 60_000;
const SWITCH_LIMIT_MS = 5 * 60_000;
const TOKEN = 'rewindSecrets';
const AUTO_ASSIGN = 'rewindAutoAssign';
const REBUILD_OF = 'rewindRebuildOf';
const FAILED = ['ERROR', 'CANCELED', 'DELETED', 'BLOCKED'];
/**
 * Rebuilds the production deployment with the current variables and switches production to the result. After a crash,
 * the next run finds the build by its token and continues.
 *
 * @throws RewindError deployment-switch-failed | deadline-exceeded
 */
async function redeploy(ctx, project, token) {
    const run = { ctx, token, vercel: (0,deployments/* vercelDeployments */.g6)(ctx, project) };
    const before = await run.vercel.project();
    const current = before.targets?.production?.id;
    if (current === undefined) {
        ctx.log.warn(`Vercel: project ${project.project} has no production deployment, so there is nothing to rebuild`);
        return;
    }
    if (before.targets?.production?.meta?.[maintenance_page/* MAINTENANCE */.Ar] === '1') {
        throw new runtime_errors.RewindError('deployment-switch-failed', 'The maintenance page is in production, so the deployment that needs the new signing secret cannot be told.', { resource: ctx.resource, remedy: 'End the mitigation, then run the same command again.' });
    }
    const id = (await findBuild(run)) ?? (await startBuild(run, before, current));
    const built = await waitForBuild(run, id);
    await serve(run, id);
    // A promote turns automatic domain assignment on; a rolled-back project must keep it off.
    if (built.meta?.[AUTO_ASSIGN] !== 'false')
        return;
    if ((await run.vercel.project()).autoAssignCustomDomains !== false)
        await run.vercel.setAutoAssign(false);
}
/** An earlier build for the same secrets. A failed one does not count: the next run builds again. */
async function findBuild({ vercel, token }) {
    const rows = await vercel.recent();
    return rows.find((row) => row.meta?.[TOKEN] === token && !FAILED.includes(row.readyState ?? ''))?.uid;
}
function startBuild({ vercel, token }, project, current) {
    return vercel.rebuild(project.name, current, {
        action: 'redeploy',
        [TOKEN]: token,
        [REBUILD_OF]: current,
        [AUTO_ASSIGN]: String(project.autoAssignCustomDomains !== false),
    });
}
async function waitForBuild({ ctx, vercel }, id) {
    const progress = ctx.progress(`Vercel builds ${id}`, 'items');
    const built = await poll(ctx, BUILD_LIMIT_MS, `the build ${id}`, async () => {
        const found = await vercel.deployment(id);
        const readyState = found?.readyState ?? 'DELETED';
        if (FAILED.includes(readyState)) {
            throw new runtime_errors.RewindError('deployment-switch-failed', `Vercel could not build ${id} with the new signing secret (${readyState}).`, {
                resource: ctx.resource,
                remedy: 'Check its build log in the Vercel dashboard, then run the same rollback again to rebuild. Until then, signature checks of webhooks fail.',
            });
        }
        return found && readyState === 'READY' ? found : undefined;
    });
    progress.end('ready');
    return built;
}
/** Waits until production serves the build; promotes the build if Vercel does not assign the domains automatically. */
async function serve({ ctx, vercel, token }, id) {
    const serves = async () => {
        const live = (await vercel.project()).targets?.production?.id;
        if (live === undefined || live === id)
            return live === undefined ? undefined : true;
        // Another operator's build for the same secrets is equivalent.
        return (await vercel.deployment(live))?.meta?.[TOKEN] === token ? true : undefined;
    };
    if (await serves())
        return;
    const { autoAssignCustomDomains } = await vercel.project();
    if (autoAssignCustomDomains === false) {
        // 409: a switch is in progress or already done. The live production deployment decides.
        await vercel.requestSwitch('promote', id).catch((error) => {
            if (!(error instanceof http_failure/* HttpFailure */.HR) || error.status !== 409)
                throw error;
        });
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
            throw new runtime_errors.RewindError('deadline-exceeded', `Waited ${limitMs / 60_000} minutes for ${what}.`, {
                resource: ctx.resource,
            });
        }
        await ctx.clock.sleep(wait * (0.75 + ctx.random() / 2), ctx.signal);
    }
}

// EXTERNAL MODULE: ./lib/services/vercel/env.js
var vercel_env = __webpack_require__(94813);
;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/secret-destination.js



/**
 * Sets the variables of the production environment to the secret; other environments keep their values. Only later
 * builds get the value.
 */
async function writeSecret(ctx, destination, secret) {
    ctx.masker.add(secret);
    const env = (0,vercel_env/* vercelEnv */.T)(ctx, destination);
    const rows = await productionRows(ctx, destination);
    for (const key of destination.keys) {
        const [shared, own] = [rowsOf(rows, key, true), rowsOf(rows, key, false)];
        // Splits a row that production shares with preview or development: they verify signatures of another endpoint.
        for (const row of shared)
            await env.edit(row, { target: row.target.filter((name) => name !== vercel_env/* PRODUCTION */.e) });
        for (const row of own)
            await env.edit(row, { value: secret });
        if (own.length === 0)
            await env.create([{ key, value: secret, type: 'sensitive', target: [vercel_env/* PRODUCTION */.e] }]);
    }
}
const rowsOf = (rows, key, shared) => rows.filter((row) => row.key === key && row.target.length > 1 === shared);
/** Read-only: checks that Rewind can write the secret and redeploy the project. */
async function checkDestination(ctx, destination) {
    const { project, keys } = destination;
    if (ctx.env.secret('VERCEL_TOKEN') === undefined) {
        const message = `VERCEL_TOKEN is not set, so Rewind could not write a new signing secret to project ${project}.`;
        return [unreachable(message, 'Set VERCEL_TOKEN, or remove the entry under signing-secrets.')];
    }
    try {
        const rows = await productionRows(ctx, destination);
        await (0,deployments/* vercelDeployments */.g6)(ctx, destination).project();
        const missing = keys.filter((key) => !rows.some((row) => row.key === key));
        return missing.map((key) => ({
            level: 'warning',
            code: 'stripe-secret-target-missing',
            message: `Vercel project ${project} has no production variable ${key}. Rewind would create it for the secret of a re-created endpoint.`,
            remedy: 'Check the name under signing-secrets: the app must read this variable.',
        }));
    }
    catch (error) {
        if (!(error instanceof runtime_errors.RewindError) || error.code === 'cancelled')
            throw error;
        return [unreachable(`Rewind could not write a new signing secret: ${error.message}`, error.remedy)];
    }
}
const unreachable = (message, remedy) => ({
    level: 'error',
    code: 'stripe-secret-target-unreachable',
    message,
    remedy,
});
async function productionRows(ctx, destination) {
    const { rows } = await (0,vercel_env/* vercelEnv */.T)(ctx, destination).list(false);
    return rows.filter((row) => row.target.includes(vercel_env/* PRODUCTION */.e) && !row.gitBranch);
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/plan.js




/**
 * Updates an endpoint in place if Stripe allows it, re-creates it only if it is gone, and disables (never deletes) one that
 * did not exist at the snapshot: deleting an endpoint would lose its signing secret.
 *
 * @throws RewindError snapshot-foreign if live has another mode or account than the snapshot
 */
function plan(saved, live) {
    refuseForeign(saved, live);
    const matched = match(saved, live);
    const taken = new Set([...matched.values()].map((hook) => hook?.id));
    const pairs = new Map([...matched].filter(([desired, actual]) => !isDropped(desired, actual, live)));
    const crowded = isCrowded(pairs, live);
    const extras = live.hooks
        .filter((hook) => hook.inScope && hook.enabled && !taken.has(hook.id))
        .filter((hook) => !isLeftOut(saved, hook) && !isUnread(saved, hook));
    const missed = [...pairs].flatMap(([desired, actual]) => (actual === undefined ? [desired] : []));
    const instead = new Map(missed.map((desired) => [desired, inThePlaceOf(desired, extras, live)]));
    const stay = new Set([...instead.values()].flat());
    return [
        ...[...pairs].flatMap(([desired, actual]) => planOne(desired, actual, live, crowded, instead.get(desired))),
        ...extras.filter((hook) => !stay.has(hook)).map((hook) => disableNew(hook, saved, live)),
        ...redeploys(pairs, live),
    ];
}
/**
 * The endpoints that receive the events of one that a person must create: Stripe keeps no event for an endpoint that is
 * disabled, so they stay enabled until that is done.
 */
const inThePlaceOf = (desired, extras, live) => desired.url === null || !desired.enabled || destinationOf(desired, live.secretDestinations) !== undefined
    ? []
    : extras.filter((hook) => sameUrl(desired, hook));
function refuseForeign(saved, live) {
    const mode = (livemode) => (livemode ? 'live' : 'test');
    if (saved.livemode !== live.livemode) {
        throw new runtime_errors.RewindError('snapshot-foreign', `The snapshot holds the ${mode(saved.livemode)}-mode endpoints of Stripe, but STRIPE_API_KEY is a ${mode(live.livemode)}-mode key.`, { remedy: `Give a ${mode(saved.livemode)}-mode key in STRIPE_API_KEY, or choose another snapshot.` });
    }
    if (saved.account !== null && live.account !== null && saved.account !== live.account) {
        throw new runtime_errors.RewindError('snapshot-foreign', `The snapshot belongs to the Stripe account ${saved.account}, but STRIPE_API_KEY belongs to ${live.account}.`, { remedy: `Give a key of ${saved.account}, or choose another snapshot.` });
    }
}
/** Pairs each endpoint of the snapshot with its live counterpart: by id, by Rewind's provenance, then by URL. */
function match(saved, live) {
    const free = new Map(live.hooks.map((hook) => [hook.id, hook]));
    const scoped = saved.hooks.filter((hook) => hook.inScope && !isUnread(live, hook));
    const pairs = new Map(scoped.map((hook) => [hook, undefined]));
    const rules = [
        (desired, actual) => desired.id === actual.id,
        (desired, actual) => actual.standsFor.includes(desired.id),
        (desired, actual) => actual.secret !== 'created' && isSameAddress(desired, actual),
    ];
    for (const rule of rules) {
        for (const desired of scoped) {
            if (pairs.get(desired))
                continue;
            const found = [...free.values()]
                .filter((actual) => desired.kind === actual.kind && rule(desired, actual))
                .sort(byUse)[0];
            if (!found)
                continue;
            pairs.set(desired, found);
            free.delete(found.id);
        }
    }
    return pairs;
}
/** Prefers a finished endpoint over one with a lost secret, then an enabled one over a disabled one. */
function byUse(a, b) {
    const rank = (hook) => (hook.secret === 'created' ? 2 : 0) + (hook.enabled ? 0 : 1);
    return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}
function isSameAddress(desired, actual) {
    const same = desired.url !== null && sameUrl(desired, actual) && desired.connect === actual.connect;
    return same && (0,digest/* canonicalJson */.dj)(desired.fixed) === (0,digest/* canonicalJson */.dj)(actual.fixed);
}
function label(hook) {
    const what = hook.kind === 'endpoint' ? 'Stripe webhook endpoint' : 'Stripe event destination';
    return `${what} ${JSON.stringify(hook.url ?? hook.name ?? hook.id)}`;
}
/** The destination of the endpoint's new signing secret, by its redacted URL (with or without query) or description. */
function destinationOf(hook, targets) {
    const url = hook.url?.replace(/\?…$/, '');
    return targets.find(({ match: key }) => key === hook.url || key === url || key === hook.description);
}
/** True for an endpoint that an interrupted run created, and whose signing secret may be lost. */
function isLost(desired, actual) {
    return actual.id !== desired.id && actual.secret === 'created';
}
/** Counts the final number of endpoints, so that the plan after an interrupted run has the same warnings. */
function isCrowded(pairs, live) {
    const kept = live.hooks.filter((hook) => hook.url !== null && hook.secret !== 'created').length;
    const added = [...pairs].filter(([desired, actual]) => desired.url !== null && (!actual || isLost(desired, actual))).length;
    return kept + added > ENDPOINT_LIMIT;
}
function planOne(desired, actual, live, crowded, instead = []) {
    if (!actual)
        return [recreate(desired, live, crowded, 'it was deleted since the snapshot', instead)];
    const standsIn = actual.id !== desired.id;
    if (isLost(desired, actual)) {
        const why = 'an interrupted run created it, and its signing secret may be lost';
        return [recreate(desired, live, crowded, why)];
    }
    const changes = updateInPlace(desired, actual);
    if (standsIn && !actual.standsFor.includes(desired.id))
        changes.push(unknownSecret(desired, actual));
    return changes;
}
/** The change of the fields that differ, if any. */
function updateInPlace(desired, actual) {
    const fields = differences(desired, actual);
    if (fields.length === 0)
        return [];
    const text = (side) => fields.map((field) => `${field.name}: ${field[side]}`).join('\n');
    const moved = fields.some((field) => field.name === 'url');
    return [
        {
            id: `update:${actual.id}`,
            stage: 'services',
            action: 'update',
            target: label(desired),
            before: text('before'),
            after: text('after'),
            effect: 'live',
            undo: 'Set the earlier values again; id and signing secret stay the same.',
            warnings: [
                ...(moved ? ['Events will go to another URL.'] : []),
                ...(desired.enabled || !actual.enabled
                    ? []
                    : ['This endpoint will receive no more events: it was disabled at the snapshot.']),
            ],
            params: { kind: 'update', hook: desired.kind, saved: desired.id, live: actual.id },
        },
    ];
}
/** @param instead the endpoints that stay enabled until a person has created this one */
function recreate(desired, live, crowded, why, instead = []) {
    const target = destinationOf(desired, live.secretDestinations);
    const connect = desired.connect || (desired.url !== null && live.connect.includes(desired.url));
    const base = {
        id: `create:${desired.id}`,
        stage: 'services',
        action: 'create',
        target: label(desired),
        before: null,
        after: `${desired.enabled ? 'enabled' : 'disabled'}, events: ${eventsText(desired.events)}`,
        effect: 'live',
        undo: 'Disable the new endpoint.',
        warnings: [
            `Re-created, because ${why}: it gets a new id and a new signing secret. It does not receive the events of the meantime.`,
            target
                ? `The new secret is written to ${target.keys.join(', ')} of Vercel project ${target.project}; give it to every other program that verifies signatures.`
                : 'No signing-secrets entry is configured for it: signature checks fail until the app has the new secret.',
            ...(desired.kind === 'endpoint' && !connect ? [CONNECT_WARNING] : []),
            ...(crowded ? [`The account would have more than ${ENDPOINT_LIMIT} endpoints: Stripe may refuse this one.`] : []),
        ],
        params: { kind: 'create', hook: desired.kind, saved: desired.id, connect },
    };
    if (desired.url === null) {
        return {
            ...base,
            manual: `Create it in the Stripe dashboard and associate it again in AWS or Azure (${why}).`,
        };
    }
    if (target)
        return base;
    const manual = `Create it in the Stripe dashboard and give its signing secret to the app; or add a signing-secrets entry for ` +
        `${JSON.stringify(desired.url.replace(/\?…$/, ''))} to this resource and plan again, so that Rewind does both.`;
    const stays = instead.length === 0
        ? ''
        : ` At this URL there is now ${instead.map(({ id }) => id).join(' and ')}, which did not exist at the snapshot and stays enabled until then. Plan again afterwards, so that Rewind disables it.`;
    return { ...base, manual: `${manual}${stays}` };
}
/** Endpoints per account and mode, as far as known; only for a warning. */
const ENDPOINT_LIMIT = 16;
const CONNECT_WARNING = 'It is created as an account endpoint; if it was a Connect endpoint, list its URL under "connect" first.';
/** Another client re-created it. Rewind restores everything except the secret, which Stripe does not return. */
function unknownSecret(desired, actual) {
    return {
        id: `secret:${actual.id}`,
        stage: 'services',
        action: 'run',
        target: label(desired),
        before: `id ${actual.id}`,
        after: `id ${desired.id}`,
        effect: 'live',
        undo: null,
        manual: `It was deleted and created again by hand since the snapshot (${desired.id} is now ${actual.id}), so its signing secret is another one. ` +
            'Make sure that the restored app has the secret of the new one: see "Signing secret" in the Stripe dashboard.',
        warnings: [],
        params: {},
    };
}
function disableNew(hook, saved, live) {
    const target = hook.secret === null ? undefined : destinationOf(hook, live.secretDestinations);
    const stays = saved.hooks.some((other) => other.enabled && sameUrl(other, hook));
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
            'It did not exist at the snapshot. It is disabled, not deleted: deleting it would lose its signing secret.',
            ...(target !== undefined && stays
                ? [
                    `${target.keys.join(', ')} of Vercel project ${target.project} has the signing secret of the endpoint that is disabled. Give the app the secret of the one that stays (Stripe dashboard), or its signature checks fail.`,
                ]
                : []),
        ],
        params: { kind: 'disable', hook: hook.kind, live: hook.id },
    };
}
/** A deployment has the variables of its build time, so a new secret takes effect only after a redeploy. */
function redeploys(pairs, live) {
    const projects = new Map();
    // By project: the changes that make a new secret, and whether an endpoint has one already.
    const due = new Set();
    const causes = new Map();
    for (const [desired, actual] of pairs) {
        const target = destinationOf(desired, live.secretDestinations);
        const renewed = !actual || (actual.id !== desired.id && actual.secret !== null);
        if (!target || !renewed || desired.url === null)
            continue;
        projects.set(target.project, target);
        const known = causes.get(target.project) ?? [];
        if (actual)
            due.add(target.project);
        else
            causes.set(target.project, [...known, `create:${desired.id}`]);
    }
    return [...projects.values()].map((target) => ({
        id: `redeploy:${target.project}`,
        stage: 'services',
        action: 'run',
        target: `Vercel project ${target.project}`,
        before: 'production was built with the old signing secret',
        after: 'the same deployment, rebuilt with the new signing secret',
        effect: 'live',
        deploys: true,
        follows: due.has(target.project) ? [] : (causes.get(target.project) ?? []),
        undo: 'Switch production back to the previous deployment (its signature checks would fail).',
        warnings: ['Afterwards production serves a rebuild of its current deployment, with a new deployment id.'],
        params: { kind: 'redeploy', project: target.project, team: target.team },
    }));
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/verify.js






/** No integration subscribes to this type, so a receiver verifies the event and then ignores it. */
const EVENT_TYPE = 'rewind.verification';
/** Secrets given in the configuration (`signing-secrets.*.secret`). @throws RewindError credential-missing */
function configuredSecrets(config, ctx) {
    const targets = destinationsOf(config);
    const entries = Object.values(config['signing-secrets'] ?? {});
    return (hook) => {
        const shown = { url: hook.url === null ? null : redactUrl(hook.url), description: hook.description };
        const target = destinationOf(shown, targets);
        const reference = target && entries[targets.indexOf(target)]?.secret;
        return reference === undefined ? undefined : ctx.env.resolve(reference, ctx.resource);
    };
}
/**
 * Posts two events to each enabled endpoint: one signed with its secret (expects 2xx), one signed with another secret
 * (expects 4xx). The application receives them, so this needs an opt-in.
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
        if (!(error instanceof runtime_errors.RewindError) || error.code === 'cancelled')
            throw error;
        return [
            {
                level: 'error',
                code: 'stripe-endpoint-unreachable',
                message: `${where} could not be reached with a test event: ${error.message}`,
                remedy: 'Stripe cannot deliver to it either. Check the deployment behind this URL.',
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















/** Applies one change. Decides from the live endpoints, so it can be repeated at any time. */
async function apply(config, change, ctx, source) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    const run = { config, ctx, api, source };
    const step = params.parse(change.params);
    switch (step.kind) {
        case 'update':
            return apply_update(run, step, change);
        case 'create':
            return apply_recreate(run, step.saved, change.target);
        case 'disable':
            return disable(api, step);
        case 'redeploy':
            return deploySecrets(run, step);
    }
}
async function apply_update(run, { saved, hook, live }, change) {
    const desired = await savedHook(run, saved);
    const actual = await run.api.find(hook, live);
    if (!actual) {
        throw new runtime_errors.RewindError('api-not-found', `${change.target} was deleted after the plan was made.`, {
            resource: run.ctx.resource,
            remedy: 'Run the plan again: it then re-creates the endpoint.',
        });
    }
    const [was, is] = await Promise.all([desired, actual].map((one) => stateOf(run.config, run.ctx, one)));
    const [left] = was && is ? updateInPlace(was, is) : [];
    if (left === undefined)
        return;
    (0,as_planned/* assertAsPlanned */.Jf)(change, left.before, run.ctx, 'in Stripe');
    await converge(run.api, desired, actual);
}
async function disable(api, { hook, live }) {
    const actual = await api.find(hook, live);
    if (actual?.enabled)
        await api.update(hook, live, { enabled: false });
}
/** Each attempt has its own idempotency key. A second one is needed only if the key holds a failure or a lost secret. */
const ATTEMPTS = 4;
/** Keys at most, also those that earlier rollbacks to the same snapshot used: Stripe keeps them for a day. */
const KEYS = 100;
/**
 * Re-creates the endpoint and writes its new signing secret to its destination. A rerun within 24 h sends the same
 * idempotency key, and Stripe repeats its response with the secret. A later rerun replaces the endpoint.
 */
async function apply_recreate(run, saved, name) {
    const { ctx, api } = run;
    const desired = await savedHook(run, saved);
    const destination = requireDestination(run, desired);
    const replacements = await replacementsOf(api, desired);
    const done = replacements.find((hook) => hook.id === desired.id || readProvenance(hook.metadata).secret !== 'created');
    if (done)
        return converge(api, desired, done);
    const first = Math.max(1, ...replacements.map((hook) => readProvenance(hook.metadata).attempt));
    let failures = 0;
    for (let attempt = first; failures < ATTEMPTS && attempt < first + KEYS; attempt += 1) {
        const created = await apply_create(run, desired, attempt);
        const actual = created && (await api.find(desired.kind, created.id));
        if (!created?.secret || !actual || !standsFor(actual, desired)) {
            if (!isUsed(created, actual, desired))
                failures += 1;
            await removeLost(api, desired, undefined);
            continue;
        }
        await writeSecret(ctx, destination, created.secret);
        ctx.memory.set(created.id, created.secret);
        await converge(api, desired, actual, recordSecret('written'));
        await removeLost(api, desired, created.id);
        ctx.log.info(`Stripe: re-created ${name} and wrote its signing secret to ${destination.keys.join(', ')}`);
        return;
    }
    throw new runtime_errors.RewindError('api-unavailable', `Could not re-create ${name} with a readable signing secret.`, {
        resource: ctx.resource,
        remedy: 'Check status.stripe.com, then run the same rollback again; nothing is lost.',
    });
}
const standsFor = (actual, desired) => readProvenance(actual.metadata).of.includes(desired.id);
/**
 * True if the key belongs to an earlier rollback to this snapshot: Stripe repeats its response, but somebody removed that
 * endpoint since, or made another one of it, which this plan disables.
 */
const isUsed = (created, actual, desired) => created !== undefined && (actual === undefined || !standsFor(actual, desired));
/** Undefined if this idempotency key can only repeat a failure. */
async function apply_create({ config, ctx, api }, desired, attempt) {
    const { kind, url, name, events, description, fixed, metadata } = desired;
    const provenance = newProvenance(desired.id, readProvenance(metadata).of, attempt);
    const connect = isConnect(config, desired);
    const hook = {
        kind,
        url,
        name,
        events,
        description,
        fixed,
        connect,
        metadata: { ...withoutProvenance(metadata), ...provenance },
    };
    try {
        return await api.create(hook, `rewind-${ctx.snapshotId}-${desired.id}-${attempt}`);
    }
    catch (error) {
        if (error instanceof http_failure/* HttpFailure */.HR && (isStoredFailure(error) || isOtherParameters(error))) {
            ctx.log.debug(`Stripe: attempt ${attempt} to re-create ${desired.id} cannot succeed with its key: ${error.message}`);
            return undefined;
        }
        throw error;
    }
}
/** v1 stores the response of a request that failed with 500 and repeats it for 24 hours. */
function isStoredFailure(failure) {
    return failure.status === 500;
}
function isOtherParameters(failure) {
    const body = schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ type: schemas/* literal */.euz('idempotency_error') }) }).safeParse(failure.body);
    return failure.status === 400 && body.success;
}
/** This live endpoint and its replacements. */
async function replacementsOf(api, desired) {
    const live = await api.list();
    return live.filter((hook) => hook.kind === desired.kind && (hook.id === desired.id || readProvenance(hook.metadata).of.includes(desired.id)));
}
/** Removes unusable endpoints: an interrupted run created them, and their secret is lost. */
async function removeLost(api, desired, keep) {
    for (const hook of await replacementsOf(api, desired)) {
        if (hook.id !== keep && hook.id !== desired.id && readProvenance(hook.metadata).secret === 'created') {
            await api.remove(hook.kind, hook.id);
        }
    }
}
/** Rebuilds production once with all written secrets, then clears the provenance states. */
async function deploySecrets({ config, ctx, api }, { project, team }) {
    const destinations = destinationsOf(config);
    const waiting = (await api.list()).filter((hook) => readProvenance(hook.metadata).secret === 'written' &&
        destinationOf(apply_shown(hook), destinations)?.project === project);
    if (waiting.length === 0)
        return;
    const token = (0,digest/* sha256 */.sc)((0,digest/* canonicalJson */.dj)([ctx.snapshotId, ...waiting.map((hook) => hook.id).sort()])).slice(0, 24);
    await redeploy(ctx, { project, team }, token);
    if (config['verify-events'])
        await requireSignatures(config, ctx, waiting);
    for (const hook of waiting)
        await api.update(hook.kind, hook.id, { metadata: recordSecret(null) });
}
/** The app behind each endpoint must accept events that are signed with the new secret, and reject others. */
async function requireSignatures(config, ctx, hooks) {
    const ids = new Set(hooks.map((hook) => hook.id).filter((id) => ctx.memory.has(id)));
    const findings = await verifyEndpoints(config, ctx, (hook) => ctx.memory.get(hook.id), (hook) => ids.has(hook.id));
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length === 0)
        return;
    throw new runtime_errors.RewindError('verify-differs', 'Production was rebuilt, but the app does not verify signatures with the new secret.', {
        resource: ctx.resource,
        problems: errors.map(({ message }) => message),
        remedy: 'Check that the app reads the variable named under signing-secrets, then deploy it again.',
    });
}
/** Sends only the differences, if any. */
async function converge(api, desired, actual, provenance = {}) {
    const change = updateFor(desired, actual, provenance);
    if (Object.keys(change).length > 0)
        await api.update(actual.kind, actual.id, change);
}
function updateFor(desired, actual, provenance) {
    const metadata = {
        ...metadataChange(withoutProvenance(desired.metadata), withoutProvenance(actual.metadata)),
        ...provenance,
    };
    return {
        ...(desired.url === null || desired.url === actual.url ? {} : { url: desired.url }),
        ...(desired.name === null || desired.name === actual.name ? {} : { name: desired.name }),
        ...((0,digest/* canonicalJson */.dj)(desired.events) === (0,digest/* canonicalJson */.dj)(actual.events) ? {} : { events: desired.events }),
        ...(desired.enabled === actual.enabled ? {} : { enabled: desired.enabled }),
        ...(desired.description === actual.description ? {} : { description: desired.description }),
        ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
    };
}
function metadataChange(desired, actual) {
    const removed = Object.keys(actual).filter((key) => !Object.hasOwn(desired, key));
    const set = Object.entries(desired).filter(([key, value]) => (0,json/* own */.ZV)(actual, key) !== value);
    return { ...Object.fromEntries(removed.map((key) => [key, null])), ...Object.fromEntries(set) };
}
async function savedHook({ ctx, api, source }, id) {
    const hook = (await savedHooks(ctx, source)).find((candidate) => candidate.id === id);
    if (!hook) {
        throw new runtime_errors.RewindError('snapshot-corrupt', `Endpoint ${id} is in the manifest, but not in the payload.`, {
            resource: ctx.resource,
        });
    }
    if (hook.livemode !== modeOf(ctx, api, [])) {
        throw new runtime_errors.RewindError('snapshot-foreign', 'The snapshot and STRIPE_API_KEY do not have the same mode (test or live).', {
            resource: ctx.resource,
        });
    }
    return hook;
}
function requireDestination({ config, ctx }, desired) {
    const destination = destinationOf(apply_shown(desired), destinationsOf(config));
    if (destination)
        return destination;
    throw new runtime_errors.RewindError('plan-mismatch', 'The signing-secrets entry that the plan relied on is no longer configured.', {
        resource: ctx.resource,
    });
}
function apply_shown(hook) {
    return { url: hook.url === null ? null : redactUrl(hook.url), description: hook.description };
}

// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/replay.js






const DAY_MS = 86_400_000;
/** Stripe deletes older events. */
const KEPT_DAYS = 30;
/** More than a plan can show, and some 3 hours of sending. */
const MOST_EVENTS = 50_000;
/** The application refused the event: to send it again does not help. 408 and 429 are temporary. */
const REFUSED = Array.from({ length: 100 }, (_, index) => 400 + index).filter((code) => code !== 408 && code !== 429);
/** Sends Stripe's events to the endpoints again, signed with their secrets: Stripe has no public call for it. */
const replay = { plan: replay_plan, sender };
async function replay_plan(config, ctx, from, until) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    const { chosen, skipped } = sortEndpoints(config, ctx, await api.list());
    const events = [];
    const versions = new Set();
    for await (const { id, type, created, api_version: version } of api.events(seconds(from), seconds(until))) {
        const targets = chosen.flatMap(({ hook }, at) => (subscribes(hook, type) ? [at] : []));
        if (targets.length === 0)
            continue;
        events.push({ id, type, created: new Date(created * 1000).toISOString(), targets });
        for (const at of targets) {
            const wanted = chosen[at]?.hook.fixed.apiVersion;
            if (version && typeof wanted === 'string' && wanted !== version)
                versions.add(`${version} instead of ${wanted}`);
        }
        if (events.length > MOST_EVENTS) {
            throw new runtime_errors.RewindError('too-large', `Stripe lists more than ${MOST_EVENTS} events since ${from}.`, {
                resource: ctx.resource,
                remedy: 'Limit "endpoints" of the resource in rewind.yml, or let the application read the objects from Stripe.',
            });
        }
    }
    const oldest = ctx.clock.now().getTime() - KEPT_DAYS * DAY_MS;
    return {
        from,
        until,
        events: events.reverse(),
        targets: chosen.map(({ hook }) => ({ id: hook.id, address: redactUrl(hook.url ?? '') })),
        skipped,
        warnings: [
            ...(Date.parse(from) < oldest
                ? [`Stripe keeps events for ${KEPT_DAYS} days: those before ${new Date(oldest).toISOString()} are gone.`]
                : []),
            ...[...versions].sort().map((each) => `Some events are sent in API version ${each} of the endpoint.`),
        ],
    };
}
async function sender(config, ctx, approved) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    const { chosen } = sortEndpoints(config, ctx, await api.list());
    const byId = new Map(chosen.map((each) => [each.hook.id, each]));
    for (const { id, address } of approved.targets) {
        if (redactUrl(byId.get(id)?.hook.url ?? '') === address)
            continue;
        throw new runtime_errors.RewindError('plan-drift', `The endpoint ${id} (${address}) is not what was approved any more.`, {
            resource: ctx.resource,
            remedy: 'Make a new plan: "rewind replay". Events that were sent already are in it again.',
        });
    }
    return async ({ event, target }) => {
        const to = byId.get(target.id);
        const content = await api.event(event.id);
        if (!to || !content)
            return { kind: 'refused', answer: 'Stripe no longer keeps this event' };
        return replay_post(ctx, to, content, `send ${event.type} ${event.id} again`);
    };
}
/** The endpoints that can be sent to, by id, and the others with the reason. */
function sortEndpoints(config, ctx, hooks) {
    const secretOf = configuredSecrets(config, ctx);
    const chosen = [];
    const skipped = [];
    for (const hook of hooks.filter((each) => each.enabled && isInScope(config, each))) {
        const why = obstacle(config, hook);
        const secret = why === null ? secretOf(hook) : undefined;
        const address = hook.url === null ? (hook.name ?? hook.id) : redactUrl(hook.url);
        if (why !== null)
            skipped.push({ address, ...why });
        else if (secret === undefined)
            skipped.push({ address, ...NO_SECRET });
        else {
            for (const each of [secret, ...secretsOf(hook.url ?? '')])
                ctx.masker.add(each);
            chosen.push({ hook, secret });
        }
    }
    return { chosen, skipped };
}
const NO_SECRET = {
    reason: 'its signing secret is not known here',
    remedy: 'Add "secret: ${NAME}" to its entry under signing-secrets, and give this job that secret.',
};
const BY_HAND = 'Send its events with "stripe events resend", or let the application read the objects from Stripe.';
function obstacle(config, hook) {
    if (hook.url === null)
        return { reason: 'it is not a webhook', remedy: BY_HAND };
    if (hook.kind === 'destination' && hook.fixed.eventPayload !== 'snapshot') {
        return { reason: 'it takes thin events, which Stripe does not list', remedy: BY_HAND };
    }
    if (isConnect(config, hook))
        return { reason: 'its events belong to connected accounts', remedy: BY_HAND };
    return null;
}
const subscribes = ({ events }, type) => events.includes('*') || events.includes(type);
const seconds = (iso) => Math.floor(Date.parse(iso) / 1000);
/** @throws HttpFailure when the application does not answer, or says that it failed */
async function replay_post(ctx, { hook, secret }, event, what) {
    const body = JSON.stringify(event, null, 2);
    const signature = await sign(body, secret, Math.floor(ctx.clock.now().getTime() / 1000));
    const { status } = await ctx.http.request({
        service: 'The webhook endpoint',
        what,
        resource: ctx.resource,
        method: 'POST',
        url: hook.url ?? '',
        headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
        body,
        // Stripe itself delivers at least once; the application knows the event by its id.
        repeatable: true,
        accept: REFUSED,
        deadlineMs: 60_000,
    }, schemas/* unknown */.L5J());
    return status < 300 ? { kind: 'accepted' } : { kind: 'refused', answer: `HTTP ${status}` };
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/capabilities.js



const capabilities = {
    access: async (_config, ctx) => {
        const key = ctx.env.token('STRIPE_API_KEY', ctx.resource);
        if (key.startsWith('sk_')) {
            return { credential: 'STRIPE_API_KEY', writes: true, why: 'it is a secret key, which has every permission' };
        }
        const why = key.startsWith('rk_')
            ? 'it is a restricted key, which Stripe does not describe'
            : 'it begins with neither sk_ nor rk_';
        return { credential: 'STRIPE_API_KEY', writes: null, why };
    },
    blindSpots: blindSpots,
    describeState: ({ hooks }) => ({
        content: (0,counted/* counted */.h)(hooks.filter(({ inScope }) => inScope).length, 'webhook endpoint'),
    }),
    replay: replay,
};

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/check.js







/** A restore needs two free slots: for a re-created endpoint, and for one of an interrupted run. */
const NEAR_LIMIT = ENDPOINT_LIMIT - 2;
const NOT_PRODUCTION = /(^|-)(test|testing|staging|stage|dev|preview|sandbox|demo)(-|$)/;
/** Read-only: checks the key, its mode and permissions, and whether a restore can work. */
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
    const targets = await Promise.all(destinationsOf(config).map((target) => checkDestination(ctx, target)));
    return [
        ...keyFindings(ctx, api, hooks),
        ...countFindings(hooks, scoped),
        ...hookFindings(config, scoped),
        ...targets.flat(),
    ];
}
function accessFinding(error) {
    if (!(error instanceof runtime_errors.RewindError))
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
/** At most this many endpoints are named in one finding. */
const NAMED = 10;
/** One finding a problem, not one an endpoint: the account may have many. */
function hookFindings(config, hooks) {
    const found = (code, is, [one, many], remedy) => {
        const names = hooks.filter(is).map(check_nameOf);
        const [first] = names;
        if (first === undefined)
            return [];
        const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
        const message = names.length === 1
            ? `${first} ${one}.`
            : `${names.length} endpoints ${many}: ${names.slice(0, NAMED).join(', ')}${more}.`;
        return [{ level: 'warning', code, message, remedy }];
    };
    return [
        ...found('stripe-endpoint-disabled', ({ enabled }) => !enabled, ['is disabled now; a snapshot would keep it so', 'are disabled now, and a snapshot would keep them so'], 'Enable what should receive events before the snapshot.'),
        ...found('stripe-no-secret-target', (hook) => hook.url !== null && !destinationOf(shownOf(hook), destinationsOf(config)), [
            'has no entry under signing-secrets: if it is deleted, a person must re-create it',
            'have no entry under signing-secrets, so a person must re-create one that is deleted',
        ], 'Add an entry for each that says which Vercel variable holds its signing secret.'),
        ...found('stripe-unfinished-restore', ({ metadata }) => readProvenance(metadata).secret !== null, ['was re-created by a rollback that did not finish', 'were re-created by a rollback that did not finish'], 'Run the same rollback again: it goes on from there.'),
    ];
}
const check_nameOf = ({ url, name, id }) => (url === null ? (name ?? id) : redactUrl(url));
const shownOf = ({ url, description }) => ({ url: url === null ? null : redactUrl(url), description });

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/preflight.js





/** Checks the key's mode (by the payloads), free slots for new endpoints, and secret destinations. */
async function preflight(config, changes, ctx, source) {
    const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
    const [hooks, saved] = await Promise.all([api.list(), source === null ? [] : savedHooks(ctx, source)]);
    const findings = [];
    if (saved[0] && saved[0].livemode !== modeOf(ctx, api, hooks)) {
        const message = 'The snapshot and STRIPE_API_KEY do not have the same mode (test or live).';
        const remedy = 'Use a key of the mode that the snapshot was taken in.';
        findings.push({ level: 'error', code: 'stripe-mode-mismatch', message, remedy });
    }
    const creates = changes.filter((change) => change.manual === undefined && params.parse(change.params).kind === 'create');
    const webhooks = hooks.filter((hook) => hook.url !== null).length;
    if (creates.length > 0 && webhooks + creates.length > ENDPOINT_LIMIT) {
        const message = `Stripe allows about ${ENDPOINT_LIMIT} endpoints; the account has ${webhooks}, and ${creates.length} must be re-created.`;
        const remedy = 'Delete endpoints that are no longer needed, then run again.';
        findings.push({ level: 'warning', code: 'stripe-endpoint-limit', message, remedy });
    }
    if (creates.length === 0)
        return findings;
    const targets = await Promise.all(destinationsOf(config).map((target) => checkDestination(ctx, target)));
    return [...findings, ...targets.flat()];
}

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/prove.js



/** Compares the payload with the manifest; on request, tests that live endpoints verify signatures. */
async function prove(config, saved, ctx, source, depth) {
    const hooks = await savedHooks(ctx, source);
    const states = await Promise.all(hooks.map((hook) => stateOf(config, ctx, hook)));
    const comparable = (list) => 
    // Ignores scope and connect: they follow the configuration, which may have changed.
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

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/index.js









/** Webhook endpoints (v1) and event destinations (v2) of one Stripe account, in the mode of the key. */
/* harmony default export */ const stripe_webhooks = ((0,provider/* defineProvider */.Nj)({
    id: 'stripe-webhooks',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    prove: prove,
    preflight: preflight,
    capabilities: capabilities,
}));


/***/ }),

/***/ 26607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listEvents: () => (/* binding */ listEvents)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _sdk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93208);


/** Stripe's maximum for one page. */
const PAGE = 100;
const page = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()), has_more: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() });
/**
 * The events of a time span, newest first, as Stripe lists them. Page by page, so that a caller keeps only what it needs of
 * each, and may stop.
 *
 * @throws RewindError
 */
async function* listEvents(calls, event, { from, until, types }) {
    let after;
    for (;;) {
        const params = {
            created: { gte: from, lt: until },
            limit: PAGE,
            ...(types === undefined ? {} : { types: [...types] }),
            ...(after === undefined ? {} : { starting_after: after }),
        };
        const { data, has_more: more } = (0,_sdk_js__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .q)(calls, page, await (0,_sdk_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(calls, calls.sdk.events.list(params)), 'a list');
        const found = data.map((item) => (0,_sdk_js__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .q)(calls, event, item, 'an event'));
        yield* found;
        after = found.at(-1)?.id;
        if (!more || after === undefined)
            return;
    }
}


/***/ }),

/***/ 93208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openStripe: () => (/* binding */ openStripe),
  q: () => (/* binding */ parse),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
;// CONCATENATED MODULE: ./lib/services/stripe/http-client.js


const READ = 'Webhook endpoints: read';
const WRITE = 'Webhook endpoints: write';
/** Time limit of a creation under one idempotency key, because v1 keeps repeating a stored failure. */
const CREATE_DEADLINE_MS = 30_000;
const DROPPED_HEADERS = new Set(['content-length', 'user-agent', 'x-stripe-client-user-agent']);
const CONFLICT_TRIES = 5;
/** Sends the SDK's requests through Rewind's HTTP client. */
function stripeHttpClient(ctx) {
    return {
        getClientName: () => 'rewind',
        async makeRequest(host, port, path, method, headers, body, protocol) {
            const verb = schemas/* enum */.k5n(['GET', 'POST', 'DELETE']).parse(method);
            const send = () => ctx.http.request({
                service: 'Stripe',
                credential: 'STRIPE_API_KEY',
                what: `${verb} ${path.split('?')[0] ?? path}`,
                resource: ctx.resource,
                method: verb,
                url: `${protocol}://${host}:${port}${path}`,
                headers: plainHeaders(headers, keepsKey(path, verb)),
                ...(verb === 'POST' ? { body } : {}),
                // Creations have an idempotency key; all other requests are idempotent.
                repeatable: true,
                permission: permissionFor(path, verb),
                ...(isCreate(path, verb) ? { deadlineMs: CREATE_DEADLINE_MS } : {}),
            }, schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()));
            const answer = await retryConflicts(ctx, send);
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
/** A 409 from Stripe is temporary: another request holds the same key or object. */
async function retryConflicts(ctx, send) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await send();
        }
        catch (error) {
            if (!(error instanceof http_failure/* HttpFailure */.HR) || error.status !== 409 || attempt === CONFLICT_TRIES)
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
 * The SDK adds an idempotency key to every POST. v1 keeps repeating a stored failure for a key, so v1 updates (which
 * are idempotent) are sent without one. Creations need one, and v2 executes a failed request again.
 */
function keepsKey(path, method) {
    return path.startsWith('/v2/') || isCreate(path, method);
}
function permissionFor(path, method) {
    const level = method === 'GET' ? 'read' : 'write';
    if (path.startsWith('/v2/'))
        return `Event destinations: ${level} (or set event-destinations: false)`;
    if (path.startsWith('/v1/events'))
        return 'Events: read';
    return method === 'GET' ? READ : WRITE;
}
function isCreate(path, method) {
    return method === 'POST' && /\/(webhook_endpoints|event_destinations)$/.test(path);
}

;// CONCATENATED MODULE: ./lib/services/stripe/sdk.js


/**
 * Stripe's SDK builds the requests (encoding, version and idempotency headers, pages); Rewind's HTTP client sends them.
 * The SDK's own retries are off, because it neither repeats a 429 nor obeys Retry-After.
 *
 * @param key of STRIPE_API_KEY
 */
async function openStripe(ctx, key) {
    const { default: StripeSdk } = await __webpack_require__.e(/* import() */ 7405).then(__webpack_require__.bind(__webpack_require__, 7405));
    const { protocol, hostname, port } = new URL(ctx.env.url('STRIPE_API_URL', 'https://api.stripe.com'));
    const scheme = protocol === 'http:' ? 'http' : 'https';
    const sdk = new StripeSdk(key, {
        protocol: scheme,
        host: hostname,
        port: port === '' ? (scheme === 'http' ? 80 : 443) : port,
        maxNetworkRetries: 0,
        telemetry: false,
        httpClient: stripeHttpClient(ctx),
    });
    return { sdk, resource: ctx.resource };
}
/** The SDK wraps errors of its HTTP client; the caller needs the original. @throws RewindError */
async function run(calls, call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof errors.RewindError)
            throw error;
        if (error instanceof Error && 'detail' in error && error.detail instanceof errors.RewindError)
            throw error.detail;
        throw new errors.RewindError('api-unexpected-answer', `Stripe's SDK failed: ${error instanceof Error ? error.message : 'unknown'}`, {
            resource: calls.resource,
            cause: error,
        });
    }
}
/** @param what e.g. `an endpoint` @throws RewindError api-unexpected-answer */
function parse(calls, schema, answer, what) {
    const parsed = schema.safeParse(answer);
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new errors.RewindError('api-unexpected-answer', `Stripe described ${what} in an unknown way: ${problems.join('; ')}`, {
        resource: calls.resource,
    });
}


/***/ })

};
