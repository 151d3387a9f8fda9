#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 23842:
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

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 53916:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 38321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 24085:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 30714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
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

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 50281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ painted),
/* harmony export */   z: () => (/* binding */ wantsColor)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);

/**
 * Whether an output takes colour: FORCE_COLOR decides, then NO_COLOR (https://no-color.org); else a terminal takes it, but
 * not in CI. Pure.
 */
function wantsColor(isTerminal, env) {
    const { FORCE_COLOR: forced, NO_COLOR: none = '', CI: ci = '', TERM: term } = env;
    if (forced !== undefined)
        return forced !== '0' && forced !== 'false';
    return isTerminal && none === '' && ci === '' && term !== 'dumb';
}
/** The text with each line in its style. The text holds no control character: whatever it quotes was made visible. */
function painted(text, styleOf) {
    return text
        .split('\n')
        .map((line) => {
        const style = styleOf(line);
        return style === null ? line : (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, line, { validateStream: false });
    })
        .join('\n');
}


/***/ }),

/***/ 21722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ undoCommand),
/* harmony export */   Pl: () => (/* binding */ completeText),
/* harmony export */   ay: () => (/* binding */ commandLine),
/* harmony export */   hD: () => (/* binding */ completeMarkdown),
/* harmony export */   lZ: () => (/* binding */ withCommands)
/* harmony export */ });
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(36447);
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(26751);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2529);



/** The commands with the flag --out. */
const WITH_OUT = new Set([
    'decide',
    'drill',
    'incident',
    'mitigate',
    'monitor',
    'record',
    'recover',
    'rollback',
    'undo',
]);
/** A command line that works where this one was called: it repeats the files that are not at their default place. */
function commandLine({ inputs }, words) {
    const { config, out } = inputs;
    const places = [
        ...(config === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMON_FLAGS */ .gd.config.default ? [] : ['--config', config]),
        ...(typeof out !== 'string' || out === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out.default || !WITH_OUT.has(words[0] ?? '') ? [] : ['--out', out]),
    ];
    return ['rewind', ...words, ...places].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
}
/** The one command that undoes a rollback. */
const undoCommand = (session, digest) => commandLine(session, ['undo', digest.slice(0, 12)]);
/** A command in a message: `"rewind list"`. "rewind approve" is a comment of an issue. */
const QUOTED = /"rewind (?!approve\b)([a-z]+(?: [^"\n]*)?)"/g;
/**
 * Replaces each quoted command of a message, such as `"rewind recover --status"`. Providers and error codes write it
 * without the places of files, which only the caller knows. A command that names a place already stays as it is.
 *
 * @param command makes a command line of words, e.g. `commandLine` of a session
 */
const withCommands = (text, command) => text.replace(QUOTED, (quoted, words) => / --(config|out)\b/.test(words) ? quoted : `"${command(words.split(' '))}"`);
/** Each command of a text works where this run was called. For what no output of the run prints: records, files. */
const completeText = (caller, text) => withCommands(text, (words) => commandLine(caller, words));
/** The same for Markdown. A command that Markdown would change, or that needs two lines, stays as it is: the log of the step shows it. */
const completeMarkdown = (caller, markdown) => withCommands(markdown, (words) => {
    const line = commandLine(caller, words);
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(line) === line && !line.includes('\n') ? line : ['rewind', ...words].join(' ');
});


/***/ }),

/***/ 99859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defineCommand),
/* harmony export */   Z: () => (/* binding */ flagsOf)
/* harmony export */ });
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2529);

function defineCommand(definition) {
    return definition;
}
const flagsOf = (command) => ({ ..._flags_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMON_FLAGS */ .gd, ...command.flags });


/***/ }),

/***/ 2529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ toggle),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Wg: () => (/* binding */ FLAGS),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   gd: () => (/* binding */ COMMON_FLAGS),
/* harmony export */   n4: () => (/* binding */ WHICH_SNAPSHOT),
/* harmony export */   ph: () => (/* binding */ textOr)
/* harmony export */ });
/* harmony import */ var _engine_change_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77936);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(64257);
/* harmony import */ var _services_github_issue_ref_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(32225);



function text(value, description) {
    return { value, description, allowed: 'a text', parse: (given) => given, absent: null };
}
function textOr(fallback, value, description) {
    return { ...text(value, description), default: fallback, parse: (given) => given, absent: fallback };
}
function choice(words, fallback, description) {
    return {
        value: words.join('|'),
        description,
        default: fallback,
        allowed: `one of ${words.join(', ')}`,
        parse: (given) => words.find((word) => word === given),
        absent: fallback,
    };
}
function toggle(description) {
    return {
        description,
        allowed: 'true or false',
        parse: (given) => (given === 'true' ? true : given === 'false' ? false : undefined),
        absent: false,
    };
}
/** Every command has these. */
const COMMON_FLAGS = {
    config: textOr('.github/rewind.yml', 'file', 'Configuration file.'),
    scope: {
        ...text('ids', 'Resource ids, comma-separated; all resources if not given.'),
        allowed: 'resource ids, comma-separated',
        parse: listOf,
        absent: null,
    },
    json: toggle('Print one JSON document on stdout; log lines go to stderr.'),
};
/** A person types at least this many digits of a digest. */
const SHORTEST_DIGEST = 12;
/** What a person types to choose a snapshot. */
const WHICH_SNAPSHOT = 'Which snapshot: latest, previous, ~N (N before latest), an id, a commit, #PR, a time, a mark, or marked (any mark).';
/** Flags of more than one command; each command picks its own. A flag of only one command is defined with it. */
const FLAGS = {
    /** Selects what of the later changes a rollback undoes, too. */
    'include-later-changes': {
        ...text('ids', 'Resource ids, comma-separated: also undo what was changed there after the deploy. "all": everywhere.'),
        allowed: 'resource ids, comma-separated, or all',
        parse: listOf,
        absent: null,
    },
    snapshot: {
        ...textOr('latest', 'snapshot', WHICH_SNAPSHOT),
        allowed: _engine_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .SELECTORS */ .Z,
        parse: (given) => ((0,_engine_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSelector */ .P)(given) === undefined ? undefined : given),
    },
    database: {
        ...choice(_engine_change_js__WEBPACK_IMPORTED_MODULE_0__/* .DATABASE_MODES */ .tP, 'none', 'What happens to the database: none (it stays as it is), down (run down migrations) or restore (restore the backup).'),
        // So that "none" differs from no mode: "rollback" refuses a mode that contradicts the approved plan.
        actionDefault: '',
    },
    plan: textOr('.rewind/plan.json', 'file', 'Plan file. The command that makes the plan writes it; "rollback" reads it.'),
    reason: text('text', 'Why you do it. Appears in the plan and the report.'),
    out: textOr('.rewind', 'directory', 'Directory for what the run writes: journal, result, report, verdict.'),
    environment: text('name', 'GitHub environment of the workflow; must match the configuration.'),
    'plan-environment': text('name', 'GitHub environment of this job, which only reads; its protection is checked.'),
    'confirm-data-loss': {
        ...text('databases', 'Names of the databases whose data may be lost, comma-separated; the operator types them.'),
        allowed: 'names of databases, comma-separated',
        parse: listOf,
        absent: null,
    },
    'typed-digest': {
        ...text('digits', 'First digits of the digest of a plan that a person has read. The plan must have this digest.'),
        allowed: `the first ${SHORTEST_DIGEST} or more of the 64 hexadecimal digits from "rewind plan"`,
        parse: (given) => {
            const digits = given.trim().toLowerCase();
            return digits.length >= SHORTEST_DIGEST && /^[0-9a-f]{1,64}$/.test(digits) ? digits : undefined;
        },
    },
    incident: {
        ...text('issue', 'Number or URL of the incident issue.'),
        allowed: 'the number or the URL of an issue of this repository',
        parse: _services_github_issue_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIssueRef */ ._Y,
        absent: null,
    },
    'override-freeze': {
        ...text('reason', 'Why this deploy is allowed although a freeze or the deploy window forbids it. Recorded.'),
        allowed: 'a reason',
        parse: (given) => (given.trim() === '' ? undefined : given.trim()),
    },
    'install-client': {
        ...toggle('Install the matching PostgreSQL client with apt, dnf or apk if it is missing.'),
        actionDefault: 'true',
    },
};
/** Never an empty list: a command on no resource would report success without a look at production. */
function listOf(given) {
    const ids = given
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '');
    return ids.length === 0 ? undefined : ids;
}


/***/ }),

/***/ 32458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Rf: () => (/* binding */ outputsFile),
  "in": () => (/* binding */ readRequest),
  LR: () => (/* binding */ runsAsAction),
  OR: () => (/* binding */ takesColor)
});

// UNUSED EXPORTS: fromAction, fromArguments

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(57975);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __nccwpck_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/version.js
var runtime_version = __nccwpck_require__(29984);
// EXTERNAL MODULE: ./lib/cli/color.js
var color = __nccwpck_require__(50281);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __nccwpck_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/help.js

const EXIT_STATUS = [
    'Exit status:',
    '  0  done',
    '  1  failed; something needs repair',
    '  2  bad usage or configuration; nothing was changed',
    '  3  the answer is "no"',
];
/** `rewind --help` */
function overview({ commands }) {
    return [
        'Rewind rolls production back to a snapshot that was taken before a deploy.',
        '',
        'Usage: rewind <command> [arguments] [flags]',
        '',
        'Commands:',
        ...columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
        '',
        'Flags of every command:',
        ...flagLines({ ...flags/* COMMON_FLAGS */.gd }),
        '',
        ...EXIT_STATUS,
        '',
        'rewind <command> --help describes a command; rewind --version prints the version.',
    ].join('\n');
}
const OVERVIEW_USAGE = 'Usage: rewind <command> [flags]. "rewind --help" lists the commands.';
const synopsis = (command) => [
    `rewind ${command.name}`,
    ...(command.arguments ?? []).map(({ name, required }) => (required === true ? `<${name}>` : `[${name}]`)),
    '[flags]',
].join(' ');
/** One line, printed below a usage error. */
const usageOf = (command) => `Usage: ${synopsis(command)}. "rewind ${command.name} --help" lists the flags.`;
/** `rewind <command> --help` */
function commandHelp(command) {
    const section = (title, lines) => lines.length === 0 ? [] : ['', title, ...lines];
    return [
        command.summary,
        '',
        `Usage: ${synopsis(command)}`,
        ...section('Arguments:', columns((command.arguments ?? []).map(({ name, description }) => [name, description]))),
        ...section('Flags:', flagLines(command.flags)),
        ...section('Flags of every command:', flagLines(flags/* COMMON_FLAGS */.gd)),
        ...section('Verdicts:', (command.verdicts ?? []).length === 0 ? [] : [`  ${(command.verdicts ?? []).join(', ')}`]),
        ...section('Notes:', (command.notes ?? []).map((note) => `  ${note}`)),
        ...section('Examples:', command.examples.map((example) => `  rewind ${example}`)),
    ].join('\n');
}
function flagLines(flags) {
    return columns(Object.entries(flags).map(([name, flag]) => [
        `--${name}${flag.value === undefined ? '' : ` <${flag.value}>`}`,
        `${flag.description}${flag.default === undefined ? '' : ` (default: ${flag.default})`}`,
    ]));
}
function columns(rows) {
    const width = Math.max(0, ...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

// EXTERNAL MODULE: ./lib/cli/command.js
var cli_command = __nccwpck_require__(99859);
// EXTERNAL MODULE: ./lib/runtime/suggest.js
var suggest = __nccwpck_require__(74898);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __nccwpck_require__(78101);
;// CONCATENATED MODULE: ./lib/cli/parse.js







/** Finds the command, before its flags are known. Only common flags may precede the command. */
function splitWords(words) {
    const { tokens, values } = tokenize(words, flags/* COMMON_FLAGS */.gd);
    const command = tokens.find(({ kind }) => kind === 'positional');
    const rest = words.filter((_, index) => index !== command?.index);
    const asked = (name) => values[name] === true;
    return {
        command: command?.kind === 'positional' ? command.value : undefined,
        rest,
        help: asked('help'),
        version: asked('version'),
    };
}
/** @throws RewindError input-invalid, with every problem */
function parseWords(command, words) {
    const flags = (0,cli_command/* flagsOf */.Z)(command);
    const given = new Map();
    const args = [];
    const problems = [];
    const unknown = [];
    for (const token of tokenize(words, flags).tokens) {
        if (token.kind === 'positional')
            args.push(token.value);
        if (token.kind !== 'option')
            continue;
        const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
        // An unset shell variable gives an empty value; the default in its place could be another snapshot or scope.
        const value = !token.value || (!token.inlineValue && token.value.startsWith('-')) ? undefined : token.value;
        if (!flag)
            unknown.push(`${command.name} has no flag ${token.rawName}${(0,suggest/* didYouMean */.a)(token.name, Object.keys(flags), '--')}`);
        else if (flag.value === undefined && token.value !== undefined)
            problems.push(`${token.rawName} takes no value (got "${token.value}")`);
        else if (flag.value !== undefined && value === undefined)
            problems.push(`${token.rawName} needs a value: <${flag.value}>`);
        else if (given.has(token.name) && given.get(token.name) !== (value ?? 'true'))
            problems.push(`${token.rawName} is given twice, with different values`);
        else
            given.set(token.name, value ?? 'true');
    }
    // After a mistake in a flag, its value may look like an argument. Report one mistake only once.
    if (unknown.length + problems.length === 0)
        problems.push(...argumentProblems(command, args));
    return toInputs(command, args, given, new Set(given.keys()), [...unknown, ...problems], (name) => `--${name}`);
}
/** @throws RewindError input-invalid, with every problem */
function parseAction(command, args, read, defaults) {
    const flags = (0,cli_command/* flagsOf */.Z)(command);
    const given = new Map();
    const explicit = new Set();
    const problems = argumentProblems(command, args);
    for (const [name, absent] of Object.entries(defaults)) {
        const value = read(name)?.trim() ?? '';
        if (value === '')
            continue;
        // A composite passes all inputs. An input at its default counts as not set.
        if (Object.hasOwn(flags, name)) {
            given.set(name, value);
            if (value !== absent)
                explicit.add(name);
        }
        else if (value !== absent)
            problems.push(`"${command.name}" has no input "${name}" (got "${value}")`);
    }
    return toInputs(command, args, given, explicit, problems, (name) => `input "${name}"`);
}
function argumentProblems(command, args) {
    const known = command.arguments ?? [];
    const extra = args.slice(known.length);
    if (extra.length > 0 && known.length === 0)
        return [`${command.name} takes no arguments (got "${extra.join(' ')}")`];
    if (extra.length > 0)
        return [`${command.name} takes at most ${(0,runtime_text/* plural */.LS)(known.length, 'argument')} (got also "${extra.join(' ')}")`];
    return known
        .slice(args.length)
        .flatMap(({ name, required }) => (required === true ? [`${command.name} needs <${name}>`] : []));
}
function toInputs(command, args, given, explicit, before, label) {
    const problems = [...before];
    const values = {};
    for (const [name, flag] of Object.entries((0,cli_command/* flagsOf */.Z)(command))) {
        const text = given.get(name);
        const value = text === undefined || text === '' ? flag.absent : flag.parse(text);
        if (value === undefined)
            problems.push(`${label(name)} must be ${flag.allowed} (got "${text ?? ''}")`);
        values[name.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase())] = value;
    }
    if (problems.length > 0)
        throw invalidInput(problems, usageOf(command));
    // Each value has the type of its flag.
    return { ...values, args, given: explicit };
}
/** One problem is the message; several are listed. */
function invalidInput(found, usage) {
    // A message quotes what was given, which may be of any length.
    const problems = found.map((problem) => (problem.length > 400 ? `${problem.slice(0, 400)}…` : problem));
    const [only, ...more] = problems;
    return new errors.RewindError('input-invalid', more.length === 0 ? (only ?? '') : `${problems.length} inputs are invalid:`, {
        problems: more.length === 0 ? [] : problems,
        remedy: usage,
    });
}
function tokenize(words, flags) {
    const options = Object.fromEntries(Object.entries(flags).map(([name, { value }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string' },
    ]));
    return (0,external_node_util_.parseArgs)({
        args: [...words],
        options: { ...options, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'V' } },
        allowPositionals: true,
        strict: false,
        tokens: true,
    });
}

;// CONCATENATED MODULE: ./lib/cli/inputs.js







/** True if GitHub started us as (part of) an action: no arguments, and inputs in the environment. */
function runsAsAction() {
    return process.argv.length <= 2 && process.env.GITHUB_ACTIONS === 'true' && process.env.INPUT_COMMAND !== undefined;
}
/** The file that takes the outputs of a step. */
const outputsFile = () => process.env.GITHUB_OUTPUT;
/** True if stdout takes colour. */
const takesColor = () => (0,color/* wantsColor */.z)(process.stdout.isTTY, process.env);
/** @throws RewindError input-invalid, with every problem */
async function readRequest(list) {
    const action = runsAsAction();
    // The AWS SDK warns of Node 20 on stderr in every run. The runner chooses Node; the pinned version of the SDK supports it.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const bundle = bundled(process.env.REWIND_SECRETS ?? '');
    const token = process.env['INPUT_GITHUB-TOKEN'] ?? process.env.INPUT_GITHUB_TOKEN;
    const env = {
        ...(action && token ? { GITHUB_TOKEN: token } : {}),
        ...bundle,
        ...given(process.env),
    };
    const parsed = action ? await fromAction(list, env) : await fromArguments(list, process.argv.slice(2));
    if ('print' in parsed)
        return parsed;
    return {
        ...parsed,
        action,
        env,
        secrets: Object.values(bundle),
        root: env.GITHUB_WORKSPACE !== undefined && action ? env.GITHUB_WORKSPACE : workingDirectory(),
    };
}
/** @throws RewindError input-invalid */
function workingDirectory() {
    try {
        return process.cwd();
    }
    catch (error) {
        throw new errors.RewindError('input-invalid', 'The working directory does not exist any more.', {
            remedy: 'Change to an existing directory and run again.',
            cause: error,
        });
    }
}
/** A workflow sets a missing value to the empty string, so an empty value counts as not set. */
function given(env) {
    return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
/**
 * Lines of `NAME=value` in one secret. A reusable workflow must declare each secret by name. This secret passes those whose
 * names only the configuration knows (`${NAME}`, REWIND_ENV_…).
 * @throws RewindError input-invalid if it has none, so that nobody looks for the reason in a missing credential
 */
function bundled(text) {
    const names = /^[A-Z][A-Z0-9_]*$/;
    const values = Object.fromEntries(Object.entries((0,external_node_util_.parseEnv)(text)).flatMap(([name, value]) => names.test(name) && value !== undefined && value !== '' ? [[name, value]] : []));
    if (Object.keys(values).length > 0 || text.split('\n').every((line) => /^\s*(#|$)/.test(line)))
        return values;
    throw new errors.RewindError('input-invalid', 'REWIND_SECRETS has no line of the form NAME=value with NAME in capitals.', {
        remedy: 'Put one NAME=value on each line of the secret, for example VERCEL_TOKEN=….',
    });
}
/** Reads inputs from the environment: Actions sets `exit-code` as INPUT_EXIT-CODE, a composite as INPUT_EXIT_CODE. */
async function fromAction(list, env) {
    const read = (name) => {
        const upper = name.toUpperCase();
        return env[`INPUT_${upper}`] ?? env[`INPUT_${upper.replaceAll('-', '_')}`];
    };
    const [name, ...args] = (read('command') ?? '').trim().split(/\s+/);
    const command = await load(list, name);
    return { command, inputs: parseAction(command, args, read, list.actionDefaults) };
}
async function fromArguments(list, words) {
    const { command: first, rest, help, version } = splitWords(words);
    if (first === undefined && version)
        return { print: runtime_version/* VERSION */.x, json: { version: runtime_version/* VERSION */.x } };
    if (first === undefined && help)
        return helpText(overview(list));
    if (first !== 'help') {
        const command = await load(list, first);
        return help ? helpText(commandHelp(command)) : { command, inputs: parseWords(command, rest) };
    }
    const { command: about } = splitWords(rest);
    return helpText(about === undefined ? overview(list) : commandHelp(await load(list, about)));
}
const helpText = (help) => ({ print: help, json: { help } });
/** @throws RewindError input-invalid */
async function load({ commands }, name = '') {
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (entry) {
        // Here, because help and version need no schema.
        await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(735)]).then(__nccwpck_require__.bind(__nccwpck_require__, 90735));
        return entry.load();
    }
    const problem = name === '' ? 'no command was given' : `"${name}" is not a command${(0,suggest/* didYouMean */.a)(name, Object.keys(commands))}`;
    throw invalidInput([problem], OVERVIEW_USAGE);
}


/***/ }),

/***/ 96934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ actionOutput),
  n: () => (/* binding */ consoleOutput)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __nccwpck_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/mask.js
