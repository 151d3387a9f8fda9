export const id = 465;
export const ids = [465,636];
export const modules = {

/***/ 999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wc: () => (/* binding */ assertEnvironment),
  jq: () => (/* binding */ assertProtected),
  kk: () => (/* binding */ chooseLane),
  X1: () => (/* binding */ evidenceOf),
  tC: () => (/* binding */ projectContext)
});

;// CONCATENATED MODULE: ./lib/core/lane.js
/**
 * The fast lane is open for a configured time after the snapshot that a deploy took, and only for a rollback that loses
 * nothing, can itself be undone, and leaves nothing for a person to do or to weigh.
 *
 * @param graceMinutes for the run that carries out what was planned a moment ago
 */
function decideLane(plan, snapshot, fast, now, graceMinutes = 0) {
    if (fast === undefined)
        return { lane: 'reviewed', closed: ['no fast lane is configured'] };
    const minutes = Math.floor((now.getTime() - Date.parse(snapshot.createdAt)) / 60_000);
    const closed = [
        ...(snapshot.reason === 'pre-deploy' ? [] : [`the snapshot is "${snapshot.reason}", not one before a deploy`]),
        ...(minutes <= fast.minutes + graceMinutes
            ? []
            : [`the snapshot is ${minutes} minutes old; the lane is open for ${fast.minutes}`]),
        ...(plan.database === 'none' ? [] : [`it changes the database (${plan.database})`]),
        ...plan.changes.flatMap(obstacles),
        ...plan.manual.map(({ target }) => `${target} has to be done by hand`),
    ];
    return { lane: closed.length === 0 ? 'fast' : 'reviewed', closed };
}
function obstacles(change) {
    if ((change.dataAtRisk ?? []).length > 0 || change.confirm !== undefined)
        return [`${change.target} loses data`];
    if (change.undo === null)
        return [`${change.target} cannot be undone`];
    // Every switch of the deployment warns that later pushes wait; what else warns must be weighed by somebody.
    if (change.stage !== 'deployment' && change.warnings.length > 0)
        return [`${change.target}: ${change.warnings.join('; ')}`];
    return [];
}

// EXTERNAL MODULE: ./lib/core/errors.js + 1 modules
var errors = __webpack_require__(972);
// EXTERNAL MODULE: ./lib/github/client.js
var client = __webpack_require__(636);
// EXTERNAL MODULE: ./lib/github/environment.js
var github_environment = __webpack_require__(3658);
// EXTERNAL MODULE: ./lib/runtime.js + 1 modules
var runtime = __webpack_require__(7341);
;// CONCATENATED MODULE: ./lib/commands/approval.js





/** A fast-lane run may begin this many minutes after its time is over: it was planned while there was some left. */
const GRACE_MINUTES = 10;
function projectContext(session) {
    return (0,runtime/* createContext */.q6)(session.parts, { id: '', salt: '' });
}
/** @throws RewindError environment-mismatch */
function assertEnvironment({ inputs }, { config }) {
    if (inputs.environment === null || inputs.environment === config.environment)
        return;
    throw new errors/* RewindError */.Ir('environment-mismatch', `The workflow works with "${inputs.environment}", ${inputs.config} with "${config.environment}".`);
}
/**
 * In GitHub Actions: would somebody be asked before the rollback? Nothing is planned that nobody has to approve.
 *
 * @returns warnings for the reader of the plan
 * @throws RewindError environment-missing, environment-unprotected
 */
