export const id = 2713;
export const ids = [2713,1013,9921,9278,9548,740,6886,698,3681,3621,6897,9640,1980];
export const modules = {

/***/ 99548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config),
/* harmony export */   recordKey: () => (/* binding */ recordKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24955);
/* harmony import */ var _post_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73150);





const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_2__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('bluesky').describe('A public post for each phase on Bluesky, only by "rewind notify --public".'),
    audience: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('external').default('external').describe('Everybody reads a post: no other text is possible.'),
    handle: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+$/, 'must be a handle like status.example.com, without "@"')
        .describe('Handle of the account that posts.'),
    password: (0,_channel_js__WEBPACK_IMPORTED_MODULE_2__/* .reference */ .ir)('BLUESKY_APP_PASSWORD').describe('App password of the account (Settings, App passwords).'),
});
const LIMITS = { characters: 300, bytes: 3_000 };
const COLLECTION = 'app.bsky.feed.post';
const session = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ did: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^did:/), accessJwt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1) });
const adapter = {
    id: 'bluesky',
    config,
    public: true,
    // The post has a name that follows from the key, and a record is the same each time.
    repeat: 'same-key',
    async send(entry, { message }, ctx) {
        const { did, accessJwt } = await (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .beforeWrite */ .pA)(signIn(entry, ctx));
        const { data } = await ctx.http.request({
            service: 'Bluesky',
            what: 'post a message',
            resource: ctx.resource,
            method: 'POST',
            url: address(ctx, 'com.atproto.repo.putRecord'),
            headers: { authorization: `Bearer ${accessJwt}` },
            json: {
                repo: did,
                collection: COLLECTION,
                rkey: recordKey(message),
                record: { $type: COLLECTION, text: (0,_post_text_js__WEBPACK_IMPORTED_MODULE_4__/* .postText */ .i)(message, LIMITS), createdAt: message.at, langs: ['en'] },
            },
            repeatable: true,
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ uri: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().startsWith('at://') }));
        return { ref: data.uri };
    },
    async inspect(entry, ctx) {
        await signIn(entry, ctx);
    },
};
/** @throws HttpFailure; RewindError credential-missing */
async function signIn({ handle, password }, ctx) {
    const { data } = await ctx.http.request({
        service: 'Bluesky',
        what: 'sign in',
        resource: ctx.resource,
        method: 'POST',
        url: address(ctx, 'com.atproto.server.createSession'),
        json: { identifier: handle, password: ctx.env.resolve(password, ctx.resource) },
        repeatable: true,
    }, session);
    ctx.masker.add(data.accessJwt);
    return data;
}
const address = (ctx, method) => `${ctx.env.url('BLUESKY_API_URL', 'https://bsky.social')}/xrpc/${method}`;
const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
/**
 * The name of the post: a TID (64 bits: 0, 53 of microseconds, 10 of a clock's id). The time is that of the phase; the rest
 * follows from the key, so that two phases of one millisecond have two names. https://atproto.com/specs/tid
 */
function recordKey({ key, at }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest();
    const microseconds = BigInt(Date.parse(at)) * 1000n + BigInt(hash.readUInt16BE(0) % 1_000);
    const bits = (microseconds << 10n) | BigInt(hash.readUInt16BE(2) & 0x3ff);
    return Array.from({ length: 13 }, (_, index) => ALPHABET.charAt(Number((bits >> BigInt(60 - 5 * index)) & 31n))).join('');
}


/***/ }),

/***/ 97202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ CHANNEL_CONFIGS)
/* harmony export */ });
/* harmony import */ var _bluesky_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99548);
/* harmony import */ var _github_issue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82976);
/* harmony import */ var _incident_io_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(740);
/* harmony import */ var _mastodon_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66886);
/* harmony import */ var _pagerduty_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70698);
/* harmony import */ var _slack_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73681);
/* harmony import */ var _slack_webhook_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63621);
/* harmony import */ var _smtp_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(56897);
/* harmony import */ var _statuspage_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(49640);
/* harmony import */ var _webhook_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(41980);
// Generated from the folder by "npm run generate". Do not edit.










const CHANNEL_CONFIGS = [
    _bluesky_js__WEBPACK_IMPORTED_MODULE_0__.config,
    _github_issue_js__WEBPACK_IMPORTED_MODULE_1__.config,
    _incident_io_js__WEBPACK_IMPORTED_MODULE_2__.config,
    _mastodon_js__WEBPACK_IMPORTED_MODULE_3__.config,
    _pagerduty_js__WEBPACK_IMPORTED_MODULE_4__.config,
    _slack_js__WEBPACK_IMPORTED_MODULE_5__.config,
    _slack_webhook_js__WEBPACK_IMPORTED_MODULE_6__.config,
    _smtp_js__WEBPACK_IMPORTED_MODULE_7__.config,
    _statuspage_js__WEBPACK_IMPORTED_MODULE_8__.config,
    _webhook_js__WEBPACK_IMPORTED_MODULE_9__.config,
];


/***/ }),

/***/ 82976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config),
/* harmony export */   issueBody: () => (/* binding */ issueBody)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(36447);
/* harmony import */ var _services_github_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44903);
/* harmony import */ var _services_github_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77040);
/* harmony import */ var _services_github_issues_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28012);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24955);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20010);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18775);









const config = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_4__/* .channelFields */ .dy,
    audience: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .AUDIENCES */ .Mh)
        .exactOptional()
        .describe('Without this key: external if the repository is public, because everybody reads its issues; else internal.'),
    adapter: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('github-issue')
        .describe('One issue for each incident in this repository, with a comment a phase.'),
    label: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]{0,48}$/, 'must be the name of a label')
        .default('rewind-incident')
        .describe('Label of the issues. Rewind finds its issues by it.'),
});
/** GitHub rejects longer titles and bodies. */
const LIMITS = { title: 256, body: 60_000 };
/** The outcome of a rollback never waits for GitHub's limits: a message that is not sent now is sent later. */
const gitHub = (ctx) => (0,_services_github_client_js__WEBPACK_IMPORTED_MODULE_1__.createGitHub)(ctx, undefined, 0);
const adapter = {
    id: 'github-issue',
    config,
    repeat: 'look-up',
    audience: async (ctx) => {
        try {
            return (await (0,_services_github_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .isPublic */ .U)(gitHub(ctx))) ? 'external' : 'internal';
        }
        catch {
            // Nobody knows who would read it.
            return 'external';
        }
    },
    async send({ label }, { message, unsureSince, first }, ctx) {
        const github = gitHub(ctx);
        const marker = (0,_services_github_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .markerOf */ .we)(message.key);
        const body = `${marker}\n${issueBody(message)}`;
        const closes = message.phase === 'closed';
        if (first !== null) {
            const number = Number(first);
            try {
                if (closes)
                    await (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .beforeWrite */ .pA)((0,_services_github_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .closeIssue */ .wS)(github, number));
                if (unsureSince === null || !(await (0,_services_github_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .hasComment */ .QR)(github, number, marker)))
                    await (0,_services_github_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .addComment */ .BC)(github, number, body);
                return { ref: first };
            }
            catch (error) {
                // Somebody deleted or moved the issue: a new one takes its place.
                if (!(0,_channel_js__WEBPACK_IMPORTED_MODULE_4__/* .isGone */ .ST)(error))
                    throw error;
            }
        }
        const found = unsureSince === null ? null : await (0,_services_github_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .findIssue */ .Ry)(github, label, marker, before(unsureSince));
        const title = (0,_message_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(message.headline.text, LIMITS.title);
        const number = found ?? (await (0,_services_github_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .createIssue */ .Ko)(github, { title, body, label })).number;
        if (closes)
            await (0,_services_github_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .closeIssue */ .wS)(github, number).catch((error) => ctx.log.warn((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .whyOf */ .gf)(error, ctx.resource)));
        return { ref: String(number) };
    },
};
/** Markdown in which nothing of the record is markup or a mention. */
function issueBody({ headline, lines, url }) {
    const texts = [
        `**${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeText */ .X1)(headline.text)}**`,
        ...lines.map(({ text }) => (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeText */ .X1)(text)),
        ...(url === null ? [] : [`[The run](${url})`]),
    ];
    return (0,_message_js__WEBPACK_IMPORTED_MODULE_5__/* .fitting */ ._Q)(texts, LIMITS.body).join('\n\n');
}
/** Some minutes earlier: the clock of GitHub is not ours. */
const before = (at) => new Date(Date.parse(at) - 300_000).toISOString();


/***/ }),

/***/ 740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LIMITS: () => (/* binding */ LIMITS),
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24955);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18775);



const config = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_0__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('incident-io').describe('One incident in incident.io. Its summary is the newest phase.'),
    token: (0,_channel_js__WEBPACK_IMPORTED_MODULE_0__/* .reference */ .ir)('INCIDENT_IO_API_KEY').describe('API key that may view, create and edit incidents.'),
    visibility: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['public', 'private']).default('public').describe('Who in your organization sees the incident.'),
    mode: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['standard', 'test']).default('standard').describe('test: for drills. It pages nobody.'),
    'severity-id': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[A-Z0-9]{26}$/, 'must be the id of a severity, 26 letters and digits')
        .optional(),
    'closed-status-id': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[A-Z0-9]{26}$/, 'must be the id of a status, 26 letters and digits')
        .optional()
        .describe('Status that the incident gets when ours is closed. Without it, a person closes the incident.'),
});
/** incident.io publishes no limits; these are far below what it showed. */
const LIMITS = { name: 200, summary: 5_000 };
const answer = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    incident: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z0-9-]{1,64}$/), summary: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish() }),
});
const adapter = {
    id: 'incident-io',
    config,
    // A key makes repeated creations one incident. An edit has no key, and each edit is a message in the incident's chat.
    repeat: 'look-up',
    async send(entry, { message, unsureSince, first }, ctx) {
        const summary = summaryOf(message);
        if (first !== null) {
            try {
                await edit(entry, ctx, { message, unsureSince, first }, summary);
                return { ref: first };
            }
            catch (error) {
                // Somebody deleted the incident: a new one takes its place.
                if (!(0,_channel_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
                    throw error;
            }
        }
        const { incident } = await call(entry, ctx, {
            what: 'create an incident',
            method: 'POST',
            path: '',
            json: {
                idempotency_key: first === null ? `rewind/${message.incident}/${entry.id}` : message.key,
                name: (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(message.headline.text, LIMITS.name),
                summary,
                visibility: entry.visibility,
                mode: entry.mode,
                ...(entry['severity-id'] === undefined ? {} : { severity_id: entry['severity-id'] }),
            },
        });
        return { ref: incident.id };
    },
    async inspect(entry, ctx) {
        await request(entry, ctx, { what: 'check the key', method: 'GET', path: '/v1/identity' }, zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({}));
    },
};
async function edit(entry, ctx, { message, unsureSince, first }, summary) {
    if (unsureSince !== null) {
        const look = { what: 'look up an incident', method: 'GET', path: `/${first}` };
        const { incident } = await call(entry, ctx, look);
        if (incident.summary?.includes(message.key) === true)
            return;
    }
    const status = message.phase === 'closed' ? entry['closed-status-id'] : undefined;
    await call(entry, ctx, {
        what: 'edit an incident',
        method: 'POST',
        path: `/${first}/actions/edit`,
        json: {
            incident: { summary, ...(status === undefined ? {} : { incident_status_id: status }) },
            notify_incident_channel: true,
        },
        repeatable: false,
    });
}
const call = (entry, ctx, given) => request(entry, ctx, { repeatable: true, ...given, path: `/v2/incidents${given.path}` }, answer);
async function request({ token }, ctx, { path, ...given }, schema) {
    const { data } = await ctx.http.request({
        ...{ service: 'incident.io', resource: ctx.resource, ...given },
        url: ctx.env.url('INCIDENT_IO_API_URL', 'https://api.incident.io') + path,
        headers: { authorization: `Bearer ${ctx.env.resolve(token, ctx.resource)}` },
    }, schema);
    return data;
}
/** The key at its end names the phase, for the look-up. */
function summaryOf({ headline, lines, url, key }) {
    const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
    return [...(0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)(texts, LIMITS.summary - 300), key].join('\n');
}


/***/ }),

/***/ 66886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24955);
/* harmony import */ var _post_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73150);




const config = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_1__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('mastodon')
        .describe('A public post for each phase on Mastodon, only by "rewind notify --public".'),
    audience: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('external').default('external').describe('Everybody reads a post: no other text is possible.'),
    server: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^https:\/\/[a-zA-Z0-9.-]+(:\d+)?$/, 'must be the address of the server, like https://mastodon.social')
        .describe('Address of the server of the account.'),
    token: (0,_channel_js__WEBPACK_IMPORTED_MODULE_1__/* .reference */ .ir)('MASTODON_ACCESS_TOKEN').describe('Access token of an application with the scope write:statuses.'),
});
/** What a server takes if it does not say: Mastodon's default. */
const CHARACTERS = 500;
/** Mastodon knows a key for one hour. Its clock is not ours. */
const KEY_MS = 50 * 60_000;
const instance = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    configuration: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ statuses: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ max_characters: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(100) }) }),
});
const adapter = {
    id: 'mastodon',
    config,
    public: true,
    repeat: 'same-key',
    async send(entry, { message, unsureSince }, ctx) {
        // With a key that Mastodon has forgotten, the same message would be a second post.
        if (unsureSince !== null && ctx.clock.now().getTime() - Date.parse(unsureSince) > KEY_MS) {
            return { ref: null, perhaps: true };
        }
        const about = await (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .beforeWrite */ .pA)(ctx.http.request({ ...call(entry, ctx, 'GET', '/api/v2/instance', 'read the limits of the server'), accept: [404] }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()));
        const characters = instance.safeParse(about.data).data?.configuration.statuses.max_characters ?? CHARACTERS;
        const request = call(entry, ctx, 'POST', '/api/v1/statuses', 'post a message');
        const { data } = await ctx.http.request({
            ...request,
            headers: { ...request.headers, 'idempotency-key': message.key },
            json: {
                status: (0,_post_text_js__WEBPACK_IMPORTED_MODULE_3__/* .postText */ .i)(message, { characters, bytes: 4 * characters }),
                visibility: 'public',
                language: 'en',
            },
            repeatable: true,
        }, zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
        return { ref: data.id };
    },
    async inspect(entry, ctx) {
        const request = call(entry, ctx, 'GET', '/api/v1/apps/verify_credentials', 'check the token');
        // Older servers want a scope for this that a post does not need; a wrong token is 401.
        await ctx.http.request({ ...request, accept: [403] }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
    },
};
function call({ server, token }, ctx, method, path, what) {
    return {
        ...{ service: 'Mastodon', what, resource: ctx.resource, method },
        url: `${ctx.env.url('MASTODON_API_URL', server)}${path}`,
        headers: { authorization: `Bearer ${ctx.env.resolve(token, ctx.resource)}` },
    };
}


/***/ }),

/***/ 70698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24955);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18775);




const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_1__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('pagerduty').describe('One incident in PagerDuty: opened, acknowledged and resolved with ours.'),
    'routing-key': (0,_channel_js__WEBPACK_IMPORTED_MODULE_1__/* .reference */ .ir)('PAGERDUTY_ROUTING_KEY').describe('Integration key of an "Events API v2" integration.'),
});
/** A trigger after a resolve would open another incident: only `closed` resolves. */
const ACTIONS = {
    opened: 'trigger',
    failed: 'trigger',
    mitigated: 'acknowledge',
    'rolled-back': 'acknowledge',
    verified: 'acknowledge',
    recovered: 'acknowledge',
    closed: 'resolve',
};
const SEVERITIES = { critical: 'critical', major: 'error', minor: 'warning' };
/** PagerDuty rejects longer summaries, and events of more than 512 KB. */
const LIMITS = { summary: 1_024, details: 100_000 };
const adapter = {
    id: 'pagerduty',
    config,
    // All events of one incident have one dedup_key, and each action may be repeated.
    repeat: 'same-key',
    // The Events API has no call that tries a key without an event, so only its form is checked before an incident.
    inspect(entry, ctx) {
        const { 'routing-key': given } = entry;
        if (/^[a-z0-9]{32}$/i.test(ctx.env.resolve(given, ctx.resource)))
            return Promise.resolve();
        // A warning only: what the service accepts is its decision.
        const message = `${given} does not look like an integration key, which has 32 letters and digits.`;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unauthorized', message, {
            resource: ctx.resource,
            remedy: 'Copy the integration key of an "Events API v2" integration of the service. Do not use an API key.',
        });
    },
    async send(entry, { message }, ctx) {
        const { headline, lines, severity, phase, incident, url, at } = message;
        const key = `rewind/${incident}/${entry.id}`;
        const details = (0,_message_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(lines.map(({ text }) => text), LIMITS.details);
        await ctx.http.request({
            service: 'PagerDuty',
            what: `${ACTIONS[phase]} an incident`,
            resource: ctx.resource,
            method: 'POST',
            url: `${ctx.env.url('PAGERDUTY_EVENTS_URL', 'https://events.pagerduty.com')}/v2/enqueue`,
            json: {
                routing_key: ctx.env.resolve(entry['routing-key'], ctx.resource),
                event_action: ACTIONS[phase],
                dedup_key: key,
                payload: {
                    summary: (0,_message_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(headline.text, LIMITS.summary),
                    source: 'rewind',
                    severity: severity === null ? 'error' : SEVERITIES[severity],
                    timestamp: at,
                    custom_details: { phase, message: details.join('\n') },
                },
                client: 'Rewind',
                ...(url === null ? {} : { client_url: url, links: [{ href: url, text: 'The run' }] }),
            },
            repeatable: true,
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ status: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('success') }));
        return { ref: key };
    },
};


/***/ }),

/***/ 63621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24955);
/* harmony import */ var _slack_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73934);




const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_1__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('slack-webhook')
        .describe('A message for each phase through an incoming webhook of Slack. It cannot be updated or looked up.'),
    url: (0,_channel_js__WEBPACK_IMPORTED_MODULE_1__/* .reference */ .ir)('SLACK_WEBHOOK_URL').describe('Address of the webhook, which is a secret.'),
});
const adapter = {
    id: 'slack-webhook',
    config,
    repeat: 'never',
    inspect(entry, ctx) {
        addressOf(entry, ctx);
        return Promise.resolve();
    },
    async send(entry, { message }, ctx) {
        const url = addressOf(entry, ctx);
        await ctx.http.request({
            service: 'Slack',
            what: 'post a message through a webhook',
            resource: ctx.resource,
            method: 'POST',
            url,
            json: { ...(0,_slack_message_js__WEBPACK_IMPORTED_MODULE_2__/* .slackMessage */ .y)(message), mrkdwn: false },
            decode: wordOf,
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('ok'));
        return { ref: null };
    },
};
/** @throws RewindError address-refused; the address is a secret, so no message repeats it */
function addressOf({ url: given }, ctx) {
    const url = ctx.env.resolve(given, ctx.resource);
    if (/^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(url) && URL.canParse(url))
        return url;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('address-refused', `${given} is not an https:// address.`, { resource: ctx.resource });
}
/** Slack answers with one word. @throws for another text, e.g. the page of a proxy */
function wordOf(text) {
    if (/^\w{1,60}$/.test(text.trim()))
        return text.trim();
    throw new Error('not an answer of Slack');
}


/***/ }),

/***/ 73681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5308);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24955);
/* harmony import */ var _slack_message_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73934);





