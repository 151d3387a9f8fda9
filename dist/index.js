import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 8805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LR: () => (/* binding */ runsAsAction),
/* harmony export */   rm: () => (/* binding */ readInvocation)
/* harmony export */ });
/* unused harmony exports COMMANDS, INPUTS, fromAction, fromArguments */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8234);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6449);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8892);




const COMMANDS = [
    'check',
    'snapshot',
    'list',
    'show',
    'plan',
    'rollback',
    'verify',
    'migrate',
    'readiness',
    'guard',
    'record',
];
/** The one list of flags and inputs: action.yml, the sub-action and the README tables are held against it by a test. */
const INPUTS = {
    config: { type: 'string', description: 'Path of the configuration file.', default: '.github/rewind.yml' },
    scope: { type: 'string', description: 'Resource ids, comma-separated; all when left out.' },
    snapshot: { type: 'string', description: 'Snapshot id, or "latest".', default: 'latest' },
    database: {
        type: 'string',
        description: 'What happens to the database: none, down (down migrations) or restore.',
        default: 'none',
    },
    'confirm-data-loss': {
        type: 'string',
        description: 'Name of the database whose newer data may be lost, typed by the operator.',
    },
    plan: {
        type: 'string',
        description: 'Plan file: written by "plan", read by "rollback".',
        default: '.rewind/plan.json',
    },
    digest: { type: 'string', description: 'Digest of the plan that was read and approved; needed by "rollback".' },
    reason: {
        type: 'string',
        description: 'Why: for a snapshot pre-deploy, manual or drill; for a rollback, free text for the report.',
    },
    out: { type: 'string', description: 'Directory for the plan, the journal and the report.', default: '.rewind' },
    environment: {
        type: 'string',
        description: 'GitHub environment that the workflow uses; must be the one of the configuration.',
    },
    approval: {
        type: 'string',
        description: 'rollback: "reviewed", or "expedited" when the plan said that it needs no review.',
        default: 'reviewed',
    },
    incident: { type: 'string', description: 'rollback, record: number of the issue that is told the outcome.' },
    base: {
        type: 'string',
        description: 'readiness: the commit or branch that the change is compared with.',
        default: 'origin/main',
    },
    'install-client': {
        type: 'boolean',
        description: 'Install the PostgreSQL client of the version of the server by apt where it is missing.',
        actionDefault: 'true',
    },
    json: { type: 'boolean', description: 'One JSON document on stdout; everything else goes to stderr.' },
    'exit-code': { type: 'boolean', description: 'plan: exit with status 3 when there are changes.' },
    restorable: {
        type: 'boolean',
        description: 'verify: restore the database into a scratch place and compare, instead of only reading it.',
    },
    to: { type: 'string', description: 'migrate down: go back to this migration (it stays applied).' },
    'dry-run': { type: 'boolean', description: 'migrate: show what would be done, and do nothing.' },
    force: { type: 'boolean', description: 'migrate generate: replace an existing down.sql.' },
};
/** GitHub started us as (part of) an action: no words on the command line, and inputs in the environment. */
function runsAsAction() {
    return process.argv.length <= 2 && process.env.GITHUB_ACTIONS === 'true' && process.env.INPUT_COMMAND !== undefined;
}
/** @throws RewindError input-invalid, with every problem */
function readInvocation() {
    const words = process.argv.slice(2);
    const action = runsAsAction();
    const bundle = bundled(process.env.REWIND_SECRETS ?? '');
    const token = process.env['INPUT_GITHUB-TOKEN'] ?? process.env.INPUT_GITHUB_TOKEN;
    const env = {
        ...(action && token ? { GITHUB_TOKEN: token } : {}),
        ...bundle,
        ...given(process.env),
    };
    return {
        inputs: action ? fromAction(env) : fromArguments(words),
        action,
        env,
        secrets: Object.values(bundle),
        root: env.GITHUB_WORKSPACE !== undefined && action ? env.GITHUB_WORKSPACE : process.cwd(),
    };
}
/** A workflow sets what it does not have to the empty string: that is as good as not set. */
function given(env) {
    return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
/**
 * Lines of `NAME=value` in one secret. A reusable workflow must name each secret that it takes: this one carries those
 * whose names only the configuration knows (`${NAME}`, REWIND_ENV_…).
 */
function bundled(text) {
    const names = /^[A-Z][A-Z0-9_]*$/;
    return Object.fromEntries(Object.entries((0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseEnv)(text)).flatMap(([name, value]) => names.test(name) && value !== undefined && value !== '' ? [[name, value]] : []));
}
/** The environment as Actions sets it: input `exit-code` is INPUT_EXIT-CODE; a composite maps it to INPUT_EXIT_CODE. */
function fromAction(env) {
    const read = (name) => {
        const upper = name.toUpperCase();
        return env[`INPUT_${upper}`] ?? env[`INPUT_${upper.replaceAll('-', '_')}`];
    };
    const [command, ...args] = (read('command') ?? '').trim().split(/\s+/);
    const values = {};
    const problems = [];
    for (const [name, definition] of Object.entries(INPUTS)) {
        const value = read(name)?.trim();
        if (value === undefined || value === '')
            continue;
        if (definition.type === 'boolean' && !['true', 'false'].includes(value)) {
            problems.push(`${name}: "${value}" is neither true nor false`);
        }
        values[name] = definition.type === 'boolean' ? value === 'true' : value;
    }
    return toInputs(command, args, values, problems);
}
function fromArguments(words) {
    const options = Object.fromEntries(Object.entries(INPUTS).map(([name, { type }]) => [name, { type }]));
    let parsed;
    try {
        parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...words], options, allowPositionals: true, strict: true });
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('input-invalid', error instanceof Error ? error.message : String(error), { cause: error });
    }
    const [command, ...args] = parsed.positionals;
    return toInputs(command, args, parsed.values, []);
}
/** One of the words, or a problem. */
function oneOf(words, value) {
    return words.find((word) => word === value);
}
function toInputs(given, args, values, problems) {
    const text = (name) => {
        const value = values[name] ?? INPUTS[name].default;
        return typeof value === 'string' && value !== '' ? value : null;
    };
    const flag = (name) => values[name] === true;
    const command = oneOf(COMMANDS, given);
    const database = oneOf(_engine_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .DATABASE_MODES */ .tP, text('database'));
    const snapshot = text('snapshot') ?? 'latest';
    const approval = oneOf(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .APPROVAL_KINDS */ ._1, text('approval'));
    const incident = /^(?:#|https:\/\/.*\/(?:issues|pull)\/)?(\d{1,9})$/.exec(text('incident') ?? '')?.[1] ?? null;
    const digest = text('digest');
    if (command === undefined) {
        problems.push(`command: "${given ?? ''}" is not a command; use one of ${COMMANDS.join(', ')}`);
    }
    if (database === undefined)
        problems.push(`database: must be one of ${_engine_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .DATABASE_MODES */ .tP.join(', ')}`);
    if (snapshot !== 'latest' && !_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn.test(snapshot)) {
        problems.push('snapshot: must be "latest" or an id that "rewind list" shows');
    }
    if (approval === undefined)
        problems.push(`approval: must be one of ${_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .APPROVAL_KINDS */ ._1.join(', ')}`);
    if (text('incident') !== null && incident === null) {
        problems.push('incident: must be the number or the address of an issue of this repository');
    }
    if (digest !== null && !/^[0-9a-f]{64}$/.test(digest)) {
        problems.push('digest: must be the 64 hexadecimal digits that "rewind plan" printed');
    }
    if (args.length > 0 && command !== 'migrate' && command !== 'show')
        problems.push(`"${args.join(' ')}" is not understood here`);
    const reason = text('reason');
    if (command === 'snapshot' && reason !== null && !_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .REASONS */ .ez.includes(reason)) {
        problems.push(`reason: must be one of ${_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .REASONS */ .ez.filter((name) => name !== 'pre-rollback').join(', ')}`);
    }
    if (command === undefined || database === undefined || approval === undefined || problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('input-invalid', 'The command line (or the inputs of the action) cannot be used.', {
            problems,
        });
    }
    return {
        command,
        database,
        snapshot,
        digest,
        args,
        config: text('config') ?? '',
        scope: text('scope')
            ?.split(',')
            .map((id) => id.trim())
            .filter((id) => id !== '') ?? null,
        confirmDataLoss: text('confirm-data-loss'),
        plan: text('plan') ?? '',
        reason,
        out: text('out') ?? '',
        environment: text('environment'),
        approval,
        incident: incident === null ? null : Number(incident),
        base: text('base') ?? '',
        installClient: flag('install-client'),
        json: flag('json'),
        exitCode: flag('exit-code'),
        restorable: flag('restorable'),
        to: text('to'),
        dryRun: flag('dry-run'),
        force: flag('force'),
    };
}


/***/ }),