var mask = __nccwpck_require__(8846);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __nccwpck_require__(78101);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __nccwpck_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/markdown-cut.js
var markdown_cut = __nccwpck_require__(10166);
// EXTERNAL MODULE: ./lib/cli/color.js
var cli_color = __nccwpck_require__(50281);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __nccwpck_require__(21722);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
;// CONCATENATED MODULE: ./lib/cli/runner-lines.js

/**
 * The runner obeys commands in all output of a step. Between `::stop-commands::TOKEN` and `::TOKEN::` it obeys none, so text
 * from outside stands there. Each token is used once: the log shows it.
 */
function runnerLines(write) {
    let token;
    return {
        text: (line) => {
            if (token === undefined) {
                token = (0,external_node_crypto_.randomBytes)(16).toString('hex');
                write(`::stop-commands::${token}\n`);
            }
            write(`${line}\n`);
        },
        command: (writeCommands) => {
            if (token !== undefined)
                write(`::${token}::\n`);
            token = undefined;
            writeCommands();
        },
    };
}

;// CONCATENATED MODULE: ./lib/cli/output.js









/** GitHub drops a summary of more than 1 MiB completely. */
const SUMMARY_LIMIT = 1_000_000;
/** @param colored true if stdout takes colour */
function consoleOutput(json, colored) {
    const commands = createCommands();
    const line = (text) => void process.stderr.write(`${commands.inText(text)}\n`);
    const print = (text) => void process.stdout.write(`${text.trimEnd()}\n`);
    return {
        log: {
            debug: () => undefined,
            info: (text, at) => line(inert(withLocation(text, at))),
            warn: (text, at) => line(inert(`warning: ${withLocation(text, at)}`)),
            error: (text, at) => line(inert(withLocation(text, at))),
        },
        mask: () => undefined,
        setOutput: () => undefined,
        calledBy: commands.calledBy,
        finish: async (result, masker) => {
            const shown = masker.redact(json ? jsonText(commands.inJson(result.json)) : inert(commands.inText(result.text)));
            const color = !json && colored && result.style !== undefined;
            print(color ? (0,cli_color/* painted */.C)(shown, result.style) : shown);
            return result.exit;
        },
        fail: async (thrown, masker = (0,mask/* createMasker */.a)()) => {
            const error = (0,errors/* asRewindError */.m2)(thrown);
            line(inert(masker.redact(`error: ${(0,errors/* explain */.WE)(error)}`)));
            if (json)
                print(masker.redact(jsonText(commands.inJson(errorJson(error)))));
            return error.exitStatus;
        },
    };
}
/** Replaces the commands in the messages of a run; until the caller is known they stay as they are. */
function createCommands() {
    let caller = null;
    const inText = (text) => (caller === null ? text : (0,command_line/* completeText */.Pl)(caller, text));
    const inJson = (value, key = '') => {
        if (typeof value === 'string')
            return key === 'message' || key === 'remedy' || key === 'problems' ? inText(value) : value;
        if (Array.isArray(value))
            return value.map((one) => inJson(one, key));
        if (value === null || typeof value !== 'object')
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inJson(one, name)]));
    };
    return {
        calledBy: (by) => {
            caller = by;
        },
        inText,
        /** Only in what is for people: the messages, remedies and problems of findings and errors. */
        inJson: (value) => (caller === null ? value : inJson(value)),
        inMarkdown: (text) => (caller === null ? text : (0,command_line/* completeMarkdown */.hD)(caller, text)),
    };
}
/**
 * For the runner of GitHub Actions.
 * @param file of the outputs of the step
 * @throws if that part of the program cannot be loaded; the output error-code then says so
 */
async function actionOutput(file) {
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(1260), __nccwpck_require__.e(4119), __nccwpck_require__.e(7264)]).then(__nccwpck_require__.bind(__nccwpck_require__, 57264)).catch((error) => {
        if (file !== undefined)
            appendErrorCode(file, (0,errors/* asRewindError */.m2)(error).code);
        throw error;
    });
    const lines = runnerLines((text) => void process.stdout.write(text));
    const commands = createCommands();
    const shown = (text) => inert(commands.inText(text));
    /** A runner that takes no summary or output must not turn a finished rollback into a failed one. */
    const attempt = async (what, write) => {
        try {
            await write();
        }
        catch (error) {
            lines.command(() => core.warning(`${what} could not be written: ${(0,errors/* messageOf */.bD)(error)}`));
        }
    };
    // Without a file for outputs it writes a command.
    const setOutput = (name, value) => attempt(`Output "${name}"`, () => lines.command(() => core.setOutput(name, value)));
    const writeSummary = (text) => attempt('The job summary', () => core.summary.addRaw(truncateSummary(text)).write());
    return {
        log: {
            // A hidden line would still show the token of its own stop-commands.
            debug: (text) => (core.isDebug() ? lines.command(() => core.debug(shown(text))) : undefined),
            info: (text, at) => at ? lines.command(() => core.notice(shown(text), annotation(at))) : lines.text(shown(text)),
            warn: (text, at) => lines.command(() => core.warning(shown(text), annotation(at))),
            error: (text, at) => lines.command(() => core.error(shown(text), annotation(at))),
        },
        mask: (secret) => lines.command(() => core.setSecret(secret)),
        setOutput: (name, value) => void setOutput(name, value),
        calledBy: commands.calledBy,
        finish: async (result, masker) => {
            lines.text(masker.redact(shown(result.text)));
            for (const [name, value] of Object.entries(result.outputs ?? {})) {
                // GitHub drops an output with a masked value and only warns; the next job would get an empty string.
                if (masker.spoils(value))
                    throw new Error(`output "${name}" would hold a secret`);
                await setOutput(name, value);
            }
            if (result.summary !== undefined)
                await writeSummary(masker.redact(commands.inMarkdown(result.summary)));
            // Status 3 ("no") is an answer: it fails the step, as it would fail a shell.
            const [title = 'failed'] = result.text.split('\n');
            lines.command(() => (result.exit === 0 ? undefined : core.setFailed(masker.redact(shown(title)))));
            return result.exit;
        },
        fail: async (thrown, masker = (0,mask/* createMasker */.a)()) => {
            const error = (0,errors/* asRewindError */.m2)(thrown);
            const explanation = masker.redact(shown((0,errors/* explain */.WE)(error)));
            lines.command(() => core.setFailed(explanation));
            await setOutput('error-code', error.code);
            await writeSummary(`## Rewind stopped\n\n${(0,markdown/* codeBlock */.DV)('text', explanation)}\n`);
            return error.exitStatus;
        },
    };
}
/** Without the part of the program that does it otherwise. A code is one of ours, so it needs no delimiter. */
function appendErrorCode(file, code) {
    try {
        (0,external_node_fs_.appendFileSync)(file, `error-code=${code}\n`);
    }
    catch {
        // The error itself is on stderr already.
    }
}
/**
 * The runner takes a line that begins with `::`, and `##[` anywhere, for a command. It skips characters before `::` that
 * .NET counts as blank, and its list is not ours: everything up to the first letter or digit counts. Text from outside must never be one,
 * on a command line either: a workflow step may have called it.
 */
const inert = (text) => (0,runtime_text/* visible */.RK)(text)
    .replace(/^([^\p{L}\p{N}\n]*?):(?=:)/gmu, '$1\u200b:')
    .replaceAll('##[', '#\u200b#[');