const config = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_2__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('slack')
        .describe('One message in a Slack channel for each incident: it shows the newest phase; its thread holds all of them.'),
    channel: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[CG][A-Z0-9]{6,20}$/, 'must be the id of a channel, like C0123456789 (in Slack: channel details)')
        .describe('Id of the channel. The app of the token must be a member of it.'),
    token: (0,_channel_js__WEBPACK_IMPORTED_MODULE_2__/* .reference */ .ir)('SLACK_BOT_TOKEN').describe('Token of a Slack app with chat:write. With channels:history too, Rewind can look up a message after a crash.'),
});
const posted = zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true), ts: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
const page = zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
    ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true),
    has_more: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY().optional(),
    messages: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
        ts: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        metadata: zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ event_type: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), event_payload: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()) }).optional(),
    })),
});
const EVENT = 'rewind_message';
/** Clocks differ; Slack keeps its own time. */
const SLACK_MS = 60_000;
const adapter = {
    id: 'slack',
    config,
    repeat: 'look-up',
    async send(entry, delivery, ctx) {
        const { message, unsureSince } = delivery;
        const { channel } = entry;
        const token = ctx.env.resolve(entry.token, ctx.resource);
        const content = { channel, ...(0,_slack_message_js__WEBPACK_IMPORTED_MODULE_3__/* .slackMessage */ .y)(message), parse: 'none' };
        // Before the reply: it may be repeated, the reply may not.
        const first = delivery.first === null ? null : await update(ctx, { token, content, ts: delivery.first });
        const threads = unsureSince === null ? [] : [...new Set([delivery.first, first])];
        for (const thread of threads) {
            const found = await lookUp(entry, { message, unsureSince, first: thread }, token, ctx);
            if (found !== null)
                return found;
        }
        const metadata = { event_type: EVENT, event_payload: { key: message.key } };
        const fields = { ...content, metadata, mrkdwn: false, unfurl_links: false, unfurl_media: false };
        const post = { method: 'chat.postMessage', what: 'post a message', token, repeatable: false };
        const reply = first === null ? {} : { thread_ts: first };
        const { ts } = await (0,_services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callSlack */ .f)(ctx, { ...post, fields: { ...fields, ...reply } }, posted);
        return { ref: first ?? ts };
    },
    async inspect(entry, ctx) {
        const token = ctx.env.resolve(entry.token, ctx.resource);
        const call = { method: 'auth.test', what: 'check the token', token, fields: {}, repeatable: true };
        await (0,_services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callSlack */ .f)(ctx, call, zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true) }));
    },
};
/**
 * Shows the newest phase in the first message. If Slack refuses that, the reply still tells it.
 * @returns the thread for the reply; null: somebody deleted the message
 */
async function update(ctx, { token, content, ts }) {
    const call = { method: 'chat.update', what: 'update the message', token, repeatable: true };
    try {
        await (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .beforeWrite */ .pA)((0,_services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callSlack */ .f)(ctx, { ...call, fields: { ...content, ts } }, posted));
        return ts;
    }
    catch (error) {
        const { code } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error);
        if (code === 'api-not-found')
            return null;
        if (code !== 'api-rejected' && code !== 'api-forbidden')
            throw error;
        ctx.log.warn((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .whyOf */ .gf)(error, ctx.resource));
        return ts;
    }
}
/** @returns null if the message is certainly not there */
async function lookUp({ channel }, { message, unsureSince, first }, token, ctx) {
    const oldest = String((Date.parse(unsureSince ?? message.at) - SLACK_MS) / 1000);
    const call = {
        method: first === null ? 'conversations.history' : 'conversations.replies',
        what: 'look up a message',
        token,
        repeatable: true,
        fields: { channel, oldest, limit: 999, include_all_metadata: true, ...(first === null ? {} : { ts: first }) },
    };
    try {
        const { messages, has_more: more } = await (0,_services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callSlack */ .f)(ctx, call, page);
        const found = messages.find(({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload.key === message.key);
        if (found !== undefined)
            return { ref: first ?? found.ts };
        return more === true ? { ref: first, perhaps: true } : null;
    }
    catch (error) {
        const { code } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error);
        // The token may not read the channel.
        if (code === 'api-forbidden')
            return { ref: first, perhaps: true };
        // Somebody deleted the thread.
        if (code === 'api-not-found' && first !== null)
            return null;
        throw error;
    }
}


/***/ }),

/***/ 56897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LIMITS: () => (/* binding */ LIMITS),
  adapter: () => (/* binding */ adapter),
  config: () => (/* binding */ config),
  mailOf: () => (/* binding */ mailOf)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/services/smtp/send.js




/**
 * Sends a mail, once.
 * @param address as in "smtps://user:password@mail.example.com"
 * @returns how many recipients the server refused; others got the mail
 * @throws RewindError, `unwritten` if the server certainly did not take the mail
 */
async function sendMail(ctx, address, mail, deadlineMs) {
    const { from, to, subject, text, html, messageId, thread, invitation } = mail;
    const transport = await transportTo(ctx, address, deadlineMs);
    let began = false;
    // The server reads the mail after it took sender and recipients. Before, it cannot take the mail.
    transport.use('stream', ({ message: node }, done) => {
        node.processFunc((content) => external_node_stream_.Readable.from((async function* () {
            began = true;
            yield* content;
        })(), { objectMode: false }));
        done();
    });
    const message = {
        ...{ from, to: [...to], subject, text, html, messageId },
        ...{ disableFileAccess: true, disableUrlAccess: true },
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(thread === null ? {} : { inReplyTo: thread, references: [thread] }),
        ...(invitation === null ? {} : { icalEvent: { ...invitation, filename: 'invitation.ics' } }),
        signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(deadlineMs)]),
    };
    try {
        return (await transport.sendMail(message)).rejected.length;
    }
    catch (error) {
        throw failureOf(ctx, error, began);
    }
    finally {
        transport.close();
    }
}
/** Connects and logs in, without a mail. @throws RewindError like `sendMail` */
async function verifyMail(ctx, address, deadlineMs) {
    const transport = await transportTo(ctx, address, deadlineMs);
    try {
        await transport.verify();
    }
    catch (error) {
        throw failureOf(ctx, error, false);
    }
    finally {
        transport.close();
    }
}
async function transportTo(ctx, address, deadlineMs) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
        throw new errors.RewindError('address-refused', 'The address of the mail server is not smtps://… or smtp://….', {
            resource: ctx.resource,
            remedy: 'Use smtps://user:password@host, with a password in URL encoding.',
        });
    }
    const secure = url.protocol === 'smtps:';
    const [user, pass] = [(0,runtime_text/* uriDecoded */.BG)(url.username), (0,runtime_text/* uriDecoded */.BG)(url.password)];
    if (pass !== '')
        ctx.masker.add(pass);
    // Without it, a start takes the time to load it.
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    return createTransport({
        ...{ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || (secure ? 465 : 587), secure },
        // Nothing leaves this machine in clear.
        requireTLS: !secure && !/^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname),
        ...(user === '' ? {} : { auth: { user, pass } }),
        ...{
            connectionTimeout: deadlineMs,
            greetingTimeout: deadlineMs,
            socketTimeout: deadlineMs,
            dnsTimeout: deadlineMs,
        },
        ...{ disableFileAccess: true, disableUrlAccess: true },
    });
}
/** @param began the mail was on its way to the server */
function failureOf(ctx, thrown, began) {
    const { code, responseCode } = external_node_util_.types.isNativeError(thrown) ? thrown : {};
    const said = ctx.masker.redact((0,errors/* messageOf */.bD)(thrown)).replace(/\s+/g, ' ').slice(0, 200);
    const reply = typeof responseCode === 'number' && responseCode >= 400 ? responseCode : null;
    const refused = reply !== null || !began;
    const what = reply !== null ? 'refused the mail' : refused ? 'did not take the mail' : 'did not answer';
    return new errors.RewindError(codeOf(code, reply), `The mail server ${what}: ${said}`, {
        ...{ resource: ctx.resource, cause: thrown, unwritten: refused },
    });
}
function codeOf(code, reply) {
    if (code === 'EAUTH')
        return 'api-unauthorized';
    return reply === null ? 'api-unavailable' : reply < 500 ? 'api-rate-limited' : 'api-rejected';
}

// EXTERNAL MODULE: ./lib/channels/channel.js
var channel = __webpack_require__(24955);
;// CONCATENATED MODULE: ./lib/channels/invitation.js

/** The meeting of the team after an incident began. */
const syncFields = schemas/* strictObject */.rej({
    after: schemas/* int */.Whr().min(0).max(1_440).default(15).describe('Minutes from the beginning of the incident to the meeting.'),
    minutes: schemas/* int */.Whr().min(5).max(480).default(30).describe('Length of the meeting.'),
    place: schemas/* string */.YjP().min(1).max(500).describe('Where the team meets: an address of a call, or a room.'),
})
    .describe('Sends an invitation to the meeting of the team with the first mail, and withdraws it if the incident is closed before.');
/**
 * The part of a mail that calendars understand. It holds the id of the incident and nothing else of the record.
 * @param first true for the first mail of the incident
 * @returns null if the mail brings no invitation
 */
async function invitationOf({ from, to, sync }, { incident, phase, at }, first) {
    const cancelled = phase === 'closed';
    if (sync === undefined || first === cancelled)
        return null;
    const start = startOf(incident, sync);
    const end = new Date(start.getTime() + sync.minutes * 60_000);
    // A meeting that is over stays in the calendars.
    if (cancelled && Date.parse(at) >= end.getTime())
        return null;
    const { default: ical, ICalCalendarMethod, ICalEventStatus } = await __webpack_require__.e(/* import() */ 6182).then(__webpack_require__.bind(__webpack_require__, 66182));
    const method = cancelled ? 'CANCEL' : 'REQUEST';
    const calendar = ical({ prodId: '//rewind//rewind//EN', method: ICalCalendarMethod[method] });
    calendar.createEvent({
        ...{ id: `${incident}@${from.split('@')[1] ?? 'rewind'}`, stamp: new Date(at), start, end },
        // A calendar drops what is not newer than what it has.
        sequence: cancelled ? 1 : 0,
        status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        ...{ summary: `Incident ${incident}`, location: sync.place },
        organizer: { name: 'Rewind', email: from },
        attendees: to.map((email) => ({ email, rsvp: true })),
    });
    return { method, content: calendar.toString() };
}
/** The id of an incident begins with its time: 20261126T140300Z-abcdef. Rounded up to five minutes. */
function startOf(incident, { after }) {
    const opened = incident.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z');
    const slot = 300_000;
    return new Date(Math.ceil((Date.parse(opened) + after * 60_000) / slot) * slot);
}

// EXTERNAL MODULE: ./lib/channels/message.js + 2 modules
var channels_message = __webpack_require__(18775);
;// CONCATENATED MODULE: ./lib/channels/adapters/smtp.js







const address = schemas/* string */.YjP()
    .max(254)
    .regex(/^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, 'must be a mail address like team@example.com');
const config = schemas/* strictObject */.rej({
    ...channel/* channelFields */.dy,
    adapter: schemas/* literal */.euz('smtp').describe('A mail for each phase, in one thread for each incident.'),
    url: (0,channel/* reference */.ir)('SMTP_URL').describe('Address of the mail server, like smtps://user:password@mail.example.com.'),
    from: address.describe('Sender.'),
    to: schemas/* array */.YOg(address).min(1).max(50).describe('Recipients.'),
    sync: syncFields.optional(),
});
/** A header line and a mail that each server takes. */
const LIMITS = { subject: 200, body: 100_000 };
/** For the inspection. */
const VERIFY_MS = 5_000;
const adapter = {
    id: 'smtp',
    config,
    // Mailboxes do not drop a second mail with the same Message-ID.
    repeat: 'never',
    async send(entry, { message, first, deadlineMs }, ctx) {
        const refused = await sendMail(ctx, ctx.env.resolve(entry.url, ctx.resource), { ...mailOf(entry, message, first), invitation: await invitationOf(entry, message, first === null) }, deadlineMs);
        if (refused > 0)
            ctx.log.warn(`${ctx.resource}: the mail server refused ${refused} of ${(0,runtime_text/* plural */.LS)(entry.to.length, 'recipient')}.`);
        return { ref: nameOf(entry, { message, first }) };
    },
    nameOf,
    async inspect(entry, ctx) {
        await verifyMail(ctx, ctx.env.resolve(entry.url, ctx.resource), VERIFY_MS);
    },
};
/** The same for the same message. A key holds letters, digits, dashes and slashes only. */
const idOf = ({ from }, { key }) => `<${key.replaceAll('/', '.')}@${from.split('@')[1] ?? ''}>`;
/** The Message-ID of the first mail. */
function nameOf(entry, { message, first }) {
    return first ?? idOf(entry, message);
}
/** Pure. @param first Message-ID of the first mail of the incident; null: this is the first */
function mailOf(entry, message, first) {
    const { headline, lines, url } = message;
    const texts = (0,channels_message/* fitting */._Q)([headline.text, ...lines.map(({ text }) => text)], LIMITS.body);
    const link = url === null ? '' : `<p><a href="${(0,markdown/* escapeHtml */.ZD)(url).replaceAll('"', '&quot;')}">The run</a></p>`;
    const [head = '', ...rest] = texts.map((text) => `<p>${(0,markdown/* escapeHtml */.ZD)(text)}</p>`);
    return {
        ...{ from: entry.from, to: entry.to, messageId: idOf(entry, message), thread: first },
        subject: (0,channels_message/* cut */.Jj)(headline.text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' '), LIMITS.subject),
        text: `${[...texts, ...(url === null ? [] : [url])].join('\n\n')}\n`,
        html: `<!doctype html><html lang="en"><body><strong>${head}</strong>${rest.join('')}${link}</body></html>`,
    };
}


/***/ }),

/***/ 49640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LIMITS: () => (/* binding */ LIMITS),
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24955);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18775);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20010);




const config = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_0__/* .channelFields */ .dy,
    audience: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .AUDIENCES */ .Mh)
        .default('external')
        .describe('external, the default here: everybody reads a status page. internal: for a page that only the team sees.'),
    adapter: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('statuspage').describe('One incident on a page of Statuspage, with an update for each phase.'),
    page: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[a-z0-9]{6,40}$/, 'must be the id of a page, like kctbh9vrtdwd (in Statuspage: API info)')
        .describe('Id of the page.'),
    token: (0,_channel_js__WEBPACK_IMPORTED_MODULE_0__/* .reference */ .ir)('STATUSPAGE_API_KEY').describe('API key of a user who may manage incidents of the page.'),
    'notify-subscribers': zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .default(true)
        .describe('false: the page shows the incident, and Statuspage writes to no subscriber. For drills.'),
});
const STATUS = {
    opened: 'investigating',
    failed: 'identified',
    mitigated: 'identified',
    'rolled-back': 'monitoring',
    verified: 'monitoring',
    recovered: 'monitoring',
    closed: 'resolved',
};
/** Statuspage publishes no limits; the column of a name holds 255 characters. */
const LIMITS = { name: 255, body: 5_000 };
/** Statuspage keeps an object for each integration and shows it to nobody. `last`: the key of the newest message. */
const incident = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    metadata: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ rewind: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ incident: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), last: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).optional() }).nullish(),
});
const adapter = {
    id: 'statuspage',
    config,
    repeat: 'look-up',
    async send(entry, { message, unsureSince, first }, ctx) {
        const call = callOf(entry, ctx);
        const known = unsureSince === null ? null : await lookUp(call, first, message);
        if (known?.metadata?.rewind?.last === message.key)
            return { ref: known.id };
        const content = {
            status: STATUS[message.phase],
            body: bodyOf(message),
            metadata: { rewind: { incident: message.incident, last: message.key } },
            deliver_notifications: entry['notify-subscribers'],
        };
        const id = unsureSince === null ? first : (known?.id ?? null);
        if (id !== null) {
            const edit = { incident: content };
            const edited = await found(call('PATCH', `/incidents/${id}`, 'report an incident', incident, edit));
            if (edited !== null)
                return { ref: id };
        }
        const made = { incident: { name: (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(message.headline.text, LIMITS.name), ...content } };
        return { ref: (await call('POST', '/incidents', 'report an incident', incident, made)).id };
    },
    async inspect(entry, ctx) {
        await callOf(entry, ctx)('GET', '', 'read the page', zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
    },
};
/** An incident, or null if somebody deleted it. */
async function found(work) {
    try {
        return await work;
    }
    catch (error) {
        if ((0,_channel_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
            return null;
        throw error;
    }
}
/** The first message is looked up among the incidents: those that are open first, then the newest, if somebody resolved it. */
async function lookUp(call, first, { incident: own }) {
    const known = first === null ? null : await found(call('GET', `/incidents/${first}`, 'look up an incident', incident));
    if (known !== null)
        return known;
    for (const path of ['/incidents/unresolved', '/incidents']) {
        const listed = await call('GET', path, 'look up an incident', zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(incident));
        const one = listed.find(({ metadata }) => metadata?.rewind?.incident === own);
        if (one !== undefined)
            return one;
    }
    return null;
}
/** Requests about the page. */
function callOf({ page, token }, ctx) {
    const base = `${ctx.env.url('STATUSPAGE_API_URL', 'https://api.statuspage.io')}/v1/pages/${page}`;
    const headers = { authorization: `OAuth ${ctx.env.resolve(token, ctx.resource)}` };
    return async (method, path, what, schema, json) => {
        const { data } = await ctx.http.request({
            ...{ service: 'Statuspage', what, resource: ctx.resource, method, url: base + path, headers },
            ...(json === undefined ? {} : { json }),
            repeatable: method === 'GET',
        }, schema);
        return data;
    };
}
function bodyOf({ headline, lines, url }) {
    const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
    return (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)(texts, LIMITS.body).join('\n');
}


/***/ }),

/***/ 41980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16986);
/* harmony import */ var _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30734);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24955);






const config = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_4__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('webhook')
        .describe('A signed request to your own service (Standard Webhooks). It drops a Webhook-Id that it has seen.'),
    url: (0,_channel_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('REWIND_WEBHOOK_URL').describe('Address, with https://; with allow-private also http://. Redirects are not followed.'),
    secret: (0,_channel_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('REWIND_WEBHOOK_SECRET').describe('Key of the signature: whsec_ and base64, or a text.'),
    'allow-private': zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .default(false)
        .describe('true: the host may have a private address. Link-local addresses and metadata services stay refused.'),
});
const adapter = {
    id: 'webhook',
    config,
    repeat: 'same-key',
    inspect(entry, ctx) {
        addressOf(entry, ctx);
        return Promise.resolve();
    },
    async send(entry, { message, deadlineMs }, ctx) {
        const url = addressOf(entry, ctx);
        const secret = ctx.env.resolve(entry.secret, ctx.resource);
        const body = JSON.stringify(bodyOf(message));
        const timestamp = String(Math.floor(ctx.clock.now().getTime() / 1000));
        const headers = {
            'content-type': 'application/json',
            'user-agent': 'rewind',
            'webhook-id': message.key,
            'webhook-timestamp': timestamp,
            'webhook-signature': `v1,${signatureOf(secret, `${message.key}.${timestamp}.${body}`)}`,
        };
        // The configuration's schema loads this file in each run.
        const { send } = await __webpack_require__.e(/* import() */ 7503).then(__webpack_require__.bind(__webpack_require__, 17503));
        const { status, headers: answered } = await send({
            ...{ method: 'POST', url, headers, body: Buffer.from(body), redirects: 0, timeoutMs: deadlineMs },
            ...{ allowPrivate: entry['allow-private'], maxBytes: 0 },
        }, ctx).catch((error) => {
            throw failureOf(error, ctx);
        });
        if (status >= 200 && status < 300)
            return { ref: null };
        const retryAfterMs = (0,_runtime_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfterIn */ .KD)(answered['retry-after'], ctx.clock.now());
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(codeOf(status), `The webhook responded ${status}.`, { resource: ctx.resource, retryAfterMs });
    },
};
/** @throws RewindError address-refused; the address is a secret, so no message repeats it */
function addressOf({ url: given, 'allow-private': allowPrivate }, ctx) {
    const text = ctx.env.resolve(given, ctx.resource);
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && url.username + url.password !== '') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('address-refused', `${given} holds a user name or a password.`, {
            resource: ctx.resource,
            remedy: 'Remove them from the address. The signature proves who sends.',
        });
    }
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && allowPrivate))
        return url;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('address-refused', `${given} is not an https:// address.`, { resource: ctx.resource });
}
/** https://www.standardwebhooks.com */
function signatureOf(secret, content) {
    const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(content).digest('base64');
}
function bodyOf({ key, incident, phase, severity, audience, at, headline, lines, url }) {
    return {
        type: `rewind.incident.${phase}`,
        timestamp: at,
        data: {
            key,
            incident,
            phase,
            severity,
            audience,
            headline: headline.text,
            lines: lines.map(({ text }) => text),
            url,
        },
    };
}
function codeOf(status) {
    if (status === 401 || status === 403)
        return 'api-unauthorized';
    if (status === 404 || status === 410)
        return 'api-not-found';
    if (status === 429)
        return 'api-rate-limited';
    return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}