/***/ 1517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createOutput)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8234);
/* harmony import */ var _runtime_mask_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8846);


/** A summary of more than 1 MiB is dropped whole by GitHub. */
const SUMMARY_LIMIT = 1_000_000;
async function createOutput(action, json) {
    return action ? actionOutput() : consoleOutput(json);
}
function consoleOutput(json) {
    const line = (text) => void process.stderr.write(`${text}\n`);
    const print = (text) => void process.stdout.write(`${text.trimEnd()}\n`);
    return {
        log: {
            debug: () => undefined,
            info: (text, at) => line(withLocation(text, at)),
            warn: (text, at) => line(`warning: ${withLocation(text, at)}`),
            error: (text, at) => line(withLocation(text, at)),
        },
        mask: () => undefined,
        setOutput: () => undefined,
        finish: async (result, masker) => {
            print(masker.redact(json ? JSON.stringify(result.json) : result.text));
            return result.exit;
        },
        fail: async (thrown, masker = (0,_runtime_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .createMasker */ .a)()) => {
            const error = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
            line(masker.redact(`error: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(error)}`));
            const { code, message, remedy, problems, resource } = error;
            const body = { ok: false, error: { code, message, remedy, problems, resource: resource ?? null } };
            if (json)
                print(masker.redact(JSON.stringify(body)));
            return error.exitStatus;
        },
    };
}
async function actionOutput() {
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(264)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7264));
    return {
        log: {
            debug: (text) => core.debug(text),
            info: (text, at) => (at ? core.notice(text, annotation(at)) : core.info(escapeWorkflowCommands(text))),
            warn: (text, at) => core.warning(text, annotation(at)),
            error: (text, at) => core.error(text, annotation(at)),
        },
        mask: (secret) => core.setSecret(secret),
        setOutput: (name, value) => core.setOutput(name, value),
        finish: async (result, masker) => {
            core.info(escapeWorkflowCommands(masker.redact(result.text)));
            for (const [name, value] of Object.entries(result.outputs ?? {})) {
                // GitHub drops an output that holds a masked value, with only a warning; the next job would get an empty string.
                if (masker.redact(value) !== value)
                    throw new Error(`output "${name}" would hold a secret`);
                core.setOutput(name, value);
            }
            if (result.summary !== undefined)
                await core.summary.addRaw(truncateSummary(masker.redact(result.summary))).write();
            // Status 3 ("no") is an answer: it fails the step, as it would fail a shell.
            if (result.exit !== 0)
                core.setFailed(masker.redact(result.text.split('\n')[0] ?? 'failed'));
            return result.exit;
        },
        fail: async (thrown, masker = (0,_runtime_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .createMasker */ .a)()) => {
            const error = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
            const told = masker.redact((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(error));
            core.setFailed(told);
            core.setOutput('error-code', error.code);
            await core.summary.addRaw(truncateSummary(`## Rewind stopped\n\n\`\`\`text\n${told}\n\`\`\`\n`)).write();
            return error.exitStatus;
        },
    };
}
/** The runner takes a line that begins with `::` for a command; what comes from outside must never be one. */
const escapeWorkflowCommands = (text) => text.replace(/^(\s*):(?=:)/gm, '$1\u200b:');
const withLocation = (text, at) => (at ? `${at.file}:${at.line ?? 1}: ${text}` : text);
function annotation(at) {
    return {
        ...(at ? { file: at.file } : {}),
        ...(at?.line === undefined ? {} : { startLine: at.line }),
        ...(at?.title === undefined ? {} : { title: at.title }),
    };
}
function truncateSummary(summary) {
    if (Buffer.byteLength(summary) <= SUMMARY_LIMIT)
        return summary;
    return `${summary.slice(0, SUMMARY_LIMIT / 4)}\n\n… cut: the whole report is in the artifact.\n`;
}