const errorJson = ({ code, message, remedy, problems, resource }) => ({
    ok: false,
    error: { code, message, remedy, problems: [...problems], resource: resource ?? null },
});
/** One line. Escapes what a terminal or the runner would obey; JSON.stringify leaves it. */
const jsonText = (value) => JSON.stringify(value)
    .replaceAll('##[', String.raw `#\u0023[`)
    .replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (character) => String.raw `\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
const withLocation = (text, at) => (at ? `${at.file}:${at.line ?? 1}: ${text}` : text);
function annotation(at) {
    return {
        ...(at ? { file: at.file } : {}),
        ...(at?.line === undefined ? {} : { startLine: at.line }),
        ...(at?.column === undefined ? {} : { startColumn: at.column }),
        ...(at?.title === undefined ? {} : { title: at.title }),
    };
}
/** The log shows the text of the result, and no limit of ours applies to it. */
const truncateSummary = (summary) => (0,markdown_cut/* cutMarkdown */.G)(summary, {
    most: SUMMARY_LIMIT,
    size: markdown_cut/* bytes */.e,
    rest: 'The log of this step shows the result in plain text.',
});


/***/ }),

/***/ 42591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ survivePipes),
/* harmony export */   q: () => (/* binding */ endWith)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(67217);

/**
 * A reader that went away (`rewind list | head -1`) must not stop a rollback halfway: Node ends the process at an error of
 * stdout or stderr that nothing handles. Any other failure to write the result, such as a full disk, makes the status 1.
 */
function survivePipes() {
    process.stderr.on('error', () => undefined);
    process.stdout.on('error', (error) => {
        if (error.code === 'EPIPE')
            return;
        process.stderr.write(`error: the result could not be written: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}\n`);
        process.once('exit', (status) => {
            if (status === 0)
                process.exitCode = 1;
        });
    });
}
/**
 * Ends the process with a status, soon after what it wrote. Work that was given up holds it no longer: `fetch` goes on for
 * ten seconds with a handshake that it was told to abort.
 */
function endWith(status) {
    process.exitCode = status;
    setTimeout(() => process.exit(), 200).unref();
}


/***/ }),

/***/ 75505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ repositoryRoot),
/* harmony export */   I: () => (/* binding */ withParentHint)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(67217);



/**
 * The directory that paths in rewind.yml count from: the working directory; if the configuration lies above it, as
 * `../.github/rewind.yml`, the directory that holds `.github`. So a run in a sub-folder finds the same store.
 */
function repositoryRoot(working, config) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(working, config));
    const outside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(working, folder).startsWith('..');
    return outside && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder) === '.github' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) : working;
}
/**
 * The same error, which names the configuration in a parent directory if there is one. It is not used without being asked
 * for: a sub-folder may belong to another project.
 */
function withParentHint(error, working, config) {
    if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError) || error.code !== 'config-not-found' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(config))
        return error;
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(working, config)))
        return error;
    for (let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(working);; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const found = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, config);
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(found)) {
            const named = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(working, found);
            // In the folder .github itself, it would find another store.
            const works = repositoryRoot(working, named) === folder;
            return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('config-not-found', `There is no ${config} in ${working}, but there is one in ${folder}.`, {
                remedy: `Run "cd ${folder}" first${works ? `, or pass --config ${named}` : ''}.`,
                cause: error,
            });
        }
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return error;
    }
}


/***/ }),

/***/ 51474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ createSession)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(78474);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(78292);
/* harmony import */ var _runtime_mask_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8846);
/* harmony import */ var _runtime_scratch_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(21954);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(78101);
/* harmony import */ var _services_github_workflow_run_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(30233);
/* harmony import */ var _repository_root_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(75505);









/** What stops a run in order. SIGHUP: the terminal or the SSH connection went away. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Variables that are always secret. Masked before any output, even if unused. */
const SECRET_NAME = /(TOKEN|SECRET|PASSWORD|PASSWD|API_KEY|ROUTING_KEY|ACCESS_KEY|IDENTITY|WEBHOOK_URL|DATABASE_URL|SMTP_URL|FINGERPRINT_KEY|SIGNING_KEY|APPROVAL_KEY|^PGPASSWORD$|^REWIND_ENV_)/;
function createSession(invocation, log, onSecret, emit) {
    const masker = (0,_runtime_mask_js__WEBPACK_IMPORTED_MODULE_4__/* .createMasker */ .a)(onSecret);
    for (const secret of invocation.secrets)
        masker.add(secret);
    for (const [name, value] of Object.entries(invocation.env)) {
        if (SECRET_NAME.test(name) && value !== undefined)
            masker.add(value);
    }
    const stop = new AbortController();
    // Every request in flight listens to the signal, so hundreds of listeners are no leak.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, stop.signal);
    const onSignal = (signal) => {
        // At once, so that nobody sends a second signal, which would end the program in the middle of a step.
        log.warn(`${signal}: cancelled. No new step starts; the running step ends safely. Please wait.`);
        stop.abort(new Error('the run was cancelled'));
    };
    for (const signal of SIGNALS)
        process.once(signal, onSignal);
    const scratch = (0,_runtime_scratch_js__WEBPACK_IMPORTED_MODULE_5__/* .scratchFolder */ .$)();
    const context = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_3__/* .createContext */ .q6)({
        env: invocation.env,
        log: redacting(log, masker),
        masker,
        signal: stop.signal,
        scratch,
        root: (0,_repository_root_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryRoot */ .H)(invocation.root, invocation.inputs.config),
        mayInstall: invocation.inputs.installClient === true,
    });
    const path = (relative) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(invocation.root, relative);
    return {
        inputs: invocation.inputs,
        context,
        path,
        // Also set if a step calls the command line: it needs the approval too.
        run: (0,_services_github_workflow_run_js__WEBPACK_IMPORTED_MODULE_7__/* .readWorkflowRun */ .hO)(invocation.env),
        setOutput: (name, value) => emit?.(name, value),
        again: (inputs, env) => ({
            ...createSession({ ...invocation, inputs: { ...inputs }, env: { ...invocation.env, ...env } }, log, onSecret, emit),
            inputs,
        }),
        // Loads YAML, schemas and HTTP only when needed, so that usage errors appear immediately.
        open: async () => {
            const [{ openProject }, { callerLabel }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(3867), __nccwpck_require__.e(9512), __nccwpck_require__.e(4457), __nccwpck_require__.e(2413), __nccwpck_require__.e(5032), __nccwpck_require__.e(2713), __nccwpck_require__.e(8650)]).then(__nccwpck_require__.bind(__nccwpck_require__, 18059)), __nccwpck_require__.e(/* import() */ 83).then(__nccwpck_require__.bind(__nccwpck_require__, 90083))]);
            const project = await openProject(invocation, context, path);
            emit?.('label', callerLabel(project.config.environment, invocation.inputs.config));
            return project;
        },
        close: () => {
            for (const signal of SIGNALS)
                process.off(signal, onSignal);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(scratch, { recursive: true, force: true });
        },
    };
}
function redacting(log, masker) {
    const shown = (message) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .indented */ .gu)(masker.redact(message));
    return {
        debug: (message) => log.debug(shown(message)),
        info: (message, at) => log.info(shown(message), at),
        warn: (message, at) => log.warn(shown(message), at),
        error: (message, at) => log.error(shown(message), at),
    };
}


/***/ }),

/***/ 82738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ COMMAND_LIST)
/* harmony export */ });
/** A command is loaded when it is called. */
const COMMAND_LIST = {
    commands: {
        check: {
            summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 2177).then(__nccwpck_require__.bind(__nccwpck_require__, 12177))).default,
        },
        decide: {
            summary: 'Show what is broken and since when, what changed, and what can be done, each with time, risk and command. Changes nothing.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(5836), __nccwpck_require__.e(9220), __nccwpck_require__.e(3610), __nccwpck_require__.e(9218), __nccwpck_require__.e(9649), __nccwpck_require__.e(2413), __nccwpck_require__.e(6915), __nccwpck_require__.e(8646), __nccwpck_require__.e(4442)]).then(__nccwpck_require__.bind(__nccwpck_require__, 11193))).default,
        },
        drill: {
            summary: 'Rehearse a rollback beside production: restore a snapshot, check it, measure RTO and RPO.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(3867), __nccwpck_require__.e(9512), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(5836), __nccwpck_require__.e(5882)]).then(__nccwpck_require__.bind(__nccwpck_require__, 85882))).default,
        },
        guard: {
            summary: 'Decide whether a deploy may go to production. Blocks it while a rollback pins production or holds back the commit, and outside of the deploy window.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(9220), __nccwpck_require__.e(6610)]).then(__nccwpck_require__.bind(__nccwpck_require__, 56415))).default,
        },
        hotfix: {
            summary: 'Open a branch and a draft pull request for a fix, from the last good commit. Changes no existing branch.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(829), __nccwpck_require__.e(9220), __nccwpck_require__.e(4299)]).then(__nccwpck_require__.bind(__nccwpck_require__, 61053))).default,
        },
        incident: {
            summary: 'Read and write the record of an incident: what happened, and what is not yet normal.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(829), __nccwpck_require__.e(5836), __nccwpck_require__.e(9220), __nccwpck_require__.e(9218), __nccwpck_require__.e(9649), __nccwpck_require__.e(6626), __nccwpck_require__.e(7581), __nccwpck_require__.e(1870)]).then(__nccwpck_require__.bind(__nccwpck_require__, 81870))).default,
        },
        init: {
            summary: 'Set up a repository: find what it deploys, make keys, write the configuration and the workflows.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 6957).then(__nccwpck_require__.bind(__nccwpck_require__, 46957))).default,
        },
        list: {
            summary: 'List the snapshots of the environment, newest first.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(2186)]).then(__nccwpck_require__.bind(__nccwpck_require__, 80368))).default,
        },
        loss: {
            summary: 'Count the rows that a restore of the snapshot would lose, table by table. Changes nothing.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(5836), __nccwpck_require__.e(463)]).then(__nccwpck_require__.bind(__nccwpck_require__, 19515))).default,
        },
        maintenance: {
            summary: 'Prepare maintenance: build the deployment that shows the maintenance page. Production stays as it is.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 5725).then(__nccwpck_require__.bind(__nccwpck_require__, 65725))).default,
        },
        mark: {
            summary: 'Mark a snapshot as good: retention keeps it, and "--snapshot good" chooses it.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(7345)]).then(__nccwpck_require__.bind(__nccwpck_require__, 29401))).default,
        },
        migrate: {
            summary: 'Run Prisma down migrations, or generate the down.sql of the newest migration.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(8656), __nccwpck_require__.e(6594), __nccwpck_require__.e(829), __nccwpck_require__.e(5836), __nccwpck_require__.e(1387)]).then(__nccwpck_require__.bind(__nccwpck_require__, 22287))).default,
        },
        mitigate: {
            summary: 'Plan a reversible measure that eases an incident: flags off, maintenance, more capacity. With a time limit.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 8809).then(__nccwpck_require__.bind(__nccwpck_require__, 58809))).default,
        },
        monitor: {
            summary: 'Watch a deployment with the configured probes, and say whether it is bad.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 2927).then(__nccwpck_require__.bind(__nccwpck_require__, 22927))).default,
        },
        notify: {
            summary: 'Notify the configured channels of an incident: each phase once, from its record.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(829), __nccwpck_require__.e(9220), __nccwpck_require__.e(6626), __nccwpck_require__.e(5955)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14214))).default,
        },
        plan: {
            summary: 'Plan a rollback: list the changes that would return production to the snapshot. Changes nothing.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(829), __nccwpck_require__.e(5836), __nccwpck_require__.e(9220), __nccwpck_require__.e(3610), __nccwpck_require__.e(996), __nccwpck_require__.e(2413), __nccwpck_require__.e(6915), __nccwpck_require__.e(170), __nccwpck_require__.e(6875)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59361))).default,
        },
        postmortem: {
            summary: 'Write the post-mortem of an incident from its record, as a file, an issue with sub-issues, or a pull request.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(829), __nccwpck_require__.e(8138)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7424))).default,
        },
        promote: {
            summary: 'Promote a build that was left staged, and wait until every domain serves it.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(829), __nccwpck_require__.e(4248)]).then(__nccwpck_require__.bind(__nccwpck_require__, 45946))).default,
        },
        readiness: {
            summary: 'Check a pull request: can what it deploys be rolled back? Needs no secret.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 4421).then(__nccwpck_require__.bind(__nccwpck_require__, 84421))).default,
        },
        record: {
            summary: 'Record a rollback in GitHub: update the Deployments page and comment in the incident issue.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(6626), __nccwpck_require__.e(9621), __nccwpck_require__.e(4790)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2875))).default,
        },
        recover: {
            summary: 'Show what is not yet normal after a rollback, and plan the way forward: the fix, and the changes that were undone.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 3745).then(__nccwpck_require__.bind(__nccwpck_require__, 63745))).default,
        },
        replay: {
            summary: 'Send Stripe events again that a restore took back: first a plan, then, by its digest, the events.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(829), __nccwpck_require__.e(996), __nccwpck_require__.e(575)]).then(__nccwpck_require__.bind(__nccwpck_require__, 40575))).default,
        },
        rollback: {
            summary: 'Apply an approved plan, then compare production with the snapshot.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 2547).then(__nccwpck_require__.bind(__nccwpck_require__, 62547))).default,
        },
        runbook: {
            summary: "Write the team's runbook from the configuration and the workflows, or check that it is current.",
            load: async () => (await __nccwpck_require__.e(/* import() */ 2089).then(__nccwpck_require__.bind(__nccwpck_require__, 52089))).default,
        },
        salvage: {
            summary: 'Carry rows over from the database that a restore or an undo kept: first a plan, then, by its digest, the rows.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(829), __nccwpck_require__.e(5836), __nccwpck_require__.e(996), __nccwpck_require__.e(6611)]).then(__nccwpck_require__.bind(__nccwpck_require__, 46611))).default,
        },
        show: {
            summary: 'Show one snapshot: its origin and its content.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(7956)]).then(__nccwpck_require__.bind(__nccwpck_require__, 55598))).default,
        },
        snapshot: {
            summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 4807).then(__nccwpck_require__.bind(__nccwpck_require__, 54807))).default,
        },
        undo: {
            summary: 'Plan the undo of a rollback, data included: production as it was before. Changes nothing.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 7801).then(__nccwpck_require__.bind(__nccwpck_require__, 67801))).default,
        },
        unfence: {
            summary: 'Open a database that an interrupted rollback left closed. Needs no plan.',
            load: async () => (await __nccwpck_require__.e(/* import() */ 3806).then(__nccwpck_require__.bind(__nccwpck_require__, 13806))).default,
        },
        verify: {
            summary: 'Verify that the snapshot is sound and that production equals it. Changes nothing.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(9512), __nccwpck_require__.e(8656), __nccwpck_require__.e(6027), __nccwpck_require__.e(6594), __nccwpck_require__.e(5836), __nccwpck_require__.e(9220), __nccwpck_require__.e(9218), __nccwpck_require__.e(6516)]).then(__nccwpck_require__.bind(__nccwpck_require__, 45999))).default,
        },
        windows: {
            summary: 'Show whether deploys are allowed now, and suggest hours with little traffic. Changes nothing.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(3160), __nccwpck_require__.e(2857), __nccwpck_require__.e(199)]).then(__nccwpck_require__.bind(__nccwpck_require__, 70199))).default,
        },
    },
    actionDefaults: {
        config: '.github/rewind.yml',
        scope: '',
        action: '',
        after: '',
        approval: 'reviewed',
        attempt: '',
        base: 'origin/main',
        'changed-by-deploy': 'false',
        check: 'false',
        cloudfront: '',
        'comment-pulls': 'false',
        commit: '',
        'confirm-data-loss': '',
        contact: '',
        database: '',
        deletions: 'false',
        deployment: '',
        digest: '',
        distribution: '',
        'drop-database': '',
        'dry-run': 'false',
        'edge-config': '',
        environment: '',
        'exit-code': 'false',
        fault: '',
        file: '',
        'first-snapshot': 'false',
        'flag-steps': '',
        flags: '',
        force: 'false',
        from: '',
        'game-day': 'false',
        'gate-command': '',
        head: '',
        incident: '',
        'include-later-changes': '',
        'install-client': 'true',
        issue: 'false',
        keys: '',
        launchdarkly: '',
        'lift-environment': '',
        'lift-expired': 'false',
        minutes: '',
        name: 'good',
        obligation: '',
        'on-mitigate': 'recommend',
        'on-roll-back': 'recommend',
        out: '.rewind',
        output: '',
        'override-freeze': '',
        page: '',
        plan: '.rewind/plan.json',
        'plan-environment': '',
        preview: 'false',
        print: 'false',
        public: 'false',
        pull: 'false',
        random: 'false',
        reason: '',
        region: '',
        remove: 'false',
        repository: '',
        requests: '',
        restorable: 'false',
        seed: '',
        'set-secrets': 'false',
        severity: '',
        snapshot: 'latest',
        status: 'false',
        store: '',
        tags: '',
        text: '',
        title: '',
        to: '',
        'typed-digest': '',
        unleash: '',
        url: '',
        vercel: '',
        without: '',
        workflows: '',
        yes: 'false',
    },
};


/***/ }),

/***/ 77936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   an: () => (/* binding */ STAGES),
/* harmony export */   ps: () => (/* binding */ PLAN_DATABASE_MODES),
/* harmony export */   sr: () => (/* binding */ FORWARD_STAGES),
/* harmony export */   tP: () => (/* binding */ DATABASE_MODES)
/* harmony export */ });
/**
 * Stages of a rollback, in order. Changes of one stage run in parallel across resources (in plan order within one
 * resource); a stage begins when the one before it has succeeded in everything that is live. Changes that close an exposure
 * do not wait. Code goes back before the schema: old code on a newer
 * schema is usually safe (expand/contract), new code on an older schema is not.
 */
const STAGES = ['mitigate', 'deployment', 'database', 'configuration', 'services'];
/** The same for a recovery: code that goes live needs its schema and its configuration first. */
const FORWARD_STAGES = [
    'mitigate',
    'database',
    'configuration',
    'services',
    'deployment',
];
/** What a rollback does to the database; the operator chooses, the default is `none`. */
const DATABASE_MODES = ['none', 'down', 'restore'];
/** What a plan does to it. `up`: a recovery applies the migrations again that were taken down, and nothing else. */
const PLAN_DATABASE_MODES = [...DATABASE_MODES, 'up'];


/***/ }),

/***/ 64257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSelector),
/* harmony export */   Z: () => (/* binding */ SELECTORS)
/* harmony export */ });
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8892);

/** Completes the sentence "… must be". */
const SELECTORS = 'latest, previous, ~N, an id of "rewind list", a commit (7 to 40 hex digits), #PR, a time (2026-11-23T03:04Z), marked, or the name of a mark';
/** @returns undefined if the text names no snapshot. Pure; reads nothing. */
function parseSelector(text) {
    const given = text.trim();
    if (given === 'latest')
        return { kind: 'newest', back: 0 };
    if (given === 'previous')
        return { kind: 'newest', back: 1 };
    if (given === 'marked')
        return { kind: 'mark', name: null };
    if (_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .SNAPSHOT_ID */ .dn.test(given))
        return { kind: 'id', id: given };
    const [, back] = /^~(\d{1,4})$/.exec(given) ?? [];
    if (back !== undefined)
        return { kind: 'newest', back: Number(back) };
    const [, number] = /^#([1-9]\d{0,9})$/.exec(given) ?? [];
    if (number !== undefined)
        return { kind: 'pull', number: Number(number) };
    if (/^[0-9a-f]{7,40}$/i.test(given))
        return { kind: 'commit', sha: given.toLowerCase() };
    const at = parseTime(given);
    if (at !== undefined)
        return { kind: 'time', at };
    return _vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .MARK_NAME */ .Gx.test(given) ? { kind: 'mark', name: given } : undefined;
}
/** Date and time in the extended form of ISO 8601; UTC if it names no zone. */
function parseTime(text) {
    const [, day, time, zone] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?) ?(Z|UTC|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
    if (day === undefined || time === undefined)
        return undefined;
    // The 31st of February would become a day in March.
    const midnight = new Date(`${day}T00:00Z`);
    if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day)
        return undefined;
    const at = new Date(`${day}T${time}${zone === undefined || zone === 'UTC' ? 'Z' : zone}`);
    return Number.isNaN(at.getTime()) ? undefined : at;
}


/***/ }),

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gx: () => (/* binding */ MARK_NAME),
/* harmony export */   VI: () => (/* binding */ NEVER_LATEST),
/* harmony export */   Ym: () => (/* binding */ RECOVERIES),
/* harmony export */   _1: () => (/* binding */ APPROVAL_KINDS),
/* harmony export */   dn: () => (/* binding */ SNAPSHOT_ID),
/* harmony export */   ez: () => (/* binding */ REASONS),
/* harmony export */   o9: () => (/* binding */ ORIGINS),
/* harmony export */   yX: () => (/* binding */ PLAN_KINDS)
/* harmony export */ });
/** Constants that inputs, manifests and plans share; apart from the schemas, so that start-up stays quick. */
/** Why a snapshot was taken. `release`: just after a deploy, to tell its changes from those that people made later. */
const REASONS = ['pre-deploy', 'manual', 'drill', 'release', 'pre-rollback'];
/** Reasons of snapshots that `latest`, `previous`, a time, a commit and a mark never name. */
const NEVER_LATEST = ['pre-rollback', 'release'];
/**
 * Who made a difference. `deploy`: the deploy. `later`: a person or a program, after the deploy. `both`: the deploy, and
 * somebody after it.
 */
const ORIGINS = ['deploy', 'both', 'later'];
/** `20261123T030405Z-1a2b3c` */
const SNAPSHOT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;
/** Words that name snapshots already. */
const TAKEN = ['latest', 'previous', 'marked'];
/** Name of a mark: no word that is taken, nothing that could be a commit. */
const MARK_NAME = new RegExp(`^(?!(?:${TAKEN.join('|')})$)(?![0-9a-f]{7,40}$)[a-z][a-z0-9-]{0,39}$`);
/** `reviewed`: a reviewer approved in GitHub; `expedited`: without a review, for a configured time after a deploy. */
const APPROVAL_KINDS = ['reviewed', 'expedited'];
/**
 * What a plan does: `rollback`: returns to a snapshot. `undo`: takes a rollback back. `recovery`: brings back what a rollback
 * undid. `mitigation`: eases an incident. `lift`: takes a mitigation back.
 */
const PLAN_KINDS = ['rollback', 'undo', 'recovery', 'mitigation', 'lift'];
/**
 * What the probes say of a part of the system after a rollback. `inconclusive`: nothing is proven. `not-watched`: no probe
 * belongs to it.
 */
const RECOVERIES = ['recovered', 'not-recovered', 'inconclusive', 'not-watched'];


/***/ }),

/***/ 80342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _commands_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(82738);
/* harmony import */ var _cli_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(32458);
/* harmony import */ var _cli_output_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(96934);
/* harmony import */ var _cli_session_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(51474);
/* harmony import */ var _cli_pipes_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(42591);





async function main() {
    const json = process.argv.includes('--json');
    let output = (0,_cli_output_js__WEBPACK_IMPORTED_MODULE_2__/* .consoleOutput */ .n)(json, (0,_cli_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .takesColor */ .OR)());
    let session;
    try {
        if ((0,_cli_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .runsAsAction */ .LR)())
            output = await (0,_cli_output_js__WEBPACK_IMPORTED_MODULE_2__/* .actionOutput */ ._)((0,_cli_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputsFile */ .Rf)());
        const request = await (0,_cli_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readRequest */ ["in"])(_commands_index_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMAND_LIST */ .v);
        if ('print' in request) {
            process.stdout.write(`${json ? JSON.stringify(request.json) : request.print}\n`);
            return 0;
        }
        output.calledBy(request);
        const started = (0,_cli_session_js__WEBPACK_IMPORTED_MODULE_3__/* .createSession */ .j)(request, output.log, output.mask, output.setOutput);
        session = started;
        return await output.finish(await request.command.run(started), started.context.masker);
    }
    catch (error) {
        return await output.fail(error, session?.context.masker);
    }
    finally {
        session?.close();
    }
}
(0,_cli_pipes_js__WEBPACK_IMPORTED_MODULE_4__/* .survivePipes */ .I)();
(0,_cli_pipes_js__WEBPACK_IMPORTED_MODULE_4__/* .endWith */ .q)(await main());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 17761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   tk: () => (/* binding */ readLimited),
/* harmony export */   uc: () => (/* binding */ readFor),
/* harmony export */   zx: () => (/* binding */ MAX_BYTES)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(67217);

/** Bytes that Rewind reads into memory at once. Larger things (dumps) are streams. */
const MAX_BYTES = 50_000_000;
/**
 * Reads a stream into memory.
 * @param what for the message, e.g. "the response of Vercel"
 * @throws RewindError too-large
 */
async function readLimited(source, what, limit = MAX_BYTES) {
    const parts = [];
    let bytes = 0;
    // Leaving the loop closes the source.
    for await (const part of source) {
        bytes += part.length;
        if (bytes > limit)
            throw tooLarge(what, limit);
        parts.push(part);
    }
    return Buffer.concat(parts);
}
/**
 * Reads what comes within a time, or the first bytes of it.
 * @returns ended: true if the source ended by itself
 */
async function readFor(source, ms, limit = MAX_BYTES) {
    const parts = [];
    const reader = source.getReader();
    let timer;
    const over = new Promise((resolve) => (timer = setTimeout(() => resolve(null), ms)));
    try {
        for (let bytes = 0; bytes < limit;) {
            const next = await Promise.race([reader.read(), over]);
            if (next === null)
                break;
            if (next.done)
                return { bytes: Buffer.concat(parts), ended: true };
            parts.push(next.value);
            bytes += next.value.length;
        }
        return { bytes: Buffer.concat(parts), ended: false };
    }
    finally {
        clearTimeout(timer);
        await reader.cancel().catch(() => undefined);
    }
}
const tooLarge = (what, limit) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('too-large', `Rewind stopped reading ${what}: it is larger than ${limit.toLocaleString('en-US')} bytes.`);


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ClockSkew)
/* harmony export */ });
/** The answer of a cache may be so old, in seconds, that its time means nothing. */
const LONGEST_AGE_S = 86_400;
/**
 * What the answers of services say about the clock of this machine. One service may be wrong, or a cache may not say how old
 * its answer is: the clock counts as wrong only if no answer comes near it.
 */
class ClockSkew {
    #least = null;
    #most = null;
    /**
     * @param headers of an answer: `Date` (RFC 9110, whole seconds) and, of a cache, `Age` (RFC 9111)
     * @param now when they arrived, by the clock of this machine
     */
    heard(service, headers, now) {
        const sent = Date.parse(headers.get('date') ?? '');
        const age = Number(headers.get('age') ?? 0);
        if (!Number.isFinite(sent) || !(age >= 0 && age <= LONGEST_AGE_S))
            return;
        const heard = { ms: now.getTime() - (sent + age * 1000), service, at: now };
        if (this.#least === null || heard.ms < this.#least.ms)
            this.#least = heard;
        if (this.#most === null || heard.ms > this.#most.ms)
            this.#most = heard;
    }
    /** What the nearest answer says, if each one is further away; null if one is near, and without an answer. */
    beyond(limitMs) {
        if (this.#least !== null && this.#least.ms > limitMs)
            return this.#least;
        return this.#most !== null && this.#most.ms < -limitMs ? this.#most : null;
    }
}


/***/ }),

/***/ 78292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q6: () => (/* binding */ createContext),
  i_: () => (/* binding */ forResource),
  C: () => (/* binding */ forSnapshot),
  G2: () => (/* binding */ sharingReads)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(58500);
;// CONCATENATED MODULE: ./lib/runtime/counted-http.js
/** Takes every answer as it is; no schema of zod, which the program would load at its start. */
const anyAnswer = { safeParse: (data) => ({ success: true, data }) };
/**
 * A client whose requests count as reads and writes of the run. Reads for a time, and those with a time limit of their own,
 * are not shared.
 */
function countedBy(reads, http) {
    return {
        async request(request, schema) {
            const send = () => http.request(request, schema);
            if (request.method !== 'GET')
                return reads.write(request.service, send);
            if (!reads.isSharing || request.readMs !== undefined || request.deadlineMs !== undefined)
                return send();
            const key = keyOf(request);
            const { data, ...rest } = await reads.ask(request.service, key, () => http.request(request, anyAnswer));
            const parsed = schema.safeParse(data);
            if (parsed.success)
                return { ...rest, data: parsed.data };
            // The answer may have been cut short. If not, the client says what is wrong with it.
            reads.forget(request.service, key);
            return send();
        },
    };
}
/** A resource has one credential, and a signature holds the time: neither is part of what is asked. */
const SIGNED = new Set(['authorization', 'x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256']);
function keyOf({ resource, what, url, query = {}, headers = {}, accept = [], maxBytes }) {
    const asked = Object.entries(headers).filter(([name]) => !SIGNED.has(name.toLowerCase()));
    return JSON.stringify([resource, what, url, Object.entries(query), asked.sort(), accept, maxBytes]);
}

// EXTERNAL MODULE: ./lib/runtime/clock-skew.js
var clock_skew = __nccwpck_require__(7177);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __nccwpck_require__(67217);
;// CONCATENATED MODULE: ./lib/runtime/env.js

function createEnv(vars, masker) {
    const text = (name) => vars[name] || undefined;
    const secret = (name) => {
        const value = text(name);
        if (value !== undefined)
            masker.add(value);
        return value;
    };
    const require = (name, resource) => {
        const value = secret(name);
        if (value !== undefined)
            return value;
        throw new errors.RewindError('credential-missing', `The environment variable ${name} is not set.`, {
            resource,
            remedy: `Set ${name} (in a workflow: env: { ${name}: \${{ secrets.${name} }} }) and run again.`,
        });
    };
    return {
        text,
        secret,
        require,
        token: (name, resource) => {
            const value = require(name, resource).trim();
            masker.add(value);
            if (/^[\x20-\x7e\xa0-\xff]+$/.test(value))
                return value;
            throw new errors.RewindError('input-invalid', `${name} holds a line break or another character that no token has.`, {
                resource,
                remedy: `Copy the token to ${name} again: one line, nothing else.`,
            });
        },
        url: (name, fallback) => baseUrl(name, text(name)) ?? fallback,
        resolve: (reference, resource) => {
            const name = /^\$\{(\w+)\}$/.exec(reference)?.[1];
            return name === undefined ? reference : require(name, resource);
        },
    };
}
/** Credentials are sent to it: not in clear over a network, and not to wherever a mistake leads. */
function baseUrl(name, given) {
    if (given === undefined)
        return undefined;
    const url = URL.canParse(given) ? new URL(given) : undefined;
    const problem = url === undefined || !/^https?:$/.test(url.protocol)
        ? 'is not an https:// address'
        : url.username !== '' || url.password !== ''
            ? 'holds a user name or a password'
            : url.protocol === 'http:' && !isLoopback(url.hostname)
                ? 'begins with http://: the credentials would cross the network in clear'
                : undefined;
    if (problem !== undefined)
        throw new errors.RewindError('address-refused', `${name} ${problem}.`);
    return given.replace(/(?<!\/)\/+$/, '');
}
const isLoopback = (host) => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
/**
 * The variables for child processes: settings of tools and the network, no credentials of Rewind; GATE_… is for the gate
 * command of a recovery. It is an allow-list, so it leaves
 * out unknown secrets by default.
 */
function childEnv(vars) {
    const names = /^(PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|PGSSL\w+|PGOPTIONS|PGCONNECT_TIMEOUT|SystemRoot|GATE_\w+)$/;
    const result = {};
    for (const [name, value] of Object.entries(vars)) {
        if (value !== undefined && names.test(name))
            result[name] = value;
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/runtime/fingerprint.js

/** About 40 ms and 16 MB for each guess. It slows a guess down; only the key rules one out, so `check` asks for it. */
const COST = { N: 2 ** 14, r: 8, p: 1 };
/**
 * A comparable stand-in for secret values: HMAC when a key is given (REWIND_FINGERPRINT_KEY), else scrypt with the
 * snapshot's salt. See docs/adr/0003-fingerprints.md.
 */
function createFingerprint(salt, key) {
    const known = new Map();
    const compute = (value) => {
        if (key !== undefined && key !== '') {
            return Promise.resolve((0,external_node_crypto_.createHmac)('sha256', key).update(salt).update('\0').update(value).digest('hex').slice(0, 32));
        }
        return new Promise((resolve, reject) => {
            (0,external_node_crypto_.scrypt)(value, salt, 16, COST, (error, hash) => (error ? reject(error) : resolve(hash.toString('hex'))));
        });
    };
    return (value) => {
        const cached = known.get(value);
        if (cached)
            return cached;
        const result = compute(value);
        known.set(value, result);
        return result;
    };
}

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}

// EXTERNAL MODULE: ./lib/runtime/byte-limits.js
var byte_limits = __nccwpck_require__(17761);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __nccwpck_require__(53053);
;// CONCATENATED MODULE: ./lib/runtime/connection.js

/** Of Node's `fetch` (undici). Its errors do not say how far an aborted request came. */
const CONNECTING = 'undici:client:beforeConnect';
const BEYOND = ['undici:client:connected', 'undici:client:sendHeaders', 'undici:request:bodySent'];
/**
 * Watches the connections to the origin of a request. Requests to the same origin at the same time are not told apart: what
 * one of them sent counts for all.
 */
function watchConnection({ origin, protocol, host }) {
    let began = false;
    let beyond = false;
    const isOurs = (message) => {
        const { connectParams: to, request } = message;
        return to === undefined ? String(request?.origin) === origin : to.protocol === protocol && to.host === host;
    };
    const onConnecting = (message) => void (began ||= isOurs(message));
    const onBeyond = (message) => void (beyond ||= isOurs(message));
    (0,external_node_diagnostics_channel_.subscribe)(CONNECTING, onConnecting);
    for (const name of BEYOND)
        (0,external_node_diagnostics_channel_.subscribe)(name, onBeyond);
    return {
        neverConnected: () => began && !beyond,
        end() {
            (0,external_node_diagnostics_channel_.unsubscribe)(CONNECTING, onConnecting);
            for (const name of BEYOND)
                (0,external_node_diagnostics_channel_.unsubscribe)(name, onBeyond);
        },
    };
}

// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __nccwpck_require__(72201);
;// CONCATENATED MODULE: ./lib/runtime/http.js





const MAX_RETRIES = 8;
const MAX_BACKOFF_MS = 30_000;
function createHttpClient(settings) {
    const limits = new Map();
    const limitFor = (url) => {
        const host = new URL(url).host;
        const known = limits.get(host);
        if (known)
            return known;
        const limit = pLimit(settings.concurrency);
        limits.set(host, limit);
        return limit;
    };
    return {
        request: (request, schema) => {
            const send = () => sendWithRetries(settings, request, schema);
            return request.readMs === undefined ? limitFor(request.url)(send) : send();
        },
    };
}
async function sendWithRetries(settings, request, schema) {
    const { clock, log, signal } = settings;
    const startedAt = clock.monotonic();
    const deadlineAt = startedAt + (request.deadlineMs ?? 120_000);
    let unwritten = true;
    for (let attempt = 1;; attempt += 1) {
        try {
            return await sendOnce(settings, request, schema, deadlineAt, unwritten);
        }
        catch (error) {
            if (!(error instanceof http_failure/* AttemptError */.cb))
                throw error;
            unwritten &&= error.failure.unwritten || error.failure.code === 'api-rate-limited';
            // At least the back-off: a "0", or a time that is past by our clock, must not use up all attempts at once.
            const wait = Math.max(error.failure.retryAfterMs ?? 0, backoff(settings, attempt));
            const endsAt = Math.min(deadlineAt, startedAt + error.hopeMs);
            const last = attempt > MAX_RETRIES || clock.monotonic() + wait >= endsAt;
            if (last || !mayRepeat(request, error.failure))
                throw error.failure;
            log.debug(`${request.service}: ${request.what}: ${error.message}; retrying in ${(wait / 1000).toFixed(1)} s`);
            await clock.sleep(wait, signal);
        }
    }
}
/** Exponential with ±50 % jitter, so that many callers do not retry at the same moment. */
function backoff(settings, attempt) {
    return Math.min(MAX_BACKOFF_MS, settings.backoffMs * 2 ** (attempt - 1)) * (0.5 + settings.random());
}
function mayRepeat(request, failure) {
    if (failure.code === 'api-rate-limited')
        return true;
    const repeatable = request.repeatable ?? ['GET', 'PUT', 'DELETE'].includes(request.method);
    if (!repeatable)
        return false;
    return failure.status === http_failure/* NO_RESPONSE */.ei || failure.status === 408 || failure.status >= 500 || failure.malformed;
}
/** @param unwritten no attempt before this one reached the service */
async function sendOnce(settings, request, schema, deadlineAt, unwritten) {
    const remaining = Math.max(1, deadlineAt - settings.clock.monotonic());
    const timeout = AbortSignal.timeout(Math.ceil(Math.min(settings.timeoutMs + (request.readMs ?? 0), remaining)));
    const url = (0,http_failure/* urlOf */.rs)(request);
    const connection = watchConnection(url);
    let response;
    let text;
    try {
        response = await settings.fetch(url, {
            method: request.method,
            headers: headersOf(settings, request),
            signal: AbortSignal.any([settings.signal, timeout]),
            redirect: 'manual',
            body: bodyOf(request),
        });
        settings.skew?.heard(request.service, response.headers, settings.clock.now());
        text = await textOf(response, request);
    }
    catch (error) {
        if (error instanceof errors.RewindError)
            throw error;
        const details = { resource: request.resource, cause: error, unwritten: unwritten && connection.neverConnected() };
        if (settings.signal.aborted)
            throw new errors.RewindError('cancelled', `The run was cancelled during this request: ${request.what}.`, details);
        throw (0,http_failure/* networkError */.x6)(request, details, timeout.aborted);
    }
    finally {
        connection.end();
    }
    const body = parseBody(request, text, response.headers);
    if (!response.ok && !(request.accept ?? []).includes(response.status)) {
        throw new http_failure/* AttemptError */.cb((0,http_failure/* errorResponse */.yj)(settings, request, response, body));
    }
    // A schema that takes anything must not take the page of a proxy for the answer to a write.
    const page = body === http_failure/* FOREIGN */.nY && text.trimStart().startsWith('<');
    const parsed = schema.safeParse(body === http_failure/* FOREIGN */.nY ? text : body);
    if (parsed.success && !page)
        return { status: response.status, headers: response.headers, data: parsed.data };
    const problem = body === http_failure/* FOREIGN */.nY
        ? `it is not ${request.decode === undefined ? 'JSON' : 'a document of the service'} (it begins with ${JSON.stringify(settings.masker.redact(text.slice(0, 60)))})`
        : (parsed.error?.issues ?? [])
            .slice(0, 5)
            .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
            .join('; ');
    const failure = (0,http_failure/* malformedResponse */.pk)(request, response, problem, { broken: body === http_failure/* FOREIGN */.nY, page });
    throw new http_failure/* AttemptError */.cb(failure, page ? http_failure/* WRONG_PLACE_MS */.VX : undefined);
}
/** @throws RewindError too-large */
async function textOf(response, { service, what, maxBytes, readMs }) {
    if (response.body === null)
        return '';
    if (readMs !== undefined && response.ok) {
        const { bytes: read, ended } = await (0,byte_limits/* readFor */.uc)(response.body, readMs, maxBytes);
        const lines = new TextDecoder().decode(read);
        return ended ? lines : lines.slice(0, lines.lastIndexOf('\n') + 1);
    }
    const bytes = await (0,byte_limits/* readLimited */.tk)(response.body, `the response of ${service} to "${what}"`, maxBytes);
    return new TextDecoder().decode(bytes);
}
function headersOf(settings, request) {
    return {
        'user-agent': settings.userAgent,
        accept: 'application/json',
        ...(request.json !== undefined && { 'content-type': 'application/json' }),
        ...request.headers,
    };
}
const bodyOf = ({ json, body }) => json === undefined ? (body ?? null) : JSON.stringify(json);
function parseBody({ decode = (text) => JSON.parse(text) }, text, headers) {
    if (text.trim() === '')
        return undefined;
    try {
        return decode(text, headers);
    }
    catch {
        return http_failure/* FOREIGN */.nY;
    }
}

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __nccwpck_require__(83997);
;// CONCATENATED MODULE: ./lib/runtime/reads.js
/** A reading that is older than this is not used again. */
const LONGEST_MS = 60_000;
/**
 * What a run read moments ago, by service and name. A write to a service discards everything that was read from it before
 * the write ended: a read during the write may return the old state. A failure is not kept.
 */
class Reads {
    clock;
    services;
    sharedMs;
    constructor(clock, services, sharedMs) {
        this.clock = clock;
        this.services = services;
        this.sharedMs = sharedMs;
    }
    /** Those of one run. Nothing is shared unless the caller of `get` says how old it may be. */
    static ofRun(clock) {
        return new Reads(clock, new Map(), 0);
    }
    /** The same, for steps that read the same state one after the other: `ask` sends a read once within this time. */
    sharing(maxAgeMs) {
        return new Reads(this.clock, this.services, maxAgeMs);
    }
    get isSharing() {
        return this.sharedMs > 0;
    }
    now(service) {
        return { at: this.clock.monotonic(), writes: this.of(service).writes };
    }
    /** Undefined if it was not read within the last `maxAgeMs`, or if something was written since. */
    get(service, name, maxAgeMs) {
        const { readings, writing, writes } = this.of(service);
        const found = readings.get(name);
        if (found === undefined || writing > 0 || found.since.writes !== writes)
            return undefined;
        return this.clock.monotonic() - found.since.at < maxAgeMs ? found.value : undefined;
    }
    /** Reads, and keeps the value. @param since when the oldest part of it was read; default: now */
    read(service, name, read, since = this.now(service)) {
        const { readings } = this.of(service);
        for (const [other, { since: then }] of readings)
            if (since.at - then.at > LONGEST_MS)
                readings.delete(other);
        const value = read();
        const own = { since, value };
        readings.set(name, own);
        value.catch(() => {
            if (readings.get(name) === own)
                readings.delete(name);
        });
        return value;
    }
    /** Reads, or takes what another step that shares has read. */
    ask(service, name, read) {
        if (!this.isSharing)
            return read();
        return this.get(service, name, this.sharedMs) ?? this.read(service, name, read);
    }
    forget(service, name) {
        this.of(service).readings.delete(name);
    }
    async write(service, write) {
        const found = this.of(service);
        found.writing += 1;
        try {
            return await write();
        }
        finally {
            found.writing -= 1;
            found.writes += 1;
            found.readings.clear();
        }
    }
    of(service) {
        const found = this.services.get(service) ?? { readings: new Map(), writing: 0, writes: 0 };
        this.services.set(service, found);
        return found;
    }
}

;// CONCATENATED MODULE: ./lib/runtime/create-context.js









const systemClock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => (0,promises_.setTimeout)(ms, undefined, signal ? { signal } : {}),
};
/** The context of one run. It has one HTTP client, so the limit of requests per host holds for the whole run. */
function createContext(parts) {
    const clock = parts.clock ?? systemClock;
    const random = parts.random ?? Math.random;
    const randomHex = parts.randomHex ?? ((bytes) => (0,external_node_crypto_.randomBytes)(bytes).toString('hex'));
    const env = createEnv(parts.env, parts.masker);
    const reads = Reads.ofRun(clock);
    const skew = new clock_skew/* ClockSkew */.D();
    return {
        clock,
        random,
        randomHex,
        http: countedBy(reads, createHttpClient({
            fetch: parts.fetch ?? fetch,
            clock,
            random,
            log: parts.log,
            masker: parts.masker,
            signal: parts.signal,
            userAgent: 'rewind',
            backoffMs: 500,
            concurrency: 8,
            timeoutMs: 30_000,
            skew,
            ...parts.http,
        })),
        reads,
        skew,
        fetch: parts.fetch ?? fetch,
        log: parts.log,
        masker: parts.masker,
        env,
        memory: new Map(),
        signal: parts.signal,
        scratch: parts.scratch,
        root: parts.root,
        resource: '',
        snapshotId: '',
        mayInstall: parts.mayInstall ?? false,
        childEnv: childEnv(parts.env),
        fingerprint: createFingerprint(randomHex(16), env.secret('REWIND_FINGERPRINT_KEY')),
        progress: (what, unit) => (0,progress/* createProgress */.mf)({ what, unit: unit ?? 'bytes', clock, log: parts.log }),
    };
}
/** The same context with the id of a snapshot. It uses the snapshot's salt, so that fingerprints can be compared. */
function forSnapshot(ctx, snapshot) {
    const fingerprint = createFingerprint(snapshot.salt, ctx.env.secret('REWIND_FINGERPRINT_KEY'));
    return { ...ctx, snapshotId: snapshot.id, fingerprint };
}
/** The same context, for steps that read the same state one after the other: each read is sent once within this time. */
function sharingReads(ctx, maxAgeMs) {
    const reads = ctx.reads.sharing(maxAgeMs);
    return { ...ctx, reads, http: countedBy(reads, ctx.http) };
}
/** The same context, for one resource. */
function forResource(ctx, resource) {
    return { ...ctx, resource };
}


/***/ }),

/***/ 36362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(23842);


// The package is CommonJS with an ES default; under NodeNext its type is the module object.
const canonicalize = canonicalize__WEBPACK_IMPORTED_MODULE_1__;
/** RFC 8785 text of a JSON value: equal values give equal text, for any order of keys. */
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


/***/ }),

/***/ 87895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  OQ: () => (/* binding */ ERROR_CODES),
  nU: () => (/* binding */ isOfService),
  te: () => (/* binding */ isOfStore)
});

;// CONCATENATED MODULE: ./lib/runtime/error-codes/entry.js
const entry = (exit, meaning, remedy) => ({ exit, meaning, remedy });

;// CONCATENATED MODULE: ./lib/runtime/error-codes/database.js

/** PostgreSQL and Prisma. */
const DATABASE_ERRORS = {
    'database-unreachable': entry(1, 'The database server could not be reached, or it accepts no further session.', 'Check the host and port of the URL, the network, and that the server is running.'),
    'database-auth-failed': entry(1, 'The database refused the user or password.', 'Correct the credential in the named variable.'),
    'database-permission': entry(1, 'The database user lacks a privilege.', 'Grant the named privilege.'),
    'database-fenced': entry(1, 'The database accepts no connections (ALLOW_CONNECTIONS is false).', 'Run "rewind unfence" if a rollback was interrupted; else open the database as its owner.'),
    'database-locked': entry(1, 'Another session holds a lock that keeps Rewind from reading a table.', 'Wait until the named session ends its transaction, or end it (pg_terminate_backend), and run again.'),
    'database-pooled-url': entry(2, 'The URL points to a connection pooler. Dumps and locks do not work through it.', 'Use the direct URL of the database.'),
    'database-url-invalid': entry(2, 'The database URL is invalid.', 'Use postgresql://user:password@host:5432/database.'),
    'pg-client-missing': entry(1, 'The PostgreSQL client programs of the required version are missing.', 'Install the named client.'),
    'pg-client-version': entry(1, 'The PostgreSQL client programs do not match the server.', "Install the client of the server's major version."),
    'dump-failed': entry(1, 'The database could not be dumped. No snapshot was written, and production is unchanged.', 'Read the message of pg_dump.'),
    'dump-unreadable': entry(1, 'pg_restore cannot read the dump in the snapshot.', 'Choose another snapshot, and find out why this one was accepted.'),
    'restore-incomplete': entry(1, 'pg_restore reported errors, and ended as if it had succeeded. The live database is unchanged.', 'Read the errors, and make sure that the pg_restore which runs is the one of PostgreSQL ("client-bin", PATH).'),
    'drill-place-is-production': entry(2, 'The scratch place of a drill is on the server of production.', 'Give a server of its own, or leave the place out: the drill then starts one on its own machine.'),
    'restore-failed': entry(1, 'The database could not be restored. With PostgreSQL, the live database is unchanged, unless the message says that a COMMIT was not answered.', 'Repair what the message names, then run the same rollback again.'),
    'restore-mismatch': entry(1, 'The restored database does not match the snapshot. Rewind did not swap it in.', 'Choose another snapshot, and keep this one for analysis.'),
    'salvage-nothing-kept': entry(2, 'Rewind found no database that a restore or an undo kept, so it compared no rows.', 'Salvage works after a restore by swap, and after its undo, until the kept database is dropped. Rows from before a restore in place are in its pre-rollback snapshot.'),
    'salvage-failed': entry(1, 'The rows could not be carried over. The transaction was rolled back, so production is unchanged, unless the message says that the COMMIT was not answered.', 'Repair the named cause, run "rewind salvage" again, and get the new plan approved.'),
    'swap-failed': entry(1, 'The restored database could not take the name. The message says whether the present one is open.', 'End the sessions that the message names, if it names any. Then run the same rollback again: it continues from this state.'),
    'migrations-unreadable': entry(2, 'The migrations directory, or a script in it, could not be read.', 'Check "migrations" in the configuration, and that the repository is checked out.'),
    'migration-down-missing': entry(1, 'A migration applied since the snapshot has no down.sql.', 'Write down.sql ("rewind migrate generate"), or restore the database instead.'),
    'migration-unknown': entry(2, 'The named migration is not in the history.', 'Use one of the listed migrations.'),
    'migration-failed': entry(1, 'A down migration failed. Its transaction was rolled back.', 'Read the message of the database, correct down.sql, and run again.'),
    'migration-not-transactional': entry(1, 'A down.sql begins or ends transactions itself, so Rewind cannot run it as one transaction.', 'Remove BEGIN, COMMIT and ROLLBACK from down.sql.'),
    'migration-interrupted': entry(1, 'A migration outside a transaction was interrupted. Its state is unknown.', 'Check the database, finish the migration by hand, then mark it as the message says.'),
    'migration-down-empty': entry(1, 'Prisma finds no difference in the schema, so it cannot generate a down.sql. Nothing was written.', 'Write down.sql by hand: the migration changes data, or an object that Prisma does not describe (a view, a function, a trigger).'),
    'migration-lock': entry(1, "Another migration holds Prisma's advisory lock.", 'Wait until the other migration has finished, then run again.'),
};

;// CONCATENATED MODULE: ./lib/runtime/error-codes/rollback.js

/** Plans, approvals, rollbacks and incidents. */
const ROLLBACK_ERRORS = {
    'plan-unreadable': entry(2, 'The plan file cannot be read, or another version of Rewind wrote it.', 'Run "rewind plan" again and pass its file.'),
    'journal-unreadable': entry(1, 'The journal of a rollback in the store is damaged, or another version of Rewind wrote it.', 'Use the version of Rewind that began this rollback, or bring the file back from a backup of the store. Otherwise move the file out of the store, and make a new plan: "rewind list" shows the snapshot that was taken before the rollback.'),
    'plan-mismatch': entry(2, 'The plan does not match the approved one or the command: its digest, snapshot, scope, database mode or environment differs, or a resource that it changes is no longer configured, or is configured otherwise.', 'Run "rewind plan" again and get that plan approved.'),
    'plan-drift': entry(1, 'Production changed after the plan was made. This run changed nothing.', 'Read the new plan and get it approved.'),
    'environment-locked': entry(1, 'Another run of Rewind is changing this environment. This run began no further change.', 'Wait until the named run ends, then make a new plan.'),
    'approval-missing': entry(2, 'A rollback needs the digest of an approved plan.', 'Run "rewind plan", read the plan, then pass --digest.'),
    'environment-missing': entry(2, 'The approval environment does not exist. A job that names it would create it without protection.', 'Create the environment in the settings of the repository and add required reviewers.'),
    'environment-unprotected': entry(2, 'The approval environment has no required reviewers, or any branch may use the environment of the lift.', 'Add required reviewers, or limit the environment to the default branch, in the settings of the repository.'),
    'environment-mismatch': entry(2, 'The workflow and the configuration name different environments.', 'Use the same name in rewind.yml and in the calling workflow.'),
    'approval-self': entry(2, 'The person who started the rollback is the only one who approved it.', 'Let another reviewer approve a new run. Enable "Prevent self-review" on the environment. If one person must suffice, set "self-approval: allow".'),
    'approval-stale': entry(2, 'The approval was given to an earlier attempt of this run. This attempt changed nothing.', 'Start a new run of the workflow ("Run workflow") and let a reviewer approve it. Or let a reviewer approve this attempt with the first 12 digits of the digest in the comment.'),
    'commit-quarantined': entry(2, 'The commit of the deployment was rolled back, and nobody lifted the quarantine.', 'Deploy a fix and name it with --deployment. Or lift the quarantine with a reason: "rewind incident discharge".'),
    'drop-too-early': entry(2, 'The database that a restore kept is not old enough to be dropped.', 'Wait until the date. Until then, "rewind salvage" and "rewind undo" can use it. The limit is recovery.keep-days in the configuration.'),
    'drop-unproven': entry(2, 'A record names the kept database, the configuration leads to no kept database of this name, and nothing proves that it is gone.', 'Set the URL from before the rollback, and run the same command again. If the database is gone, write it with "rewind incident discharge".'),
    'plan-expired': entry(2, 'The approved plan is too old, or its time is in the future: production may have changed since then.', 'Start a new run of the workflow, and get the new plan approved. The limit is plan-hours in the configuration.'),
    'expedited-closed': entry(2, 'This plan does not qualify for an expedited rollback.', 'Start the rollback again. Rewind makes a new plan and asks for a review.'),
    'production-pinned': entry(1, 'A rollback pinned production: a deploy would override the rollback.', 'Deploy the fix (it stays staged), check it, then: "rewind recover --deployment latest".'),
    'git-history-missing': entry(2, 'The checkout does not contain the commits to compare.', 'Check out with "fetch-depth: 0". On a command line, fetch the base or name another one with --base.'),
    'data-loss-unconfirmed': entry(2, 'The plan would lose data that was written after the snapshot, and this loss is not confirmed.', 'Type the names of the databases: --confirm-data-loss NAME,NAME.'),
    'preflight-failed': entry(1, 'A check before the first change failed. This run changed nothing.', 'Fix every listed problem and run again.'),
    'apply-failed': entry(1, 'A change failed. The report lists what was done and what was not.', 'Fix the cause and run the same rollback again: it skips the changes that are done.'),
    'verify-differs': entry(1, 'After the rollback, production still differs from the snapshot.', 'Run "rewind plan" to see what remains.'),
    cancelled: entry(1, 'The run was cancelled or timed out.', 'Run the same command again. A rollback continues where it stopped.'),
    'mitigation-unknown': entry(2, 'The configuration has no such mitigation, or no resource has what it names.', 'Run "rewind mitigate" to see which ones there are.'),
    'mitigation-impossible': entry(2, 'A resource does not support the measure of the mitigation.', 'Name other resources in the mitigation. The pages of the providers say which measures they support.'),
    'mitigation-overtaken': entry(1, 'Somebody changed what the mitigation changed. Rewind does not lift it without a person.', 'Plan the way back with "rewind undo", read the plan, and get it approved. Or discharge the obligation with a reason.'),
    'mitigation-unproven': entry(1, 'What the lift of a mitigation needs is not proven. Rewind does not lift it without a person.', 'Plan the way back with "rewind undo", read the plan, and get it approved. For the next one, set sign.approval-keys, and REWIND_APPROVAL_KEY in the approved job.'),
    'incident-not-found': entry(2, 'There is no such incident.', 'Run "rewind incident list" and use one of its ids.'),
    'incident-corrupt': entry(1, 'The record of an incident was changed, or a part of it is missing.', 'Run "rewind incident verify" to see which entry. Find out who wrote to the store. Bring the record back from a backup of the store, or move its folder out of the store after you have read it.'),
    'incident-open': entry(2, 'The incident cannot be closed: something is still to be undone or finished.', 'Discharge each listed obligation with its command. If one no longer applies: "rewind incident discharge --obligation ID --reason TEXT".'),
};

;// CONCATENATED MODULE: ./lib/runtime/error-codes/service.js

/** Answers of services, and programs that Rewind starts. */
const SERVICE_ERRORS = {
    'api-unauthorized': entry(1, 'The service refused the credential: it is wrong, expired or revoked.', 'Replace the credential of the service.'),
    'api-forbidden': entry(1, 'The credential is valid but lacks a permission.', 'Grant the named permission.'),
    'api-not-found': entry(1, 'The service does not know this resource: it was deleted or renamed, or the credential may not see it.', 'Check the id in the configuration and the access of the credential.'),
    'api-conflict': entry(1, 'Someone else changed the resource at the same time, or after the plan.', 'Make a new plan and get it approved.'),
    'api-rate-limited': entry(1, 'The service responded "too many requests" until the deadline.', 'Wait for the limit to reset and run again.'),
    'api-unavailable': entry(1, 'The service was unreachable or failing until the deadline.', 'Check the status page of the service, then run again.'),
    'api-rejected': entry(1, 'The service rejected the request.', 'Read the message of the service.'),
    'api-unexpected-answer': entry(1, 'The service sent a response that Rewind does not understand.', 'Run again. If it fails again, report the message.'),
    'too-large': entry(1, 'A service or the store sent more than Rewind reads into memory or unpacks.', 'Check that the address is the one of the service, and that nobody replaced the object. If it is right, report its size.'),
    'address-refused': entry(2, 'The address of a service would send credentials where others can read them.', 'Use an address that begins with https:// and holds no user name and no password.'),
    'deadline-exceeded': entry(1, 'A step did not finish within its time limit.', 'Check the service, then run again: Rewind skips finished steps.'),
    'clock-apart': entry(1, 'The clock of this machine and that of a service are more than a minute apart, so they do not mean the same interval.', 'Compare the clock of this machine with a known time. If it is wrong, set it (NTP), and begin the watch again. If it is right, look for what answers for the service with a wrong time, e.g. a proxy.'),
    'tool-missing': entry(1, 'This step needs a program that is not installed.', 'Install the named program.'),
    'tool-failed': entry(1, 'A program that Rewind ran failed.', 'Read the message of the program.'),
    internal: entry(1, 'A bug in Rewind.', 'Report it with the message. Rerun with --scope to skip this resource.'),
    'program-damaged': entry(1, 'A file of the Rewind program is missing or damaged.', 'Install Rewind again: check out its repository again, or in GitHub Actions run the job again, which downloads the action. Then run the same command again.'),
    'deployment-not-eligible': entry(1, 'The deployment cannot take production traffic.', 'Choose a snapshot whose deployment still exists and was live in production.'),
    'deployment-switch-failed': entry(1, 'Vercel reported that it did not switch production.', 'Check the listed domains, then run again or switch in the dashboard.'),
    'release-gate-failed': entry(1, 'The gate command failed at a stage of the rolling release, or at a step of flags.', 'Find the cause in the output of the command. Then deploy a fix, or run the same command again to start at the first stage.'),
    'flag-steps-stopped': entry(1, 'Another client changed a flag between two steps of a recovery. Rewind did not override that.', 'Ask who did it. To go on from what the flags are now, plan the recovery again.'),
    'rolling-release-stopped': entry(1, 'A person, or a gate of Vercel, paused or ended the rolling release. Rewind did not override that.', 'Ask who did it. To go on, continue a paused release in Vercel, then run the same command again.'),
    'maintenance-missing': entry(1, 'The project has no maintenance deployment that can take production.', 'Make one: "rewind maintenance".'),
    'maintenance-not-made': entry(1, 'The maintenance deployment was not made. Production is unchanged.', 'Correct the named problem, then run again: a deployment that exists is not made twice.'),
    'vercel-plan-limit': entry(1, 'The Vercel plan of this team does not allow this.', 'On Hobby, only the previous deployment can be restored. Upgrade, or redeploy the commit.'),
    'edge-config-managed': entry(1, 'This Edge Config belongs to Vercel Flags or an integration. Rewind must not write it directly.', 'Use the provider for its owner (vercel-flags).'),
};

;// CONCATENATED MODULE: ./lib/runtime/error-codes/snapshot.js

/** Stores, snapshots, signatures and seals. */
const SNAPSHOT_ERRORS = {
    'store-unreadable': entry(1, 'The snapshot store could not be read.', 'Check that the store exists, and grant this user read access.'),
    'store-write-failed': entry(1, 'The snapshot store could not be written.', 'Grant write access to the store.'),
    'disk-full': entry(1, 'The disk that Rewind writes to is full.', 'Free disk space or move the store, and run the same command again.'),
    'snapshot-not-found': entry(2, 'The store has no snapshot that fits: none with this id, mark, commit or time, or none that covers the scope.', 'Run "rewind list" and use one of its ids.'),
    'rollback-not-found': entry(2, 'The store has no rollback that fits, so there is nothing to undo or to recover from.', 'Use the digest of a rollback: its report and its journal name it.'),
    'snapshot-corrupt': entry(1, 'A file of the snapshot is damaged, truncated or missing: it does not match its checksum.', 'Choose another snapshot ("rewind list").'),
    'signature-invalid': entry(1, 'The signature of the snapshot does not belong to it: the snapshot or its signature was changed.', 'Do not use this snapshot. Find out who wrote to the store. Choose another snapshot ("rewind list").'),
    'signature-unknown': entry(1, 'A key that is not in the configuration signed the snapshot.', 'If you changed the key, add the old public key to sign.keys. Otherwise find out who wrote to the store.'),
    'signing-key-missing': entry(2, 'The configuration asks for signatures, but the job has no key to sign with.', 'Set the secret that the message names (the file that "minisign -G -W" wrote): REWIND_SIGNING_KEY in the snapshot job, REWIND_APPROVAL_KEY in the approved job.'),
    'signing-key-unknown': entry(2, 'The signing key of the job does not match the configuration. Nobody would believe what it signs.', 'Add its public key to the list that the message names, or use the secret key of one that is there.'),
    'snapshot-time': entry(1, 'The times in the snapshot contradict each other or the clock.', 'Check the clock of this machine, and of the one that wrote the snapshot; otherwise find out who did. Until then do not use it: "rewind plan --snapshot" takes another one of "rewind list".'),
    'snapshot-unproven': entry(1, 'Rewind could not prove that the snapshot can be restored. Nothing shows that it is damaged.', 'Keep the snapshot. Fix every listed problem and run the same command again.'),
    'snapshot-expired': entry(2, 'The artifact that held this snapshot has expired, and GitHub deleted it.', 'Choose a newer snapshot ("rewind list"). To keep snapshots longer, raise retention.keep-days or use a store of kind s3.'),
    'mark-unsupported': entry(2, 'The store cannot keep a mark: the service deletes each snapshot on its day, marked or not.', 'Use a store of kind directory or s3. With the artifact store, name the snapshot by its id, commit or time.'),
    'store-unsealed': entry(1, 'Rewind refused to write an unsealed part of a snapshot to a place that others can read.', 'Nothing was written. This is a bug in Rewind: report it.'),
    'snapshot-not-believed': entry(2, 'No rollback would believe a snapshot of this run: its branch or tag, event, workflow or commit is not one that the store trusts.', 'Take the snapshot in a run of the default branch, add the branch to store.branches or the tag to store.tags, or use a store of kind s3 with sign.keys.'),
    'snapshot-foreign': entry(2, 'The snapshot belongs to another environment or repository, or holds another object, or one of another provider, than the configuration names.', 'Choose a snapshot of this environment ("rewind list").'),
    'snapshot-untrusted': entry(2, 'The run that uploaded the snapshot is not one that Rewind believes: anyone who may push could have started it.', 'Choose a snapshot of a run on the default branch. Find out who started the other run.'),
    'snapshot-unsupported': entry(2, 'This version of Rewind cannot read the format of the snapshot.', 'Use the version of Rewind that wrote the snapshot, or a newer one.'),
    'snapshot-incomplete': entry(1, 'A resource could not be captured.', 'Grant the missing access and take the snapshot again. Do not deploy before it succeeds.'),
    'recipients-missing': entry(2, 'The snapshot has payloads to seal, but no age recipient is configured.', 'Create a key with "age-keygen" and put its public key under seal.recipients.'),
    'identity-missing': entry(2, 'Rewind must open the sealed payloads of the snapshot, but has no identity.', 'Set REWIND_IDENTITY (an AGE-SECRET-KEY-1… line) in the approved job.'),
    'identity-wrong': entry(1, 'The identity does not open this snapshot.', 'Use the identity that matches seal.recipients at the time of the snapshot.'),
    'seal-corrupt': entry(1, 'A sealed payload is damaged or truncated.', 'Rewind did not use the payload. Choose another snapshot.'),
};

;// CONCATENATED MODULE: ./lib/runtime/error-codes/usage.js

/** Mistakes of a call or of the configuration. */
const USAGE_ERRORS = {
    'input-invalid': entry(2, 'A flag or an input has a value that Rewind does not accept.', 'Correct the named input and run again.'),
    'config-not-found': entry(2, 'The configuration file could not be read.', 'Run "rewind init" to write it, or name another file with --config.'),
    'config-invalid': entry(2, 'The configuration file has mistakes.', 'Correct each listed line.'),
    'credential-missing': entry(2, 'A credential that the configuration needs is missing from the environment.', 'Set the named variable (a secret of the workflow) and run again.'),
    'scope-unknown': entry(2, '--scope names a resource that the configuration does not have.', 'Use the resource ids of the configuration file.'),
    'game-day-not-sandbox': entry(2, 'The configuration of a game day names something beside this machine.', 'Run it in a folder without a configuration, for example in the checkout of a release: "npm run game-day".'),
    'game-day-no-sandbox': entry(2, 'This program does not include the sandbox of a game day, which is not part of the package.', 'Clone the repository of Rewind at the tag of this release, run "npm ci" there, and then "npm run game-day".'),
    'game-day-failed': entry(1, 'The sandbox of a game day gave no result.', 'Read what it printed, and start the game day again.'),
};

;// CONCATENATED MODULE: ./lib/runtime/error-codes.js





/** Every error that Rewind throws on purpose. `docs/errors.md` is generated from it. */
const ERROR_CODES = {
    ...USAGE_ERRORS,
    ...SNAPSHOT_ERRORS,
    ...ROLLBACK_ERRORS,
    ...SERVICE_ERRORS,
    ...DATABASE_ERRORS,
};
const OF_STORE = ['store-unreadable', 'store-write-failed', 'disk-full'];
/** True for an error of the place where snapshots and journals lie: by itself it says nothing of production. */
const isOfStore = (code) => OF_STORE.includes(code);
/** True for an answer of a service, or for none. */
const isOfService = (code) => code.startsWith('api-');


/***/ }),

/***/ 67217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  RewindError: () => (/* binding */ RewindError),
  m2: () => (/* binding */ asRewindError),
  pA: () => (/* binding */ beforeWrite),
  WE: () => (/* binding */ explain),
  bD: () => (/* binding */ messageOf),
  Y$: () => (/* binding */ uncertain),
  gf: () => (/* binding */ whyOf)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(57975);
// EXTERNAL MODULE: ./lib/runtime/error-codes.js + 6 modules
var error_codes = __nccwpck_require__(87895);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
;// CONCATENATED MODULE: ./lib/runtime/load-failure.js



/** What loads the parts of the bundle: Node's loader, and two functions of the bundler. */
const LOADER = /^\s+at .*(?:node:internal\/modules\/|\binstallChunk\b|\b__(?:nccwpck|webpack)_require__\b)/;
/**
 * True for the error of a part of the program that is missing, cut off, empty, unreadable, or of another version: each
 * command loads its parts when it needs them.
 */
function isLoadFailure(error) {
    if (!external_node_util_.types.isNativeError(error))
        return false;
    const { code, path } = error;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
        return true;
    if (code !== undefined)
        return path !== undefined && (0,external_node_path_.dirname)(path) === programFolder();
    const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
    return LOADER.test(frame);
}
function programFolder() {
    try {
        return (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? ''));
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __nccwpck_require__(78101);
;// CONCATENATED MODULE: ./lib/runtime/errors.js




/** The only error class that Rewind throws on purpose. `message` says what happened and never holds a secret. */
class RewindError extends Error {
    name = 'RewindError';
    code;
    resource;
    remedy;
    problems;
    unwritten;
    uncertain;
    retryAfterMs;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? {} : { cause: details.cause });
        this.code = code;
        this.resource = details.resource;
        this.remedy = details.remedy ?? error_codes/* ERROR_CODES */.OQ[code].remedy;
        this.problems = details.problems ?? [];
        this.unwritten = details.unwritten ?? false;
        this.uncertain = details.uncertain ?? false;
        this.retryAfterMs = details.retryAfterMs;
    }
    /** Exit status of the process: 1 failed, 2 nothing was changed. */
    get exitStatus() {
        return error_codes/* ERROR_CODES */.OQ[this.code].exit;
    }
}
/** The message of any thrown value. */
function messageOf(error) {
    // isNativeError rather than instanceof: it also holds for errors of another realm.
    return external_node_util_.types.isNativeError(error) ? error.message : String(error);
}
/** Turns any thrown value into a RewindError; an unexpected one becomes `internal`. */
function asRewindError(error, resource) {
    if (error instanceof RewindError) {
        if (resource === undefined || error.resource !== undefined)
            return error;
        const { code, message, remedy, problems, unwritten, uncertain, retryAfterMs, cause } = error;
        return new RewindError(code, message, { resource, remedy, problems, unwritten, uncertain, retryAfterMs, cause });
    }
    if (isLoadFailure(error)) {
        const message = `A part of the program could not be loaded: ${messageOf(error)}`;
        return new RewindError('program-damaged', message, { cause: error, resource });
    }
    const code = isDiskFull(error) ? 'disk-full' : isAbort(error) ? 'cancelled' : 'internal';
    return new RewindError(code, messageOf(error), { cause: error, resource });
}
/** Work before the first write: its failure means that nothing was written. @throws RewindError `unwritten` */
async function beforeWrite(work) {
    try {
        return await work;
    }
    catch (thrown) {
        const { code, message, resource, remedy, problems, retryAfterMs } = asRewindError(thrown);
        throw new RewindError(code, message, { resource, remedy, problems, retryAfterMs, unwritten: true, cause: thrown });
    }
}
/**
 * The failure after a write was sent: nothing says whether the write is in effect.
 * @param sent what was sent, as a sentence without a full stop
 */
function uncertain(sent, thrown) {
    const { code, message, resource, remedy, problems, retryAfterMs } = asRewindError(thrown);
    const details = { resource, remedy, problems, retryAfterMs, uncertain: true, cause: thrown };
    return new RewindError(code, `${sent}, and the result is unknown: ${message}`, details);
}
function isDiskFull(error) {
    return external_node_util_.types.isNativeError(error) && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
function isAbort(error) {
    return external_node_util_.types.isNativeError(error) && error.name === 'AbortError';
}
/** What happened and what to do, where one sentence has place. Without a full stop at its end. */
function whyOf(error, resource) {
    const { message, remedy } = asRewindError(error, resource);
    return `${message.replace(/\.$/, '')}. ${remedy.replace(/\.$/, '')}`;
}
/** The error as text: message, meaning and remedy. */
function explain(error) {
    const where = error.resource === undefined ? '' : `[${error.resource}] `;
    const remedy = (0,runtime_text/* indented */.gu)(error.remedy);
    const lines = [
        `${where}${(0,runtime_text/* indented */.gu)(error.message)}  [${error.code}]`,
        ...error.problems.map((problem) => `  - ${(0,runtime_text/* indented */.gu)(problem)}`),
    ];
    // The message already names the input and its allowed values; the remedy is a usage line or a full sentence.
    if (error.code === 'input-invalid')
        return [...lines, `  ${remedy}`].join('\n');
    return [...lines, `  What it means: ${error_codes/* ERROR_CODES */.OQ[error.code].meaning}`, `  What to do: ${remedy}`].join('\n');
}


/***/ }),

/***/ 72201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ HttpFailure),
/* harmony export */   VX: () => (/* binding */ WRONG_PLACE_MS),
/* harmony export */   XK: () => (/* binding */ serviceMessage),
/* harmony export */   cb: () => (/* binding */ AttemptError),
/* harmony export */   ei: () => (/* binding */ NO_RESPONSE),
/* harmony export */   nY: () => (/* binding */ FOREIGN),
/* harmony export */   pk: () => (/* binding */ malformedResponse),
/* harmony export */   rs: () => (/* binding */ urlOf),
/* harmony export */   x6: () => (/* binding */ networkError),
/* harmony export */   yj: () => (/* binding */ errorResponse)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(67217);
/* harmony import */ var _rate_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(16986);



/** A failed request: the status and the service's own code, so that a provider can decide from them. */
class HttpFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError {
    status;
    body;
    malformed;
    name = 'HttpFailure';
    constructor(code, message, details, 
    /** Undefined if there was no response. */
    status, 
    /** The parsed body of the failure, if it was JSON. */
    body, 
    /** True if the body was not JSON: an error page, or truncated. */
    malformed = false) {
        super(code, message, details);
        this.status = status;
        this.body = body;
        this.malformed = malformed;
    }
}
/** The failure of one attempt, which may be repeated. */
class AttemptError extends Error {
    failure;
    hopeMs;
    /** @param hopeMs milliseconds since the first attempt after which a repetition cannot be expected to help */
    constructor(failure, hopeMs = Number.POSITIVE_INFINITY) {
        super(failure.message);
        this.failure = failure;
        this.hopeMs = hopeMs;
    }
}
/**
 * For a host that refuses connections, or sends a page with a good status: it may be starting, but a wrong address and a sign-in
 * page stay.
 */
const WRONG_PLACE_MS = 20_000;
/** The connection broke or timed out, or the body was truncated. The server may have executed the request. */
const NO_RESPONSE = undefined;
/** Stands for a body in another format than that of the service. */
const FOREIGN = Symbol('foreign');
/** No response came: why, what to do, and for how long to hope. */
function networkError({ service, what }, details, timedOut) {
    const { cause: error, unwritten } = details;
    // The message of fetch is only "fetch failed"; its cause has the reason.
    const cause = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error.cause) ? error.cause : error;
    const why = !timedOut ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause) : unwritten === true ? 'no connection in time' : 'no response in time';
    const message = `${service} could not be reached to ${what}: ${why}`;
    const { remedy, hopeMs } = timedOut ? {} : prospect(cause);
    return new AttemptError(new HttpFailure('api-unavailable', message, { ...details, remedy }, NO_RESPONSE, undefined), hopeMs);
}
/** What to do about a broken connection, and for how long to hope; empty: it may come back at any time. */
function prospect(cause) {
    const code = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(cause) && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (UNTRUSTED.test(code)) {
        const remedy = 'If the certificate is right, name the file of its authority in NODE_EXTRA_CA_CERTS. Else check the address.';
        return { remedy, hopeMs: 0 };
    }
    const address = 'Check the address, and that this machine may connect to it.';
    if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause) === 'bad port')
        return { remedy: address, hopeMs: 0 };
    return code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? { remedy: address, hopeMs: WRONG_PLACE_MS } : {};
}
/** Codes of OpenSSL and Node for a certificate that cannot be verified. */
const UNTRUSTED = /^(CERT_|UNABLE_TO_(GET|VERIFY|DECRYPT)|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT|INVALID_CA|INVALID_PURPOSE)/;
/** A response that is not what the service documents. */
function malformedResponse(request, response, problem, { broken, page }) {
    const message = `${request.service} sent an unexpected response to "${request.what}": ${problem}${requestId(response)}`;
    const remedy = page
        ? `Check the address of ${request.service}, and whether a proxy or a sign-in page is in between.`
        : undefined;
    // A body that is not JSON may be a proxy's error page or truncated: a retry may help. It does not help a wrong shape.
    return new HttpFailure('api-unexpected-answer', message, { resource: request.resource, remedy }, response.status, undefined, broken);
}
/** The service refused or failed: its own words, a code, and what to do. */
function errorResponse(settings, request, response, body) {
    const reason = settings.masker.redact(serviceMessage(body)).slice(0, 300);
    const limited = (0,_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .isLimited */ .lU)(response) || (body !== FOREIGN && request.isThrottled?.(body) === true);
    const end = limited ? (0,_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .limitEnd */ .fr)(settings.clock, response) : undefined;
    const until = end === undefined ? '' : `. The limit ends at ${end}`;
    const message = `${request.service} responded ${response.status} to "${request.what}"${reason ? `: ${reason}` : ''}${requestId(response)}${until}`;
    const code = limited ? 'api-rate-limited' : codeOf(response.status);
    const remedy = code === 'api-forbidden'
        ? `Grant the credential this permission: ${request.permission ?? `to ${request.what}`}.`
        : code === 'api-unauthorized'
            ? `Replace ${request.credential ?? 'the credential'} of ${request.service}.`
            : redirectRemedy(settings, request, response);
    const details = { resource: request.resource, remedy, retryAfterMs: (0,_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfterMs */ .Vs)(settings.clock, request, response) };
    return new HttpFailure(code, message, details, response.status, body === FOREIGN ? undefined : body, 
    // Its code decides what the refusal means, so one that was cut short is read once more.
    body === FOREIGN && request.decode !== undefined);
}
/** A redirect is not followed: it would send the credential to another place. Undefined if the response is none. */
function redirectRemedy({ masker }, request, response) {
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null)
        return undefined;
    const base = urlOf(request).href;
    const host = URL.canParse(location, base) ? masker.redact(new URL(location, base).host) : 'another address';
    return `It redirects to ${host}, and Rewind follows no redirect. Check the address of ${request.service}, and whether a proxy or a sign-in page is in between.`;
}
function codeOf(status) {
    if (status === 401)
        return 'api-unauthorized';
    if (status === 403)
        return 'api-forbidden';
    if (status === 404 || status === 410)
        return 'api-not-found';
    if (status === 409 || status === 412)
        return 'api-conflict';
    return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}
/** Services put the id of the request into one of these headers; their support needs it. */
function requestId(response) {
    const names = ['x-vercel-id', 'request-id', 'x-request-id', 'x-amzn-requestid', 'x-github-request-id'];
    const id = names.map((name) => response.headers.get(name)).find((value) => value !== null);
    return id === undefined ? '' : ` (request ${id})`;
}
/** The message in the error body, in the forms of our services. */
function serviceMessage(body) {
    if (typeof body !== 'object' || body === null)
        return '';
    const record = body;
    if (typeof record.error === 'object' && record.error !== null)
        return serviceMessage(record.error);
    const parts = [record.code, record.message, record.error, record.detail].filter((part) => typeof part === 'string' && part !== '');
    return parts.join(': ');
}
/** The address with the query of a request. */
function urlOf(request) {
    const url = new URL(request.url);
    for (const [key, value] of Object.entries(request.query ?? {})) {
        if (value !== undefined)
            url.searchParams.set(key, String(value));
    }
    return url;
}


/***/ }),

/***/ 10166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ cutMarkdown),
/* harmony export */   e: () => (/* binding */ bytes)
/* harmony export */ });
/** Size in bytes of UTF-8. */
const bytes = (text) => Buffer.byteLength(text);
/**
 * Markdown of our own that is too long, cut after a whole line. What is open at the cut (`<details>`, a code block) is
 * closed, so that the notice beneath is seen, and outside text stays inert. The notice says how much is left out.
 */
function cutMarkdown(markdown, { most, rest, size = (text) => text.length }) {
    if (size(markdown) <= most)
        return markdown;
    const lines = markdown.trimEnd().split('\n');
    const notice = (left) => `\n\n⚠️ ${left === 1 ? 'The last line' : `The last ${left}`} of ${lines.length} ${left === 1 ? 'is left out: it does' : 'lines are left out: they do'} not fit here. ${rest}\n`;
    const longest = size(notice(lines.length));
    let [used, kept, closing] = [0, 0, ''];
    let open = { fence: null, details: 0 };
    for (const [index, line] of lines.entries()) {
        open = after(open, line);
        used += size(`${line}\n`);
        if (used > most)
            break;
        const end = closingOf(open);
        if (used + size(end) + longest <= most)
            [kept, closing] = [index + 1, end];
    }
    return `${lines.slice(0, kept).join('\n')}${closing}${notice(lines.length - kept)}`.trimStart();
}
function after({ fence, details }, line) {
    if (fence !== null)
        return { fence: line.trimEnd() === fence ? null : fence, details };
    const [, begun = null] = /^(`{3,})/.exec(line) ?? [];
    const opened = line.startsWith('<details') ? 1 : 0;
    const closed = line.endsWith('</details>') ? 1 : 0;
    return { fence: begun, details: Math.max(0, details + opened - closed) };
}
const closingOf = ({ fence, details }) => `${fence === null ? '' : `\n${fence}`}${'\n\n</details>'.repeat(details)}`;