function failureOf(error, ctx) {
    if (!(error instanceof _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .ProbeFailure */ .BU))
        return error;
    const code = error.kind === 'refused' ? 'address-refused' : error.kind === 'stopped' ? 'cancelled' : 'api-unavailable';
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(code, `The webhook was not reached: ${error.message}.`, {
        resource: ctx.resource,
        cause: error,
    });
}


/***/ }),

/***/ 24955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   dy: () => (/* binding */ channelFields),
/* harmony export */   ir: () => (/* binding */ reference)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _incident_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61022);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72201);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20010);




/** Keys that each channel has. */
const channelFields = {
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
        .describe('Name of the channel in the record and in reports.'),
    severities: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_incident_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .oC))
        .min(1)
        .default([..._incident_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .oC])
        .describe('Severities of the incidents that this channel reports. It also reports an incident without a severity.'),
    audience: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .AUDIENCES */ .Mh)
        .default('internal')
        .describe('external: a text for everybody, without hosts, tables, persons and secrets.'),
};
/** A secret, or an address that holds one. */
const reference = (name) => zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: do not put secrets in this file')
    .default(`\${${name}}`);
/** True if the first message of the incident is not there any more: it was deleted, or moved elsewhere. */
const isGone = (error) => error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR && (error.code === 'api-not-found' || error.status === 301);


/***/ }),

/***/ 18775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jj: () => (/* binding */ cut),
  _Q: () => (/* binding */ fitting),
  cr: () => (/* binding */ messagesOf)
});

// EXTERNAL MODULE: ./lib/probes/probe.js
var probe = __webpack_require__(10377);
// EXTERNAL MODULE: ./lib/channels/phases.js
var phases = __webpack_require__(20010);
;// CONCATENATED MODULE: ./lib/channels/external.js


const SENTENCES = {
    opened: 'We are looking into a problem with our service.',
    mitigated: 'We have reduced the effect of a problem with our service.',
    'rolled-back': 'We have returned our service to an earlier state.',
    verified: 'We have checked our service after our changes.',
    failed: 'Our changes to end a problem with our service are not complete. We keep working on it.',
    recovered: 'We have brought our service forward to a corrected state.',
    closed: 'We have closed the incident of our service.',
};
/**
 * The text for everybody. It holds sentences of ours, times and names of areas, and nothing else of the record: so it cannot
 * name a host, a table, a person or a secret.
 */
function externalText(told) {
    const { phase, entry, entries } = told;
    const [first] = entries;
    return {
        headline: { text: SENTENCES[phase], from: [entry.seq] },
        lines: [
            { text: `Time: ${(0,phases/* timeText */.Tc)(entry.at)}`, from: [entry.seq] },
            ...(first === undefined || first.seq === entry.seq
                ? []
                : [{ text: `Known since: ${(0,phases/* timeText */.Tc)(first.at)}`, from: [first.seq] }]),
            ...areas(told),
        ],
    };
}
function areas(told) {
    const observed = (0,phases/* sameRollback */.F1)(told, 'observed');
    if (observed === undefined)
        return [];
    const inState = (state) => probe/* AREAS */.xS.filter((area) => observed.data.areas.some((one) => one.area === area && one.state === state));
    const line = (what, names) => names.length === 0 ? [] : [{ text: `${what}: ${names.join(', ')}`, from: [observed.seq] }];
    return [
        ...line('Works again', inState('recovered')),
        ...line('Does not work yet', inState('not-recovered')),
        ...line('Not yet certain', inState('inconclusive')),
    ];
}

// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(34903);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/channels/internal.js





/** The text for the team: what happened, who approved it, what is not yet normal, how to go on, and whom to call. */
function internalText(told, contactsAt = () => []) {
    const { entry, entries } = told;
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const { title, severity } = first.data;
    const said = saidOf(told);
    return {
        headline: { text: (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(`[${told.phase}] ${title}`)), from: [entry.seq, first.seq] },
        lines: [
            ...(said === null ? [] : [line(said, entry.seq)]),
            line(`Time: ${(0,phases/* timeText */.Tc)(entry.at)}, by ${entry.by}`, entry.seq),
            line(`Incident ${first.incident} (${severity ?? 'no severity'}) of ${first.environment}, open since ${(0,phases/* timeText */.Tc)(first.at)}`, first.seq),
            ...(told.phase === 'opened' ? [] : aboutRollback(told)),
            ...notNormal(told),
            ...(told.phase === 'closed' ? [] : contactsAt(new Date(entry.at))).map(({ name, role, reach }) => line(`Contact: ${name}, ${role}: ${reach}`, entry.seq)),
            line(`Head of the record: ${(0,chain/* headText */.W)({ seq: last.seq, hash: last.hash })}`, last.seq),
        ],
    };
}
const line = (text, ...from) => ({ text: (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(text)), from });
/** What the entry itself says, besides its phase. */
function saidOf({ entry }) {
    switch (entry.kind) {
        case 'mitigated':
        case 'lifted':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return entry.data.statement;
        case 'closed':
            return `Closed: ${entry.data.reason}`;
        default:
            return null;
    }
}
function aboutRollback(told) {
    const { entry, entries, phase } = told;
    const [plan, approved] = [(0,phases/* sameRollback */.F1)(told, 'planned'), (0,phases/* sameRollback */.F1)(told, 'approved')];
    const [verified, observed] = [(0,phases/* sameRollback */.F1)(told, 'verified'), (0,phases/* sameRollback */.F1)(told, 'observed')];
    const failed = 'failed' in entry.data ? entry.data.failed : [];
    const [first] = entries;
    return [
        ...(approved === undefined ? [] : [line(approved.data.how, approved.seq)]),
        ...(failed.length === 0 ? [] : [line(`Not done: ${failed.join(', ')}`, entry.seq)]),
        // The next run lifts what is left; applying the mitigation again does not end it.
        ...(phase !== 'failed' || plan === undefined || entry.kind === 'lifted'
            ? []
            : [line(`To finish it: ${plan.data.command}`, plan.seq)]),
        ...(phase !== 'verified' || verified === undefined || first === undefined
            ? []
            : [
                line(`From the first entry to here: ${(0,progress/* seconds */.YA)((Date.parse(entry.at) - Date.parse(first.at)) / 1000)}`, first.seq, entry.seq),
            ]),
        ...(observed === undefined
            ? []
            : [
                line(`Watched for ${observed.data.minutes} min: ${observed.data.areas.map(({ area, state }) => `${area} ${state.replaceAll('-', ' ')}`).join(', ')}`, observed.seq),
            ]),
    ];
}
function notNormal({ entries }) {
    return (0,incident_status/* openObligations */.CJ)((0,incident_status/* statusOf */.c2)(entries)).map(({ id, what, discharge, since }) => {
        // An obligation to finish a rollback is calculated; the approval is its entry.
        const from = entries.findLast((one) => one.kind === 'obligation'
            ? one.data.id === id
            : one.kind === 'approved' && id.endsWith(one.data.digest.slice(0, 12)));
        return line(`Not yet normal since ${(0,phases/* timeText */.Tc)(since)}: ${what} To discharge: ${discharge}`, ...(from === undefined ? [] : [from.seq]));
    });
}

;// CONCATENATED MODULE: ./lib/channels/message.js




/**
 * The messages that a record asks for, in the order of its phases: a view of the record and, for the team, of the contacts. Pure.
 * @param entries of a sound record
 */
function messagesOf(entries, { id, audience, severities, contactsAt }) {
    const [first] = entries;
    const severity = first?.kind === 'opened' ? first.data.severity : null;
    if (severity !== null && !severities.includes(severity))
        return [];
    return (0,phases/* phasesIn */.qb)(entries).map((told) => ({
        key: `rewind/${told.rollback}/${told.phase}/${id}`,
        ...{ incident: told.entry.incident, phase: told.phase, severity, audience, at: told.entry.at },
        ...(audience === 'external' ? externalText(told) : internalText(told, contactsAt)),
        url: audience === 'external' ? null : told.entry.run,
    }));
}
/** The first characters of a text, with a mark if it is longer. @param most in UTF-16 units, at least 1 */
function cut(text, most) {
    if (text.length <= most)
        return text;
    let end = most - 1;
    // Half of a pair is no character.
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1)))
        end -= 1;
    return `${text.slice(0, end)}…`;
}
/**
 * The lines that fit. What does not fit is named, never left out in silence.
 * @param rendered as the channel writes them
 * @param most UTF-16 units for all, at least 200
 */
function fitting(rendered, most) {
    const kept = [];
    let left = most - 100;
    for (const [index, text] of rendered.entries()) {
        const short = cut(text, Math.max(1, Math.floor(most / 2)));
        left -= short.length + 1;
        if (left < 0)
            return [...kept, `… and ${(0,runtime_text/* plural */.LS)(rendered.length - index, 'more line')}: rewind incident show`];
        kept.push(short);
    }
    return kept;
}


/***/ }),

/***/ 20010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ sameRollback),
/* harmony export */   Mh: () => (/* binding */ AUDIENCES),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   qb: () => (/* binding */ phasesIn)
/* harmony export */ });
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21022);

/** `internal`: the team. `external`: everybody; such a text names no host, table, person or secret. */
const AUDIENCES = ['internal', 'external'];
/**
 * The phases of a record. Each one comes once for a rollback: one that is run again tells only what is new. Pure.
 * @param entries of a sound record
 */
function phasesIn(entries) {
    const told = new Map();
    entries.forEach((entry, index) => {
        const phase = phaseOf(entry);
        if (phase === null)
            return;
        const rollback = 'digest' in entry.data ? `${entry.incident}-${entry.data.digest.slice(0, 12)}` : entry.incident;
        const key = `${rollback}/${phase}`;
        if (!told.has(key))
            told.set(key, { phase, rollback, entry, index });
    });
    const begins = [...told.values()];
    return begins.map(({ phase, rollback, entry }, at) => ({
        ...{ phase, rollback, entry },
        entries: entries.slice(0, begins[at + 1]?.index).filter(({ kind }) => kind !== 'told'),
    }));
}
function phaseOf(entry) {
    switch (entry.kind) {
        case 'opened':
        case 'closed':
            return entry.kind;
        case 'rolled-back':
            return (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isOnlyByHand */ .PA)(entry.data) ? null : entry.data.ok ? entry.kind : 'failed';
        case 'mitigated':
        case 'recovered':
        case 'verified':
            return entry.data.ok ? entry.kind : 'failed';
        case 'lifted':
            return entry.data.ok ? null : 'failed';
        default:
            return null;
    }
}
/** "2026-11-26 14:03 UTC" */
const timeText = (at) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
/** The last entry of a kind that belongs to the same rollback as the phase. */
function sameRollback({ entry, entries }, kind) {
    if (!('digest' in entry.data))
        return undefined;
    const { digest } = entry.data;
    return entries.findLast((one) => one.kind === kind && 'digest' in one.data && one.data.digest === digest);
}


/***/ }),

/***/ 73150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ postText)
/* harmony export */ });
/* unused harmony export graphemes */
const MARK = '…';
/** Made at the first use: it takes some milliseconds, and each command loads this file with the configuration. */
let segmenter;
/** Characters as a reader counts them. */
const graphemes = (text) => {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
};
/**
 * The text of a public post: the headline, and the lines that fit. A line that does not fit leaves a mark, never half of
 * itself. Pure. @param limits at least 2 characters and 4 bytes
 */
function postText({ headline, lines }, limits) {
    const fits = (text) => Buffer.byteLength(text) <= limits.bytes && graphemes(text).length <= limits.characters;
    const texts = [headline.text, ...lines.map(({ text }) => text)];
    for (let count = texts.length; count > 0; count -= 1) {
        const rest = count === texts.length ? [] : [MARK];
        const text = [...texts.slice(0, count), ...rest].join('\n');
        if (fits(text))
            return text;
    }
    const kept = graphemes(headline.text);
    while (kept.length > 0 && !fits(kept.join('') + MARK))
        kept.pop();
    return kept.join('') + MARK;
}


/***/ }),

/***/ 73934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ slackMessage)
/* harmony export */ });
/* harmony import */ var _services_slack_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5308);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18775);


/** A block with more characters is refused. */
const LIMIT = 3_000;
/**
 * A message for Slack: plain, without a mention. `text` is what notifications show.
 * https://docs.slack.dev/reference/block-kit/composition-objects/text-object
 */
function slackMessage({ headline, lines, url }) {
    const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
    const text = (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)(texts.map(_services_slack_client_js__WEBPACK_IMPORTED_MODULE_0__/* .slackText */ .a), LIMIT).join('\n');
    // chat.update knows no `mrkdwn: false`: only such a block stays plain.
    return { text, blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }] };
}


/***/ }),

/***/ 82713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l2: () => (/* binding */ checkConfig),
  Z9: () => (/* binding */ loadConfig),
  o4: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/probes/adapters/configs.js
var configs = __webpack_require__(99203);
// EXTERNAL MODULE: ./lib/providers/configs.js + 16 modules
var providers_configs = __webpack_require__(22413);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
// EXTERNAL MODULE: ./lib/runtime/suggest.js
var suggest = __webpack_require__(74898);
;// CONCATENATED MODULE: ./lib/config/explain-issue.js
const KINDS = {
    object: 'a mapping (key: value)',
    array: 'a list',
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    record: 'a mapping (key: value)',
    tuple: 'a list',
};
/** A mistake in plain words. Names the kind of the actual value, never the value, which may be a secret. */
function explainIssue(issue, actual) {
    const missing = actual === undefined;
    switch (issue.code) {
        case 'invalid_type': {
            const expected = `expected ${KINDS[issue.expected] ?? issue.expected}`;
            if (missing)
                return `is missing; ${expected}`;
            if (actual === null && issue.path.length === 0)
                return 'is empty; copy examples/rewind.yml and adapt it';
            const quotes = issue.expected === 'string' && typeof actual !== 'object' ? '; put it in quotes' : '';
            return `${expected}, found ${kindOf(actual)}${quotes}`;
        }
        case 'invalid_value':
            return `${missing ? 'is missing; ' : ''}must be ${oneOf(issue.values)}`;
        case 'invalid_union':
            if (!('options' in issue))
                return issue.message;
            return `${missing ? 'is missing' : `unknown ${String(issue.path.at(-1))}`}; use ${oneOf(issue.options ?? [])}`;
        case 'too_small':
            if (issue.origin === 'array')
                return `needs at least ${String(issue.minimum)} entry`;
            if (issue.origin === 'string')
                return 'must not be empty';
            return `must be ${issue.inclusive === false ? 'above' : 'at least'} ${String(issue.minimum)}`;
        case 'too_big':
            return `must be at most ${String(issue.maximum)}`;
        case 'invalid_key':
            return issue.issues[0]?.message ?? issue.message;
        default:
            return issue.message;
    }
}
function kindOf(value) {
    if (value === null)
        return 'nothing';
    // Where a number is wrong, its kind is what is wrong with it.
    if (typeof value === 'number' && !Number.isFinite(value))
        return 'no finite number';
    if (typeof value === 'number' && !Number.isInteger(value))
        return 'a fraction';
    return (Array.isArray(value) ? KINDS.array : KINDS[typeof value]) ?? typeof value;
}
const oneOf = (values) => `${values.length === 1 ? '' : 'one of '}${values.map(String).join(', ')}`;

// EXTERNAL MODULE: ./lib/config/read-text.js
var read_text = __webpack_require__(14142);
// EXTERNAL MODULE: ./lib/config/schema.js + 3 modules
var schema = __webpack_require__(24967);
;// CONCATENATED MODULE: ./lib/config/window-problems.js
/** What the schema cannot see: local times that do not exist or exist twice, and places without a calendar. */
async function windowProblems({ timezone, freezes, holidays }) {
    const problems = [];
    if (freezes.length > 0) {
        const { instantOf } = await Promise.all(/* import() */[__webpack_require__.e(7490), __webpack_require__.e(211)]).then(__webpack_require__.bind(__webpack_require__, 70211));
        freezes.forEach(({ from, to }, index) => {
            const [start, end] = [instantOf(from, timezone), instantOf(to, timezone)];
            if ('problem' in start)
                problems.push({ path: ['freezes', index, 'from'], message: start.problem });
            if ('problem' in end)
                problems.push({ path: ['freezes', index, 'to'], message: end.problem });
            if ('at' in start && 'at' in end && start.at.epochMilliseconds >= end.at.epochMilliseconds) {
                problems.push({ path: ['freezes', index, 'to'], message: 'must be later than "from"' });
            }
        });
    }
    if (holidays !== undefined) {
        const { placeProblem } = await Promise.all(/* import() */[__webpack_require__.e(5026), __webpack_require__.e(5657)]).then(__webpack_require__.bind(__webpack_require__, 25657));
        const problem = placeProblem(holidays);
        if (problem !== null)
            problems.push({ path: ['holidays', problem.key], message: problem.message });
    }
    return problems;
}

// EXTERNAL MODULE: ./lib/config/yaml.js
var yaml = __webpack_require__(98099);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/config/load.js












/** A longer list does not help: a mistake in a generator repeats itself in every entry. */
const LISTED = 50;
/** Mistakes that are explained and sorted; the others are only counted. */
const EXPLAINED = 1000;
/**
 * Reads, parses and validates rewind.yml; reports all problems at once, each with file, line, key and remedy.
 *
 * @param path the user's path, for messages
 * @param absolute its absolute path
 * @throws RewindError config-not-found, config-invalid
 */