/***/ }),

/***/ 4954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ createSession)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/runtime/mask.js
var mask = __nccwpck_require__(8846);
;// CONCATENATED MODULE: ./lib/services/github/workflow-run.js
/** Variables of the runner: GitHub Docs, "Variables reference". */
function readWorkflowRun(env) {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: runId } = env;
    if (env.GITHUB_ACTIONS !== 'true' || repository === undefined || runId === undefined)
        return null;
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const actor = env.GITHUB_ACTOR ?? 'unknown';
    return {
        repository,
        runId: Number(runId),
        attempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1'),
        actor,
        triggeredBy: env.GITHUB_TRIGGERING_ACTOR ?? actor,
        url: `${server}/${repository}/actions/runs/${runId}`,
        event: env.GITHUB_EVENT_NAME ?? '',
        sha: env.GITHUB_SHA ?? '',
        eventPath: env.GITHUB_EVENT_PATH ?? null,
    };
}

;// CONCATENATED MODULE: ./lib/cli/session.js






/** Names whose values are secrets in any case; masked before anything can print, used or not. */
const SECRET_NAME = /(TOKEN|SECRET|PASSWORD|PASSWD|API_KEY|ROUTING_KEY|ACCESS_KEY|IDENTITY|WEBHOOK_URL|DATABASE_URL|SMTP_URL|FINGERPRINT_KEY|^PGPASSWORD$|^REWIND_ENV_)/;
function createSession(invocation, log, onSecret, emit) {
    const masker = (0,mask/* createMasker */.a)(onSecret);
    for (const secret of invocation.secrets)
        masker.add(secret);
    for (const [name, value] of Object.entries(invocation.env)) {
        if (SECRET_NAME.test(name) && value !== undefined && !/^(true|false|\d{0,3})$/.test(value))
            masker.add(value);
    }
    const stop = new AbortController();
    // Every request in flight listens to it; hundreds are no leak.
    (0,external_node_events_.setMaxListeners)(0, stop.signal);
    const onSignal = () => stop.abort(new Error('the run was cancelled'));
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'rewind-'));
    const parts = {
        env: invocation.env,
        log: redacting(log, masker),
        masker,
        signal: stop.signal,
        scratch,
        root: invocation.root,
        mayInstall: invocation.inputs.installClient,
    };
    const path = (relative) => (0,external_node_path_.resolve)(invocation.root, relative);
    return {
        inputs: invocation.inputs,
        parts,
        path,
        // Also when a step calls the program by its command line: an approval is asked for all the same.
        run: readWorkflowRun(invocation.env),
        setOutput: (name, value) => emit?.(name, value),
        // YAML, schemas and HTTP are loaded only when they are needed: usage errors come at once.
        open: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(812), __nccwpck_require__.e(915), __nccwpck_require__.e(492)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6492))).openProject(invocation, parts, path),
        close: () => {
            process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
            (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
        },
    };
}
function redacting(log, masker) {
    return {
        debug: (message) => log.debug(masker.redact(message)),
        info: (message, at) => log.info(masker.redact(message), at),
        warn: (message, at) => log.warn(masker.redact(message), at),
        error: (message, at) => log.error(masker.redact(message), at),
    };
}


