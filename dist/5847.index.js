export const id = 5847;
export const ids = [5847,4903];
export const modules = {

/***/ 5244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ protectionFindings)
/* harmony export */ });
/**
 * Checks the protection of the approval environment. An error stops a rollback before it is planned.
 *
 * @param reviewed false for the environment for expedited rollbacks, which needs no reviewers
 */
function protectionFindings(name, environment, reviewed = true) {
    const settings = `Settings → Environments → ${name}`;
    if (environment === null) {
        return [
            {
                level: 'error',
                code: 'environment-missing',
                message: `The environment "${name}" does not exist. The first job that names it would create it without protection.`,
                remedy: `Create it with required reviewers: ${settings}.`,
            },
        ];
    }
    const findings = [];
    if (reviewed && environment.reviewers === 0) {
        findings.push({
            level: 'error',
            code: 'environment-unprotected',
            message: `The environment "${name}" has no required reviewers: a rollback would run without approval.`,
            remedy: `Add reviewers: ${settings} → Required reviewers. If your GitHub plan does not offer them, set "approval: none" in rewind.yml.`,
        });
    }
    else if (reviewed && !environment.preventSelfReview) {
        findings.push({
            level: 'warning',
            code: 'environment-self-review',
            message: `The person who starts a rollback may approve it: "${name}" does not prevent self-review.`,
            remedy: `Enable it: ${settings} → Prevent self-review.`,
        });
    }
    if (environment.branches === 'any') {
        findings.push({
            // Without reviewers, only the branch policy protects the secrets of production from a pushed branch.
            level: reviewed ? 'warning' : 'error',
            code: 'environment-any-branch',
            message: `A workflow on any branch may use "${name}" and its secrets${reviewed ? '' : ' without a review'}.`,
            remedy: `Limit it: ${settings} → Deployment branches → the default branch.`,
        });
    }
    if (reviewed && environment.adminsBypass) {
        findings.push({
            level: 'warning',
            code: 'environment-admin-bypass',
            message: `Administrators may skip the approval of "${name}".`,
            remedy: `Disable it: ${settings} → Allow administrators to bypass.`,
        });
    }
    if (environment.waitMinutes > 0) {
        findings.push({
            level: 'warning',
            code: 'environment-wait-timer',
            message: `A rollback waits ${environment.waitMinutes} minute(s) after the approval: "${name}" has a wait timer.`,
            remedy: `Remove it: ${settings} → Wait timer.`,
        });
    }
    return findings;
}


/***/ }),

/***/ 7732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   jr: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3220);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4365);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9461);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9952);








/**
 * Captures all resources in parallel, writes the snapshot and verifies it (law 9). Removes it after a failure.
 * @throws RewindError snapshot-incomplete with one line per resource that failed; snapshot-corrupt; store errors
 */
