export const id = 3949;
export const ids = [3949];
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

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4346);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3021);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9859);




/** Lists a damaged snapshot as damaged, and continues. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'list',
    summary: 'List the snapshots of the environment, newest first.',
    flags: {},
    examples: ['list', 'list --json'],
    async run(session) {
        const { store, config } = await session.open();
        const ids = (await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .listSnapshotIds */ .DB)(store, config.environment)).reverse();
        const rows = await Promise.all(ids.map(async (id) => {
            try {
                return [id, ...summaryOf(await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(store, config.environment, id))];
            }
            catch (error) {
                return [id, 'damaged', '-', (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error).message];
            }
        }));
        return {
            exit: 0,
            json: {
                environment: config.environment,
                snapshots: rows.map(([id = '', reason = '', commit = '', resources = '']) => ({
                    id,
                    reason,
                    commit,
                    resources,
                })),
            },
            text: rows.length === 0
                ? `"${config.environment}" has no snapshots yet.`
                : rows.map((row) => row.join('  ')).join('\n'),
            summary: `## Snapshots of \`${config.environment}\`\n\n${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Id', 'Reason', 'Commit', 'Resources'], rows)}\n`,
        };
    },
}));
function summaryOf(manifest) {
    return [manifest.reason, manifest.commit?.slice(0, 12) ?? '-', manifest.resources.map(({ id }) => id).join(',')];
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export tableOfMarkup */
/** A Markdown table; cells may hold any text, and it stays text. */
function table(head, rows) {
    return tableOfMarkup(head.map(escapeText), rows.map((cells) => cells.map(escapeText)));
}
/** A Markdown table whose cells are Markdown of our own. */
function tableOfMarkup(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
/** A table cell: no line breaks, no pipes. */
function cell(text) {
    return text.replace(/\s*\n\s*/g, ' ⏎ ').replaceAll('|', '\\|') || ' ';
}
/** Escapes text for HTML. */
function escapeHtml(text) {
    return text
        .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd') // changes of the writing direction
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
/** Breaks a pattern that GitHub looks for in the finished text, where a backslash is gone already. */
const BREAK = '\u200b';
/**
 * Makes text from outside inert in Markdown: no HTML, emphasis, code, link, image, heading or list; nobody is mentioned,
 * no issue is referred to. Bare addresses stay links.
 */
function escapeText(text) {
    return escapeHtml(text)
        .replace(/[\\`*[\]!~$]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        .replace(/^(\s*)([#+=-]|\d+[.)])/gm, '$1\\$2')
        .replace(/@(?=[\p{L}\p{N}])/gu, `@${BREAK}`)
        .replace(/(#|GH-)(?=\d)/gi, `$1${BREAK}`);
}
/** Text from outside as code: nothing in it counts as markup. The fence is longer than any in the text. */
function codeSpan(text) {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    const pad = text.startsWith('`') || text.endsWith('`') || text.trim() === '' ? ' ' : '';
    return `${fence}${pad}${text.replace(/\s*\n\s*/g, ' ')}${pad}${fence}`;
}


/***/ })

};