/***/ }),

/***/ 2738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/** Each command is loaded when it is asked for. */
async function runCommand(session) {
    switch (session.inputs.command) {
        case 'check':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(505), __nccwpck_require__.e(467), __nccwpck_require__.e(372)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9846))).check(session);
        case 'snapshot':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(505), __nccwpck_require__.e(351), __nccwpck_require__.e(899)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9392))).snapshot(session);
        case 'list':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(505), __nccwpck_require__.e(368)]).then(__nccwpck_require__.bind(__nccwpck_require__, 368))).list(session);
        case 'show':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(505), __nccwpck_require__.e(351), __nccwpck_require__.e(794)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7985))).show(session);
        case 'plan':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(505), __nccwpck_require__.e(351), __nccwpck_require__.e(467), __nccwpck_require__.e(610)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4610))).plan(session);
        case 'rollback':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(505), __nccwpck_require__.e(351), __nccwpck_require__.e(467), __nccwpck_require__.e(610), __nccwpck_require__.e(517)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7517))).rollback(session);
        case 'verify':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(505), __nccwpck_require__.e(351), __nccwpck_require__.e(467), __nccwpck_require__.e(241)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4241))).verify(session);
        case 'readiness':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(260), __nccwpck_require__.e(849), __nccwpck_require__.e(812), __nccwpck_require__.e(505), __nccwpck_require__.e(351), __nccwpck_require__.e(925), __nccwpck_require__.e(915), __nccwpck_require__.e(576), __nccwpck_require__.e(476)]).then(__nccwpck_require__.bind(__nccwpck_require__, 476))).readiness(session);
        case 'guard':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(415)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6415))).guard(session);
        case 'record':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(857), __nccwpck_require__.e(815)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4815))).record(session);
        case 'migrate':
            return (await __nccwpck_require__.e(/* import() */ 287).then(__nccwpck_require__.bind(__nccwpck_require__, 2287))).migrate(session);
    }
}