async function assertProtected(session, project) {
    const { config } = project;
    if (session.run === null)
        return [];
    if (config.approval === 'none')
        return [NOBODY_ASKED];
    const github = (0,client.createGitHub)(projectContext(session));
    const findings = (0,github_environment/* protectionFindings */.In)(config.environment, await (0,github_environment/* readEnvironment */.Qo)(github, config.environment));
    for (const { level, code, message, remedy } of findings) {
        if (level === 'error') {
            throw new errors/* RewindError */.Ir(code === 'environment-missing' ? code : 'environment-unprotected', message, {
                ...(remedy === undefined ? {} : { remedy }),
            });
        }
    }
    return findings;
}
const NOBODY_ASKED = {
    level: 'warning',
    code: 'approval-none',
    message: 'Nobody has to approve this rollback: rewind.yml says "approval: none".',
    remedy: 'Where GitHub offers required reviewers, take that line out.',
};
/** The lane of a plan that was just made; the fast one only where its environment exists. */
async function chooseLane(session, { config }, plan, manifest) {
    const fast = config['fast-lane'];
    const now = (session.parts.clock ?? runtime/* systemClock */.ml).now();
    const decision = decideLane(plan, manifest, fast, now);
    if (session.run === null || decision.lane === 'reviewed' || fast === undefined)
        return decision;
    const environment = await (0,github_environment/* readEnvironment */.Qo)((0,client.createGitHub)(projectContext(session)), fast.environment);
    const errors = (0,github_environment/* protectionFindings */.In)(fast.environment, environment, false).filter(({ level }) => level === 'error');
    return errors.length === 0
        ? decision
        : { lane: 'reviewed', closed: errors.map(({ message }) => message.replace(/\.$/, '')) };
}
/**
 * Before anything is changed: was this very run approved, or is the fast lane open to this plan?
 * @throws RewindError approval-missing, fast-lane-closed
 */
async function evidenceOf(session, { config }, plan, manifest) {
    const { run, inputs, parts } = session;
    if (run === null) {
        return { asked: parts.env.USER ?? 'unknown', lane: 'command line', approvedBy: [], skipped: null, url: null };
    }
    const asked = run.triggeredBy === run.actor ? run.actor : `${run.actor}, run again by ${run.triggeredBy}`;
    const told = { asked, url: run.url };
    if (inputs.lane === 'fast') {
        const { closed } = decideLane(plan, await manifest, config['fast-lane'], (parts.clock ?? runtime/* systemClock */.ml).now(), GRACE_MINUTES);
        if (closed.length > 0) {
            throw new errors/* RewindError */.Ir('fast-lane-closed', 'The fast lane is closed. Nothing was changed.', { problems: closed });
        }
        const { environment = '', minutes = 0 } = config['fast-lane'] ?? {};
        const approvedBy = await approvers(session, run.runId, environment);
        const skipped = `the review of "${config.environment}": the snapshot is at most ${minutes} minutes old, and nothing is lost`;
        return { ...told, lane: 'fast', approvedBy, skipped };
    }
    if (config.approval === 'none') {
        return { ...told, lane: 'none', approvedBy: [], skipped: 'the approval: rewind.yml says "approval: none"' };
    }
    const approvedBy = await approvers(session, run.runId, config.environment);
    if (approvedBy.length === 0) {
        throw new errors/* RewindError */.Ir('approval-missing', `Nobody has approved run ${run.runId} for "${config.environment}".`, {
            remedy: `The job must name the environment (environment: ${config.environment}), a reviewer must approve it, and no administrator may bypass it.`,
        });
    }
    if (approvedBy.every((login) => login === run.triggeredBy)) {
        parts.log.warn(`${run.triggeredBy} approved the rollback that they started: nobody else has read the plan.`);
    }
    return { ...told, lane: 'reviewed', approvedBy, skipped: null };
}
async function approvers(session, runId, environment) {
    const approvals = await (0,github_environment/* readApprovals */.RJ)((0,client.createGitHub)(projectContext(session)), runId, environment);
    return [...new Set(approvals.map(({ login }) => login))];
}


/***/ }),

/***/ 3396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ Journal),
/* harmony export */   VM: () => (/* binding */ interrupted),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);



