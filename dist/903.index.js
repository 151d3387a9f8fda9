export const id = 903;
export const ids = [903];
export const modules = {

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

const PAGE = 100;
/** GitHub's own jobs cannot run while it is down for long: better an error soon than a silent wait. */
const DEADLINE_MS = 30_000;
/**
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY say who asks whom about what, as Actions sets them.
 * @throws RewindError credential-missing
 */
function createGitHub(ctx) {
    const repository = ctx.credentials.address('GITHUB_REPOSITORY', '');
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it; elsewhere set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = ctx.credentials.require('GITHUB_TOKEN');
    const base = `${ctx.credentials.address('GITHUB_API_URL', 'https://api.github.com')}/repos/${repository}`;
    const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
    };
    const request = ({ path, what, method, query, json, permission, accept, repeatable }, schema) => ctx.http.request({
        service: 'GitHub',
        what,
        method: method ?? 'GET',
        url: `${base}${path}`,
        headers,
        deadlineMs: DEADLINE_MS,
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
        ...(query === undefined ? {} : { query }),
        ...(json === undefined ? {} : { json }),
        ...(accept === undefined ? {} : { accept }),
        ...(repeatable === undefined ? {} : { repeatable }),
    }, schema);
    return {
        repository,
        request,
        all: async (asked, schema, itemsOf) => {
            const page = async (number) => itemsOf((await request({ ...asked, query: { ...asked.query, per_page: PAGE, page: number } }, schema)).data);
            const first = await page(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const rest = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => page(index + 2)));
                return [...items, ...rest.flatMap((entry) => entry.items)];
            }
            for (let number = 2, last = first; last.items.length === PAGE; number += 1) {
                last = await page(number);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({ url: `${base}${path}`, headers }),
    };
}


/***/ })

};