/***/ }),

/***/ 6449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ defineProvider),
/* harmony export */   an: () => (/* binding */ STAGES),
/* harmony export */   tP: () => (/* binding */ DATABASE_MODES)
/* harmony export */ });
/**
 * Stages of a rollback, in order. Changes of one stage run in parallel across resources (in plan order within one
 * resource); a stage begins when the one before it has succeeded. Code goes back before the schema: old code on a newer
 * schema is usually safe (expand/contract), new code on an older schema is not.
 */
const STAGES = ['mitigate', 'deployment', 'database', 'configuration', 'services'];
/** What happens to the database in a rollback; chosen by the operator, `none` unless asked. */
const DATABASE_MODES = ['none', 'down', 'restore'];
/** Identity, for type inference: `export default defineProvider<Config, State>({...})`. */
function defineProvider(provider) {
    return provider;
}


/***/ }),

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _1: () => (/* binding */ APPROVAL_KINDS),
/* harmony export */   dn: () => (/* binding */ SNAPSHOT_ID),
/* harmony export */   ez: () => (/* binding */ REASONS)
/* harmony export */ });
/** Words and forms that inputs, manifests and plans share; here, apart from the schemas, so that start-up stays quick. */
/** Why a snapshot was taken. `latest` means the newest one that is not a `pre-rollback`. */
const REASONS = ['pre-deploy', 'manual', 'drill', 'pre-rollback'];
/** `20261123T030405Z-1a2b3c` */
const SNAPSHOT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;
/** `reviewed`: somebody else has approved in GitHub; `expedited`: within the configured time after a deploy, without a review. */
const APPROVAL_KINDS = ['reviewed', 'expedited'];


/***/ }),

/***/ 342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _commands_index_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2738);
/* harmony import */ var _cli_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8805);
/* harmony import */ var _cli_output_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1517);
/* harmony import */ var _cli_session_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4954);




async function main() {
    const output = await (0,_cli_output_js__WEBPACK_IMPORTED_MODULE_1__/* .createOutput */ .q)((0,_cli_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .runsAsAction */ .LR)(), process.argv.includes('--json'));
    let session;
    try {
        session = (0,_cli_session_js__WEBPACK_IMPORTED_MODULE_2__/* .createSession */ .j)((0,_cli_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readInvocation */ .rm)(), output.log, output.mask, output.setOutput);
        return await output.finish(await (0,_commands_index_js__WEBPACK_IMPORTED_MODULE_3__/* .runCommand */ .d)(session), session.parts.masker);
    }
    catch (error) {
        return await output.fail(error, session?.parts.masker);
    }
    finally {
        session?.close();
    }
}
process.exitCode = await main();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ir: () => (/* binding */ RewindError),
  m2: () => (/* binding */ asRewindError),
  WE: () => (/* binding */ explain),
  bD: () => (/* binding */ messageOf)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./lib/runtime/error-codes.js