const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    event: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['run', 'begin', 'end', 'fail', 'stage', 'finish']),
    /** Key of the change, name of the stage, or digest of the plan. */
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
});
/**
 * What was begun and ended, and when: one JSON line each, on disk (fsync) before the step it announces begins, so that it
 * is true even when the process is killed. Never holds a secret.
 */
class Journal {
    path;
    clock;
    previous;
    file;
    /** @param previous what earlier runs of the same plan had written */
    constructor(path, clock, previous = []) {
        this.path = path;
        this.clock = clock;
        this.previous = previous;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        this.file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a', 0o600);
    }
    record(event, what, note) {
        const line = {
            at: this.clock.now().toISOString(),
            event,
            what,
            ...(note === undefined ? {} : { note }),
        };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.file);
    }
    /** Everything so far: earlier runs, then this one. */
    entries() {
        return [...this.previous, ...parseJournal((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, 'utf8'))];
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.file);
    }
}
/** A last line cut off by a crash is dropped: its step was not announced in full and so was not begun. */
function parseJournal(text) {
    return text.split('\n').flatMap((line) => {
        if (line === '')
            return [];
        try {
            return [entry.parse(JSON.parse(line))];
        }
        catch {
            return [];
        }
    });
}
/** Changes that were begun and did not end: the process died in them, or they failed half-way. */
function interrupted(entries) {
    const open = new Set();
    for (const { event, what } of entries) {
        if (event === 'begin')
            open.add(what);
        if (event === 'end')
            open.delete(what);
    }
    return open;
}


/***/ }),

/***/ 636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(972);

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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
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


/***/ }),

/***/ 3658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ protectionFindings),
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   UM: () => (/* binding */ readReviews)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const answer = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
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
/** @returns null when there is no such environment: a job that names it would create it, unprotected */
async function readEnvironment(github, name) {
    const { status, data } = await github.request({
        what: `read the environment "${name}"`,
        path: `/environments/${encodeURIComponent(name)}`,
        permission: 'actions: read',
        accept: [404],
    }, answer);
    if (status === 404)
        return null;
    const rules = data.protection_rules ?? [];
    const review = rules.find(({ type }) => type === 'required_reviewers');
    const policy = data.deployment_branch_policy;
    return {
        name,
        reviewers: review?.reviewers?.length ?? 0,
        preventSelfReview: review?.prevent_self_review ?? false,
        // Unknown counts as allowed: GitHub's default.
        adminsBypass: data.can_admins_bypass ?? true,
        branches: !policy ? 'any' : policy.protected_branches ? 'protected' : 'listed',
        waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    };
}
/**
 * Does an approval in this environment mean something? Errors stop a rollback before it is planned.
 *
 * @param reviewed false for the environment of the fast lane, which may do without reviewers
 */