async function loadConfig(path, absolute) {
    const result = await checkConfig((0,read_text/* readText */.y)(path, absolute));
    if ('config' in result)
        return result.config;
    const { problems, more } = result;
    throw new errors.RewindError('config-invalid', `${path} has ${(0,runtime_text/* plural */.LS)(problems.length + more, 'mistake')}. Nothing was changed.`, {
        problems: [
            ...problems.map(({ line, column, key, message }) => `${path}:${line}:${column}: ${key}: ${message}`),
            ...(more === 0 ? [] : [`… and ${more} more`]),
        ],
    });
}
/** `parseConfig`, and what only the calendar knows: local times that do not exist, places without holidays. */
async function checkConfig(text) {
    const file = (0,yaml/* readYaml */.g)(text);
    if ('problems' in file)
        return firstOf(file.problems);
    const parsed = parseFile(file);
    // Also beside mistakes elsewhere, so that all are reported at once.
    const section = windowsOnly.safeParse(file.value);
    const found = section.data?.windows === undefined ? [] : await windowProblems(section.data.windows);
    if (found.length === 0)
        return parsed;
    const problems = found.map(({ path, message }) => {
        const full = ['windows', ...path];
        return { ...file.place(full, 'value'), key: keyText(full), message };
    });
    return 'config' in parsed ? firstOf(problems) : firstOf(sorted([...parsed.problems, ...problems]), parsed.more);
}
const windowsOnly = schemas/* object */.Ikc({ windows: schema/* rewindConfig */.Q.shape.windows });
/** Checks the text against the schema. Pure. */
function parseConfig(text) {
    const file = (0,yaml/* readYaml */.g)(text);
    return 'problems' in file ? firstOf(file.problems) : parseFile(file);
}
function parseFile(file) {
    const parsed = schema/* rewindConfig */.Q.safeParse(file.value);
    if (parsed.success)
        return { config: parsed.data };
    const { issues } = parsed.error;
    const explained = issues.slice(0, EXPLAINED).flatMap((issue) => [issue, ...hiddenBy(issue, file.value)]);
    const problems = explained.flatMap((issue) => problemsOf(issue, file));
    return firstOf(sorted(problems), Math.max(0, issues.length - EXPLAINED));
}
const sorted = (problems) => [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
const firstOf = (problems, others = 0) => ({
    problems: problems.slice(0, LISTED),
    more: Math.max(0, problems.length - LISTED) + others,
});
/** What every entry has, of each provider and of each probe. */
const anyEntry = schemas/* looseObject */._H3({ id: fields/* resourceId */.a });
/** The schemas of entries, by the key that chooses one, each with the value that it stands for. */
const UNIONS = {
    provider: providers_configs/* PROVIDER_CONFIGS */.I.map((schema) => ({ value: schema.shape.provider.value, schema })),
    adapter: configs/* PROBE_CONFIGS */.j.map((schema) => ({ value: schema.shape.adapter.value, schema })),
};
/** An unknown provider or adapter hides the other mistakes of its entry. Finds them with the one that was probably meant. */
function hiddenBy(issue, value) {
    const path = plainPath(issue);
    const key = String(path.at(-1));
    const union = UNIONS[key];
    if (issue.code !== 'invalid_union' || union === undefined)
        return [];
    const entry = valueAt(value, path.slice(0, -1));
    const chosen = entry[key];
    const meant = (0,suggest/* nearest */.p)(typeof chosen === 'string' ? chosen : '', union.map((each) => each.value));
    const schema = union.find((each) => each.value === meant)?.schema ?? anyEntry;
    const found = schema.safeParse({ ...entry, [key]: meant }).error?.issues ?? [];
    return found.map((inside) => ({ ...inside, path: [...path.slice(0, -1), ...inside.path] }));
}
function problemsOf(issue, file) {
    const path = plainPath(issue);
    if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({
            ...file.place([...path, key], 'key'),
            key: keyText([...path, key]),
            message: 'unknown key; remove it or correct its spelling',
        }));
    }
    const message = explainIssue(issue, valueAt(file.value, path));
    return [{ ...file.place(path, 'value'), key: keyText(path), message }];
}
const plainPath = (issue) => issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
function keyText(path) {
    const text = path.reduce((sum, part) => (typeof part === 'number' ? `${sum}[${part}]` : `${sum}.${part}`), '');
    return text.replace(/^\./, '') || 'file';
}
function valueAt(value, path) {
    return path.reduce((inside, part) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, part) : undefined), value);
}


/***/ }),

/***/ 21422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ mitigationConfig),
/* harmony export */   c: () => (/* binding */ measureOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97455);


const common = {
    id: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a,
    resources: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a).min(1).describe('Resources that support the measure.'),
    minutes: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .int()
        .min(1)
        .max(10_080)
        .default(60)
        .describe('After this many minutes "mitigate --lift-expired" lifts it without a person.'),
};
const names = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(256)).max(200);
/** A measure that is prepared before an incident. */
const mitigationConfig = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('flags-off').describe('Turns feature flags off.'),
        flags: names.default([]).describe('Keys of flags.'),
        tags: names.default([]).describe('Every flag with one of these tags, too.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('maintenance').describe('Users get a maintenance page.'),
        flag: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(256).exactOptional().describe('Key of the flag that the application asks for it.'),
        item: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).describe('Its key.'), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9().describe('Its value.') })
            .exactOptional()
            .describe('The item of an Edge Config that the application asks for it.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('scale-up').describe('More capacity, never less.'),
        min: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().exactOptional().describe('Capacity at least.'),
        max: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().exactOptional().describe('Limit of the capacity.'),
    }),
])
    .superRefine((measure, context) => {
    const { kind } = measure;
    const refuse = (message) => context.addIssue({ code: 'custom', message });
    if (kind === 'flags-off' && measure.flags.length + measure.tags.length === 0)
        refuse('must have flags, tags, or both');
    if (kind === 'maintenance' && measure.flag !== undefined && measure.item !== undefined)
        refuse('must have flag or item, not both');
    if (kind === 'scale-up' && measure.min === undefined && measure.max === undefined)
        refuse('must have min, max, or both');
});
/** What the engine does for it. */
function measureOf(config) {
    switch (config.kind) {
        case 'flags-off':
            return { kind: config.kind, flags: config.flags, tags: config.tags };
        case 'maintenance': {
            const { kind, flag, item } = config;
            return { kind, ...(flag === undefined ? {} : { flag }), ...(item === undefined ? {} : { item }) };
        }
        case 'scale-up': {
            const { kind, min, max } = config;
            return { kind, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
        }
    }
}


/***/ }),

/***/ 14142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);


/** Bytes of the largest configuration: hundreds of times a real one. */
const MAX_BYTES = 1024 ** 2;
/**
 * The text of a configuration file, which must be UTF-8.
 *
 * @param path the user's path, for messages
 * @param absolute its absolute path
 * @throws RewindError config-not-found, config-invalid
 */