/***/ }),

/***/ 36447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   O7: () => (/* binding */ tableOfMarkup),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   Vg: () => (/* binding */ remark),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vd: () => (/* binding */ foldedTable),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(78101);

/** A Markdown table; cells may hold any text, and it stays text. */
function table(head, rows) {
    return tableOfMarkup(head.map(escapeText), rows.map((cells) => cells.map(escapeText)));
}
/** A Markdown table whose cells are Markdown of our own. */
function tableOfMarkup(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
/** Text from outside inside a line. */
const lineOf = (text) => escapeText((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)([text]));
/** A table cell: no line breaks, no pipes. */
function cell(text) {
    return joined(text, ' ⏎ ').replaceAll('|', '\\|') || ' ';
}
/** The lines of a text in one. */
function joined(text, between) {
    const lines = text.split(/[\n\u2028\u2029]/);
    if (lines.length === 1)
        return text;
    const trimmed = lines.map((line) => line.trim());
    return trimmed.filter((line) => line !== '').join(between);
}
/** A part that opens with a click. @param summary words of our own; Markdown in them stays as it is. @param body Markdown of our own */
const details = (summary, body) => `<details><summary>${escapeHtml(summary)}</summary>\n\n${body}\n\n</details>`;
/** A table whose first rows are seen and whose others are folded: nothing is left out. */
function foldedTable(head, rows, seen) {
    const rest = rows.slice(seen);
    const first = table(head, rows.slice(0, seen));
    return rest.length === 0
        ? first
        : `${first}\n\n${details(`${rest.length} more, of ${rows.length}`, table(head, rest))}`;
}
/** Escapes text for HTML. */
function escapeHtml(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** Breaks a pattern that GitHub looks for in the finished text, where a backslash is gone already. */
const BREAK = '\u200b';
/**
 * Makes text from outside inert in Markdown: no HTML, emphasis, code, link, image, heading or list; nobody is mentioned,
 * no issue is referred to. Bare addresses stay links.
 */
function escapeText(text) {
    // Other ampersands stay: in a bare address GitHub reads no entity.
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(/&(?=#?\w+;)/g, '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\\`*[\]!~$]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        .replace(/^([^\S\n]*)([#+=-])/gm, '$1\\$2')
        .replace(/^([^\S\n]*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
        .replace(/@(?=[\p{L}\p{N}])/gu, `@${BREAK}`)
        .replace(/(#|GH-)(?=\d)/gi, `$1${BREAK}`);
}
/**
 * What a person wrote, after words of ours: in their line, or as a quotation if it has several lines. No line of it looks like
 * one of ours then, and nothing of it is lost.
 * @param indent of the list item that it belongs to
 */
function remark(text, indent = '') {
    const lines = text.trim().split(/\r\n|[\n\r\u2028\u2029]/);
    if (lines.length === 1)
        return ` ${escapeText(text)}`;
    const quoted = lines.map((line) => `${indent}> ${escapeText(line).replaceAll('|', '\\|')}`.trimEnd());
    return `\n\n${quoted.join('\n')}`;
}
/** A block of text from outside. The fence is longer than any in the text. */
function codeBlock(language, text) {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)}\n${fence}`;
}
/** Text from outside as code: nothing in it counts as markup. The fence is longer than any in the text. */
function codeSpan(text) {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    const pad = text.startsWith('`') || text.endsWith('`') || text.trim() === '' ? ' ' : '';
    return `${fence}${pad}${joined((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text), ' ')}${pad}${fence}`;
}


/***/ }),

/***/ 8846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ createMasker)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(36447);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(78101);


const MIN_LENGTH = 4;
/** Strings inside a JSON secret from this length on are secrets of their own, e.g. the key in a service account. */
const MIN_JSON_LEAF = 16;
/** Settings, not secrets, and words of our own output: a plan without "production" and "true" cannot be read. */
const PLAIN_WORDS = [
    ...['true', 'false', 'null', 'none', 'undefined', 'enabled', 'disabled'],
    ...['production', 'preview', 'development', 'staging', 'test', 'local', 'localhost', 'main', 'master'],
    ...['debug', 'info', 'warn', 'warning', 'error'],
];
/**
 * Redacts every registered secret in each form in which it may leak: unchanged, line by line, URL-encoded, as a JSON
 * string, escaped for HTML and Markdown, and base64 at each of the three alignments, so that a longer encoded text does not
 * hide it.
 *
 * A short secret or a single word may also be a part of our own words, numbers and digests. It is redacted as a whole word
 * only, and not announced: the runner would mask it inside of every other word, and drop outputs. See
 * docs/adr/0026-what-is-masked.md.
 *
 * @param announce called with each other form, e.g. `core.setSecret`, so that the runner masks the output of other programs
 */
function createMasker(announce = () => undefined) {
    const plain = new Set(PLAIN_WORDS);
    const anywhere = new Set();
    const words = new Set();
    // A token is added again before each request. Its forms are made once.
    const added = new Set();
    let longestFirst = [];
    let wholeWords;
    const isMasked = (form) => form.length >= MIN_LENGTH && !plain.has(form.toLowerCase());
    const update = () => {
        // A secret that contains another must be replaced completely.
        longestFirst = byLength(anywhere);
        wholeWords = words.size === 0 ? undefined : wordsPattern(byLength(words));
    };
    return {
        add(secret) {
            if (!isMasked(secret) || added.has(secret))
                return;
            added.add(secret);
            const before = anywhere.size + words.size;
            for (const form of [secret, ...credentialsIn(secret)].flatMap(base64Forms))
                anywhere.add(form);
            for (const form of clearForms(secret).filter(isMasked))
                (isWord(form) ? words : anywhere).add(form);
            if (anywhere.size + words.size === before)
                return;
            for (const form of [...anywhere].slice(longestFirst.length))
                announce(form);
            update();
        },
        allow(names) {
            for (const name of names) {
                plain.add(name.toLowerCase());
                for (const form of words)
                    if (form.toLowerCase() === name.toLowerCase())
                        words.delete(form);
            }
            update();
        },
        redact(text) {
            const rest = longestFirst.reduce((result, form) => result.replaceAll(form, '***'), text);
            return wholeWords === undefined ? rest : rest.replace(wholeWords, '***');
        },
        spoils: (text) => longestFirst.some((form) => text.includes(form)),
    };
}
const byLength = (forms) => [...forms].sort((a, b) => b.length - a.length);
/** It may stand in our own output by chance, or inside of a longer word, number or digest. */
const isWord = (form) => form.length < 8 || (form.length < 16 && /^(\p{L}+|\d+)$/u.test(form));
/** What begins after an escape of JSON or of a URL is the beginning of a word, too. */
const WORD_BEGINS = String.raw `(?<=^|[^\p{L}\p{N}]|\\[bfnrt]|%[\dA-Fa-f]{2})`;
function wordsPattern(forms) {
    const whole = forms.map((form) => {
        const begin = /^[\p{L}\p{N}]/u.test(form) ? WORD_BEGINS : '';
        const end = /[\p{L}\p{N}]$/u.test(form) ? String.raw `(?![\p{L}\p{N}])` : '';
        return begin + form.replace(/[$()*+./?[\\\]^{|}]/g, String.raw `\$&`) + end;
    });
    return new RegExp(whole.join('|'), 'gu');
}
function clearForms(secret) {
    // Logs print a multi-line secret (a key file) line by line.
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
    const whole = [secret, ...lines, ...jsonLeaves(secret), ...credentialsIn(secret)];
    return whole.flatMap((form) => [form, urlEncoded(form), JSON.stringify(form).slice(1, -1), ...inDocuments(form)]);
}
/** In the HTML report, and in Markdown, where an escape also depends on the neighbours. A table cell escapes its pipes. */
function inDocuments(form) {
    const markup = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(form);
    const attribute = markup.replaceAll('"', '&quot;').replaceAll("'", '&#39;');
    const text = [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(form),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(`x${form}x`).slice(1, -1),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(`x${form}`).slice(1),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(`${form}x`).slice(0, -1),
    ];
    return [attribute, ...[form, markup, ...text].flatMap((one) => [one, one.replaceAll('|', '\\|')])];
}
/** encodeURIComponent throws on half of a surrogate pair, which a JSON document can hold. */
const urlEncoded = (form) => encodeURIComponent(Buffer.from(form).toString());
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
/** The credentials inside a URL: they leak without the rest of it. */
function credentialsIn(secret) {
    if (!secret.includes('://') || !URL.canParse(secret))
        return [];
    const { password, searchParams } = new URL(secret);
    const given = [...searchParams]
        .filter(([name]) => /token|key|secret|passw|sig/i.test(name))
        .map(([, value]) => value);
    return [(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .uriDecoded */ .BG)(password), ...given].filter((value) => value !== '');
}
/** The long strings inside a JSON document. */
function jsonLeaves(secret) {
    if (!/^\s*[[{]/.test(secret))
        return [];
    const leaves = [];
    try {
        JSON.parse(secret, (_key, value) => {
            if (typeof value === 'string' && value.length >= MIN_JSON_LEAF)
                leaves.push(value, ...value.split(/[\r\n]+/));
            return value;
        });
    }
    catch {
        return [];
    }
    return leaves;
}


/***/ }),

/***/ 83997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ age),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   mf: () => (/* binding */ createProgress),
/* harmony export */   sO: () => (/* binding */ DAY_MS),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(78101);

const EVERY_MS = 2_000;
/** One day in milliseconds. */
const DAY_MS = 24 * 60 * 60 * 1000;
/** Logs at most every two seconds: amount, total, rate, time left. */
function createProgress({ what, unit, clock, log }) {
    const start = clock.monotonic();
    let shown = start;
    let last = 0;
    const rateOf = (done) => done / Math.max(0.001, (clock.monotonic() - start) / 1000);
    return {
        update(done, total) {
            last = done;
            const now = clock.monotonic();
            if (now - shown < EVERY_MS)
                return;
            shown = now;
            const rate = rateOf(done);
            const of = total == null ? '' : ` of ${amount(total, unit)} (${((100 * done) / Math.max(1, total)).toFixed(0)} %)`;
            const left = total == null || rate === 0 ? '' : `, about ${seconds((total - done) / rate)} left`;
            log.info(`${what}: ${amount(done, unit)}${of}, ${amount(rate, unit)}/s${left}`);
        },
        end(note) {
            const took = seconds((clock.monotonic() - start) / 1000);
            const much = last === 0 ? '' : `: ${amount(last, unit)} in ${took}, ${amount(rateOf(last), unit)}/s`;
            log.info(`${what} done${much === '' ? ` in ${took}` : much}${note ? ` (${note})` : ''}`);
        },
    };
}
/** "12.3 MB", "1,204 rows". */
function amount(value, unit) {
    if (unit !== 'bytes')
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.round(value), unit === 'rows' ? 'row' : 'item');
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let size = value;
    let index = 0;
    while (size >= 1000 && index < units.length - 1) {
        size /= 1000;
        index += 1;
    }
    return `${index === 0 ? Math.round(size) : size.toFixed(1)} ${units[index] ?? 'TB'}`;
}
/** "4 min", "3 h", "12 days": how long ago, rounded down. */
function age(ms) {
    const minutes = Math.max(0, Math.floor(ms / 60_000));
    if (minutes < 1)
        return 'less than 1 min';
    if (minutes < 120)
        return `${minutes} min`;
    if (minutes < 48 * 60)
        return `${Math.floor(minutes / 60)} h`;
    return `${Math.floor(minutes / 1440)} days`;
}
/** "0.4 s", "12 s", "3 min 20 s". */
function seconds(value) {
    if (value < 10)
        return `${Math.max(0, value).toFixed(1)} s`;
    // Rounded first: 119.7 s are 2 min 0 s, not 1 min 60 s.
    const whole = Math.round(value);
    if (whole < 90)
        return `${whole} s`;
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}


/***/ }),

/***/ 16986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ retryAfterIn),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   fr: () => (/* binding */ limitEnd),
/* harmony export */   lU: () => (/* binding */ isLimited)
/* harmony export */ });
/** GitHub limits requests with 403 too. Such an answer says nothing about permissions. */
const isLimited = ({ status, headers }) => status === 429 || (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));
/** Milliseconds from Retry-After (seconds or a date), else from the time at which the limit ends. */
function retryAfterMs(clock, request, response) {
    if (!isLimited(response) && response.status !== 503)
        return undefined;
    const now = clock.now();
    const wait = retryAfterIn(response.headers.get('retry-after'), now);
    if (wait !== undefined)
        return wait;
    const reset = resetOf(response);
    if (!isLimited(response) || !Number.isFinite(reset))
        return undefined;
    const left = Math.max(0, resetMs(reset) - now.getTime());
    return Math.min(left, request.longestResetMs ?? left);
}
const resetOf = ({ headers }) => Number(headers.get('x-ratelimit-reset') ?? headers.get('x-sentry-rate-limit-reset') ?? Number.NaN);
/** Most services send seconds since 1970, LaunchDarkly milliseconds. */
const resetMs = (reset) => (reset > 1e11 ? reset : reset * 1000);
/** Shorter waits are over before a person acts. A longer time than a day is no time of day. */
const TOLD_MS = { least: 10_000, most: 86_400_000 };
/** When a limit ends, as the service says it and for people; undefined if it does not, or if it ends at once. */
function limitEnd(clock, response) {
    const now = clock.now();
    const asked = retryAfterIn(response.headers.get('retry-after'), now);
    const reset = resetOf(response);
    const left = asked ?? (Number.isFinite(reset) ? resetMs(reset) - now.getTime() : Number.NaN);
    if (!(left >= TOLD_MS.least && left <= TOLD_MS.most))
        return undefined;
    return `${new Date(now.getTime() + left).toISOString().slice(0, 19)}Z`;
}
/** Milliseconds that the header Retry-After asks for (seconds or a date); undefined: it does not say. Pure. */
function retryAfterIn(header, now) {
    if (header === null || header === undefined || header.trim() === '')
        return undefined;
    const seconds = Number(header);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
    return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}


/***/ }),

/***/ 21954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ scratchFolder),
/* harmony export */   F: () => (/* binding */ scratchPrefix)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(57975);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(36362);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(67217);






/**
 * The beginning of the name of a temporary directory of a process. The next run removes it if the process is dead. The name
 * says whose it is: processes of another host or container may share the directory, and their ids say nothing here.
 */
const scratchPrefix = (pid = process.pid) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `rewind-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(`${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()} ${pidNamespace()}`).slice(0, 8)}-${pid}-`);
function pidNamespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return '';
    }
}
/** Removes the directories, with the password files in them, of runs that were killed (SIGKILL, out of memory). */
function sweep() {
    const [folder, own] = [(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(scratchPrefix(0)).slice(0, -'0-'.length)];
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) {
        const pid = name.startsWith(own) ? /^(\d+)-/.exec(name.slice(own.length))?.[1] : undefined;
        if (pid === undefined || isAlive(Number(pid)))
            continue;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), { recursive: true, force: true });
        }
        catch {
            // Of another user.
        }
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return !(node_util__WEBPACK_IMPORTED_MODULE_3__.types.isNativeError(error) && 'code' in error && error.code === 'ESRCH');
    }
}
/**
 * A new directory (0700) for the files of this run. Removes those of dead runs.
 * @throws RewindError input-invalid
 */
function scratchFolder() {
    try {
        sweep();
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(scratchPrefix());
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', `No temporary directory: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error)}`, {
            remedy: 'Set TMPDIR to a directory that this user can write.',
            cause: error,
        });
    }
}


/***/ }),

/***/ 26751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as one would type it in a shell. */
const shellWord = (word) => /^[\w.,@%+=:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;


/***/ }),

/***/ 74898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** "; did you mean X?" if a known word differs in few letters; else ''. */
function didYouMean(word, known, prefix = '') {
    const best = nearest(word, known);
    return best === undefined ? '' : `; did you mean ${prefix}${best}?`;
}
/** The known word that differs in the fewest letters, if they are few. */
function nearest(word, known) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    return known
        .map((name) => ({ name, distance: editDistance(word.toLowerCase(), name) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance)[0]?.name;
}
/** Levenshtein: how many letters must be added, removed or replaced. */
function editDistance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [i, letter] of from.split('').entries()) {
        const next = [i + 1];
        for (let j = 0; j < to.length; j++) {
            const replaced = (row[j] ?? 0) + (letter === to[j] ? 0 : 1);
            next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? 0;
}


/***/ }),

/***/ 78101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ uriDecoded),
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   gu: () => (/* binding */ indented),
/* harmony export */   hC: () => (/* binding */ sentences)
/* harmony export */ });
/** Longer lines are cut: nobody reads them, and a service may send any length. */
const LONGEST_LINE = 20_000;
/** Control characters except tab and line feed, and changes of the writing direction. */
const CONTROL = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** Control characters (ANSI sequences and changes of the writing direction included) as visible characters. Lines stay. */
const visible = (text) => text.replaceAll('\r\n', '\n').replace(CONTROL, '\ufffd');
const NEWLINE = /\r\n|[\n\u2028\u2029]/g;
/** A name or a text from outside inside a line of our own. */
function oneLine(text) {
    const line = text.replace(NEWLINE, ' ⏎ ');
    return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)}… (${line.length} characters)`;
}
/** A text for a terminal, of lines that may hold names from outside. */
const textOf = (lines) => lines.map(oneLine).join('\n');
/** A text of several lines in which no line but the first looks like one of our own. */
const indented = (text) => text.replace(NEWLINE, '\n    ');
/** The first characters of a longer text, with "…" as the last one. A character of two code units stays whole. */
function cutText(text, most) {
    if (text.length <= most)
        return text;
    return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
/** "1 row", "1,204 rows"; with `many` for a word, or a part of a sentence, that takes no "s". */
const plural = (count, one, many = `${one}s`) => `${count < 1000 ? count : count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
/** Sentences on one line. What a service answered has no full stop: one is put before the next sentence. */
const sentences = (...parts) => parts
    .filter((part) => part !== '')
    .map((part, index, all) => (index === all.length - 1 || /[.!?:]$/.test(part) ? part : `${part}.`))
    .join(' ');
/**
 * The order of a sort by code units: the same on every machine. `localeCompare` orders by the language of the machine, and its
 * first call costs 10 ms.
 */
const inOrder = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** The text without percent codes. A wrong code is taken literally. */
function uriDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 29984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** Version of Rewind, generated from package.json. */
const VERSION = '0.1.0';


/***/ }),

/***/ 32225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J0: () => (/* binding */ namedIssueError),
/* harmony export */   _Y: () => (/* binding */ parseIssueRef),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(67217);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(72201);


/** A number, or a URL, also that of a comment. @returns undefined if the text names no issue */
function parseIssueRef(text) {
    const [, repository = null, number] = /^(?:#|https:\/\/[^/\s]+\/([^/\s]+\/[^/\s]+)\/(?:issues|pull)\/)?([1-9]\d{0,8})(?:[/?#]\S*)?$/.exec(text) ?? [];
    return number === undefined ? undefined : { number: Number(number), repository };
}
/** @throws RewindError input-invalid for an issue of another repository: its number names another issue here */
function numberOf({ repository: own }, { number, repository }) {
    if (repository === null || repository.toLowerCase() === own.toLowerCase())
        return number;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `Issue #${number} of ${repository} does not belong to this repository, ${own}.`);
}
/**
 * What to throw in place of an error of a request about an issue that a person named. GitHub answers 404 for an issue that
 * does not exist or that the token may not read, 410 for one that was deleted or a repository without issues, 301 for one
 * that was transferred, and 403 to a comment in one that is locked.
 */
function namedIssueError(error, { repository }, issue) {
    if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR))
        return error;
    if (error.status === 301) {
        return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-not-found', `Issue #${issue} was moved out of ${repository}.`, {
            remedy: `Name an issue of ${repository} as "incident" (its number or its URL), or leave the input empty.`,
            cause: error,
        });
    }
    if (error.status === 403 && /\bissue is locked\b/i.test((0,_runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceMessage */ .XK)(error.body))) {
        const remedy = `Unlock the conversation of #${issue}, or name another issue as "incident".`;
        return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-rejected', `Issue #${issue} of ${repository} is locked.`, { remedy, cause: error });
    }
    if (error.status !== 404 && error.status !== 410)
        return error;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-not-found', `${repository} has no issue #${issue} that this token can read.`, {
        remedy: `Name an issue of ${repository} as "incident" (its number or its URL), or leave the input empty. If #${issue} exists, give the job "issues: write".`,
        cause: error,
    });
}