function protectionFindings(name, environment, reviewed = true) {
    const settings = `Settings → Environments → ${name}`;
    if (environment === null) {
        return [
            {
                level: 'error',
                code: 'environment-missing',
                message: `The environment "${name}" does not exist: the first job that names it would create it, unprotected, and nobody would be asked.`,
                remedy: `Create it: ${settings}, with required reviewers.`,
            },
        ];
    }
    const findings = [];
    if (reviewed && environment.reviewers === 0) {
        findings.push({
            level: 'error',
            code: 'environment-unprotected',
            message: `The environment "${name}" has no required reviewers: a rollback would run without anybody's approval.`,
            remedy: `Add reviewers: ${settings} → Required reviewers. Where the plan of the organisation has none, write "approval: none" into rewind.yml, for everybody to see.`,
        });
    }
    else if (reviewed && !environment.preventSelfReview) {
        findings.push({
            level: 'warning',
            code: 'environment-self-review',
            message: `Who starts a rollback may approve it: "${name}" does not prevent self-review.`,
            remedy: `Switch it on: ${settings} → Prevent self-review.`,
        });
    }
    if (environment.branches === 'any') {
        findings.push({
            // Without reviewers nothing else stands between a pushed branch and the secrets of production.
            level: reviewed ? 'warning' : 'error',
            code: 'environment-any-branch',
            message: `A workflow on any branch may use "${name}" and its secrets${reviewed ? '' : ', and nobody is asked'}.`,
            remedy: `Limit it: ${settings} → Deployment branches → the default branch.`,
        });
    }
    if (reviewed && environment.adminsBypass) {
        findings.push({
            level: 'warning',
            code: 'environment-admin-bypass',
            message: `Administrators may skip the approval of "${name}".`,
            remedy: `Switch it off: ${settings} → Allow administrators to bypass.`,
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
/** Everything that reviewers have said to a run: `approved` or `rejected`. */
async function readReviews(github, runId) {
    const { data } = await github.request({ what: 'read who approved this run', path: `/actions/runs/${runId}/approvals`, permission: 'actions: read' }, reviews);
    return data.map(({ state, environments, user, comment }) => ({
        state,
        environments: environments.flatMap(({ name }) => name ?? []),
        login: user?.login ?? 'unknown',
        comment: comment ?? '',
    }));
}


/***/ }),

/***/ 8028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ rollbackResult),
/* harmony export */   F: () => (/* binding */ parseResult),
/* harmony export */   Zk: () => (/* binding */ writeResult)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(972);
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3504);