function readText(path, absolute) {
    let bytes;
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute);
        // To open a pipe would wait for its other end, and no signal would end that.
        if (!found.isFile())
            throw unfit(`${path} is ${found.isDirectory() ? 'a directory' : 'not a regular file'}.`);
        if (found.size > MAX_BYTES)
            throw unfit(`${path} has ${found.size} bytes; at most ${MAX_BYTES} are allowed.`);
        bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(absolute);
    }
    catch (error) {
        if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError)
            throw error;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('config-not-found', `${path} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('config-invalid', `${path} is not text in UTF-8.`, {
            remedy: 'Save the file in the encoding UTF-8.',
            cause: error,
        });
    }
}
const unfit = (message) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('config-not-found', message, { remedy: 'Pass the path of a configuration file with --config.' });


/***/ }),

/***/ 24967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ rewindConfig)
});

// UNUSED EXPORTS: jsonSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(56754);
// EXTERNAL MODULE: ./lib/engine/signature.js
var signature = __webpack_require__(90960);
;// CONCATENATED MODULE: ./lib/store/config.js

const directory = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('directory'),
    path: schemas/* string */.YjP().min(1).describe('Directory, relative to the repository or absolute. Created if missing.'),
});
const s3 = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('s3'),
    bucket: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, not an address or an ARN')
        .describe('Bucket, used for snapshots only.'),
    prefix: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'must be a path like "rewind/shop", without slashes at its ends')
        .refine((path) => !path.split('/').some((part) => part === '.' || part === '..'), 'must not hold "." or ".." as a part')
        .default('rewind')
        .describe('Path in the bucket for all objects; several projects may share a bucket.'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a region like eu-central-1, or as an S3-compatible service names it')
        .describe('Region of the bucket.'),
    'kms-key': schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('KMS key (ARN, id or alias) for encryption by S3. Default: the default encryption of the bucket.'),
    'object-lock': schemas/* strictObject */.rej({
        mode: schemas/* enum */.k5n(['governance', 'compliance'])
            .describe('governance: a special permission allows deletion; compliance: nobody can delete.'),
        days: schemas/* number */.aig().int().min(1).max(36_500).describe('Days without deletion.'),
    })
        .optional()
        .describe('Object lock for new objects; the bucket must have object lock enabled.'),
    'bucket-owner': schemas/* string */.YjP()
        .regex(/^\d{12}$/, 'must be an AWS account id: 12 digits, in quotes')
        .optional()
        .describe('Account that must own the bucket; S3 refuses every request if another account owns it.'),
});
const refName = schemas/* string */.YjP()
    .min(1)
    .max(200)
    .refine((name) => !name.startsWith('refs/'), 'must be a name without "refs/heads/" or "refs/tags/"');
const artifact = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('artifact'),
    'retention-days': schemas/* number */.aig()
        .int()
        .min(1)
        .max(400)
        .optional()
        .describe('Days that GitHub keeps the artifacts. Default: retention.keep-days.'),
    name: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9._-]{1,60}$/, 'must be letters, digits, dot, dash or underscore')
        .optional()
        .describe('First part of the artifact names. Default: "rewind".'),
    workflows: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\.github\/workflows\/[^/]+\.ya?ml$/, 'must be a path like .github/workflows/deploy.yml'))
        .min(1)
        .optional()
        .describe('Workflow files whose runs may provide snapshots. Default: every one on those branches.'),
    branches: schemas/* array */.YOg(refName)
        .min(1)
        .optional()
        .describe('Branches whose runs may provide snapshots: names, or patterns such as release/**, which a ruleset must restrict. Default: the default branch of the repository.'),
    tags: schemas/* array */.YOg(refName)
        .min(1)
        .optional()
        .describe('Tags whose runs may provide snapshots, e.g. v*, if their commit is part of one of those branches.'),
});
/** Where snapshots are kept, as in rewind.yml. */
const storeConfig = schemas/* discriminatedUnion */.gMt('kind', [directory, s3, artifact]);

// EXTERNAL MODULE: ./lib/channels/adapters/configs.js
var configs = __webpack_require__(97202);
// EXTERNAL MODULE: ./lib/probes/adapters/configs.js
var adapters_configs = __webpack_require__(99203);
// EXTERNAL MODULE: ./lib/probes/criteria.js
var criteria = __webpack_require__(26090);
// EXTERNAL MODULE: ./lib/providers/configs.js + 16 modules
var providers_configs = __webpack_require__(22413);
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
// EXTERNAL MODULE: ./lib/config/windows.js
var windows = __webpack_require__(97599);
;// CONCATENATED MODULE: ./lib/config/contacts.js


/** True for a day of the calendar, also with a time behind it. */
function isDay(text) {
    const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
}
const rotation = schemas/* strictObject */.rej({
    start: schemas/* string */.YjP()
        .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/, 'must be a local day or time like 2026-01-05 or 2026-01-05T09:00')
        .refine(isDay, 'is not a day of the calendar')
        .describe('When the first person begins, in local time. The others begin at the same time of day.'),
    timezone: windows/* timezone */.sg.default('UTC').describe('Time zone of "start", by its name in the IANA database.'),
    days: schemas/* number */.aig().int().min(1).max(366).default(7).describe('How many days each person is on call.'),
    people: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).max(100).describe('Who, in turn; then again from the first one.'),
});
const contactConfig = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1).describe('Who.'),
    role: schemas/* string */.YjP().min(1).describe('What for, e.g. on-call, database, payments.'),
    reach: schemas/* string */.YjP().min(1).describe('How: a channel, a telephone number, a pager.'),
    rotation: rotation.exactOptional().describe('Who takes turns. Plans and reports name the one who is on call.'),
});

;// CONCATENATED MODULE: ./lib/config/drill.js

const minutes = schemas/* number */.aig().positive().max(525_600);
/** The section `drill` of rewind.yml. */
const drillConfig = schemas/* strictObject */.rej({
    targets: schemas/* strictObject */.rej({
        'rto-minutes': minutes
            .optional()
            .describe('Longest time from the decision to a verified rollback, the usual wait for the approval included.'),
        'rpo-minutes': minutes
            .optional()
            .describe('Greatest age of the newest snapshot that passed its last drill. Without a target, it is only measured.'),
    })
        .prefault({})
        .describe('What a drill must reach.'),
    preview: schemas/* url */.OZ5({ protocol: /^https?$/, error: 'must be an address like https://preview.example.com' })
        .optional()
        .describe('Address of a deployment without production data. All HTTP probes run there, also those that write. Without it, those that only read run on the permanent address of the saved deployment.'),
})
    .prefault({})
    .describe('The rehearsal of a rollback.');

// EXTERNAL MODULE: ./lib/config/mitigations.js
var mitigations = __webpack_require__(21422);
;// CONCATENATED MODULE: ./lib/config/schema.js













/** The one source of the types, of the validation and of schema/rewind.schema.json. */
const resource = schemas/* discriminatedUnion */.gMt('provider', providers_configs/* PROVIDER_CONFIGS */.I);
const probe = schemas/* discriminatedUnion */.gMt('adapter', adapters_configs/* PROBE_CONFIGS */.j);
const channel = schemas/* discriminatedUnion */.gMt('adapter', configs/* CHANNEL_CONFIGS */.K);
const recipient = schemas/* string */.YjP()
    .superRefine((text, context) => {
    const problem = (0,age_keys/* recipientProblem */.bc)(text);
    if (problem !== null)
        context.addIssue({ code: 'custom', message: problem });
})
    // For editors: JSON Schema does not see the refinement.
    .meta({ pattern: '^age1[02-9a-z]+$' });
const signKey = schemas/* string */.YjP()
    .superRefine((text, context) => {
    const problem = (0,signature/* publicKeyProblem */.eT)(text);
    if (problem !== null)
        context.addIssue({ code: 'custom', message: problem });
})
    .meta({ pattern: '^RW[A-Za-z0-9+/]+=*$' });
const environmentName = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be the name of a GitHub environment without spaces or slashes');
const expedited = schemas/* strictObject */.rej({
    environment: environmentName.describe('A separate GitHub environment, with fewer reviewers or none.'),
    minutes: schemas/* number */.aig().int().min(1).max(240).describe('How long after the snapshot a rollback may be expedited.'),
});
const majorChanges = schemas/* strictObject */.rej({
    paths: schemas/* array */.YOg(schemas/* string */.YjP()
        .max(200)
        .regex(/^(?![/:])(?!(?:.*\/)?\.\.(?:\/|$))\S(?:[^\r\n]*\S)?$/, 'must be a path or glob relative to the repository'))
        .max(100)
        .default([])
        .describe('Globs as in git, e.g. src/payments/**: a change of such a file is major.'),
    lines: schemas/* number */.aig()
        .int()
        .min(1)
        .optional()
        .describe('A pull request that adds and removes this many lines in all is major.'),
})
    .refine(({ paths, lines }) => paths.length > 0 || lines !== undefined, 'must have paths, lines, or both');
const workflowName = schemas/* string */.YjP().regex(/^[A-Za-z0-9._-]+\.ya?ml$/, 'must be the name of a file in .github/workflows');
const entries = schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* string */.YjP() }));
const withIds = schemas/* looseObject */._H3({
    resources: entries,
    probes: entries.default([]),
    channels: entries.default([]),
    mitigations: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* string */.YjP(), resources: schemas/* array */.YOg(schemas/* string */.YjP()).default([]) })).default([]),
    monitor: schemas/* looseObject */._H3({ mitigation: schemas/* string */.YjP().optional() }).default({}),
});
const rewindConfig = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe('Version of this file format.'),
    environment: environmentName.describe('The GitHub environment whose reviewers approve a rollback.'),
    approval: schemas/* enum */.k5n(['required', 'comment', 'digest', 'none'])
        .default('required')
        .describe('required: reviewers of the environment. If your GitHub plan does not offer them: comment (somebody else with write access approves the digest of a plan in the incident issue), digest (a person types the digest of a plan in a second run), none (a rollback runs at once).'),
    'self-approval': schemas/* enum */.k5n(['refuse', 'allow'])
        .default('refuse')
        .describe('allow: the person who starts a rollback may approve it alone.'),
    'plan-hours': schemas/* number */.aig()
        .int()
        .min(1)
        .max(720)
        .default(24)
        .describe('A rollback refuses a plan that is older than this. A rollback that already began may always go on.'),
    expedited: expedited
        .optional()
        .describe('Rollbacks with fewer reviewers, for a short time after a deploy, if no data is lost.'),
    contacts: schemas/* array */.YOg(contactConfig).max(100).default([]).describe('People to call; plan and report show them.'),
    channels: schemas/* array */.YOg(channel)
        .max(20)
        .prefault([{ id: 'github-issue', adapter: 'github-issue' }])
        .describe('Where "notify" reports an incident. Without this key: one issue for each incident; []: nowhere.'),
    windows: windows/* windows */.KF
        .optional()
        .describe('When it is safe to deploy, because people who can roll back are available. Never stops a rollback.'),
    readiness: schemas/* strictObject */.rej({
        'snapshot-days': schemas/* number */.aig()
            .int()
            .min(0)
            .default(7)
            .describe('Maximum age of the newest snapshot; 0: not checked.'),
        'drill-days': schemas/* number */.aig().int().min(0).default(100).describe('Maximum age of the last drill; 0: not checked.'),
        'major-changes': majorChanges
            .optional()
            .describe('Pull requests that must name a flag which switches their change off.'),
    })
        .prefault({})
        .describe('What "readiness" checks on a pull request.'),
    store: storeConfig.describe('Where Rewind keeps snapshots.'),
    retention: schemas/* strictObject */.rej({
        'keep-last': schemas/* number */.aig().int().min(1).default(20).describe('Number of newest snapshots to keep at any age.'),
        'keep-days': schemas/* number */.aig().int().min(1).default(90).describe('Keep snapshots up to this age in days.'),
    })
        .prefault({})
        .describe('Snapshots to keep. Rewind removes the others after a new snapshot succeeds.'),
    runbook: schemas/* string */.YjP()
        .regex(/^(?![/:])(?!(?:.*\/)?\.\.(?:\/|$))[^\r\n\\]+\.md$/, 'must be the path of a Markdown file in the repository, such as docs/runbook.md')
        .optional()
        .describe('The file that "rewind runbook" writes; default: docs/runbook.md. "readiness" warns if it is not current, and, with this key, if it is missing.'),
    recovery: schemas/* strictObject */.rej({
        'keep-days': schemas/* number */.aig()
            .int()
            .min(1)
            .max(3650)
            .default(7)
            .describe('Days before "recover --drop-database" may drop a database that a restore kept.'),
    })
        .prefault({})
        .describe('The way forward after a rollback.'),
    criteria: criteria/* criteriaConfig */.Is,
    drill: drillConfig,
    seal: schemas/* strictObject */.rej({ recipients: schemas/* array */.YOg(recipient).min(1).describe('age public keys (age1…).') })
        .describe('Who can open snapshots. The identity is REWIND_IDENTITY, in the approved job only.'),
    sign: schemas/* strictObject */.rej({
        keys: schemas/* array */.YOg(signKey).min(1).describe('minisign public keys (RW…). One of them must have signed a snapshot.'),
        'approval-keys': schemas/* array */.YOg(signKey)
            .min(1)
            .optional()
            .describe('Other public keys. The approved job signs with one what the lift of a mitigation acts on. The secret key is REWIND_APPROVAL_KEY.'),
    })
        .refine(({ keys, 'approval-keys': own = [] }) => !own.some((key) => keys.includes(key)), {
        path: ['approval-keys'],
        message: 'has a key of sign.keys: the snapshot job, which nobody approves, could sign for the approved job',
    })
        .optional()
        .describe('Who may write snapshots. The secret key is REWIND_SIGNING_KEY, in the snapshot job only.'),
    resources: schemas/* array */.YOg(resource).min(1).describe('Everything that a deploy can change.'),
    monitor: schemas/* strictObject */.rej({
        minutes: schemas/* number */.aig().int().min(1).max(1440).default(30).describe('How long "monitor" watches a deployment.'),
        'after-rollback-minutes': schemas/* number */.aig()
            .min(0)
            .max(60)
            .default(5)
            .describe('How long a rollback or a recovery watches production after it; 0: no probe runs during or after it.'),
        neutral: schemas/* url */.OZ5({ protocol: /^https?$/, error: 'must be an address like https://github.com' })
            .default('https://github.com')
            .describe('Asked after a failed check: if it does not answer either, Rewind itself has no network.'),
        'allow-private': schemas/* boolean */.zMY().default(false).describe('true: neutral may have a private address.'),
        workflow: workflowName
            .default('rollback-production.yml')
            .describe('Workflow that "monitor --on-roll-back dispatch" starts.'),
        mitigation: fields/* resourceId */.a
            .optional()
            .describe('Id of the mitigation that "monitor" recommends at the verdict mitigate or roll-back.'),
        'mitigate-workflow': workflowName
            .default('mitigate-production.yml')
            .describe('Workflow that "monitor --on-mitigate dispatch" starts. It plans monitor.mitigation.'),
    })
        .prefault({})
        .describe('The watch after a deploy, and after a rollback.'),
    mitigations: schemas/* array */.YOg(mitigations/* mitigationConfig */.M)
        .max(50)
        .default([])
        .describe('Reversible measures that ease an incident, for "mitigate". Each one is planned and approved.'),
    probes: schemas/* array */.YOg(probe).max(100).default([]).describe('Checks of the running system, for the verdict on a deploy.'),
})
    .superRefine((config, context) => {
    sameIds('resources', config.resources, context);
    // Other mistakes may have kept the default from being set.
    const { probes, channels, mitigations, monitor } = withIds.parse(config);
    sameIds('probes', probes, context);
    sameIds('channels', channels, context);
    sameIds('mitigations', mitigations, context);
    const ids = new Set(config.resources.map(({ id }) => id));
    mitigations.forEach(({ resources }, at) => {
        resources.forEach((id, index) => {
            const path = ['mitigations', at, 'resources', index];
            if (!ids.has(id))
                context.addIssue({ code: 'custom', path, message: `there is no resource "${id}"` });
        });
    });
    const { mitigation } = monitor;
    if (mitigation !== undefined && !mitigations.some(({ id }) => id === mitigation)) {
        const path = ['monitor', 'mitigation'];
        context.addIssue({ code: 'custom', path, message: `there is no mitigation "${mitigation}"` });
    }
    sameDatabases(config.resources, context);
}, 
// Runs despite other mistakes, so that all are reported at once.
{ when: ({ value }) => withIds.safeParse(value).success });
function sameIds(key, entries, context) {
    const seen = new Set();
    entries.forEach(({ id }, index) => {
        if (seen.has(id))
            context.addIssue({ code: 'custom', path: [key, index, 'id'], message: `"${id}" is used twice` });
        seen.add(id);
    });
}
/** Two resources of one provider that name one database by the same reference. Other references are compared later. */
function sameDatabases(resources, context) {
    const seen = new Map();
    resources.forEach((resource, index) => {
        const parsed = onDatabase.safeParse(resource);
        if (!parsed.success)
            return;
        const { provider, url, schema, migrations } = parsed.data;
        const key = JSON.stringify([provider, url, schema ?? null, migrations ?? null]);
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, resource.id);
        else {
            context.addIssue({
                code: 'custom',
                path: ['resources', index, 'url'],
                message: `"${first}" and "${resource.id}" are the same database; remove one of them or correct its url`,
            });
        }
    });
}
const onDatabase = schemas/* looseObject */._H3({
    provider: schemas/* enum */.k5n(['postgres', 'prisma']),
    url: schemas/* string */.YjP(),
    schema: schemas/* string */.YjP().optional(),
    migrations: schemas/* string */.YjP().optional(),
});
/** JSON Schema of the input file, for editors (yaml-language-server). */
function jsonSchema() {
    return z.toJSONSchema(rewindConfig, { io: 'input', target: 'draft-7' });
}


/***/ }),

/***/ 97599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KF: () => (/* binding */ windows),
/* harmony export */   sg: () => (/* binding */ timezone),
/* harmony export */   w4: () => (/* binding */ WEEKDAYS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const timeOfDay = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day like "09:00", in quotes');
const endOfDay = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day like "16:00", in quotes');
const localTime = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}([+-]\d{2}:\d{2})?$/, 'must be a local time like 2026-12-18T18:00, without seconds');
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const open = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    days: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(WEEKDAYS)).min(1).describe('Days on which the window opens.'),
    from: timeOfDay.describe('First minute.'),
    to: endOfDay.describe('The window closes at this minute; before "from": on the next day.'),
})
    .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: 'must differ from "from"; a whole day is 00:00 to 24:00',
});
/** Node lists only one name of each zone, often the older one: Asia/Calcutta, but not Asia/Kolkata. */
function isTimeZone(name) {
    try {
        return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
    }
    catch {
        return false;
    }
}
const timezone = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine(isTimeZone, 'is not a time zone of the IANA database; write a name like Europe/Berlin');
const freeze = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    from: localTime.describe('Start, in local time of the time zone.'),
    to: localTime.describe('End, in local time of the time zone.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).describe('Why nothing is deployed.'),
});
/** When production may be deployed. All times are wall-clock times of one time zone. */
const windows = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    timezone: timezone.describe('Time zone of all times here, by its name in the IANA database.'),
    open: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(open).min(1).optional().describe('Weekly windows for deploys; without them, every hour is open.'),
    holidays: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        country: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
            .regex(/^[A-Z]{2}$/, 'must be two capital letters like DE')
            .describe('ISO 3166-1 code.'),
        state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe('State or province, e.g. BE.'),
        region: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe('Region of the state.'),
    })
        .optional()
        .describe('Public holidays on which nothing is deployed.'),
    freezes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(freeze).default([]).describe('Times in which nothing is deployed. A freeze overrides a window.'),
});


/***/ }),

/***/ 98099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lineOf),
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** Problems that do not hide what follows them. After any other, the parser guesses at the structure. */
const INDEPENDENT = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);
/** Parses YAML strictly. Unknown tags, aliases without an anchor, merge keys and further documents are problems. */
function readYaml(text) {
    const { document, at } = parse(text);
    // The parser warns about an unknown tag or version and guesses its meaning; we refuse it.
    const broken = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    const first = broken.findIndex(({ code }) => !INDEPENDENT.has(code));
    const told = first === -1 ? broken : broken.slice(0, first + 1);
    if (told.length > 0)
        return { problems: told.map((error) => problem(at(error.pos[0]), messageFor(error))) };
    const refused = refusedNodes(document, at);
    if (refused.length > 0)
        return { problems: refused };
    try {
        return { value: document.toJS(), place: (path, what) => at(offsetOf(document, path, what)) };
    }
    catch {
        return { problems: [problem(at(firstAlias(document)), 'aliases (*…) expand too far; write the values out')] };
    }
}
/** Line (from 1) of a value of a valid file; of its parent, if the value is a default. */
function lineOf(text, path) {
    const { document, at } = parse(text);
    return at(offsetOf(document, path, 'value')).line;
}
function parse(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    // logLevel: the parser's own log may repeat values of the file.
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line, column: col };
    };
    return { document, at };
}
const problem = (place, message) => ({ ...place, key: 'YAML', message });
/** The parser's message, without the file excerpt and the tag name: both may be secrets. */
function messageFor(error) {
    switch (error.code) {
        case 'TAG_RESOLVE_FAILED':
            return 'tags (!…) are not supported; quote the value if it is text';
        case 'TAB_AS_INDENT':
            return 'a tab indents this line; use spaces';
        case 'MULTIPLE_DOCS':
            return 'a second document begins here (---); keep one document in the file';
        default:
            return error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not YAML';
    }
}
/**
 * Aliases without an anchor, NUL characters, which no argument, file name or database can hold, and merge keys: the parser
 * takes "<<" for a key like any other.
 */
function refusedNodes(document, at) {
    const problems = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_key, alias) => {
            if (alias.resolve(document) !== undefined)
                return;
            problems.push(problem(at(alias.range?.[0] ?? 0), 'an alias (*…) has no anchor (&…) before it'));
        },
        Scalar: (_key, { value, range }) => {
            if (typeof value !== 'string' || !value.includes('\0'))
                return;
            problems.push(problem(at(range?.[0] ?? 0), 'a text has a NUL character (\\0); remove it'));
        },
        Pair: (_key, { key }) => {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || key.value !== '<<' || key.type !== 'PLAIN')
                return;
            problems.push(problem(at(key.range?.[0] ?? 0), 'merge keys (<<) are not supported; write the keys out'));
        },
    });
    return problems;
}
function firstAlias(document) {
    let offset = 0;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_key, alias) => {
            offset = alias.range?.[0] ?? 0;
            return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
    });
    return offset;
}
/** Offset of the key or value in the text; for a missing value, the offset of its parent. */
function offsetOf(document, path, what) {
    for (let length = path.length; length > 0; length -= 1) {
        const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
        const last = path[length - 1];
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent)) {
            const pair = parent.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && item.key.value === last);
            const node = what === 'key' || !pair?.value ? pair?.key : pair.value;
            if (node?.range)
                return node.range[0];
        }
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(parent) && typeof last === 'number') {
            const node = parent.items[last];
            if (node?.range)
                return node.range[0];
        }
    }
    return document.contents?.range?.[0] ?? 0;
}


/***/ }),

/***/ 24902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _not_watched_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32173);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94399);
/* harmony import */ var _service_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21504);




const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...(0,_service_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceFields */ .$)('performance', 60),
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('cloudwatch').describe('Alarms of Amazon CloudWatch. They confirm a verdict, minutes late.'),
    region: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region like eu-central-1')
        .describe('Region of the alarms.'),
    alarms: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(255)).min(1).max(100).describe('Names of the alarms.'),
});
const adapter = {
    id: 'cloudwatch',
    kind: 'alert',
    config,
    run: (entry, tick, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .runQuestion */ ._B)(tick, context, async (ctx, at) => {
        const found = await (await open(entry, ctx)).alarms(entry.alarms);
        const answers = entry.alarms.map((name) => answerOf(ctx, at, name, found));
        return {
            samples: answers.filter((answer) => 'kind' in answer),
            errors: answers.filter((answer) => 'reason' in answer),
        };
    }),
    inspect: async (entry, ctx) => {
        const api = await open(entry, ctx);
        const found = await api.alarms(entry.alarms);
        const findings = await Promise.all(entry.alarms.map((name) => inspectAlarm(entry, ctx, api, name, found)));
        return findings.flat();
    },
};
async function open(entry, ctx) {
    const { alarmsApi } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(6754), __webpack_require__.e(8962)]).then(__webpack_require__.bind(__webpack_require__, 18962));
    return alarmsApi(ctx, entry.region);
}
function answerOf(ctx, at, given, found) {
    const alarm = found.find(({ name }) => name === given);
    const name = (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(ctx, given);
    if (alarm === undefined)
        return { at, reason: 'not-watched', message: `The alarm "${name}" does not exist.` };
    if (alarm.state === 'ALARM')
        return { kind: 'alert', at, name, firing: true };
    // A fault of its data hides in both other states.
    if (alarm.evaluation !== null) {
        return { at, reason: 'provider', message: (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(ctx, `The alarm "${name}" reports ${alarm.evaluation}.`) };
    }
    if (alarm.state === 'OK')
        return { kind: 'alert', at, name, firing: false };
    return { at, reason: 'not-watched', message: `The alarm "${name}" has insufficient data.` };
}
async function inspectAlarm(entry, ctx, api, given, found) {
    const alarm = found.find(({ name }) => name === given);
    const what = `The alarm "${(0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(ctx, given)}"`;
    if (alarm === undefined)
        return [(0,_not_watched_js__WEBPACK_IMPORTED_MODULE_0__/* .inactive */ .A)(entry, 'alarm-missing', `${what} does not exist in ${entry.region}.`)];
    const findings = [];
    if (!alarm.actionsEnabled)
        findings.push((0,_not_watched_js__WEBPACK_IMPORTED_MODULE_0__/* .inactive */ .A)(entry, 'alarm-disabled', `${what} has its actions disabled.`));
    if (alarm.state === 'INSUFFICIENT_DATA' || alarm.evaluation !== null) {
        const why = (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(ctx, alarm.evaluation ?? 'INSUFFICIENT_DATA');
        findings.push((0,_not_watched_js__WEBPACK_IMPORTED_MODULE_0__/* .inactive */ .A)(entry, 'alarm-no-data', `${what} has no data (${why}).`));
    }
    const others = await Promise.all([
        (0,_not_watched_js__WEBPACK_IMPORTED_MODULE_0__/* .notWatched */ .q)(entry, `Whether ${what.replace('The', 'the')} is muted`, ctx, async () => {
            const rule = await api.mutedBy(given);
            return rule === null ? [] : [(0,_not_watched_js__WEBPACK_IMPORTED_MODULE_0__/* .inactive */ .A)(entry, 'alarm-muted', `${what} is muted by ${(0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(ctx, rule)}.`)];
        }),
        (0,_not_watched_js__WEBPACK_IMPORTED_MODULE_0__/* .notWatched */ .q)(entry, `Who is notified by ${what.replace('The', 'the')}`, ctx, () => recipients(entry, api, what, alarm)),
    ]);
    return [...findings, ...others.flat()];
}
/** What changes a machine tells no person. */
const NO_PERSON = /^arn:[^:]+:(automate|autoscaling|application-autoscaling|ec2|swf)\b/;
async function recipients(entry, api, what, { actions }) {
    const topics = actions.filter((arn) => /^arn:[^:]+:sns:/.test(arn));
    if (actions.some((arn) => !topics.includes(arn) && !NO_PERSON.test(arn)))
        return [];
    if (topics.length === 0)
        return [(0,_not_watched_js__WEBPACK_IMPORTED_MODULE_0__/* .inactive */ .A)(entry, 'alarm-no-recipient', `${what} has no action that notifies a person.`)];
    const confirmed = await Promise.all(topics.map((topic) => api.confirmed(topic)));
    if (confirmed.some((count) => count > 0))
        return [];
    return [(0,_not_watched_js__WEBPACK_IMPORTED_MODULE_0__/* .inactive */ .A)(entry, 'alarm-no-recipient', `${what} notifies topics without a confirmed subscription.`)];
}


/***/ }),

/***/ 87597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97455);
/* harmony import */ var _http_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46613);
/* harmony import */ var _literal_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63808);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94399);






const config = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .probeFields */ .eE,
    adapter: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('command').describe('A program: exit status 0 is good, 1 is bad, everything else is no answer.'),
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1)], zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())
        .describe('The program and its arguments. No shell reads them. It runs in the root of the repository.'),
    env: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Z_][A-Z0-9_]*$/, 'must be the name of an environment variable'), _runtime_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .secretReference */ .QO)
        .default({})
        .describe('Variables that the program gets, as ${NAME}. It gets no other credential.'),
    'timeout-seconds': zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().min(0.1).max(60).default(10).describe('A program that takes longer has failed.'),
})
    .superRefine(_literal_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseLiteralSecrets */ .z);
const adapter = {
    id: 'command',
    kind: 'check',
    config,
    run: (entry, tick, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_3__/* .runQuestion */ ._B)(tick, context, async (ctx, at) => {
        const first = await once(entry, ctx, at);
        return { samples: [first.ok ? first : { ...(await once(entry, ctx, at)), retried: true }] };
    }),
};
/** @throws RewindError tool-failed, tool-missing, credential-missing */
async function once(entry, ctx, at) {
    const { runProgram } = await __webpack_require__.e(/* import() */ 1450).then(__webpack_require__.bind(__webpack_require__, 71450));
    const inherited = Object.entries(ctx.childEnv).filter(([name]) => !name.startsWith('GATE_'));
    const given = Object.entries(entry.env).map(([name, value]) => [name, ctx.env.resolve(value, ctx.resource)]);
    const env = Object.fromEntries([...inherited, ...given]);
    const begin = ctx.clock.monotonic();
    const { status, failure, lastLine } = await runProgram(ctx, entry.run, env, entry['timeout-seconds']);
    const latencyMs = ctx.clock.monotonic() - begin;
    if (failure === null)
        return { kind: 'check', at, ok: true, latencyMs };
    const said = (0,_question_js__WEBPACK_IMPORTED_MODULE_3__/* .shortText */ .os)(ctx, `${failure}${lastLine === null ? '' : `: ${lastLine}`}`);
    const failed = status === 1 || failure.startsWith('no end');
    if (failed)
        return { kind: 'check', at, ok: false, latencyMs, error: said };
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('tool-failed', `The program ended with ${said}`, { resource: ctx.resource });
}


/***/ }),

/***/ 99203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ PROBE_CONFIGS)
/* harmony export */ });
/* harmony import */ var _cloudwatch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24902);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87597);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81013);
/* harmony import */ var _datadog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68395);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29921);
/* harmony import */ var _github_security_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90947);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49278);
/* harmony import */ var _sentry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87965);
/* harmony import */ var _sentry_issues_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38482);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(83940);
/* harmony import */ var _stripe_payments_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27163);
/* harmony import */ var _vercel_runtime_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(65032);
// Generated from the folder by "npm run generate". Do not edit.












const PROBE_CONFIGS = [
    _cloudwatch_js__WEBPACK_IMPORTED_MODULE_0__.config,
    _command_js__WEBPACK_IMPORTED_MODULE_1__.config,
    _content_js__WEBPACK_IMPORTED_MODULE_2__.config,
    _datadog_js__WEBPACK_IMPORTED_MODULE_3__.config,
    _flow_js__WEBPACK_IMPORTED_MODULE_4__.config,
    _github_security_js__WEBPACK_IMPORTED_MODULE_5__.config,
    _http_js__WEBPACK_IMPORTED_MODULE_6__.config,
    _sentry_js__WEBPACK_IMPORTED_MODULE_7__.config,
    _sentry_issues_js__WEBPACK_IMPORTED_MODULE_8__.config,
    _sql_js__WEBPACK_IMPORTED_MODULE_9__.config,
    _stripe_payments_js__WEBPACK_IMPORTED_MODULE_10__.config,
    _vercel_runtime_js__WEBPACK_IMPORTED_MODULE_11__.config,
];


/***/ }),

/***/ 81013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67622);
/* harmony import */ var _check_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5683);
/* harmony import */ var _http_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46613);
/* harmony import */ var _http_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34707);
/* harmony import */ var _literal_secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63808);
/* harmony import */ var _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30734);








const config = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .probeFields */ .eE,
    adapter: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('content').describe('One asset as visitors get it through the CDN.'),
    url: _http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .probeUrl */ .K7.describe('Address of the asset.'),
    headers: _http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .requestFields */ .hH.headers,
    redirects: _http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .requestFields */ .hH.redirects,
    expect: _http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .assetExpectation */ .nQ.prefault({}).describe('Status and headers, such as cache-control, of the response.'),
    sha256: zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('baseline'), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'must be baseline or 64 hexadecimal digits')])
        .optional()
        .describe('SHA-256 of the asset; baseline: the one at the snapshot. Not compared when left out.'),
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .connectionFields */ .I1,
    control: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().default(true).describe('true: also ask the previous deployment.'),
})
    .superRefine((given, context) => {
    const add = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
    (0,_http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .checkRequest */ .yG)({ ...given, method: 'GET' }, given.url, given['allow-private'], add);
    (0,_http_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .checkCaptured */ .PF)({ ...given, expect: {} }, new Set(), add);
    (0,_literal_secrets_js__WEBPACK_IMPORTED_MODULE_7__/* .refuseLiteralSecrets */ .z)(given, context);
});
const adapter = {
    id: 'content',
    kind: 'check',
    config,
    run(given, tick, ctx) {
        const check = (control) => (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)({ ...given, method: 'GET' }, { control, stays: tick.stays === true }, ctx, (response) => {
            const problem = (0,_http_request_js__WEBPACK_IMPORTED_MODULE_4__/* .problemOf */ .Zw)(response, given.expect, given, ctx);
            return problem === null ? checksumOf(response.body, given, tick) : { problem };
        });
        return (0,_check_run_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRun */ .Q)(tick, ctx, check(null), tick.control !== null && given.control ? check(tick.control) : null);
    },
};
/** The checksum is a fact, so that the baseline keeps it. */
function checksumOf(body, { sha256: wanted }, { baseline }) {
    const found = (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(body);
    const facts = { sha256: found };
    const expected = wanted === 'baseline' ? baseline?.sha256 : wanted;
    if (expected === undefined) {
        if (wanted === undefined || baseline === null)
            return { problem: null, facts };
        throw new _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .ProbeFailure */ .BU('refused', 'the baseline holds no checksum of the asset; take a new snapshot');
    }
    const problem = found === expected ? null : `its SHA-256 is ${found.slice(0, 12)}…, expected ${expected.slice(0, 12)}…`;
    return { problem, facts };
}


/***/ }),

/***/ 68395:
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
;// CONCATENATED MODULE: ./lib/services/datadog/monitors.js

/** Sites of Datadog. A list, so that no configuration sends the keys elsewhere. */
const DATADOG_SITES = [
    'datadoghq.com',
    'us3.datadoghq.com',
    'us5.datadoghq.com',
    'datadoghq.eu',
    'ap1.datadoghq.com',
    'ap2.datadoghq.com',
    'uk1.datadoghq.com',
    'ddog-gov.com',
    'us2.ddog-gov.com',
];
const monitor = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int(),
    name: schemas/* string */.YjP(),
    message: schemas/* string */.YjP().nullish(),
    overall_state: schemas/* enum */.k5n(['Alert', 'Ignored', 'No Data', 'OK', 'Skipped', 'Unknown', 'Warn']),
    draft_status: schemas/* string */.YjP().nullish(),
    /** Downtimes that mute the monitor or a part of it now. */
    matching_downtimes: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
    options: schemas/* object */.Ikc({ silenced: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish() }).nullish(),
});
/** @throws HttpFailure; RewindError credential-missing */
async function readMonitor(ctx, site, id) {
    const { data } = await ctx.http.request({
        service: 'Datadog',
        what: `read monitor ${id}`,
        resource: ctx.resource,
        method: 'GET',
        url: `${ctx.env.url('DD_API_URL', `https://api.${site}`)}/api/v1/monitor/${id}`,
        query: { group_states: 'all', with_downtimes: true },
        headers: {
            'dd-api-key': ctx.env.token('DD_API_KEY', ctx.resource),
            'dd-application-key': ctx.env.token('DD_APPLICATION_KEY', ctx.resource),
        },
        permission: 'monitors_read of the application key',
    }, monitor);
    return data;
}

// EXTERNAL MODULE: ./lib/probes/not-watched.js
var not_watched = __webpack_require__(32173);
// EXTERNAL MODULE: ./lib/probes/question.js
var question = __webpack_require__(94399);
// EXTERNAL MODULE: ./lib/probes/service-fields.js
var service_fields = __webpack_require__(21504);
;// CONCATENATED MODULE: ./lib/probes/adapters/datadog.js





const config = schemas/* strictObject */.rej({
    ...(0,service_fields/* serviceFields */.$)('performance', 60),
    adapter: schemas/* literal */.euz('datadog').describe('Monitors of Datadog. They confirm a verdict, minutes late.'),
    site: schemas/* enum */.k5n(DATADOG_SITES).default('datadoghq.com').describe('Site of the account.'),
    monitors: schemas/* array */.YOg(schemas/* number */.aig().int().positive()).min(1).max(20).describe('Ids of the monitors.'),
});
const adapter = {
    id: 'datadog',
    kind: 'alert',
    config,
    run: (entry, tick, context) => (0,question/* runQuestion */._B)(tick, context, async (ctx, at) => {
        const answers = await Promise.all(entry.monitors.map((id) => readMonitor(ctx, entry.site, id).then((monitor) => answerOf(ctx, at, monitor), (error) => (0,question/* errorOf */.Mz)(ctx, error, at))));
        return {
            samples: answers.filter((answer) => 'kind' in answer),
            errors: answers.filter((answer) => 'reason' in answer),
        };
    }),
    inspect: async (entry, ctx) => {
        const found = await Promise.all(entry.monitors.map((id) => (0,not_watched/* notWatched */.q)(entry, `The monitor ${id}`, ctx, async () => inspectMonitor(entry, ctx, await readMonitor(ctx, entry.site, id)))));
        return found.flat();
    },
};
function answerOf(ctx, at, { id, name: given, overall_state: state }) {
    const name = (0,question/* shortText */.os)(ctx, `${id} ${given}`);
    if (state === 'Alert')
        return { kind: 'alert', at, name, firing: true };
    if (state === 'OK' || state === 'Warn')
        return { kind: 'alert', at, name, firing: false };
    return { at, reason: 'not-watched', message: (0,question/* shortText */.os)(ctx, `The monitor ${id} is in the state "${state}".`) };
}
function inspectMonitor(entry, ctx, monitor) {
    const what = `The monitor ${monitor.id} "${(0,question/* shortText */.os)(ctx, monitor.name)}"`;
    const findings = [];
    if (monitor.draft_status === 'draft')
        findings.push((0,not_watched/* inactive */.A)(entry, 'alarm-disabled', `${what} is a draft.`));
    if ((monitor.matching_downtimes ?? []).length > 0 || Object.keys(monitor.options?.silenced ?? {}).length > 0) {
        findings.push((0,not_watched/* inactive */.A)(entry, 'alarm-muted', `${what} is muted, or a part of it.`));
    }
    if (['No Data', 'Ignored', 'Skipped', 'Unknown'].includes(monitor.overall_state)) {
        findings.push((0,not_watched/* inactive */.A)(entry, 'alarm-no-data', `${what} is in the state "${monitor.overall_state}".`));
    }
    // Notification rules, which this does not read, may name others.
    if (!/(^|[\s({[,;])@[\w.-]/.test(monitor.message ?? '')) {
        const message = `${what} names no recipient in its message. A notification rule may name one; it was not read.`;
        findings.push({ ...(0,not_watched/* inactive */.A)(entry, 'alarm-no-recipient', message), level: 'warning' });
    }
    return findings;
}


/***/ }),

/***/ 29921:
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
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
// EXTERNAL MODULE: ./lib/probes/http-fields.js
var http_fields = __webpack_require__(46613);
// EXTERNAL MODULE: ./lib/probes/http-request.js
var http_request = __webpack_require__(34707);
// EXTERNAL MODULE: ./lib/probes/json-path.js
var json_path = __webpack_require__(66773);
;// CONCATENATED MODULE: ./lib/probes/capture.js





const pattern = schemas/* string */.YjP().superRefine((text, context) => {
    const problem = patternProblem(text);
    if (problem !== null)
        context.addIssue({ code: 'custom', message: problem });
});
function patternProblem(text) {
    try {
        // With an empty alternative each pattern matches the empty text, so its groups can be counted.
        const groups = (new RegExp(`${text}|`, 'u').exec('')?.length ?? 1) - 1;
        return groups === 1 ? null : 'must have exactly one group: (…)';
    }
    catch {
        return 'must be a regular expression';
    }
}
/** What a step takes from its response for the steps after it. */
const capture = schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and dashes'), schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ json: http_fields/* jsonPath */.U1.describe('Path in the JSON body.') }),
    schemas/* strictObject */.rej({ text: pattern.describe('Regular expression for the body; its group is the value.') }),
    schemas/* strictObject */.rej({ header: schemas/* string */.YjP().min(1).describe('Name of a header.') }),
]));
/** A longer value is a mistake, or an attack on memory. */
const LONGEST = 10_000;
/** The captured values by name, or what is missing. */
function captured(response, wanted) {
    const values = new Map();
    for (const [name, from] of Object.entries(wanted)) {
        const value = 'json' in from
            ? fromJson(response, from.json)
            : 'text' in from
                ? fromText(response, from.text)
                : [response.headers[from.header.toLowerCase()] ?? []].flat()[0];
        if (value === undefined || value === '')
            return { problem: `the response has no value for "${name}"` };
        if (value.length > LONGEST)
            return { problem: `the value for "${name}" is longer than ${LONGEST} characters` };
        values.set(name, value);
    }
    return { values };
}
function fromJson({ body }, path) {
    const value = (0,json_path/* valueAt */.f)((0,http_request/* parseJson */.qF)(body), (0,json_path/* parsePath */.R)(path) ?? []);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
const MATCH = new external_node_vm_.Script('new RegExp(pattern, "u").exec(text)?.[1]');
const MATCH_MS = 200;
/** A body from outside can make an expression backtrack for hours, so its time is limited. */
function fromText({ body }, pattern) {
    try {
        const context = (0,external_node_vm_.createContext)({ pattern, text: body.toString('utf8') });
        const found = MATCH.runInContext(context, { timeout: MATCH_MS });
        return typeof found === 'string' ? found : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/probes/check-run.js
var check_run = __webpack_require__(5683);
// EXTERNAL MODULE: ./lib/probes/control.js
var probes_control = __webpack_require__(31650);
// EXTERNAL MODULE: ./lib/probes/literal-secrets.js
var literal_secrets = __webpack_require__(63808);
// EXTERNAL MODULE: ./lib/probes/templates.js
var templates = __webpack_require__(14476);
// EXTERNAL MODULE: ./lib/services/probe-http/failure.js
var failure = __webpack_require__(30734);
;// CONCATENATED MODULE: ./lib/probes/adapters/flow.js









const step = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP()
        .regex(/^[\w .-]{1,40}$/, 'must be letters, digits, spaces and dashes')
        .describe('Name of the step in messages.'),
    url: http_fields/* stepUrl */.OW.describe('Path on the host of the flow, or an address.'),
    ...http_fields/* requestFields */.hH,
    capture: capture.default({}).describe('Values of the response for later steps, as {{name}}.'),
});
const config = schemas/* strictObject */.rej({
    ...http_fields/* probeFields */.eE,
    adapter: schemas/* literal */.euz('flow').describe('Several HTTP requests of one session, with cookies.'),
    url: http_fields/* probeUrl */.K7.describe('Address of the host; steps name their paths.'),
    steps: schemas/* array */.YOg(step).min(1).max(20).describe('Requests, one after the other. The first that fails ends the flow.'),
    ...http_fields/* connectionFields */.I1,
    control: schemas/* boolean */.zMY()
        .default(false)
        .describe('true: also run the flow on the previous deployment. The same headers and bodies go there.'),
})
    .superRefine((given, context) => {
    const add = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
    const known = new Set();
    given.steps.forEach((one, index) => {
        const at = (path, message) => add(['steps', index, ...path], message);
        (0,http_fields/* checkRequest */.yG)(one, given.url, given['allow-private'], at);
        (0,http_fields/* checkCaptured */.PF)({ ...one, capture: {}, expect: {} }, known, at);
        for (const name of Object.keys(one.capture))
            known.add(name);
    });
    (0,literal_secrets/* refuseLiteralSecrets */.z)(given, context);
});
const adapter = {
    id: 'flow',
    kind: 'check',
    config,
    run: (given, tick, ctx) => {
        const { control } = tick;
        const flow = (on) => (signal) => runSteps(given, { control: on, stays: tick.stays === true }, ctx, signal);
        return (0,check_run/* checkRun */.Q)(tick, ctx, flow(null), control !== null && given.control ? flow(control) : null);
    },
};
/** A session of its own each time. @throws ProbeFailure */
async function runSteps(given, { control, stays }, ctx, signal) {
    const { send } = await __webpack_require__.e(/* import() */ 7503).then(__webpack_require__.bind(__webpack_require__, 17503));
    const { sessionCookies } = await __webpack_require__.e(/* import() */ 8905).then(__webpack_require__.bind(__webpack_require__, 78905));
    const base = new URL(given.url);
    const values = new Map();
    const session = { cookies: await sessionCookies(), control, base };
    const sum = {};
    const stayOn = control === null ? (stays ? base.host : undefined) : new URL(control).host;
    for (const one of given.steps) {
        const named = (message) => `step "${one.name}": ${message}`;
        const filled = (0,http_request/* requestOf */.fo)(one, base, new templates/* Filler */.dN(ctx.env, given.id, values));
        const request = { ...filled, stayOn, redirects: one.redirects, ...(0,http_request/* connectionOf */.ao)(given) };
        try {
            const response = await send(inSession(request, session, ctx), ctx, signal);
            (0,failure/* addPhases */.KM)(sum, response.phases);
            const problem = (0,http_request/* problemOf */.Zw)(response, one.expect, given, ctx);
            if (problem !== null)
                return { problem: named(problem), phases: sum };
            const found = captured(response, one.capture);
            if ('problem' in found)
                return { problem: named(found.problem), phases: sum };
            for (const [name, value] of found.values)
                values.set(name, value);
        }
        catch (error) {
            if (!(error instanceof failure/* ProbeFailure */.BU))
                throw error;
            (0,failure/* addPhases */.KM)(sum, error.phases);
            throw new failure/* ProbeFailure */.BU(error.kind, named(error.message), sum);
        }
    }
    return { problem: null, phases: sum };
}
function inSession(request, { cookies, control, base }, ctx) {
    // A step on another host is the same for both deployments.
    if (control === null || request.url.origin !== base.origin)
        return { ...request, cookies };
    const headers = { ...request.headers, ...(0,probes_control/* bypassHeaders */.h)(ctx) };
    return { ...request, url: (0,probes_control/* onControl */.R)(request.url, control), headers, cookies };
}


/***/ }),

/***/ 90947:
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
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
;// CONCATENATED MODULE: ./lib/services/github/security-alerts.js

const ALERT_SOURCES = ['code-scanning', 'dependabot', 'secret-scanning'];
/** In ascending order. */
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
const severity = schemas/* enum */.k5n(SEVERITIES);
/** Tools that give no security severity give one of these. GitHub fails a pull request for an error as for high. */
const PLAIN = { error: 'high', warning: 'medium' };
const codeScanning = schemas/* array */.YOg(schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    rule: schemas/* object */.Ikc({
        description: schemas/* string */.YjP().nullish(),
        severity: schemas/* string */.YjP().nullish(),
        security_severity_level: severity.nullish(),
    }),
}));
const dependabot = schemas/* array */.YOg(schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    dependency: schemas/* object */.Ikc({ package: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }).optional() }),
    security_advisory: schemas/* object */.Ikc({ summary: schemas/* string */.YjP() }),
    security_vulnerability: schemas/* object */.Ikc({ severity }),
}));
const secretScanning = schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* number */.aig().int(), secret_type_display_name: schemas/* string */.YjP().nullish() }));
/**
 * The newest 100 open alerts of a source, in no order that holds.
 *
 * @throws HttpFailure: 403 and 404 say that the source is off or that the token may not read it
 */
async function openAlerts(github, source) {
    const read = (permission, schema, send) => {
        const call = { what: `list ${source} alerts`, permission };
        return github.request(call, schema, send);
    };
    const newest = { state: 'open', sort: 'created', direction: 'desc', per_page: 100 };
    switch (source) {
        case 'code-scanning': {
            const alerts = await read('security-events: read', codeScanning, (rest, target) => rest.codeScanning.listAlertsForRepo({ ...target, ...newest }));
            return alerts.map(({ number, rule }) => ({
                number,
                severity: rule.security_severity_level ?? PLAIN[rule.severity ?? ''] ?? 'low',
                title: rule.description ?? 'no description',
            }));
        }
        case 'dependabot': {
            const alerts = await read('vulnerability-alerts: read', dependabot, (rest, target) => rest.dependabot.listAlertsForRepo({ ...target, ...newest }));
            return alerts.map(({ number, dependency, security_advisory, security_vulnerability }) => ({
                number,
                severity: security_vulnerability.severity,
                title: `${dependency.package?.name ?? 'a package'}: ${security_advisory.summary}`,
            }));
        }
        case 'secret-scanning': {
            // hide_secret: the secret itself never comes here.
            const alerts = await read('secret scanning alerts: read', secretScanning, (rest, target) => rest.secretScanning.listAlertsForRepo({ ...target, ...newest, hide_secret: true }));
            return alerts.map(({ number, secret_type_display_name: type }) => ({
                number,
                severity: 'critical',
                title: type ?? 'a secret',
            }));
        }
    }
}

// EXTERNAL MODULE: ./lib/probes/not-watched.js
var not_watched = __webpack_require__(32173);
// EXTERNAL MODULE: ./lib/probes/question.js
var question = __webpack_require__(94399);
// EXTERNAL MODULE: ./lib/probes/service-fields.js
var service_fields = __webpack_require__(21504);
;// CONCATENATED MODULE: ./lib/probes/adapters/github-security.js







const config = schemas/* strictObject */.rej({
    ...(0,service_fields/* serviceFields */.$)('security', 120),
    adapter: schemas/* literal */.euz('github-security').describe('Security alerts of the repository that came after the baseline.'),
    alerts: schemas/* array */.YOg(schemas/* enum */.k5n(ALERT_SOURCES))
        .min(1)
        .default(['code-scanning', 'dependabot'])
        .describe('Sources. secret-scanning needs a token of a GitHub App or of a person.'),
    severity: schemas/* enum */.k5n(SEVERITIES).default('high').describe('Lowest severity that counts. A secret always counts.'),
    token: fields/* secretReference */.QO.optional().describe('Token that reads the alerts. Default: GITHUB_TOKEN.'),
});
/** Alerts of the default branch that are open and were not there when the baseline was taken. */
const adapter = {
    id: 'github-security',
    kind: 'alert',
    config,
    run: (entry, tick, context) => (0,question/* runQuestion */._B)(tick, context, async (ctx, at) => {
        const github = github_security_open(entry, ctx);
        const answers = await Promise.all(entry.alerts.map(async (source) => {
            try {
                const alerts = await openAlerts(github, source);
                const facts = { [source]: newestOf(alerts) };
                return {
                    ...answerOf(entry, ctx, { at, source, alerts }, tick.baseline === null ? facts : tick.baseline),
                    facts,
                };
            }
            catch (error) {
                return { samples: [], errors: [(0,question/* errorOf */.Mz)(ctx, error, at)] };
            }
        }));
        return {
            samples: answers.flatMap(({ samples }) => samples),
            errors: answers.flatMap(({ errors = [] }) => errors),
            facts: Object.fromEntries(answers.flatMap(({ facts = {} }) => Object.entries(facts))),
        };
    }),
    inspect: async (entry, ctx) => {
        const github = github_security_open(entry, ctx);
        const found = await Promise.all(entry.alerts.map((source) => (0,not_watched/* notWatched */.q)(entry, `The list of ${source} alerts`, ctx, async () => {
            await openAlerts(github, source);
            return [];
        })));
        return found.flat();
    },
};
const github_security_open = ({ token }, ctx) => (0,client.createGitHub)(ctx, token === undefined ? undefined : ctx.env.resolve(token, ctx.resource), 0);
const newestOf = (alerts) => String(Math.max(0, ...alerts.map(({ number }) => number)));
/** @param known the newest alert of each source when the baseline was taken */
function answerOf({ severity }, ctx, { at, source, alerts }, known) {
    const newest = known?.[source];
    if (newest === undefined) {
        const message = `The baseline does not know the ${source} alerts, so none can be called new.`;
        return { samples: [], errors: [{ at, reason: 'not-watched', message }] };
    }
    const lowest = SEVERITIES.indexOf(severity);
    const found = alerts.filter((one) => one.number > Number(newest) && SEVERITIES.indexOf(one.severity) >= lowest);
    const [first] = found;
    const sample = { kind: 'alert', at, name: `${source} alerts`, firing: first !== undefined };
    if (first === undefined)
        return { samples: [sample] };
    const more = found.length === 1 ? '' : `${found.length} new alerts. `;
    const detail = (0,question/* shortText */.os)(ctx, `${more}#${first.number}, ${first.severity}: ${first.title}`);
    return { samples: [{ ...sample, detail }] };
}


/***/ }),

