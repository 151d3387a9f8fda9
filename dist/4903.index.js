export const id = 4903;
export const ids = [4903];
export const modules = {

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9966);



const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @throws RewindError credential-missing
 */
function createGitHub(ctx) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const request = async (call, schema, send) => {
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
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    return {
        repository,
        request,
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H && error.status === 404)
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
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ })

};