/***/ }),

/***/ 30233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H_: () => (/* binding */ loadActionsGitHub),
/* harmony export */   Kd: () => (/* binding */ pullRequestNumber),
/* harmony export */   ZP: () => (/* binding */ workflowPage),
/* harmony export */   hO: () => (/* binding */ readWorkflowRun)
/* harmony export */ });
/**
 * Reads the runner's variables (GitHub Docs, "Variables reference"). Every command calls it, so it loads no package.
 * @returns null outside of Actions
 */
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
    };
}
/**
 * Loads GitHub's package, which reads the event of the run (GITHUB_EVENT_PATH).
 * @throws RewindError input-invalid if the event is not JSON, e.g. because the disk of the runner was full
 */
async function loadActionsGitHub() {
    try {
        return await Promise.all(/* import() */[__nccwpck_require__.e(4119), __nccwpck_require__.e(4794)]).then(__nccwpck_require__.bind(__nccwpck_require__, 92413));
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const { RewindError } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 67217));
        throw new RewindError('input-invalid', 'The file of the event that started this run (GITHUB_EVENT_PATH) is not JSON.', {
            remedy: 'Check whether the disk of the runner is full. Then run the job again.',
            cause: error,
        });
    }
}
/** Number of the pull request that started the run, from the event's payload; null for other events. */
async function pullRequestNumber() {
    const { context } = await loadActionsGitHub();
    const payload = context.payload;
    return payload?.pull_request?.number ?? null;
}
/**
 * The page where a person starts a workflow of this repository. GITHUB_REPOSITORY and GITHUB_SERVER_URL come from the
 * environment, as Actions sets them.
 * @param workflow file name
 * @returns null if the repository is unknown
 */
function workflowPage(env, workflow) {
    const repository = env.text('GITHUB_REPOSITORY');
    if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return null;
    return `${env.url('GITHUB_SERVER_URL', 'https://github.com')}/${repository}/actions/workflows/${workflow}`;
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
/******/ 		id: moduleId,
/******/ 		loaded: false,
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
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
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
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
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
/******/ 		8792: 0
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
/******/ var __webpack_exports__ = __nccwpck_require__(80342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