const entry = (exit, meaning, remedy) => ({ exit, meaning, remedy });
const ERROR_CODES = {
    // usage and configuration
    'input-invalid': entry(2, 'A flag or an input has a value that Rewind does not accept.', 'Correct the named input and run again.'),
    'config-not-found': entry(2, 'The configuration file could not be read.', 'Create .github/rewind.yml (see README, quick start) or pass --config.'),
    'config-invalid': entry(2, 'The configuration file has mistakes; all of them are listed.', 'Correct each listed line.'),
    'credential-missing': entry(2, 'A credential that the configuration needs is not in the environment.', 'Set the named variable (a secret of the workflow) and run again.'),
    'scope-unknown': entry(2, '--scope names a resource that the configuration does not have.', 'Use the resource ids of the configuration file.'),
    // store and snapshots
    'store-unreadable': entry(1, 'The snapshot store could not be read.', 'Check that the store exists and that this user may read it.'),
    'store-write-failed': entry(1, 'The snapshot store could not be written.', 'Check permissions of the store; nothing in production was changed.'),
    'disk-full': entry(1, 'There is no space left where Rewind writes.', 'Free space or point the store elsewhere; the unfinished snapshot is not listed and was removed.'),
    'snapshot-not-found': entry(2, 'No snapshot of this id exists in the store.', 'Run "rewind list" and use one of the ids shown, or "latest".'),
    'snapshot-corrupt': entry(1, 'A file of the snapshot is not what was written: damaged, truncated or missing.', 'Nothing was changed. Choose another snapshot ("rewind list").'),
    'snapshot-expired': entry(2, 'The artifact that held this snapshot has expired: GitHub has deleted it.', 'Choose a newer snapshot ("rewind list"); keep them longer with retention.keep-days, or in a store of kind s3.'),
    'store-unsealed': entry(1, 'A part of a snapshot that is not sealed was about to be written where others can read it.', 'Nothing was written. This is a mistake in Rewind: please report it.'),
    'snapshot-foreign': entry(2, 'The snapshot belongs to another environment or repository.', 'Choose a snapshot of this environment ("rewind list").'),
    'snapshot-unsupported': entry(2, 'The snapshot was written by a version of Rewind that this one cannot read.', 'Use the Rewind version named in the snapshot, or a newer one.'),
    'snapshot-incomplete': entry(1, 'Something that must be in the snapshot could not be captured.', 'Grant the missing access and take the snapshot again; the deploy should wait.'),
    // sealing
    'recipients-missing': entry(2, 'The snapshot holds secret or bulky parts, but no age recipient is configured.', 'Create a key with "age-keygen", put its public key under seal.recipients.'),
    'identity-missing': entry(2, 'The sealed parts of the snapshot must be opened, but no identity was given.', 'Provide REWIND_IDENTITY (an AGE-SECRET-KEY-1… line) in the approved job.'),
    'identity-wrong': entry(1, 'The identity given does not open this snapshot.', 'Use the identity whose public key was configured when the snapshot was taken.'),
    'seal-corrupt': entry(1, 'A sealed payload is damaged or truncated.', 'Nothing was changed from it. Choose another snapshot.'),
    // plan and apply
    'plan-unreadable': entry(2, 'The plan file could not be read, or is not a plan of this version.', 'Run "rewind plan" again and pass its file.'),
    'plan-mismatch': entry(2, 'The plan is not the one that was approved: its digest differs, or it is for another snapshot or environment.', 'Run "rewind plan" again and have that plan approved.'),
    'plan-drift': entry(1, 'Production changed after the plan was made, in what the plan touches. Nothing was changed.', 'Read the new plan below, and have it approved.'),
    'approval-missing': entry(2, 'A rollback needs the digest of a plan that a person has read.', 'Run "rewind plan", read it, then pass --digest (or --plan FILE --digest).'),
    'environment-missing': entry(2, 'The GitHub environment that must approve a rollback does not exist; a job that names it would create it, unprotected.', 'Create it in the settings of the repository, with required reviewers.'),
    'environment-unprotected': entry(2, 'The GitHub environment that must approve a rollback asks nobody.', 'Give it required reviewers in the settings of the repository.'),
    'environment-mismatch': entry(2, 'The workflow names another environment than the configuration.', 'Write the same name into rewind.yml and into the caller.'),
    'expedited-closed': entry(2, 'An expedited rollback was requested, but this plan does not qualify for it.', 'Start the rollback again: its plan decides anew, and goes to the reviewers.'),
    'production-pinned': entry(1, 'Production is held by a rollback: a deploy now would go over it.', 'Repair what was wrong, then lift the hold (recover): promote the repaired deployment in Vercel.'),
    'git-history-missing': entry(2, 'The checkout does not hold the commits that are compared.', 'Check out with "fetch-depth: 0".'),
    'data-loss-unconfirmed': entry(2, 'The plan would lose data written since the snapshot, and that was not confirmed.', 'Type the name of the database: --confirm-data-loss NAME.'),
    'preflight-failed': entry(1, 'A check before the first change failed. Nothing was changed.', 'Repair what is listed, all of it, and run again.'),
    'apply-failed': entry(1, 'A change failed. What was done, and what was not, is listed.', 'Repair the cause and run the same rollback again: what is done is not done twice.'),
    'verify-differs': entry(1, 'After the rollback, production still differs from the snapshot.', 'Run "rewind plan" to see what is left.'),
    cancelled: entry(1, 'The run was cancelled or timed out. The journal says how far it came.', 'Run the same rollback again: it goes on from where it stopped.'),
    // talking to services
    'api-unauthorized': entry(1, 'The service refused the credential (expired, revoked or wrong).', 'Replace the credential named above.'),
    'api-forbidden': entry(1, 'The credential is valid but lacks a permission.', 'Grant the permission named above.'),
    'api-not-found': entry(1, 'The service does not know this resource (deleted, renamed, or out of sight of this credential).', 'Check the id in the configuration and what the credential may see.'),
    'api-conflict': entry(1, 'Somebody else changed the resource at the same moment.', 'Run the plan again.'),
    'api-rate-limited': entry(1, 'The service kept answering "too many requests" until the deadline.', 'Wait for the limit to reset and run again.'),
    'api-unavailable': entry(1, 'The service could not be reached, or kept failing, until the deadline.', 'Look at its status page, and run again.'),
    'api-rejected': entry(1, 'The service rejected the request.', 'Read its message above.'),
    'api-unexpected-answer': entry(1, 'The service answered something that Rewind does not understand.', 'Run again; if it stays, report the message above.'),
    'deadline-exceeded': entry(1, 'A step did not finish within its time limit.', 'Look at the service, then run again: a finished step is not repeated.'),
    // vercel
    'deployment-not-eligible': entry(1, 'The deployment cannot take production traffic.', 'Choose a snapshot whose deployment still exists and was live in production.'),
    'deployment-switch-failed': entry(1, 'Vercel reported that the switch of production failed or was skipped.', 'See the domains listed above; run again, or switch in the dashboard.'),
    'vercel-plan-limit': entry(1, 'The Vercel plan of this team does not allow this.', 'On Hobby only the immediately previous deployment can be restored; upgrade, or redeploy the commit.'),
    'edge-config-managed': entry(1, 'This store belongs to Vercel Flags or an integration and must not be written directly.', 'Use the provider that owns it (vercel-flags).'),
    // postgres
    'database-unreachable': entry(1, 'The database server could not be reached.', 'Check host, port and network of the URL, and that the server runs.'),
    'database-auth-failed': entry(1, 'The database refused the user or password.', 'Correct the credential in the named variable.'),
    'database-permission': entry(1, 'The database user lacks a privilege.', 'Grant the privilege named above.'),
    'database-pooled-url': entry(2, 'The URL points to a connection pooler, through which dumps and locks do not work.', 'Give the direct URL of the database.'),
    'database-url-invalid': entry(2, 'The database URL cannot be understood.', 'Use postgresql://user:password@host:5432/database.'),
    'pg-client-missing': entry(1, 'No PostgreSQL client programs of the needed version were found.', 'Install the client named above.'),
    'pg-client-version': entry(1, 'The PostgreSQL client programs do not match the server.', "Install the client of the server's major version."),
    'dump-failed': entry(1, 'The database could not be dumped. The snapshot was not written; production is unchanged.', 'Read the message of pg_dump above.'),
    'dump-unreadable': entry(1, 'The dump in the snapshot cannot be read by pg_restore.', 'Choose another snapshot; check why this one was accepted.'),
    'restore-failed': entry(1, 'The database could not be restored. The present database is untouched.', 'Read the message of pg_restore above.'),
    'restore-mismatch': entry(1, 'The restored database does not hold what the snapshot says. It was not put in place.', 'Choose another snapshot; keep this one for analysis.'),
    'swap-failed': entry(1, 'The restored database could not be put in place.', 'Run the same rollback again; it goes on from this state.'),
    // prisma
    'migrations-unreadable': entry(2, 'The migrations directory could not be read.', 'Check "migrations" in the configuration, and that the repository is checked out.'),
    'migration-down-missing': entry(1, 'A migration applied since the snapshot has no down.sql.', 'Write it ("rewind migrate generate"), or restore the database instead.'),
    'migration-unknown': entry(2, 'The migration named is not in the history.', 'Use one of the applied migrations, which are listed above.'),
    'migration-failed': entry(1, 'A down migration failed. What ran in a transaction was undone.', 'Read the message of the database above, correct down.sql, run again.'),
    'migration-not-transactional': entry(1, 'A down.sql begins or ends transactions itself, so it would not be all or nothing.', 'Remove BEGIN, COMMIT and ROLLBACK from it.'),
    'migration-interrupted': entry(1, 'A migration outside a transaction was interrupted; its state is not known.', 'Look at the database, finish by hand, then mark it as told above.'),
    'migration-down-empty': entry(1, 'Prisma sees no difference in the schema, so it has no way back to offer. Nothing was written.', 'Write down.sql by hand: the migration changes data, or something that Prisma does not describe (a view, a function, a trigger).'),
    'migration-lock': entry(1, "Another migration holds Prisma's advisory lock.", 'Wait until the other migration has finished, and run again.'),
    'tool-missing': entry(1, 'A program that this step needs is not installed.', 'Install the program named above.'),
    'tool-failed': entry(1, 'A program that Rewind ran failed.', 'Read its message above.'),
    internal: entry(1, 'A mistake in Rewind itself.', 'Report it with the message above; run again with --scope to go round it.'),
};