/***/ 49278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67622);
/* harmony import */ var _check_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5683);
/* harmony import */ var _http_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46613);
/* harmony import */ var _http_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34707);
/* harmony import */ var _literal_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63808);






const config = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .probeFields */ .eE,
    adapter: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('http').describe('One HTTP request, and what its response must be.'),
    url: _http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .probeUrl */ .K7.describe('Address of the request.'),
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .requestFields */ .hH,
    ..._http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .connectionFields */ .I1,
    control: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .optional()
        .describe('true: also ask the previous deployment, with the same headers and body. Default: for GET and HEAD.'),
})
    .superRefine((given, context) => {
    const add = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
    (0,_http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRequest */ .yG)(given, given.url, given['allow-private'], add);
    (0,_http_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .checkCaptured */ .PF)({ ...given, expect: {} }, new Set(), add);
    (0,_literal_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseLiteralSecrets */ .z)(given, context);
});
const adapter = {
    id: 'http',
    kind: 'check',
    config,
    run(given, tick, ctx) {
        const check = (control) => (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(given, { control, stays: tick.stays === true }, ctx, (response) => ({
            problem: (0,_http_request_js__WEBPACK_IMPORTED_MODULE_3__/* .problemOf */ .Zw)(response, given.expect, given, ctx),
        }));
        const asks = given.control ?? (given.method === 'GET' || given.method === 'HEAD');
        return (0,_check_run_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRun */ .Q)(tick, ctx, check(null), tick.control !== null && asks ? check(tick.control) : null);
    },
};


/***/ }),

