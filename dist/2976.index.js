export const id = 2976;
export const ids = [2976];
export const modules = {

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

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72201);
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30233);





const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/** All waits of one client for GitHub's limits together. The hourly quota can be further away than that. */
const PATIENCE_MS = 180_000;
/** GitHub asks for a minute at least, where it does not say how long. */
const UNSAID_MS = 60_000;
/** A service that asks for no wait at all must not be asked without end. */
const LEAST_WAIT_MS = 1_000;
const viewer = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ viewer: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }) }).nullish(),
});
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @param patienceMs how long all waits for GitHub's limits may take together; 0 for what nobody must wait for
 * @throws RewindError credential-missing
 */
function createGitHub(ctx, given, patienceMs = PATIENCE_MS) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = given ?? ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const once = async (call, schema, send) => {
        const { rest } = await (octokit ??= loadOctokit(ctx, token, baseUrl));
        const responses = [];
        const fetch = async (url, init) => {
            const response = await ctx.http.request(requestOf(call, url, init), schema);
            responses.push(response);
            return Response.json(response.data ?? null);
        };
        try {
            await send(rest, { owner, repo, headers, request: { fetch } });
        }
        catch (error) {
            throw unwrapped(error);
        }
        const [response] = responses;
        if (response === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    let patience = patienceMs;
    let pause;
    /** Requests that meet the limit at the same time wait together. @throws HttpFailure */
    const waitForLimit = (error) => {
        if (pause !== undefined)
            return pause;
        const wait = Math.max(error.retryAfterMs ?? UNSAID_MS, LEAST_WAIT_MS) * (1 + ctx.random() / 10);
        if (wait > patience)
            throw overLimit(ctx, error);
        patience -= wait;
        ctx.log.info(`GitHub limits the requests of this repository: waiting ${Math.ceil(wait / 1000)} s.`);
        pause = ctx.clock.sleep(wait, ctx.signal).finally(() => (pause = undefined));
        return pause;
    };
    const request = async (call, schema, send) => {
        for (;;) {
            try {
                return await once(call, schema, send);
            }
            catch (error) {
                if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR) || error.code !== 'api-rate-limited')
                    throw error;
                await waitForLimit(error);
            }
        }
    };
    let login;
    const readLogin = async () => {
        const { data } = await ctx.http.request({
            ...{ service: 'GitHub', what: 'read the login of the token', method: 'POST', repeatable: true },
            // GitHub Enterprise Server: /api/v3 and /api/graphql.
            url: ctx.env.url('GITHUB_GRAPHQL_URL', `${baseUrl.replace(/\/v3$/, '')}/graphql`),
            headers: { authorization: `Bearer ${token}` },
            json: { query: '{ viewer { login } }' },
            deadlineMs: DEADLINE_MS,
        }, viewer);
        return data.data?.viewer.login ?? null;
    };
    return {
        repository,
        request,
        login: () => (login ??= readLogin().catch(() => null)),
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
                    return null;
                throw error;
            }
        },
        all: async (call, schema, itemsOf, send) => {
            const read = async (page) => itemsOf(await request(call, schema, (rest, target) => send(rest, { ...target, per_page: PAGE, page })));
            const first = await read(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2)));
                return [...items, ...others.flatMap((page) => page.items)];
            }
            for (let page = 2, last = first; last.items.length === PAGE; page += 1) {
                last = await read(page);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({
            url: `${baseUrl}/repos/${repository}${path}`,
            headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        }),
    };
}
/** Every workflow of a repository takes from the same hourly quota, 1,000 requests with GITHUB_TOKEN. */
function overLimit(ctx, { message, status, body, retryAfterMs }) {
    const until = retryAfterMs === undefined ? undefined : new Date(ctx.clock.now().getTime() + retryAfterMs);
    const when = until === undefined ? 'in some minutes' : `after ${until.toISOString().slice(11, 16)} UTC`;
    const remedy = `Run again ${when}. The requests of all workflows of the repository count for this limit: see which of them send many, or give Rewind the token of a GitHub App (github-token), which has its own.`;
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR('api-rate-limited', message, { remedy, retryAfterMs }, status, body);
}
function requestOf({ what, permission, repeatable }, url, init) {
    const { method, headers, body } = init;
    return {
        service: 'GitHub',
        what,
        method,
        url,
        headers,
        body,
        repeatable,
        deadlineMs: DEADLINE_MS,
        // A secondary limit may come with status 403 and without a header; it says nothing about permissions.
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_4__/* .loadActionsGitHub */ .H_)();
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError ? error.cause : error;
}


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


/***/ })

};