;// CONCATENATED MODULE: ./lib/runtime/errors.js


/** The only error class that Rewind raises on purpose. `message` says what happened; never holds a secret. */
class RewindError extends Error {
    name = 'RewindError';
    code;
    resource;
    remedy;
    problems;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? {} : { cause: details.cause });
        this.code = code;
        this.resource = details.resource;
        this.remedy = details.remedy ?? ERROR_CODES[code].remedy;
        this.problems = details.problems ?? [];
    }
    /** Exit status of the process when this error ends it: 1 failed, 2 nothing was touched. */
    get exitStatus() {
        return ERROR_CODES[this.code].exit;
    }
}
/** The message of anything thrown. */
function messageOf(error) {
    // isNativeError rather than instanceof: it also holds for errors of another realm.
    return external_node_util_.types.isNativeError(error) ? error.message : String(error);
}
/** Turns anything thrown into a RewindError; what was not raised on purpose becomes `internal`. */
function asRewindError(error, resource) {
    if (error instanceof RewindError) {
        if (resource === undefined || error.resource !== undefined)
            return error;
        return new RewindError(error.code, error.message, {
            resource,
            remedy: error.remedy,
            problems: error.problems,
            cause: error.cause,
        });
    }
    const code = isDiskFull(error) ? 'disk-full' : isAbort(error) ? 'cancelled' : 'internal';
    return new RewindError(code, messageOf(error), { cause: error, ...(resource === undefined ? {} : { resource }) });
}
function isDiskFull(error) {
    return external_node_util_.types.isNativeError(error) && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
function isAbort(error) {
    return external_node_util_.types.isNativeError(error) && error.name === 'AbortError';
}
/** What a person reads: what happened, what it means, what to do. */
function explain(error) {
    const where = error.resource === undefined ? '' : `[${error.resource}] `;
    const lines = [`${where}${error.message}`, ...error.problems.map((problem) => `  - ${problem}`)];
    lines.push(`  What it means: ${ERROR_CODES[error.code].meaning}`, `  What to do: ${error.remedy}`, `  (code: ${error.code})`);
    return lines.join('\n');
}


/***/ }),