const result = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rewind-result'),
    ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    applied: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        change: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    })),
    /** Changes that a new plan would hold; null when production could not be read again. */
    planAfter: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
    manual: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    undo: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    /** What took how long, in milliseconds since the program began. */
    timeline: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), to: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig() })),
    /** Commit that production serves now, as far as it is known; null when the deployment was not switched. */
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        asked: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        lane: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['reviewed', 'fast', 'none', 'command line']),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
        skipped: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    }),
    report: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ markdown: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), html: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
});
function rollbackResult(facts) {
    const { ok, title, manifest, approved, outcomes, left, manual, undo, evidence, timeline, commit, report } = facts;
    const done = outcomes.filter(({ status }) => status === 'done');
    return {
        kind: 'rewind-result',
        ok,
        title,
        environment: manifest.environment,
        snapshot: manifest.id,
        digest: approved.digest,
        applied: done.map(({ change }) => (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(change)),
        failed: outcomes
            .filter(({ status }) => status !== 'done')
            .map(({ change, status, error }) => ({
            change: (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(change),
            status,
            code: error?.code ?? null,
            message: error?.message ?? null,
        })),
        planAfter: left === null ? null : left.length,
        manual: manual.map(_core_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN),
        undo: [...undo],
        durationMs: timeline.totalMs(),
        timeline: [...timeline.entries],
        commit,
        evidence: { ...evidence, approvedBy: [...evidence.approvedBy] },
        report,
    };
}
/** @param text as JSON, with secrets already taken out */
async function writeResult(path, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${text}\n`);
}
/** @throws RewindError plan-unreadable */
function parseResult(content) {
    const parsed = result.safeParse(content);
    if (parsed.success)
        return parsed.data;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-unreadable', 'The result file is not one of this version.', {
        problems: parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
}


/***/ }),

/***/ 5815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sayEvidence),
/* harmony export */   F: () => (/* binding */ rollbackReport)
/* harmony export */ });
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3504);
/* harmony import */ var _core_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6264);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3021);



/** "asked by ada; approved by bob" */
function sayEvidence({ asked, lane, approvedBy, skipped }) {
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}`;
    const left = skipped === null ? '' : `; left out: ${skipped}`;
    return `asked by ${asked}${lane === 'command line' ? ' on a command line' : ''}${approved}${left}`;
}
const WORD = { done: 'done', failed: 'FAILED', 'not-begun': 'not begun' };
/** Says exactly what is done, what is not, and how to go on. */
function rollbackReport(facts) {
    const title = headline(facts);
    const next = nextSteps(facts);
    return {
        title,
        timeline: facts.timeline,
        text: [title, ...lines(facts), ...next].join('\n'),
        markdown: markdown(facts, title, next),
    };
}
function headline({ ok, cancelled, manifest, outcomes, timeline }) {
    const took = (0,_core_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(timeline.totalMs() / 1000);
    if (ok && outcomes.length === 0)
        return `Nothing to do: "${manifest.environment}" already equals snapshot ${manifest.id}.`;
    if (ok)
        return `Rolled back: "${manifest.environment}" equals snapshot ${manifest.id} again (${outcomes.length} change(s), ${took}).`;
    const done = outcomes.filter(({ status }) => status === 'done').length;
    const what = cancelled ? 'Rollback cancelled' : 'Rollback INCOMPLETE';
    return `${what}: ${done} of ${outcomes.length} change(s) done after ${took}.`;
}
function lines({ outcomes, left, verifyError }) {
    return [
        ...outcomes.map(({ change, status, error, durationMs }) => {
            const why = error ? `: ${error.message}` : '';
            return `  ${WORD[status]}: ${change.target} (${(0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change).replaceAll('\n', '; ')}, ${(0,_core_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(durationMs / 1000)})${why}`;
        }),
        ...left.map((change) => `  still different: ${change.target} (${(0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change).replaceAll('\n', '; ')})`),
        ...(verifyError ? [`  could not be verified: ${verifyError.message}`] : []),
    ];
}
function nextSteps(facts) {
    const { ok, outcomes, manual, undo, approved, left, verifyError } = facts;
    const steps = [];
    if (!ok && outcomes.some(({ status }) => status !== 'done')) {
        const remedies = new Set(outcomes.flatMap(({ error }) => (error ? [error.remedy] : [])));
        steps.push(...remedies);
        steps.push(`Then run the same rollback again (digest ${approved.digest}): what is done is not done twice.`);
    }
    else if (!ok && left.length > 0) {
        steps.push('Run "rewind plan" and read what is left; have it approved and run it.');
    }
    if (verifyError)
        steps.push(`${verifyError.remedy} Then run "rewind verify".`);
    steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
    const warnings = new Set(outcomes.filter(({ status }) => status === 'done').flatMap(({ change }) => change.warnings));
    steps.push(...[...warnings].map((warning) => `Keep in mind: ${warning}`));
    if (undo.length > 0)
        steps.push(`To undo this rollback: rewind plan --snapshot ${undo.join(' and ')}`);
    return steps.length === 0 ? [] : ['What next:', ...steps.map((step) => `  - ${step}`)];
}
function markdown(facts, title, next) {
    const { outcomes, ok, reason, manifest, approved, timeline, verifyError, left } = facts;
    const rows = outcomes.map(({ change, status, error, durationMs }) => [
        status === 'done' ? '✅' : status === 'failed' ? '❌' : '⏸️',
        (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(change),
        change.target,
        change.before ?? 'absent',
        change.after ?? 'absent',
        (0,_core_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(durationMs / 1000),
        error?.message ?? '',
    ]);
    const proof = verifyError
        ? `❓ Production could not be read again: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X)(verifyError.message)}`
        : left.length === 0
            ? '✅ Captured again: nothing differs from the snapshot.'
            : `❌ Captured again: ${left.length} difference(s) left: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X)(left.map((change) => change.target).join(', '))}`;
    const parts = [
        `## ${ok ? '✅' : '❌'} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X)(title)}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X)(sayEvidence(facts.evidence))}${reason === null ? '' : `\n\nReason: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X)(reason)}`}`,
        rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .t)(['', 'Change', 'What', 'Before', 'Now', 'Took', ''], rows),
        `### Proof\n\n${proof}`,
        next.length === 0
            ? ''
            : `### ${next[0] ?? ''}\n\n${next
                .slice(1)
                .map((line) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X)(line.trim()))
                .join('\n')}`,
        timeline.mermaid(),
        `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}


/***/ })

};