async function takeSnapshot(request) {
    const { ctx, store, origin } = request;
    const { clock } = ctx;
    const head = { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotIdAt */ .P1)(clock.now(), ctx.randomHex(3)), salt: ctx.randomHex(16) };
    try {
        const manifest = {
            kind: 'rewind-snapshot',
            schemaVersion: _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_VERSION */ .hh,
            ...head,
            createdAt: clock.now().toISOString(),
            writtenBy: origin.version,
            environment: origin.environment,
            repository: origin.repository,
            commit: origin.commit,
            run: origin.run,
            actor: origin.actor,
            event: origin.event,
            reason: request.reason,
            recipients: [...request.recipients],
            resources: await captureAll(request, head),
        };
        const { signer } = request;
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_5__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_6__/* .commentOf */ .v)(manifest))));
        await verifyWritten(request, manifest);
        return manifest;
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .removeSnapshot */ .Bw)(store, origin.environment, head.id).catch((cleanup) => {
            ctx.log.warn(`The unfinished snapshot ${head.id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function captureAll(request, head) {
    const { resources, store, origin, recipients } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, head);
    const { clock } = ctx;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D)(resources, async (resource) => {
        const sink = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id);
        const start = clock.monotonic();
        const captured = await resource.provider.capture(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), sink);
        // Through JSON and the schema, because the snapshot is read back that way.
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toJson */ .a)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toJson */ .a)(state),
            payloads: sink.refs,
        };
    });
    const failures = outcomes.filter((outcome) => outcome.error !== undefined);
    if (failures.length === 0)
        return outcomes.flatMap(({ value }) => (value ? [value] : []));
    const errors = failures.map(({ error, resource }) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id));
    // A single failure keeps its code and remedy; several are reported together.
    const [first] = errors;
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
        remedy: 'Fix all of them. Do not deploy before a snapshot succeeds.',
    });
}
async function verifyWritten(request, written) {
    const { store, ctx, identities } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readManifest */ .WI)(store, written.environment, written.id);
    const problems = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .checkPayloads */ .M1)(store, manifest);
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_6__/* .trustOf */ .A)(store, manifest, request.signKeys, ctx.clock.now());
    if (identities.length > 0) {
        const findings = await proveSnapshot({ ...request, manifest, depth: 'readable' });
        problems.push(...findings.filter(({ level }) => level === 'error').map(({ resource, message }) => `${resource}: ${message}`));
    }
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', 'The new snapshot cannot be read back.', { problems });
    }
    ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities);
        const state = resource.provider.state.parse(captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/**
 * Finds a snapshot by id, or by `latest` the newest that is not a `pre-rollback`, and checks its manifest.
 * @throws RewindError snapshot-not-found, snapshot-foreign, snapshot-corrupt, snapshot-unsupported
 */
async function findSnapshot(store, selector, origin) {
    const ids = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .listSnapshotIds */ .DB)(store, origin.environment);
    if (selector !== 'latest' && !ids.includes(selector)) {
        const elsewhere = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentsHolding */ ._n)(store, selector);
        if (elsewhere.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `${selector} is a snapshot of "${elsewhere.join('", "')}", not of "${origin.environment}".`);
        }
        const known = await store.whyMissing?.(`snapshots/${origin.environment}/${selector}`);
        if (known)
            throw known;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-not-found', `The store has no snapshot ${selector} of "${origin.environment}".`);
    }
    for (const id of selector === 'latest' ? ids.reverse() : [selector]) {
        const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readManifest */ .WI)(store, origin.environment, id);
        if (manifest.environment !== origin.environment || isForeign(manifest.repository, origin.repository)) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `Snapshot ${id} belongs to ${manifest.repository ?? 'no repository'}, environment "${manifest.environment}".`);
        }
        if (selector !== 'latest' || manifest.reason !== 'pre-rollback')
            return manifest;
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-not-found', `The store has no snapshot of "${origin.environment}" yet.`, {
        remedy: 'Run "rewind snapshot" before each deploy; see examples/pre-deploy-snapshot.yml.',
    });
}
const isForeign = (actual, expected) => actual !== null && expected !== null && actual.toLowerCase() !== expected.toLowerCase();


/***/ }),

/***/ 9952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ trustOf),
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8234);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4365);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(960);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9461);






/** Clocks of runners differ; a snapshot from further ahead is not believed. */
const SKEW_MS = 5 * 60_000;
/**
 * Who signed the snapshot, by the public keys of the configuration. Also compares the times that the snapshot gives.
 *
 * @param manifest as read from the store; the signed bytes must say the same
 * @param keys minisign public keys; empty if the configuration has none
 * @throws RewindError signature-invalid, signature-unknown, snapshot-time, snapshot-corrupt
 */
async function trustOf(store, manifest, keys, now) {
    assertTime(manifest, now);
    if (keys.length === 0)
        return { kind: 'unsigned', reason: 'the configuration has no "sign" section' };
    const signature = await readIfPresent(store, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureKey */ .cx)(manifest));
    if (signature === null)
        return { kind: 'unsigned', reason: 'nobody signed it' };
    const content = await store.open((0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestKey */ .Rn)(manifest)).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer);
    if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(content.toString('utf8'), manifest.id)) !== (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(manifest)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} changed while it was read.`);
    }
    const verified = (0,_signature_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyContent */ .yS)(content, signature.toString('utf8'), keys);
    if (verified === 'unknown-key') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-unknown', `The key that signed snapshot ${manifest.id} is not in sign.keys.`);
    }
    if (typeof verified === 'string') {
        const problem = verified === 'malformed' ? 'is not a minisign signature' : 'does not belong to this manifest';
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-invalid', `The signature of snapshot ${manifest.id} ${problem}.`);
    }
    // The comment is signed: a signature cannot be moved to another snapshot.
    if (!verified.comment.startsWith(commentOf(manifest))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-invalid', `The signature of snapshot ${manifest.id} is of another snapshot.`);
    }
    return { kind: 'signed', keyId: verified.keyId };
}
/** The trusted comment of a snapshot's signature. */
function commentOf({ id, environment, createdAt }) {
    return `rewind snapshot ${id} of ${environment}, taken ${createdAt}`;
}
/** The id holds the time, and ids are sorted: a false one would stay "latest" for ever. */
function assertTime({ id, createdAt }, now) {
    const taken = Date.parse(createdAt);
    if (Math.abs((0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotTime */ .mS)(id) - taken) > SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}; its id says otherwise.`);
    }
    if (taken > now.getTime() + SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}: in the future.`);
    }
}
async function readIfPresent(store, key) {
    const present = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return present ? (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await store.open(key)) : null;
}


/***/ }),

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
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
    const token = ctx.env.require('GITHUB_TOKEN');
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
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ }),

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   UM: () => (/* binding */ readReviews)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const environment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    can_admins_bypass: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    protection_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        reviewers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
        prevent_self_review: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        wait_timer: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    }))
        .optional(),
    deployment_branch_policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ protected_branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), custom_branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() })
        .nullish(),
});
/** @returns null if the environment does not exist (a job that names it would create it without protection) */
async function readEnvironment(github, name) {
    const data = await github.find({ what: `read the environment "${name}"`, permission: 'actions: read' }, environment, (rest, target) => rest.repos.getEnvironment({ ...target, environment_name: name }));
    if (data === null)
        return null;
    const rules = data.protection_rules ?? [];
    const review = rules.find(({ type }) => type === 'required_reviewers');
    const policy = data.deployment_branch_policy;
    return {
        name,
        reviewers: review?.reviewers?.length ?? 0,
        preventSelfReview: review?.prevent_self_review ?? false,
        // Counts an unknown value as allowed, GitHub's default.
        adminsBypass: data.can_admins_bypass ?? true,
        branches: !policy ? 'any' : policy.protected_branches ? 'protected' : 'listed',
        waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    };
}
const reviews = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    environments: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
}));
/** Approvals of a run for one environment. GitHub REST API, "Get the review history for a workflow run". */
async function readApprovals(github, runId, environment) {
    return (await readReviews(github, runId))
        .filter(({ state, environments }) => state === 'approved' && environments.includes(environment))
        .map(({ login, comment }) => ({ login, comment }));
}
/** All reviews of a run: `approved` or `rejected`. */
async function readReviews(github, runId) {
    const data = await github.request({ what: 'read who approved this run', permission: 'actions: read' }, reviews, (rest, target) => rest.actions.getReviewsForRun({ ...target, run_id: runId }));
    return data.map(({ state, environments, user, comment }) => ({
        state,
        environments: environments.flatMap(({ name }) => name ?? []),
        login: user?.login ?? 'unknown',
        comment: comment ?? '',
    }));
}


/***/ })

};