/***/ 8846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ createMasker)
/* harmony export */ });
const MIN_LENGTH = 4;
/**
 * Redacts every registered secret in any of the forms in which it tends to leak: as it is, URL-encoded, base64 (at each of
 * the three alignments, so that it is also found inside a longer encoded text), and as a JSON string.
 *
 * @param onSecret also told of each form, e.g. `core.setSecret`, so that the runner masks what other programs print
 */
function createMasker(onSecret = () => undefined) {
    const forms = new Set();
    let ordered = [];
    return {
        add(secret) {
            if (secret.length < MIN_LENGTH)
                return;
            for (const form of formsOf(secret)) {
                if (forms.has(form))
                    continue;
                forms.add(form);
                onSecret(form);
            }
            // Longest first: a secret that contains another one must go as a whole.
            ordered = [...forms].sort((a, b) => b.length - a.length);
        },
        redact(text) {
            return ordered.reduce((result, form) => result.replaceAll(form, '***'), text);
        },
    };
}
function formsOf(secret) {
    const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...base64Forms(secret)];
    // A multi-line secret (a key file) is printed line by line.
    forms.push(...secret.split('\n').map((line) => line.trim()));
    // The password inside a URL leaks without the rest of the URL.
    const password = passwordOf(secret);
    if (password !== undefined)
        forms.push(password, encodeURIComponent(password));
    return [...new Set(forms)].filter((form) => form.length >= MIN_LENGTH);
}
function base64Forms(secret) {
    const bytes = Buffer.from(secret);
    return [0, 1, 2].flatMap((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        // Characters that also depend on the neighbours are cut off at both ends.
        const start = [0, 2, 3][offset] ?? 0;
        const whole = offset === 0 && (bytes.length * 8) % 6 === 0;
        const core = encoded.slice(start, whole || (offset + bytes.length) % 3 === 0 ? undefined : -1);
        return core.length >= 8 ? [core, core.replaceAll('+', '-').replaceAll('/', '_')] : [];
    });
}
function passwordOf(secret) {
    if (!secret.includes('://'))
        return undefined;
    try {
        const { password } = new URL(secret);
        return password === '' ? undefined : decodeURIComponent(password);
    }
    catch {
        return undefined;
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