/***/ 38482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87183);
/* harmony import */ var _not_watched_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32173);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94399);
/* harmony import */ var _sentry_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34988);
/* harmony import */ var _service_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21504);






const NAME = 'new issues';
const MOST = 100;
const config = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ...(0,_service_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceFields */ .$)('content', 60),
    adapter: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('sentry-issues').describe('Issues that Sentry did not know when the baseline was taken.'),
    ..._sentry_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .sentryFields */ .R,
    query: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .max(500)
        .default('is:unresolved')
        .describe("Sentry's search, e.g. is:unresolved level:error firstRelease:latest."),
});
/** Sentry numbers issues in ascending order. The baseline keeps the newest of all; a search may find others later. */
const adapter = {
    id: 'sentry-issues',
    kind: 'alert',
    config,
    run: (entry, tick, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_2__/* .runQuestion */ ._B)(tick, context, async (ctx, at) => {
        const quiet = { kind: 'alert', at, name: NAME, firing: false };
        if (tick.baseline === null) {
            const [newest] = await (0,_services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .newestIssues */ .L)(ctx, entry, '', 1);
            return { samples: [quiet], facts: { newest: newest?.id ?? '0' } };
        }
        const known = tick.baseline?.newest;
        if (known === undefined) {
            const message = 'The baseline does not know the issues, so none can be called new.';
            return { samples: [], errors: [{ at, reason: 'not-watched', message }] };
        }
        const found = (await (0,_services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .newestIssues */ .L)(ctx, entry, entry.query, MOST)).filter(({ id }) => Number(id) > Number(known));
        const [first] = found;
        if (first === undefined)
            return { samples: [quiet] };
        const more = found.length === 1 ? '' : `${found.length}${found.length === MOST ? ' or more' : ''} new issues. `;
        const detail = (0,_question_js__WEBPACK_IMPORTED_MODULE_2__/* .shortText */ .os)(ctx, `${more}${first.shortId}, ${first.level}: ${first.title}`);
        return { samples: [{ ...quiet, firing: true, detail }] };
    }),
    inspect: (entry, ctx) => (0,_not_watched_js__WEBPACK_IMPORTED_MODULE_1__/* .notWatched */ .q)(entry, 'The list of issues', ctx, async () => {
        await (0,_services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .newestIssues */ .L)(ctx, entry, entry.query, 1);
        return [];
    }),
};


/***/ }),

/***/ 87965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87183);
/* harmony import */ var _in_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6824);
/* harmony import */ var _intervals_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83909);
/* harmony import */ var _not_watched_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32173);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94399);
/* harmony import */ var _sentry_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34988);
/* harmony import */ var _service_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21504);








const MINUTE_MS = 60_000;
/** SDKs on a server send the sessions of a minute together, after it. */
const SETTLE_SECONDS = 60;
const config = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    ...(0,_service_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .serviceFields */ .$)('content', 60),
    adapter: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('sentry').describe('Sessions with an error or a crash, among all sessions, in Sentry.'),
    ..._sentry_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .sentryFields */ .R,
    every: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig()
        .int()
        .min(60)
        .max(3600)
        .multipleOf(60, 'must be full minutes')
        .default(60)
        .describe('Seconds between two samples: full minutes.'),
});
/** Counts the sessions of full minutes. All sessions stand in the total, so that none at all is silence. */
const adapter = {
    id: 'sentry',
    kind: 'count',
    config,
    run: (entry, tick, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_3__/* .runQuestion */ ._B)(tick, context, async (ctx) => {
        const span = (0,_intervals_js__WEBPACK_IMPORTED_MODULE_7__/* .intervalOf */ .X)({ dueAt: floorMinute(tick.dueAt) }, entry.every, SETTLE_SECONDS);
        return { samples: [await sampleOf(entry, span, ctx)] };
    }),
    history: (entry, span, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_3__/* .runQuestion */ ._B)({ dueAt: span.to, signal: context.signal }, context, async (ctx) => {
        const samples = [];
        const full = { from: floorMinute(span.from), to: floorMinute(span.to) };
        for (const day of (0,_intervals_js__WEBPACK_IMPORTED_MODULE_7__/* .daysBefore */ .p)(full))
            samples.push(await sampleOf(entry, day, ctx));
        return { samples };
    }),
    inspect: (entry, ctx) => (0,_not_watched_js__WEBPACK_IMPORTED_MODULE_2__/* .notWatched */ .q)(entry, 'The sessions', ctx, async () => {
        const to = floorMinute(ctx.clock.now().getTime());
        const span = { from: to - 60 * MINUTE_MS, to };
        const { total } = await (0,_in_time_js__WEBPACK_IMPORTED_MODULE_1__/* .inTime */ .R)(ctx, (within) => (0,_services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .countSessions */ .j)(within, entry, span));
        if (total > 0)
            return [];
        const message = `Sentry has no session of the last hour in the environment "${entry.environment}". Let its SDK track sessions.`;
        return [(0,_not_watched_js__WEBPACK_IMPORTED_MODULE_2__/* .inactive */ .A)(entry, 'alarm-no-data', message)];
    }),
};
const floorMinute = (at) => Math.floor(at / MINUTE_MS) * MINUTE_MS;
async function sampleOf(entry, span, ctx) {
    const counted = await (0,_in_time_js__WEBPACK_IMPORTED_MODULE_1__/* .inTime */ .R)(ctx, (within) => (0,_services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .countSessions */ .j)(within, entry, span));
    return { kind: 'count', from: span.from, at: span.to, ...counted };
}


/***/ }),

/***/ 83940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97455);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94399);
/* harmony import */ var _service_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21504);






/** More rows are not counted. */
const COUNTED = 1000;
const config = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ...(0,_service_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceFields */ .$)('data', 60),
    adapter: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('sql').describe('A statement about the rows of a PostgreSQL database that must be true.'),
    url: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .secretReference */ .QO.describe('Direct address of the database, with a role that only reads.'),
    query: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1).max(20_000).describe('One SELECT. It runs in a transaction that cannot write.'),
    expect: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['one-true-row', 'no-rows'])
        .default('one-true-row')
        .describe('one-true-row: one row of one boolean, which is true. no-rows: every row is a fault.'),
    timeout: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().min(1).max(300).default(10).describe('Seconds for the query.'),
});
/**
 * An integrity assertion. A query that fails is an error, not a false assertion: the data may be sound. But a query that was
 * answered before the deploy, and now names a column or table that does not exist, proves that the deploy removed it.
 */
const adapter = {
    id: 'sql',
    kind: 'assertion',
    config,
    run: (entry, tick, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_3__/* .runQuestion */ ._B)(tick, context, async (ctx, at) => {
        const query = (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(entry.query);
        const known = tick.baseline?.query === query;
        return {
            samples: [{ kind: 'assertion', at, ...(known ? await answerOrGone(entry, ctx) : await answer(entry, ctx)) }],
            facts: { query },
        };
    }),
};
async function answerOrGone(entry, ctx) {
    try {
        return await answer(entry, ctx);
    }
    catch (error) {
        const { namesWhatIsGone } = await Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1176), __webpack_require__.e(5847)]).then(__webpack_require__.bind(__webpack_require__, 5847));
        if (!namesWhatIsGone(error))
            throw error;
        const remedy = 'If the deploy was meant to remove it, correct "query".';
        return { holds: false, detail: (0,_question_js__WEBPACK_IMPORTED_MODULE_3__/* .shortText */ .os)(ctx, `answered before the deploy, now: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)} ${remedy}`) };
    }
}
async function answer(entry, ctx) {
    const { askBoolean, countRows } = await Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1176), __webpack_require__.e(5847)]).then(__webpack_require__.bind(__webpack_require__, 5847));
    const question = { url: ctx.env.resolve(entry.url, ctx.resource), query: entry.query, seconds: entry.timeout };
    if (entry.expect === 'one-true-row') {
        const value = await askBoolean(ctx, question);
        if (value !== null)
            return value ? { holds: true } : { holds: false, detail: 'the query returned false' };
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', 'The query returned NULL, which is neither true nor false.', {
            resource: ctx.resource,
            remedy: 'Use COALESCE to say what NULL means.',
        });
    }
    const count = await countRows(ctx, question, COUNTED + 1);
    if (count === 0)
        return { holds: true };
    const shown = count > COUNTED ? `more than ${COUNTED}` : String(count);
    return { holds: false, detail: `${shown} row${count === 1 ? '' : 's'}, expected none` };
}


/***/ }),

/***/ 27163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _in_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6824);
/* harmony import */ var _intervals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83909);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94399);
/* harmony import */ var _service_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21504);





/** Stripe lists an event some seconds after it happened. */
const SETTLE_SECONDS = 15;
/** Events of one reading. A longer span is cut at its beginning. */
const MOST_EVENTS = 5000;
const statuses = ['incomplete', 'incomplete_expired', 'past_due', 'unpaid', 'paused'];
const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...(0,_service_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceFields */ .$)('payments', 60),
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('stripe-payments').describe('Payments or subscriptions of a Stripe account that go wrong.'),
    count: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['failures', 'declines', 'subscriptions'])
        .default('failures')
        .describe('What is bad. failures: payments that failed, except cards that were declined. declines: cards that were declined. ' +
        'subscriptions: those that changed to one of the statuses.'),
    statuses: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(statuses))
        .min(1)
        .default(['incomplete_expired', 'past_due', 'unpaid', 'paused'])
        .describe('Bad statuses. Leave out incomplete if every new subscription begins so.'),
});
/**
 * Counts events of an interval. All payments stand in the total, so that none at all is silence. Several attempts at one
 * payment count several times.
 */
const adapter = {
    id: 'stripe-payments',
    kind: 'count',
    config,
    run: (entry, tick, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .runQuestion */ ._B)(tick, context, async (ctx) => ({
        samples: [await (0,_in_time_js__WEBPACK_IMPORTED_MODULE_0__/* .inTime */ .R)(ctx, (within) => count(entry, (0,_intervals_js__WEBPACK_IMPORTED_MODULE_4__/* .intervalOf */ .X)(tick, entry.every, SETTLE_SECONDS), within))],
    })),
    history: (entry, span, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .runQuestion */ ._B)({ dueAt: span.to, signal: context.signal }, context, async (ctx) => {
        const samples = [];
        for (const day of (0,_intervals_js__WEBPACK_IMPORTED_MODULE_4__/* .daysBefore */ .p)(span))
            samples.push(await (0,_in_time_js__WEBPACK_IMPORTED_MODULE_0__/* .inTime */ .R)(ctx, (within) => count(entry, day, within)));
        return { samples };
    }),
};
const head = { id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), created: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int() };
const payment = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...head,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['payment_intent.succeeded', 'payment_intent.payment_failed']),
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ object: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ last_payment_error: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).nullish() }) }),
});
const subscription = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...head,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.paused']),
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        object: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
        previous_attributes: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional() }).nullish(),
    }),
});
async function count(entry, span, ctx) {
    const { openStripe } = await __webpack_require__.e(/* import() */ 3208).then(__webpack_require__.bind(__webpack_require__, 93208));
    const { listEvents } = await __webpack_require__.e(/* import() */ 6607).then(__webpack_require__.bind(__webpack_require__, 26607));
    const calls = await openStripe(ctx, ctx.env.token('STRIPE_API_KEY', ctx.resource));
    const query = { from: Math.floor(span.from / 1000), until: Math.floor(span.to / 1000) };
    if (entry.count === 'subscriptions') {
        const events = listEvents(calls, subscription, { ...query, types: subscription.shape.type.options });
        const read = await firstOf(events, span);
        return { ...read.span, ...countSubscriptions(read.events, new Set(entry.statuses)) };
    }
    const read = await firstOf(listEvents(calls, payment, { ...query, types: payment.shape.type.options }), span);
    return { ...read.span, ...countPayments(read.events, entry.count) };
}
/** A declined card is the fault of the customer; every other failure may be ours. */
function countPayments(events, bad) {
    const isBad = ({ type, data }) => type === 'payment_intent.payment_failed' &&
        (data.object.last_payment_error?.type === 'card_error') === (bad === 'declines');
    return { bad: events.filter(isBad).length, total: events.length };
}
/** Each subscription that is new or changed its status counts once, with its last status. @param events newest first */
function countSubscriptions(events, bad) {
    const last = new Map();
    for (const { type, data } of events) {
        const changed = type !== 'customer.subscription.updated' || data.previous_attributes?.status !== undefined;
        if (changed && !last.has(data.object.id))
            last.set(data.object.id, data.object.status);
    }
    return { bad: [...last.values()].filter((status) => bad.has(status)).length, total: last.size };
}
/** The newest events. If there are too many, the span begins after the oldest one that was read. */
async function firstOf(source, span) {
    const events = [];
    for await (const event of source) {
        events.push(event);
        if (events.length === MOST_EVENTS)
            break;
    }
    const oldest = events.length < MOST_EVENTS ? null : (events.at(-1)?.created ?? null);
    // The second of the oldest event may hold more events.
    const kept = oldest === null ? events : events.filter(({ created }) => created > oldest);
    const from = oldest === null ? span.from : (oldest + 1) * 1000;
    return { events: kept, span: { kind: 'count', from, at: span.to } };
}


/***/ }),

/***/ 67622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _control_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31650);
/* harmony import */ var _http_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34707);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14476);



/**
 * One request as a try.
 * @param control the address of the previous deployment, to ask it in place of production; it must answer itself
 * @param stays true: the host of the request must answer itself
 * @param judge the judgement of the response
 */
function ask(given, { control, stays }, ctx, judge) {
    return async (signal) => {
        const { send } = await __webpack_require__.e(/* import() */ 7503).then(__webpack_require__.bind(__webpack_require__, 17503));
        const own = (0,_http_request_js__WEBPACK_IMPORTED_MODULE_0__/* .requestOf */ .fo)(given, new URL(given.url), new _templates_js__WEBPACK_IMPORTED_MODULE_1__/* .Filler */ .dN(ctx.env, given.id));
        const target = control === null
            ? own
            : { ...own, url: (0,_control_js__WEBPACK_IMPORTED_MODULE_2__/* .onControl */ .R)(own.url, control), headers: { ...own.headers, ...(0,_control_js__WEBPACK_IMPORTED_MODULE_2__/* .bypassHeaders */ .h)(ctx) } };
        const stayOn = stays || control !== null ? target.url.host : undefined;
        const response = await send({ ...target, stayOn, redirects: given.redirects, ...(0,_http_request_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOf */ .ao)(given) }, ctx, signal);
        return { ...judge(response), phases: response.phases };
    };
}


/***/ }),

/***/ 26090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ criteriaConfig),
/* harmony export */   Nk: () => (/* binding */ criterionOf),
/* harmony export */   Pu: () => (/* binding */ ALARMS),
/* harmony export */   wf: () => (/* binding */ CRITERIA)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** What the runbook decides by. */
const CRITERIA = ['critical-functionality', 'data-integrity', 'security', 'performance', 'payments'];
/** What a finding asks for, in ascending order. */
const ALARMS = ['watch', 'mitigate', 'roll-back'];
const alarm = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ALARMS);
const risk = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(0.5);
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().min(1).max(1000);
const slowness = (factor, add, of, share) => zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    factor: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(1).max(100).default(factor).describe('Slow: this many times the baseline …'),
    'add-ms': zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(60_000).default(add).describe('… and at least this many milliseconds above it.'),
    of: count.default(of).describe('Number of newest samples to look at.'),
    share: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(1).default(share).describe('Share of them that must be slow.'),
})
    .prefault({});
const recent = (failures, of) => zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    failures: count.default(failures).describe('Number of failures among the newest samples.'),
    of: count.default(of).describe('Number of newest samples to look at.'),
})
    .refine((one) => one.failures <= one.of, { path: ['failures'], message: 'must not be above "of"' })
    .prefault({});
/** The section `criteria` of rewind.yml. The defaults are those that bench/verdict.ts measures. */
const criteriaConfig = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    'at-most': zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        'critical-functionality': alarm.default('roll-back').describe('Checks that fail.'),
        'data-integrity': alarm.default('roll-back').describe('Assertions about data that are false.'),
        security: alarm.default('watch').describe('Alerts of security.'),
        performance: alarm.default('mitigate').describe('Checks that are slow.'),
        payments: alarm.default('roll-back').describe('Payments that fail or stop.'),
    })
        .prefault({})
        .describe('The highest verdict that each criterion may lead to.'),
    'false-alarms': zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        'roll-back': risk.default(0.001).describe('roll-back because of failures.'),
        mitigate: risk.default(0.01).describe('mitigate because of failures or silence.'),
        watch: risk.default(0.2).describe('watch because of failures.'),
        slow: risk.default(0.001).describe('mitigate because of latency.'),
        'slow-watch': risk.default(0.1).describe('watch because of latency.'),
    })
        .prefault({})
        .describe('Probability of a false verdict in one watch, for each probe. Probes beyond the tenth share it.'),
    failures: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        lowest: risk.default(0.01).describe('A failure rate up to this one is always normal.'),
        highest: risk
            .default(0.05)
            .describe('A failure rate above this one is never normal; the baseline of a check must be below it.'),
        'roll-back': recent(3, 6),
        mitigate: recent(3, 24),
    })
        .refine((one) => one.lowest <= one.highest, { path: ['lowest'], message: 'must not be above "highest"' })
        .prefault({})
        .describe('Which failure rate is normal, and which failures must be recent.'),
    latency: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        'warm-up-seconds': zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
            .int()
            .min(0)
            .max(3600)
            .default(60)
            .describe('Latency does not count for this time after the start of the watch.'),
        tail: slowness(1.5, 100, 24, 0.2).describe('A few slow checks: against the 95th percentile of the baseline.'),
        body: slowness(1.3, 50, 12, 0.75).describe('Most checks slow: against the median of the baseline.'),
    })
        .prefault({})
        .describe('Which latency is slow.'),
    'baseline-samples': zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .int()
        .min(24)
        .max(10_000)
        .default(60)
        .describe('With fewer samples in the baseline of a check, the verdict is neither healthy nor roll-back.'),
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .int()
        .min(60)
        .max(100_000)
        .default(60)
        .describe('Number of samples of each critical check that the verdict healthy needs.'),
    'clean-samples': count.default(24).describe('Number of good samples in a row after which a verdict goes down.'),
})
    .prefault({})
    .describe('When a deploy counts as bad.');
/** The criterion that the failures of a probe belong to. Slowness always belongs to `performance`. */
function criterionOf({ kind, area }) {
    if (kind === 'assertion' || area === 'data')
        return 'data-integrity';
    return area === 'payments' || area === 'security' ? area : 'critical-functionality';
}


/***/ }),

/***/ 83909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ intervalOf),
/* harmony export */   p: () => (/* binding */ daysBefore)
/* harmony export */ });
const DAY_MS = 86_400_000;
/**
 * The interval that a tick counts, in whole seconds. The intervals of regular ticks follow one another without a gap.
 *
 * @param every seconds between two ticks
 * @param settle seconds after which the service shows an event
 */
function intervalOf({ dueAt }, every, settle) {
    const to = (Math.floor(dueAt / 1000) - settle) * 1000;
    return { from: to - every * 1000, to };
}
/** The same hours of each of the last 7 days, the oldest first. */
function daysBefore({ from, to }) {
    return [7, 6, 5, 4, 3, 2, 1].map((days) => ({ from: from - days * DAY_MS, to: to - days * DAY_MS }));
}


/***/ }),

/***/ 10377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kt: () => (/* binding */ probeSpec),
/* harmony export */   XM: () => (/* binding */ sample),
/* harmony export */   ah: () => (/* binding */ appendRun),
/* harmony export */   ej: () => (/* binding */ probeRun),
/* harmony export */   vF: () => (/* binding */ probeError),
/* harmony export */   xF: () => (/* binding */ SAMPLE_KINDS),
/* harmony export */   xS: () => (/* binding */ AREAS)
/* harmony export */ });
/* unused harmony export probeSeries */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** What a probe checks; the parts of a system that the report answers for. */
const AREAS = ['authentication', 'payments', 'content', 'performance', 'data', 'security'];
/**
 * What the samples of a probe are:
 * - `check`: one request, or one flow of requests; it succeeds or fails, with a latency
 * - `count`: bad events among all events of an interval (payments, errors of an application)
 * - `assertion`: a statement about the data that must be true
 * - `alert`: the state of an alarm or a monitor of another service
 */
const SAMPLE_KINDS = ['check', 'count', 'assertion', 'alert'];
const instant = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().describe('Milliseconds since the epoch.');
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative();
/** Short text of ours or of a service; inert, without secrets. */
const shortText = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(500);
/** What all code needs to know of a probe. The configuration of its adapter holds the rest. */
const probeSpec = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter'),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(SAMPLE_KINDS),
    area: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(AREAS),
    /** True: the probe alone may lead to the verdict `roll-back`. */
    critical: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Latency in milliseconds above which a check counts as slow, whatever the baseline is. */
    limitMs: milliseconds.positive().optional(),
});
/** Milliseconds of each part of a request, as far as it went. */
const phases = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    lookup: milliseconds.optional(),
    connect: milliseconds.optional(),
    tls: milliseconds.optional(),
    firstByte: milliseconds.optional(),
    download: milliseconds.optional(),
});
const lateMs = milliseconds.optional().describe('How much later than planned the tick began. Set by `appendRun`.');
const checkSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('check'),
    /** When the request began. */
    at: instant,
    /** The result; of the second attempt if there was one. */
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    latencyMs: milliseconds.optional(),
    phases: phases.optional(),
    /** Why it failed. */
    error: shortText.optional(),
    /** True: the first attempt failed, and this is the second one, on a new connection. */
    retried: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    /** The same check of the previous deployment at its immutable address, in the same tick. */
    control: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), latencyMs: milliseconds.optional() }).optional(),
    /** A check of a target that has nothing to do with production, in the same tick. False: we are the ones without network. */
    neutral: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }).optional(),
    /**
     * Id of the deployment that served the request, or that the domain pointed at. `null`: it could not be read. Absent: the
     * check does not go to a deployment.
     */
    deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200).nullable().optional(),
    lateMs,
});
const countSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('count'),
    /** The interval, from (inclusive) … at (exclusive). Intervals of one probe do not overlap. */
    from: instant,
    at: instant,
    bad: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** All events, the bad ones included. 0 is an answer (silence); an interval that could not be read has no sample. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    lateMs,
});
const assertionSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('assertion'),
    at: instant,
    holds: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** What was found, e.g. "3 orders without a customer". */
    detail: shortText.optional(),
    lateMs,
});
const alertSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('alert'),
    at: instant,
    /** Name of the alarm in its service. */
    name: shortText,
    firing: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    detail: shortText.optional(),
    lateMs,
});
const sample = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [checkSample, countSample, assertionSample, alertSample])
    .refine((one) => one.kind !== 'count' || (one.bad <= one.total && one.from <= one.at), 'bad events exceed all events');
/**
 * Why a tick has no sample:
 * - `not-watched`: the service refuses to answer (403, 404), or the alarm does not exist or is switched off
 * - `provider`: the service failed or did not answer in time
 * - `refused`: we did not ask, e.g. the address is private
 */
const ERROR_REASONS = ['not-watched', 'provider', 'refused'];
const probeError = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ at: instant, reason: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ERROR_REASONS), message: shortText });
/** What an adapter returns for one tick. An unreachable production is a failed sample; everything else is an error. */
const probeRun = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
    /** What a later run compares with, e.g. the checksum of an asset. The baseline keeps the last ones. */
    facts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(40), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200)).optional(),
    timings: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ dueAt: instant, startedAt: instant, endedAt: instant }),
});
/** All that is known of one probe, in the order of time. */
const probeSeries = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    probe: probeSpec,
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
});
/** Adds a tick to the series, in place: a watch of a day has many. A late tick marks its samples. */
function appendRun(series, run) {
    const late = Math.max(0, run.timings.startedAt - run.timings.dueAt);
    for (const one of run.samples)
        series.samples.push(late === 0 ? one : { ...one, lateMs: late });
    series.errors.push(...run.errors);
}


/***/ }),

/***/ 34988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sentryFields)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Keys of each probe that asks Sentry. */
const sentryFields = {
    organization: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, 'must be the slug of the organization, as in the address of its pages')
        .describe('Slug of the organization.'),
    projects: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive())
        .min(1)
        .max(20)
        .describe('Ids of the projects: the number after "project=" in the address of their pages.'),
    environment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(64).default('production').describe('Environment in Sentry.'),
};


/***/ }),

/***/ 28012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ addSubIssue),
/* harmony export */   BC: () => (/* binding */ addComment),
/* harmony export */   I0: () => (/* binding */ findIssues),
/* harmony export */   Ko: () => (/* binding */ createIssue),
/* harmony export */   QR: () => (/* binding */ hasComment),
/* harmony export */   Ry: () => (/* binding */ findIssue),
/* harmony export */   _e: () => (/* binding */ editIssue),
/* harmony export */   gi: () => (/* binding */ findParent),
/* harmony export */   lo: () => (/* binding */ listSubIssues),
/* harmony export */   to: () => (/* binding */ isFoundAgain),
/* harmony export */   wS: () => (/* binding */ closeIssue),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);


const user = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish();
const issue = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    user,
    author_association: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
});
const comment = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(), user, author_association: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const permission = 'issues: write';
const AUTHOR = 'github-actions[bot]';
const MEMBERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/** An invisible line by which a text is found again. @param name letters, digits, dashes, slashes */
const markerOf = (name) => `<!-- rewind:${name} -->`;
/**
 * Everybody who may comment can write a marker. It counts only in a text of the job's own token, of a member, or of the
 * token that is used now: an app of your own, or a member whom GitHub shows to nobody else.
 */
async function isOurs(github, { body, user: author, author_association: association }, marker) {
    if (body?.startsWith(marker) !== true)
        return false;
    if (author?.type === 'Bot' && author.login === AUTHOR)
        return true;
    return MEMBERS.includes(association) || (author != null && author.login === (await github.login()));
}
async function firstOfOurs(github, all, marker) {
    for (const one of all)
        if (await isOurs(github, one, marker))
            return one;
    return null;
}
const issueOf = (one) => ({
    ...{ id: one.id, number: one.number, url: one.html_url, body: one.body ?? '', written: one },
    state: one.state === 'closed' ? 'closed' : 'open',
});
/** False if a later run would not find this issue again. */
const isFoundAgain = (github, { written }, marker) => isOurs(github, written, marker);
/**
 * The issues that begin with one of these markers, by marker. Issues are listed by their label, because the index of the
 * search lags minutes behind.
 * @param since ISO 8601; older issues are not read
 * @throws HttpFailure
 */
async function findIssues(github, label, markers, since) {
    const issues = await github.all({ what: `list the issues with the label ${label}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(issue), (page) => ({ items: page }), (rest, target) => rest.issues.listForRepo({ ...target, labels: label, state: 'all', since }));
    const own = issues.filter((one) => one.pull_request === undefined);
    const found = new Map();
    for (const marker of markers) {
        const one = await firstOfOurs(github, own, marker);
        if (one !== null)
            found.set(marker, issueOf(one));
    }
    return found;
}
/** The number of the issue that begins with a marker; null if there is none. @throws HttpFailure */
async function findIssue(github, label, marker, since) {
    return (await findIssues(github, label, [marker], since)).get(marker)?.number ?? null;
}
/** @throws HttpFailure */
async function createIssue(github, given) {
    const { title, body, label } = given;
    return issueOf(await github.request({ what: 'create an issue', permission }, issue, (rest, target) => rest.issues.create({ ...target, title, body, labels: [label] })));
}
/** @param state opens or closes it in the same request; absent: it stays as it is @throws HttpFailure */
async function editIssue(github, number, body, state) {
    await github.request({ what: `edit issue #${number}`, permission, repeatable: true }, issue, (rest, target) => rest.issues.update({ ...target, issue_number: number, body, ...(state === undefined ? {} : { state }) }));
}
/** Ids of the sub-issues of an issue. GitHub REST API, "List sub-issues". @throws HttpFailure */
async function listSubIssues(github, number) {
    return github.all({ what: `list the sub-issues of #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() })), (page) => ({ items: page.map(({ id }) => id) }), (rest, target) => rest.issues.listSubIssues({ ...target, issue_number: number }));
}
/**
 * Makes an issue a sub-issue.
 * @param id of the issue that becomes a sub-issue, not its number
 * @returns false if it has another parent: somebody moved it
 * @throws HttpFailure
 */
async function addSubIssue(github, number, id) {
    try {
        await github.request({ what: `add a sub-issue to #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), (rest, target) => rest.issues.addSubIssue({ ...target, issue_number: number, sub_issue_id: id }));
        return true;
    }
    catch (error) {
        const moved = error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && error.status === 422 && /one parent/.test(JSON.stringify(error.body));
        if (!moved)
            throw error;
        return false;
    }
}
/** The parent of a sub-issue, if it is ours and begins with the marker; else null. @throws HttpFailure */
async function findParent(github, number, marker) {
    const call = { what: `read the parent of issue #${number}`, permission };
    const parent = await github.find(call, issue, (rest, target) => rest.issues.getParent({ ...target, issue_number: number }));
    return parent !== null && (await isOurs(github, parent, marker)) ? issueOf(parent) : null;
}
/** @throws HttpFailure */
async function closeIssue(github, number) {
    await github.request({ what: `close issue #${number}`, permission, repeatable: true }, issue, (rest, target) => rest.issues.update({ ...target, issue_number: number, state: 'closed' }));
}
/** True if the issue has a comment that begins with the marker. @throws HttpFailure */
async function hasComment(github, number, marker) {
    const comments = await github.all({ what: `read the comments of #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: number }));
    return (await firstOfOurs(github, comments, marker)) !== null;
}
/** @throws HttpFailure */
async function addComment(github, number, body) {
    await github.request({ what: `comment in #${number}`, permission }, comment, (rest, target) => rest.issues.createComment({ ...target, issue_number: number, body }));
}


/***/ }),

/***/ 77040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isPublic),
/* harmony export */   y: () => (/* binding */ readDefaultBranch)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const repository = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ default_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), private: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() });
/** GitHub REST API, "Get a repository". @throws HttpFailure */
const readRepository = (github) => github.request({ what: 'read the repository', permission: 'metadata: read' }, repository, (rest, target) => rest.repos.get(target));
/** The name of the default branch. @throws HttpFailure */
const readDefaultBranch = async (github) => (await readRepository(github)).default_branch;
/** True if everybody can read the repository and its issues. @throws HttpFailure */
const isPublic = async (github) => !(await readRepository(github)).private;


/***/ }),

/***/ 30734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   BU: () => (/* binding */ ProbeFailure),
/* harmony export */   KM: () => (/* binding */ addPhases)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** Adds the parts of one more request. */
function addPhases(sum, part) {
    for (const [phase, ms] of Object.entries(part))
        sum[phase] = (sum[phase] ?? 0) + ms;
}
/** A request without a usable response. The message is ours: it holds no header, no body, and of
 * the text from outside only the host of a refused redirect. */
class ProbeFailure extends Error {
    kind;
    phases;
    name = 'ProbeFailure';
    constructor(kind, message, phases = {}) {
        super(message);
        this.kind = kind;
        this.phases = phases;
    }
}
const REASONS = [
    [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'the name of the host could not be resolved'],
    [/^ECONNREFUSED$/, 'the host refused the connection'],
    [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, 'the host broke the connection'],
    [/^(ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$/, 'the host is unreachable'],
    [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'the certificate has expired or is not valid yet'],
    [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'the certificate belongs to another host'],
    [/CERT|ISSUER|SELF_SIGNED|VERIFY/, 'the certificate is not trusted'],
    [/SSL|TLS|^EPROTO$/, 'TLS could not be established'],
    [/^HPE_HEADER_OVERFLOW$/, 'the headers are too large'],
    [/^HPE_/, 'the response is not HTTP'],
];
/** The reason in our words and the code of Node; never the message of Node, which repeats names from the certificate. */
function reasonOf(error) {
    const code = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'the request failed';
    return `${reason} (${code})`;
}


/***/ }),

/***/ 87183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ newestIssues),
/* harmony export */   j: () => (/* binding */ countSessions)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);


const CREDENTIAL = 'SENTRY_AUTH_TOKEN';
const issue = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** Digits. A later issue has a higher id. */
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\d+$/),
    /** As people name it, e.g. SHOP-12. */
    shortId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    level: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const FIELD = 'sum(session)';
const sessions = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    start: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    end: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    intervals: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$()),
    groups: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        by: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ 'session.status': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
        series: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ [FIELD]: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative().nullable()) }),
    })),
});
/**
 * Issues, the newest first.
 *
 * @param query in Sentry's search syntax; empty: also those that are resolved or ignored
 * @param limit at most 100
 * @throws HttpFailure; RewindError credential-missing
 */
async function newestIssues(ctx, scope, query, limit) {
    const parameters = [
        ['query', query],
        ['sort', 'new'],
        ['limit', String(limit)],
        ['collapse', 'stats'],
    ];
    return read(ctx, scope, { path: 'issues', what: 'list the issues', scope: 'event:read' }, parameters, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(issue));
}
/**
 * Sessions that began in a span, and those of them with an error or a crash.
 *
 * @param from and `to`: full minutes, milliseconds since the epoch
 * @throws HttpFailure; RewindError credential-missing; api-unexpected-answer if Sentry did not count each minute
 */
async function countSessions(ctx, scope, { from, to }) {
    const parameters = [
        ['field', FIELD],
        ['groupBy', 'session.status'],
        ['interval', '1m'],
        ['start', new Date(from).toISOString()],
        ['end', new Date(to).toISOString()],
    ];
    const call = { path: 'sessions', what: 'count the sessions', scope: 'org:read' };
    const { start, end, intervals, groups } = await read(ctx, scope, call, parameters, sessions);
    const inside = intervals.flatMap((at, index) => (Date.parse(at) >= from && Date.parse(at) < to ? [index] : []));
    // The answer may hold more than was asked for, and steps of an hour, which its documentation names as the shortest.
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
    const isWhole = groups.every(({ series }) => series[FIELD].length === intervals.length);
    if (inside.length !== (to - from) / 60_000 || Math.ceil(minutes) !== intervals.length || !isWhole) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unexpected-answer', 'Sentry did not count the sessions of each minute.', {
            resource: ctx.resource,
        });
    }
    const counts = groups.map(({ by, series }) => ({
        healthy: by['session.status'] === 'healthy',
        count: inside.reduce((sum, index) => sum + (series[FIELD][index] ?? 0), 0),
    }));
    const sum = (of) => of.reduce((all, { count }) => all + count, 0);
    return { bad: sum(counts.filter(({ healthy }) => !healthy)), total: sum(counts) };
}
async function read(ctx, { organization, projects, environment }, { path, what, scope }, parameters, schema) {
    const query = new URLSearchParams([
        ...parameters.map(([name, value]) => [name, value]),
        ...projects.map((id) => ['project', String(id)]),
        ['environment', environment],
    ]);
    const { data } = await ctx.http.request({
        service: 'Sentry',
        credential: CREDENTIAL,
        what,
        resource: ctx.resource,
        method: 'GET',
        url: `${ctx.env.url('SENTRY_URL', 'https://sentry.io')}/api/0/organizations/${organization}/${path}/?${query.toString()}`,
        headers: { authorization: `Bearer ${ctx.env.token(CREDENTIAL, ctx.resource)}` },
        permission: `the scope ${scope} of SENTRY_AUTH_TOKEN`,
    }, schema);
    return data;
}


/***/ }),

/***/ 5308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ slackText),
/* harmony export */   f: () => (/* binding */ callSlack)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);


/** Slack answers a refusal with status 200 and `ok: false`. */
const refusal = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ ok: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(false), error: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
/**
 * Calls a method of Slack's Web API. SLACK_API_URL replaces the address of the service.
 * @throws HttpFailure, also for a refusal
 */
async function callSlack(ctx, call, schema) {
    const { method, what, token, fields, repeatable } = call;
    const form = new URLSearchParams(Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]));
    const { data } = await ctx.http.request({
        service: 'Slack',
        what,
        resource: ctx.resource,
        method: 'POST',
        url: `${ctx.env.url('SLACK_API_URL', 'https://slack.com/api')}/${method}`,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: form.toString(),
        repeatable,
    }, zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([refusal, schema]));
    const refused = refusal.safeParse(data);
    if (refused.success)
        throw failureOf(ctx, call, refused.data.error);
    return schema.parse(data);
}
const CODES = [
    [/auth|token|account_inactive|not_allowed_token_type/, 'api-unauthorized'],
    [/missing_scope|not_in_channel|restricted|access_denied|no_permission|is_archived/, 'api-forbidden'],
    [/not_found/, 'api-not-found'],
    [/rate_?limited/, 'api-rate-limited'],
    // Slack's documentation: what these ended may have been carried out in part.
    [/fatal_error|internal_error|request_timeout|service_unavailable/, 'api-unavailable'],
];
function failureOf(ctx, { what, method }, error) {
    const code = CODES.find(([pattern]) => pattern.test(error))?.[1] ?? 'api-rejected';
    const said = ctx.masker.redact(error).slice(0, 100);
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR(code, `Slack refused to ${what}: ${said}`, {
        resource: ctx.resource,
        remedy: `Look the error of ${method} up at https://docs.slack.dev/reference/methods/${method}.`,
    }, 200, { error });
}
/** Text in which nothing is a mention, a channel or a link of its own. https://docs.slack.dev/messaging/formatting-message-text */
const slackText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');


/***/ })

};
