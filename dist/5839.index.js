export const id = 5839;
export const ids = [5839,83];
export const modules = {

/***/ 90083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   callerLabel: () => (/* binding */ callerLabel),
/* harmony export */   configDigest: () => (/* binding */ configDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53916);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);



/**
 * Names the environment and the configuration, as a part of artifact names: two callers in one run must not overwrite the
 * plan or the report of each other.
 * @returns the environment; for another file than the default one, with a digest of its path
 */
function callerLabel(environment, config) {
    const digest = configDigest(config);
    return digest === null ? environment : `${environment}-${digest}`;
}
/** 8 digits that stand for the path of a configuration file; null for the default one. */
function configDigest(config) {
    const path = (0,node_path_posix__WEBPACK_IMPORTED_MODULE_1__.normalize)(config);
    if (path === _flags_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMON_FLAGS */ .gd.config.absent)
        return null;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(path).digest('hex').slice(0, 8);
}


/***/ }),

/***/ 75860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./lib/config/read-text.js
var read_text = __webpack_require__(14142);
// EXTERNAL MODULE: ./lib/readiness/configuration.js + 4 modules
var configuration = __webpack_require__(52727);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
;// CONCATENATED MODULE: ./lib/report/readiness.js


const ORDER = { error: 0, warning: 1, info: 2 };
/** One text for the summary of the job and for the comment in the pull request. @param of environment and configuration */
function readinessMarkdown(ready, headline, findings, of) {
    const rows = [...findings]
        .sort((a, b) => ORDER[a.level] - ORDER[b.level])
        .map(({ level, resource, file, line, message, remedy, code }) => [
        `${report_findings/* ICON */.kb[level]} ${code}`,
        file === undefined ? resource : `${file}${line === undefined ? '' : `:${line}`}`,
        message,
        remedy ?? '',
    ]);
    return [
        `## ${ready ? '✅' : '❌'} Rollback readiness: ${of.map(markdown/* codeSpan */.SS).join(', ')}`,
        `**${(0,markdown/* escapeText */.X1)(headline)}**`,
        rows.length === 0 ? 'No findings.' : (0,markdown/* table */.tp)(['', 'Where', 'What', 'What to do'], rows),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/comments.js
var comments = __webpack_require__(706);
// EXTERNAL MODULE: ./lib/services/github/workflow-run.js
var workflow_run = __webpack_require__(30233);
// EXTERNAL MODULE: ./lib/cli/caller.js
var caller = __webpack_require__(90083);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
;// CONCATENATED MODULE: ./lib/commands/readiness/publish.js







/** Annotates the line; the runner shows it in the pull request. On a command line the result names file and line. */
function annotate({ run, context: { log } }, { level, message, remedy, file, line, column, code }) {
    if (file === undefined || run === null)
        return;
    const text = (0,runtime_text/* sentences */.hC)(message, remedy ?? '');
    const at = { file, line, column, title: code };
    if (level === 'error')
        log.error(text, at);
    else if (level === 'warning')
        log.warn(text, at);
    else
        log.info(text, at);
}
/** Creates or updates one comment for each configuration. The token of a fork cannot write; then only the summary remains. */
async function comment(session, ctx, markdown) {
    const number = session.run === null ? null : await (0,workflow_run/* pullRequestNumber */.Kd)();
    if (number === null)
        return;
    try {
        const body = session.context.masker.redact((0,command_line/* completeMarkdown */.hD)(session, markdown));
        const digest = (0,caller.configDigest)(session.inputs.config);
        const mark = digest === null ? 'readiness' : `readiness-${digest}`;
        const url = await (0,comments/* upsertComment */.l)((0,client.createGitHub)(ctx), number, mark, body, 'pull-requests: write');
        session.context.log.info(`Comment: ${url}`);
    }
    catch (error) {
        session.context.log.info(`Could not comment in the pull request; see the job summary: ${(0,errors/* asRewindError */.m2)(error).message}`);
    }
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/drill-history.js
var drill_history = __webpack_require__(59418);
// EXTERNAL MODULE: ./lib/probes/inspect.js
var inspect = __webpack_require__(51063);
// EXTERNAL MODULE: ./lib/store/index.js
var lib_store = __webpack_require__(86225);
// EXTERNAL MODULE: ./lib/services/github/pulls.js + 1 modules
var pulls = __webpack_require__(19694);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/readiness/git.js
var git = __webpack_require__(95576);
// EXTERNAL MODULE: ./lib/readiness/freshness.js
var freshness = __webpack_require__(5271);
;// CONCATENATED MODULE: ./lib/readiness/major/changes.js


/** Filters of the repository do not run: a pull request may name them. */
const DIFF = ['diff', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color'];
/** A name is a string in code: `"new-checkout"`. A word alone, such as `banner`, would be found anywhere. */
const QUOTED = /(["'`])([A-Za-z0-9_][A-Za-z0-9._~-]*)\1/g;
/**
 * Why the change of a pull request is major: a sentence; null if it is not.
 * @param base branch or commit
 * @throws RewindError input-invalid, git-history-missing, cancelled
 */
async function whyMajor(ctx, base, { paths, lines }) {
    const from = await (0,git/* forkPoint */.tw)(ctx, base);
    if (paths.length > 0) {
        const globs = paths.map((path) => `:(top,glob)${path}`);
        const { files, first } = await measure(ctx, [from, 'HEAD', '--', ...globs]);
        if (files === 1)
            return `This pull request changes ${first}, which readiness.major-changes names.`;
        if (files > 1)
            return `This pull request changes ${files} files that readiness.major-changes names, such as ${first}.`;
    }
    if (lines === undefined)
        return null;
    const { changed } = await measure(ctx, [from, 'HEAD']);
    return changed < lines
        ? null
        : `This pull request changes ${(0,runtime_text/* plural */.LS)(changed, 'line')}; from ${lines} on (readiness.major-changes) it is a major change.`;
}
/** Git counts no lines of binary files, nor of those that `.gitattributes` marks `-diff`. */
async function measure(ctx, range) {
    let [files, changed, first] = [0, 0, ''];
    await (0,git/* gitLines */.QS)(ctx, [...DIFF, '--numstat', ...range], (line) => {
        const [, added = '0', removed = '0', path = ''] = /^(\d+|-)\t(\d+|-)\t(.*)$/.exec(line) ?? [];
        if (path === '')
            return;
        files += 1;
        changed += (Number(added) || 0) + (Number(removed) || 0);
        if (first === '')
            first = (0,runtime_text/* oneLine */.TN)(path).slice(0, 200);
    });
    return { files, changed, first };
}
/**
 * The keys that stand in quotes in an added line.
 * @param base branch or commit
 * @throws RewindError input-invalid, git-history-missing, cancelled
 */
async function keysInDiff(ctx, base, keys) {
    if (keys.size === 0)
        return [];
    const from = await (0,git/* forkPoint */.tw)(ctx, base);
    const found = new Set();
    await (0,git/* gitLines */.QS)(ctx, [...DIFF, '--unified=0', from, 'HEAD'], (line) => {
        if (!line.startsWith('+'))
            return;
        for (const [, , key = ''] of line.matchAll(QUOTED))
            if (keys.has(key))
                found.add(key);
    });
    return [...found].sort();
}

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
;// CONCATENATED MODULE: ./lib/readiness/major/flags.js

/** Flags of the diff that are named in findings. */
const SHOWN = 5;
const HOW = 'Add the label flag:KEY, or a line "Rewind-Flag: KEY" to the description. If no flag can switch it off, write "Rewind-Flag: none: reason".';
/** Says whether a flag switches a major change off. Pure. */
function flagFindings({ why, named, inDiff, known }, now) {
    const { keys, none, malformed } = named ?? { keys: [], none: null, malformed: [] };
    if (keys.length > 0 || malformed.length > 0) {
        return [...malformed.map(noKey), ...keys.map((key) => stateOf(key, why, known, now))];
    }
    if (none !== null) {
        return [
            {
                level: 'info',
                code: 'major-flag-waived',
                message: `${why} It says that no flag switches it off: ${none}`,
                remedy: 'Decide in the review whether a rollback of the code is enough.',
            },
        ];
    }
    const off = inDiff.filter((key) => known.flags?.get(key) === false);
    const found = (off.length > 0 ? off : inDiff).slice(0, SHOWN);
    if (found.length > 0)
        return found.map((key) => stateOf(key, why, known, now));
    const asked = named === null ? ' Labels and description are unknown here, outside of the check of a pull request.' : '';
    return [
        {
            level: named === null ? 'warning' : 'error',
            code: 'major-flag-missing',
            message: `${why} It names no flag that switches it off.${asked}`,
            remedy: HOW,
        },
    ];
}
const noKey = (text) => ({
    level: 'error',
    code: 'major-flag-missing',
    message: text === 'none'
        ? 'The pull request says that no flag switches it off, without a reason.'
        : `"${text}" in the label or the description is not the key of a flag.`,
    remedy: HOW,
});
function stateOf(key, why, { snapshot, flags }, now) {
    const tell = (level, code, message, remedy) => ({
        level,
        code,
        message,
        ...(remedy === undefined ? {} : { remedy }),
    });
    if (snapshot === null || flags === null) {
        const reason = snapshot === null ? 'there is no snapshot' : `snapshot ${snapshot.id} holds no flags`;
        return tell('warning', 'major-flag-unchecked', `Whether the flag "${key}" exists and is off is unknown: ${reason}.`, 'Configure the flags as a resource and take a snapshot. Until then, look at the flag by hand.');
    }
    const when = `as of snapshot ${snapshot.id}, ${(0,progress/* age */.KW)(now.getTime() - Date.parse(snapshot.createdAt))} ago`;
    const on = flags.get(key);
    if (on === undefined) {
        return tell('error', 'major-flag-unknown', `${why} Its flag "${key}" does not exist, ${when}.`, 'Correct the key. If the flag is newer than the snapshot, run the snapshot workflow, then this check again.');
    }
    return on
        ? tell('error', 'major-flag-on', `${why} Its flag "${key}" is on in production, ${when}: a deploy would show the change to users at once.`, 'Turn the flag off and run the snapshot workflow, or name another flag.')
        : tell('info', 'major-flag-off', `${why} The flag "${key}" switches it off; it is off in production, ${when}.`);
}

;// CONCATENATED MODULE: ./lib/readiness/major/index.js


/**
 * The findings about the flag of a major change; none if the change is not major.
 * @param base branch or commit
 * @param readNamed the flags that the pull request names; null if there is no pull request
 * @throws RewindError input-invalid, git-history-missing, cancelled, and as the reading functions
 */
async function majorFindings(ctx, base, rules, readNamed, readKnown) {
    const why = await whyMajor(ctx, base, rules);
    if (why === null)
        return [];
    const [named, known] = await Promise.all([readNamed(), readKnown()]);
    const silent = named === null || (named.none === null && named.keys.length + named.malformed.length === 0);
    const inDiff = silent ? await keysInDiff(ctx, base, new Set(known.flags?.keys())) : [];
    return flagFindings({ why, named, inDiff, known }, ctx.clock.now());
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/providers/prisma/script.js
var prisma_script = __webpack_require__(93676);
// EXTERNAL MODULE: ./lib/providers/prisma/files.js
var prisma_files = __webpack_require__(86736);
;// CONCATENATED MODULE: ./lib/readiness/migrations/changes.js

/**
 * Compares the checkout with its merge base.
 *
 * @param folder of the migrations, relative to the repository
 * @param base branch or commit
 * @throws RewindError input-invalid, git-history-missing
 */
async function migrationChanges(ctx, folder, base) {
    const from = await (0,git/* forkPoint */.tw)(ctx, base);
    // Relative as in ls-tree: the configuration may lie in a folder of a larger repository.
    const compared = ['diff', '--relative', '--name-status', '--no-renames', '-z'];
    const changed = await (0,git/* git */.$Y)(ctx, [...compared, from, 'HEAD', '--', folder]);
    const present = await (0,git/* git */.$Y)(ctx, ['ls-tree', '-r', '-z', '--name-only', from, '--', `${folder}/`]);
    const fields = changed.split('\0');
    const pairs = fields.flatMap((status, at) => (at % 2 === 0 ? [{ status, path: fields[at + 1] ?? '' }] : []));
    const changedTo = (status, file) => pairs.flatMap((pair) => (pair.status === status ? (migrationOf(folder, pair.path, file) ?? []) : [])).sort();
    const known = present.split('\0').flatMap((path) => migrationOf(folder, path, 'migration.sql') ?? []);
    const [added, edited, removed] = ['A', 'M', 'D'].map((status) => changedTo(status, 'migration.sql'));
    const other = new Set([...(added ?? []), ...(edited ?? []), ...(removed ?? [])]);
    const asItWas = (name) => known.includes(name) && !other.has(name);
    return {
        added: added ?? [],
        edited: edited ?? [],
        removed: removed ?? [],
        downChanged: [...changedTo('A', 'down.sql'), ...changedTo('M', 'down.sql')].filter(asItWas).sort(),
        downRemoved: changedTo('D', 'down.sql').filter((name) => known.includes(name) && !removed?.includes(name)),
        known: known.sort(),
    };
}
/** The name of the migration, if the path is this script of one; else null. */
function migrationOf(folder, path, script) {
    if (!path.startsWith(`${folder}/`))
        return null;
    const [name, file, ...rest] = path.slice(folder.length + 1).split('/');
    return name !== undefined && file === script && rest.length === 0 ? name : null;
}

// EXTERNAL MODULE: ./lib/providers/prisma/losses.js + 1 modules
var losses = __webpack_require__(82543);
// EXTERNAL MODULE: ./lib/providers/prisma/parser.js
var parser = __webpack_require__(44136);
// EXTERNAL MODULE: ./lib/providers/prisma/objects.js
var prisma_objects = __webpack_require__(46183);
;// CONCATENATED MODULE: ./lib/readiness/migrations/effects.js


const effect = (rule, name, offset = 0) => ({ rule, name, offset });
/** Effects of a statement of a migration.sql on the older code and on other sessions. */
function effectsOf(node) {
    if ('AlterTableStmt' in node) {
        const { relation, cmds = [] } = node.AlterTableStmt;
        return cmds.flatMap((cmd) => ('AlterTableCmd' in cmd ? alterEffects(cmd.AlterTableCmd, (0,prisma_objects/* nameOf */.Vb)(relation)) : []));
    }
    if ('DropStmt' in node)
        return dropEffects(node.DropStmt);
    if ('DropdbStmt' in node)
        return [effect('ban-drop-database', node.DropdbStmt.dbname ?? '')];
    if ('DropOwnedStmt' in node)
        return [effect('ban-drop-table', 'Everything that the role owns')];
    if ('RenameStmt' in node) {
        const { renameType, relationType, relation } = node.RenameStmt;
        if (renameType === 'OBJECT_COLUMN' && relationType !== 'OBJECT_INDEX')
            return [effect('renaming-column', (0,prisma_objects/* nameOf */.Vb)(relation))];
        return (0,prisma_objects/* isRelation */.LL)(renameType) ? [effect('renaming-table', (0,prisma_objects/* nameOf */.Vb)(relation))] : [];
    }
    if ('AlterObjectSchemaStmt' in node) {
        const { objectType, relation } = node.AlterObjectSchemaStmt;
        return (0,prisma_objects/* isRelation */.LL)(objectType) ? [effect('renaming-table', (0,prisma_objects/* nameOf */.Vb)(relation))] : [];
    }
    if ('AlterEnumStmt' in node)
        return [effect('migration-enum-value', (0,prisma_objects/* nameIn */.ZC)(node.AlterEnumStmt.typeName))];
    return [...deletedFrom(node).map((name) => effect('migration-deletes-rows', name)), ...lockEffects(node)];
}
function alterEffects({ subtype, def }, name) {
    if (subtype === 'AT_DropColumn')
        return [effect('ban-drop-column', name)];
    if (subtype === 'AT_SetNotNull')
        return [effect('adding-not-nullable-field', name)];
    if (subtype === 'AT_DropNotNull')
        return [effect('ban-drop-not-null', name)];
    // SET DEFAULT and DROP DEFAULT are one subtype; only the former has a value. SET DEFAULT NULL is the same as DROP DEFAULT.
    if (subtype === 'AT_DropIdentity' || (subtype === 'AT_ColumnDefault' && isNull(def)))
        return [effect('migration-drops-default', name)];
    if (subtype === 'AT_EnableRowSecurity' || subtype === 'AT_ForceRowSecurity')
        return [effect('migration-row-security', name)];
    if (subtype !== undefined && REWRITES.has(subtype))
        return [effect('migration-locks-table', name)];
    if (def === undefined)
        return [];
    if (subtype === 'AT_AlterColumnType') {
        return 'ColumnDef' in def ? [effect('changing-column-type', name, def.ColumnDef.location)] : [];
    }
    if (subtype === 'AT_AddColumn')
        return 'ColumnDef' in def ? columnEffects(def.ColumnDef, name) : [];
    if (subtype !== 'AT_AddConstraint' || !('Constraint' in def))
        return [];
    const rule = constraintRule(def.Constraint);
    return rule === null ? [] : [effect(rule, name, def.Constraint.location)];
}
/** No value, or NULL, also behind casts. */
function isNull(value) {
    if (value === undefined)
        return true;
    if ('TypeCast' in value)
        return isNull(value.TypeCast.arg);
    return 'A_Const' in value && value.A_Const.isnull === true;
}
/** PostgreSQL documentation, ALTER TABLE: each of them writes the whole table again under a lock. */
const REWRITES = new Set(['AT_SetLogged', 'AT_SetUnLogged', 'AT_SetAccessMethod', 'AT_SetTableSpace']);
function columnEffects({ constraints = [], typeName, location }, name) {
    const own = constraints.flatMap((entry) => ('Constraint' in entry ? [entry.Constraint] : []));
    const has = (...types) => own.some(({ contype }) => types.includes(contype));
    const isSerial = /^(small|big)?serial[248]?$/.test((0,prisma_objects/* typeNamed */.wo)(typeName));
    const hasDefault = own.some(({ contype, raw_expr: value }) => contype === 'CONSTR_DEFAULT' && !isNull(value));
    const filled = hasDefault || has('CONSTR_IDENTITY', 'CONSTR_GENERATED') || isSerial;
    const required = has('CONSTR_NOTNULL', 'CONSTR_PRIMARY') && !filled;
    return [
        ...(required ? [effect('adding-required-field', name, location)] : []),
        ...(isSerial || own.some(isOfEachRow) ? [effect('adding-field-with-default', name, location)] : []),
        ...own.flatMap((constraint) => {
            // A new column without values is not scanned for its foreign key.
            const rule = constraint.contype === 'CONSTR_FOREIGN' ? null : constraintRule(constraint);
            return rule === null || constraint.contype === 'CONSTR_NOTNULL' ? [] : [effect(rule, name, location)];
        }),
    ];
}
/** Each row gets a value of its own, so PostgreSQL writes the table again. One value for all rows is kept in the catalog. */
function isOfEachRow({ contype, raw_expr: value, generated_kind: kind }) {
    if (contype === 'CONSTR_IDENTITY')
        return true;
    if (contype === 'CONSTR_GENERATED')
        return kind !== 'v';
    return (contype === 'CONSTR_DEFAULT' &&
        [...(0,parser/* nodesIn */.vx)(value, 'FuncCall')].some(({ funcname }) => !SAME_FOR_ALL.test((0,prisma_objects/* partsOf */.CI)(funcname).at(-1) ?? '')));
}
/** Functions of PostgreSQL that are not volatile. Others are taken for volatile: the grammar does not know them. */
const SAME_FOR_ALL = /^(now|(transaction|statement)_timestamp|current_(setting|schema|database)|timezone|date_(trunc|part)|make_\w+|to_(char|date|number|timestamp|jsonb?)|age|lower|upper|concat(_ws)?|format|repeat|md5|length|coalesce|jsonb?_(build_(object|array)|object)|array_(fill|append|cat)|decode|encode|abs|round|floor|ceil)$/;
function constraintRule({ contype, skip_validation: notValid, indexname }) {
    if (contype === 'CONSTR_FOREIGN' || contype === 'CONSTR_CHECK') {
        return notValid === true ? null : 'constraint-missing-not-valid';
    }
    if (contype === 'CONSTR_NOTNULL')
        return notValid === true ? null : 'adding-not-nullable-field';
    if (indexname !== undefined)
        return null;
    if (contype === 'CONSTR_UNIQUE' || contype === 'CONSTR_EXCLUSION')
        return 'disallowed-unique-constraint';
    return contype === 'CONSTR_PRIMARY' ? 'adding-serial-primary-key-field' : null;
}
function dropEffects({ removeType, objects = [], behavior }) {
    const cascade = behavior === 'DROP_CASCADE';
    const names = objects.map((object) => (0,prisma_objects/* qualified */.LX)(...(0,prisma_objects/* droppedParts */.JI)(object)));
    // Without CASCADE, PostgreSQL refuses to drop a schema with tables, or a type that a column has.
    if ((0,prisma_objects/* isRelation */.LL)(removeType) || (removeType === 'OBJECT_SCHEMA' && cascade)) {
        return names.map((name) => effect('ban-drop-table', name));
    }
    const columns = removeType === 'OBJECT_TYPE' || removeType === 'OBJECT_DOMAIN' || removeType === 'OBJECT_EXTENSION';
    return columns && cascade ? names.map((name) => effect('ban-drop-column', name)) : [];
}
/** Tables that lose rows, also in a WITH clause. Ignores the bodies of functions and rules: they do not run now. */
function deletedFrom(node) {
    if ('TruncateStmt' in node)
        return relationsIn(node.TruncateStmt.relations);
    if (!(0,prisma_objects/* isDml */.yf)(node))
        return [];
    const merges = [...(0,parser/* nodesIn */.vx)(node, 'MergeStmt')].filter((merge) => [...(0,parser/* nodesIn */.vx)(merge, 'MergeWhenClause')].some(({ commandType }) => commandType === 'CMD_DELETE'));
    return [...(0,parser/* nodesIn */.vx)(node, 'DeleteStmt'), ...merges].map(({ relation }) => (0,prisma_objects/* nameOf */.Vb)(relation));
}
const relationsIn = (nodes = []) => nodes.flatMap((entry) => ('RangeVar' in entry ? [(0,prisma_objects/* nameOf */.Vb)(entry.RangeVar)] : []));
function lockEffects(node) {
    const locked = (...names) => names.map((name) => effect('migration-locks-table', name));
    if ('IndexStmt' in node) {
        const { concurrent, relation } = node.IndexStmt;
        return concurrent === true ? [] : [effect('require-concurrent-index-creation', (0,prisma_objects/* nameOf */.Vb)(relation))];
    }
    if ('ReindexStmt' in node) {
        const { params, relation, kind } = node.ReindexStmt;
        return kind === 'REINDEX_OBJECT_TABLE' && !hasOption(params, 'concurrently')
            ? [effect('require-concurrent-reindex', (0,prisma_objects/* nameOf */.Vb)(relation))]
            : [];
    }
    if ('VacuumStmt' in node && hasOption(node.VacuumStmt.options, 'full')) {
        return locked(...[...(0,parser/* nodesIn */.vx)(node.VacuumStmt.rels, 'VacuumRelation')].map(({ relation }) => (0,prisma_objects/* nameOf */.Vb)(relation)));
    }
    if ('RefreshMatViewStmt' in node) {
        const { concurrent, relation } = node.RefreshMatViewStmt;
        return concurrent === true ? [] : locked((0,prisma_objects/* nameOf */.Vb)(relation));
    }
    if ('ClusterStmt' in node)
        return locked((0,prisma_objects/* nameOf */.Vb)(node.ClusterStmt.relation));
    return 'LockStmt' in node ? locked(...relationsIn(node.LockStmt.relations)) : [];
}
const hasOption = (options = [], name) => options.some((option) => 'DefElem' in option && option.DefElem.defname === name);
/**
 * The tables and types that a statement certainly creates. Neither older code nor other sessions use them yet. With IF NOT
 * EXISTS the table may have been there.
 */
function createdBy(node) {
    if ('CreateStmt' in node)
        return node.CreateStmt.if_not_exists === true ? [] : [(0,prisma_objects/* nameOf */.Vb)(node.CreateStmt.relation)];
    if ('CreateTableAsStmt' in node) {
        const { into, if_not_exists: maybe } = node.CreateTableAsStmt;
        return maybe === true ? [] : [(0,prisma_objects/* nameOf */.Vb)(into?.rel)];
    }
    if ('ViewStmt' in node)
        return node.ViewStmt.replace === true ? [] : [(0,prisma_objects/* nameOf */.Vb)(node.ViewStmt.view)];
    if ('CreateEnumStmt' in node)
        return [(0,prisma_objects/* nameIn */.ZC)(node.CreateEnumStmt.typeName)];
    if ('CompositeTypeStmt' in node)
        return [(0,prisma_objects/* nameOf */.Vb)(node.CompositeTypeStmt.typevar)];
    return 'CreateDomainStmt' in node ? [(0,prisma_objects/* nameIn */.ZC)(node.CreateDomainStmt.domainname)] : [];
}

;// CONCATENATED MODULE: ./lib/readiness/migrations/rules.js
const EXPAND = 'Expand first, contract later: remove it one release after the last one that uses it.';
/**
 * After a rollback the older code runs on the newer schema: code goes back first, and the database often stays. A statement
 * of level error breaks that code, or loses data that no down migration restores.
 */
const RULES = {
    'ban-drop-database': {
        level: 'error',
        message: 'is dropped with everything in it',
        remedy: 'Remove the statement from the migration.',
    },
    'ban-drop-table': {
        level: 'error',
        message: 'is dropped: the older code still reads it, and a down migration restores no rows',
        remedy: EXPAND,
    },
    'ban-drop-column': {
        level: 'error',
        message: 'loses a column: the older code still reads it, and a down migration restores no values',
        remedy: EXPAND,
    },
    'renaming-table': {
        level: 'error',
        message: 'changes its name, but the older code uses the old one',
        remedy: 'Create a view with the old name, or copy to a new table and drop the old one in a later release.',
    },
    'renaming-column': {
        level: 'error',
        message: 'has a column renamed, but the older code uses the old name',
        remedy: 'Add a column with the new name, write both, and drop the old one in a later release.',
    },
    'adding-required-field': {
        level: 'error',
        message: 'gets a NOT NULL column without a default: inserts of the older code fail',
        remedy: 'Give the column a default, or allow NULL until every release that writes the table fills it.',
    },
    'changing-column-type': {
        level: 'error',
        message: 'has the type of a column changed: the older code uses the old type, and PostgreSQL may rewrite the table',
        remedy: 'Add a column of the new type, write both, and drop the old one in a later release.',
    },
    'migration-enum-value': {
        level: 'error',
        message: 'gets or renames a value that the older code does not know; PostgreSQL cannot remove a value again',
        remedy: 'Release code that reads the value first. Accept the finding once a rollback would go back to that code.',
    },
    'migration-deletes-rows': {
        level: 'error',
        message: 'loses rows that no down migration restores',
        remedy: 'Move the rows to another table, and drop that table in a later release.',
    },
    'adding-field-with-default': {
        level: 'warning',
        locks: true,
        message: 'can be neither read nor written while PostgreSQL writes each row again: each gets a value of its own',
        remedy: 'Add the column without the value, then set the default. Fill the rows in batches.',
    },
    'adding-not-nullable-field': {
        level: 'warning',
        locks: true,
        message: 'is scanned under a lock, and the older code may still write NULL',
        remedy: 'Add a CHECK (… IS NOT NULL) NOT VALID constraint, validate it, then set NOT NULL.',
    },
    'ban-drop-not-null': {
        level: 'warning',
        message: 'may get NULL in a column where the older code expects a value',
        remedy: 'Release code that reads NULL first, and write NULL one release later.',
    },
    'migration-drops-default': {
        level: 'warning',
        message: 'loses the default of a column: inserts of the older code that leave the column out fail or write NULL',
        remedy: 'Keep the default until no release that you may go back to leaves the column out.',
    },
    'migration-row-security': {
        level: 'warning',
        message: 'hides its rows from roles that no policy allows, and the older code may use such a role',
        remedy: 'Add the policies for each role first. Without FORCE, the owner of the table still sees all rows.',
    },
    'require-concurrent-index-creation': {
        level: 'warning',
        locks: true,
        message: 'cannot be written while the index is built',
        remedy: 'Use CREATE INDEX CONCURRENTLY in a migration of its own.',
    },
    'constraint-missing-not-valid': {
        level: 'warning',
        locks: true,
        message: 'is scanned under a lock while the constraint is checked',
        remedy: 'Add the constraint NOT VALID, and validate it in a migration of its own.',
    },
    'disallowed-unique-constraint': {
        level: 'warning',
        locks: true,
        message: 'can be neither read nor written while the index of the constraint is built',
        remedy: 'Build the index CONCURRENTLY first, then add the constraint USING INDEX.',
    },
    'adding-serial-primary-key-field': {
        level: 'warning',
        locks: true,
        message: 'can be neither read nor written while the primary key is built',
        remedy: 'Build a unique index CONCURRENTLY first, then add the primary key USING INDEX.',
    },
    'require-concurrent-reindex': {
        level: 'warning',
        locks: true,
        message: 'cannot be written while the index is rebuilt',
        remedy: 'Use REINDEX … CONCURRENTLY in a migration of its own.',
    },
    'migration-locks-table': {
        level: 'warning',
        locks: true,
        message: 'can be neither read nor written while the statement runs',
        remedy: 'Remove the statement from the migration.',
    },
};

;// CONCATENATED MODULE: ./lib/readiness/migrations/hazards.js





/** Rewriting, scanning or indexing a table with fewer rows takes a moment. */
const LARGE = 100_000;
/** Findings of one kind in one file. */
const hazards_SHOWN = 20;
const CODES = new Set([...Object.keys(RULES), 'syntax-error', 'migration-down-loses-data']);
/**
 * Finds statements of a migration.sql that prevent a rollback or make a deploy dangerous, with line and column.
 *
 * An author accepts a finding in a comment directly above the statement: `-- rewind: accept CODE: reason`.
 *
 * @param tables rows per `schema.table` in the newest snapshot; null if unknown
 */
async function hazardsOf(script, file, tables) {
    const created = new Set();
    const lines = script.split('\n');
    const findings = (await (0,parser/* parseStatements */.YK)(script)).flatMap((statement) => {
        if ('refused' in statement)
            return [accepted(lines, statement, refusal(statement, file))];
        // Neither older code nor other sessions use an object that the script itself created.
        const effects = effectsOf(statement.node).filter(({ name }) => !created.has(name));
        for (const name of createdBy(statement.node))
            created.add(name);
        return effects.map((effect) => accepted(lines, statement, hazard(effect, statement, file, tables)));
    });
    return shownOf([...findings, ...unknownAcceptances(lines, file)]);
}
/** A script of thousands of statements would have thousands of findings, and nobody would see the others. */
function shownOf(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const key = `${finding.level} ${finding.code}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [finding]);
        else
            group.push(finding);
    }
    const hidden = new Set([...groups.values()].flatMap((group) => group.slice(hazards_SHOWN)));
    const counts = [...groups.values()].flatMap((group) => {
        const [first, more] = [group[0], group.length - hazards_SHOWN];
        if (first === undefined || more <= 0)
            return [];
        const { level, code, file } = first;
        return [{ level, code, file, message: `${(0,runtime_text/* plural */.LS)(more, 'more finding')} of this kind in this file.` }];
    });
    return [...findings.filter((finding) => !hidden.has(finding)), ...counts];
}
/** Finds data loss in a down.sql, which restores structure but not data. */
async function downHazards(script, file) {
    const lines = script.split('\n');
    const findings = (await (0,losses/* lossesOf */.R)(script)).map(({ statement, certain }) => {
        if ('refused' in statement)
            return accepted(lines, statement, refusal(statement, file));
        const finding = {
            level: 'warning',
            code: 'migration-down-loses-data',
            message: `The down migration ${certain ? 'loses' : 'may lose'} data: ${statement.text.slice(0, 80)}`,
            remedy: 'The plan of a rollback repeats this warning. Accept the finding if the loss is intended.',
            file,
            ...statement.locate(0),
        };
        return accepted(lines, statement, finding);
    });
    return shownOf(findings);
}
function hazard({ rule: code, name, offset }, { locate }, file, tables) {
    const { level, message, remedy, locks } = RULES[code];
    const finding = { level, code, message: `${name} ${message}.`, remedy, file, ...locate(offset) };
    if (locks !== true)
        return finding;
    const rows = tables?.get(name.includes('.') ? name : `public.${name}`);
    const size = rows === undefined ? 'Its size is not known.' : `It has ${(0,runtime_text/* plural */.LS)(rows, 'row')}.`;
    const small = rows !== undefined && rows < LARGE;
    return { ...finding, level: small ? 'info' : level, message: `${finding.message} ${size}` };
}
function refusal({ refused, locate }, file) {
    return {
        level: 'error',
        code: 'syntax-error',
        message: `PostgreSQL cannot parse this statement: ${refused}.`,
        remedy: 'Correct the statement. Commands of psql, such as \\set and \\copy, run only in psql.',
        file,
        ...locate(),
    };
}
const ACCEPT = /--\s*rewind:\s*accept\s+([\w-]+)\s*(?::\s*(.*\S))?\s*$/i;
/** Longer lines are no comments, and the pattern would be slow on them. */
const acceptanceIn = (line) => line.length > 1_000 ? [] : (ACCEPT.exec(line) ?? []);
/** Comments directly above a line, from the nearest upwards. */
function commentsAbove(lines, line) {
    const above = [];
    for (let index = line - 2; index >= 0 && /^\s*--/.test(lines[index] ?? ''); index -= 1)
        above.push(lines[index] ?? '');
    return above;
}
function accepted(lines, { line }, finding) {
    if (finding.level === 'info')
        return finding;
    for (const comment of commentsAbove(lines, line)) {
        const [, code, reason] = acceptanceIn(comment);
        if (code !== finding.code)
            continue;
        if (reason === undefined) {
            return { ...finding, remedy: `Add the reason: "-- rewind: accept ${code}: reason".` };
        }
        const remedy = 'Decide in the review whether this reason holds.';
        return { ...finding, level: 'info', message: `${finding.message} Accepted: ${reason}`, remedy };
    }
    return finding;
}
function unknownAcceptances(lines, file) {
    return lines.flatMap((text, index) => {
        const [, code] = acceptanceIn(text);
        if (code === undefined || CODES.has(code))
            return [];
        return [
            {
                level: 'warning',
                code: 'migration-accept-unknown',
                message: `There is no finding "${code}" to accept.`,
                remedy: `Use one of ${[...CODES].sort().join(', ')}.`,
                file,
                line: index + 1,
            },
        ];
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(18221);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/providers/postgres/client.js + 1 modules
var postgres_client = __webpack_require__(64288);
// EXTERNAL MODULE: ./lib/providers/prisma/client.js
var prisma_client = __webpack_require__(73952);
// EXTERNAL MODULE: ./lib/providers/prisma/apply.js + 1 modules
var apply = __webpack_require__(5204);
// EXTERNAL MODULE: ./lib/providers/prisma/sql.js
var prisma_sql = __webpack_require__(63799);
;// CONCATENATED MODULE: ./lib/readiness/migrations/revert.js














/** Maximum number of shown difference lines. */
const revert_SHOWN = 20;
/**
 * Proves that each down.sql reverts its migration: runs up, down and up again on an empty scratch database, with the code
 * of a rollback. The schema text must be the same before and after. Tables are empty, so this proves nothing about data.
 *
 * @param names migrations to prove; one without a down.sql is applied, but not proven
 */
async function proveReverts(config, names, ctx, server) {
    const trial = { config, ctx, server, files: await (0,prisma_files/* readMigrations */.Y)(config, ctx) };
    const findings = [];
    // After a failure the state of the database is unknown: the next migration gets a new database.
    let database = null;
    const applicable = trial.files.filter(({ checksum }) => checksum !== null);
    for (const migration of applicable) {
        if (!names.includes(migration.name)) {
            // One in between, which a later one may need.
            const failed = database === null ? null : await up(trial, migration, database);
            if (failed !== null)
                return [...findings, failed];
            continue;
        }
        if (database === null) {
            const built = await build(trial, migration.name);
            if ('failed' in built)
                return [...findings, built.failed];
            database = built.url;
        }
        const outcome = await prove(trial, migration, database);
        findings.push(...outcome.findings);
        if (!outcome.sound)
            database = null;
    }
    return findings;
}
/** A database with all migrations before the given one. */
async function build(trial, before) {
    const url = await trial.server.createDatabase(`readiness_${trial.ctx.randomHex(6)}`);
    for (const migration of trial.files) {
        if (migration.name >= before || migration.checksum === null)
            continue;
        const failed = await up(trial, migration, url);
        if (failed !== null)
            return { failed };
    }
    return { url };
}
async function prove(trial, migration, url) {
    const { ctx } = trial;
    const begun = ctx.clock.monotonic();
    const bad = (...findings) => ({ sound: false, findings });
    const before = await schemaText(trial, url);
    const failed = await up(trial, migration, url);
    if (failed !== null)
        return bad(failed);
    if (migration.down === null)
        return { sound: true, findings: [] };
    const after = await schemaText(trial, url);
    const place = { file: migration.downPath, line: 1 };
    try {
        await down(trial, migration, url);
    }
    catch (error) {
        const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
        const line = Number(/down\.sql:(\d+)/.exec(message)?.[1] ?? onlyLine(migration.down.script));
        return bad({ level: 'error', code: 'migration-down-fails', message, remedy, file: migration.downPath, line });
    }
    const left = differences(before, await schemaText(trial, url));
    if (left.length > 0) {
        return bad({
            level: 'error',
            code: 'migration-does-not-revert',
            message: `The schema after up and down differs from before (- before, + after):\n${left.slice(0, revert_SHOWN).join('\n')}`,
            remedy: 'Complete down.sql; "rewind migrate generate" writes one.',
            ...place,
        });
    }
    const again = await up(trial, migration, url);
    if (again !== null) {
        return bad({
            ...again,
            code: 'migration-up-again-fails',
            message: `The migration cannot be applied again after its down.sql: ${again.message}`,
        });
    }
    const other = differences(after, await schemaText(trial, url));
    if (other.length > 0) {
        return bad({
            level: 'error',
            code: 'migration-up-again-differs',
            message: `The second up leads to another schema (- first, + second):\n${other.slice(0, revert_SHOWN).join('\n')}`,
            remedy: 'Complete down.sql: it leaves an object behind that changes the effect of the migration.',
            ...place,
        });
    }
    const took = (0,progress/* seconds */.YA)((ctx.clock.monotonic() - begun) / 1000);
    return {
        sound: true,
        findings: [
            {
                level: 'info',
                code: 'migration-reverts',
                message: `${migration.name}: up, down and up again lead to the same schema (${took}; empty tables).`,
                ...place,
            },
        ],
    };
}
/** Applies migration.sql like Prisma: as one script, recorded in Prisma's table. */
async function up({ config, ctx }, migration, url) {
    const file = `${config.migrations}/${migration.name}/migration.sql`;
    const script = await (0,promises_.readFile)((0,external_node_path_.join)(ctx.root, file));
    const sql = script.toString('utf8').replace(/^\uFEFF/, '');
    try {
        await session(ctx, url, async (client) => {
            await client.query(`${connection/* OWN_SEARCH_PATH */.US}; ${HISTORY_TABLE}`);
            await client.query(sql);
            await client.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), 1)`, [(0,external_node_crypto_.randomUUID)(), (0,digest/* sha256 */.sc)(script), migration.name]);
        });
        return null;
    }
    catch (error) {
        const position = (0,prisma_client/* positionOf */.df)(error);
        return {
            level: 'error',
            code: 'migration-up-fails',
            message: `The migration cannot be applied to an empty database after the migrations before it: ${(0,errors/* messageOf */.bD)(error)}`,
            remedy: 'Correct the migration. If it needs an extension or a role of the server, see docs/readiness.md.',
            file,
            line: position === null ? onlyLine(sql) : (0,prisma_sql/* lineAt */.mh)(sql, position),
        };
    }
}
/** The server may report no position. In a script of one statement, the error is in that statement. */
function onlyLine(script) {
    const [first, ...more] = (0,prisma_sql/* statementsOf */.GX)(script);
    return first && more.length === 0 ? first.line : 1;
}
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;
/** Runs down.sql with the code of a rollback. */
async function down({ config, ctx }, { name, down: script }, url) {
    const elsewhere = { ...ctx, env: { ...ctx.env, resolve: () => url } };
    const own = { ...config, schema: config.schema ?? 'public' };
    await (0,apply/* runSteps */.rl)(own, [{ name, sha256: script?.sha256 ?? null }], elsewhere);
}
function session(ctx, url, work) {
    const address = (0,database_url/* parseDatabaseUrl */.mx)(url, {}, ctx.resource);
    return (0,connection/* withDatabase */.kR)(ctx, address, address.database, work);
}
/** The schema as pg_dump writes it, without comments and settings; Prisma ignores the order of columns. */
async function schemaText({ ctx, server }, url) {
    const address = (0,database_url/* parseDatabaseUrl */.mx)(url, {}, ctx.resource);
    const args = ['--schema-only', '--no-owner', '--exclude-table=*._prisma_migrations'];
    const running = (0,postgres_client/* start */.ni)(ctx, (0,external_node_path_.join)(server.binDir, 'pg_dump'), args, address, address.database, 'dump-failed');
    const lines = (await (0,consumers_.text)((0,postgres_client/* outputOf */.jH)(running))).split('\n');
    const kept = lines.filter((line) => line.trim() !== '' && !/^(--|SET |SELECT pg_catalog\.set_config|\\)/.test(line));
    return sortedColumns(kept);
}
function sortedColumns(lines) {
    const result = [];
    let columns = null;
    for (const line of lines) {
        if (columns !== null && line.startsWith('    '))
            columns.push(line.replace(/,$/, ''));
        else {
            result.push(...(columns ?? []).sort());
            columns = null;
            result.push(line);
            if (/^CREATE (UNLOGGED )?TABLE /.test(line))
                columns = [];
        }
    }
    return result;
}
/** Lines that only one of the two schemas has. */
function differences(before, after) {
    const count = new Map();
    for (const line of before)
        count.set(line, (count.get(line) ?? 0) - 1);
    for (const line of after)
        count.set(line, (count.get(line) ?? 0) + 1);
    return [...count].flatMap(([line, times]) => Array.from({ length: Math.abs(times) }, () => `${times < 0 ? '-' : '+'} ${line.trim()}`));
}

;// CONCATENATED MODULE: ./lib/readiness/migrations/refused-files.js




/** Limits of what a pull request may bring as migrations. Prisma's own migrations are a few kilobytes. */
const MOST_FILES = 10_000;
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_BYTES_IN_ALL = 100 * 1024 * 1024;
/**
 * Files of a migration folder that must not be read: anybody can open a pull request, and the content of a file comes back
 * in the findings. A link could lead to any file of the runner.
 *
 * @param folder relative to the repository
 */
async function refusedFiles(ctx, folder) {
    const root = await (0,promises_.realpath)(ctx.root);
    const wanted = (0,external_node_path_.join)(root, folder);
    const found = await (0,promises_.realpath)(wanted).catch(() => null);
    // The reader reports a missing folder; but a submodule around it may not be checked out.
    if (found === null)
        return submodules(ctx, folder);
    if (found !== wanted || !`${found}${external_node_path_.sep}`.startsWith(`${root}${external_node_path_.sep}`)) {
        return [refused(folder, 'is a link or leads out of the repository')];
    }
    let [files, bytes] = [0, 0];
    for await (const entry of entriesIn(found)) {
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const shown = path.slice(root.length + 1);
        files += 1;
        if (isGarbled(entry))
            return [refused(shown, 'has a name that is not UTF-8')];
        if (files > MOST_FILES)
            return [refused(folder, `holds more than ${MOST_FILES} files`)];
        if (entry.isDirectory())
            continue;
        if (!entry.isFile())
            return [refused(shown, 'is a link or not a regular file')];
        const { size } = await (0,promises_.lstat)(path);
        bytes += size;
        if (size > MOST_BYTES)
            return [refused(shown, `is larger than ${MOST_BYTES / 1024 / 1024} MiB`)];
        if (bytes > MOST_BYTES_IN_ALL)
            return [refused(folder, `holds more than ${MOST_BYTES_IN_ALL / 1024 / 1024} MiB`)];
    }
    return submodules(ctx, folder);
}
/** Node gives a name that is not UTF-8 with this sign in it, and finds no such file. */
const isGarbled = ({ name }) => name.includes('\uFFFD');
async function* entriesIn(folder) {
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        yield entry;
        if (entry.isDirectory())
            yield* entriesIn((0,external_node_path_.join)(folder, entry.name));
    }
}
/**
 * A submodule in the folder, or around it: its files are part of a deploy that checks it out, and of no diff of this
 * repository. @throws RewindError git-history-missing
 */
async function submodules(ctx, folder) {
    const parts = folder.split('/');
    const around = parts.map((_, at) => (0,git/* git */.$Y)(ctx, ['ls-tree', '-z', 'HEAD', '--', parts.slice(0, at + 1).join('/')]));
    const listed = await Promise.all([...around, (0,git/* git */.$Y)(ctx, ['ls-tree', '-r', '-z', 'HEAD', '--', `${folder}/`])]);
    const [found] = listed.flatMap((text) => text.split('\0')).filter((line) => line.startsWith('160000 '));
    if (found === undefined)
        return [];
    return [refused(found.split('\t')[1] ?? folder, 'is a submodule, which this check does not read')];
}
/** The scripts of these migrations whose bytes are not text: what is read of them is not what would run. */
async function illegibleScripts(ctx, folder, names) {
    const files = names.flatMap((name) => ['migration.sql', 'down.sql'].map((script) => `${folder}/${name}/${script}`));
    const found = await Promise.all(files.map(async (file) => {
        const content = await (0,promises_.readFile)((0,external_node_path_.join)(ctx.root, file)).catch(() => null);
        const illegible = content === null ? null : (0,prisma_files/* illegibleIn */.n)(content);
        return illegible === null ? [] : [refused(file, illegible.why, illegible.remedy)];
    }));
    return found.flat();
}
const refused = (file, why, remedy = 'Keep migrations as regular files of the repository. Load large data with a script of your own.') => ({
    level: 'error',
    code: 'migration-file-refused',
    message: `${file} ${why}, so no migration was read.`,
    remedy,
    file,
});

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/coerce.js
var coerce = __webpack_require__(49567);
// EXTERNAL MODULE: ./lib/services/postgres/local-server.js
var local_server = __webpack_require__(47581);
;// CONCATENATED MODULE: ./lib/readiness/migrations/scratch-postgres.js




/** Owner of the scratch databases. A superuser may start programs, so scripts of a pull request must not run as one. */
const OWNER = 'rewind_scratch';
const LIMITS = { seconds: 600, megabytes: 1024 };
/** A script, a reader of its progress, pg_dump, and what Prisma's lock needs. */
const CONNECTIONS = 6;
/**
 * Starts PostgreSQL on loopback, in a directory of its own. Uses the version of production if it is installed.
 *
 * @param major version of production; null if unknown: uses the newest installed version
 * @throws RewindError pg-client-missing, database-unreachable
 */
async function startScratchPostgres(ctx, major, limits = LIMITS) {
    // The scripts know the password of their own role; that of the superuser is another.
    const password = ctx.randomHex(16);
    ctx.masker.add(password);
    const server = await (0,local_server/* startLocalServer */.P)(ctx, {
        purpose: 'the migrations',
        major,
        settings: ['max_connections=20', `temp_file_limit=${limits.megabytes}MB`],
    });
    const { binDir, asAdmin, url } = server;
    try {
        await asAdmin(`CREATE ROLE ${OWNER} LOGIN NOSUPERUSER CONNECTION LIMIT ${CONNECTIONS} PASSWORD '${password}'`);
    }
    catch (error) {
        await server.stop();
        throw error;
    }
    let passed = null;
    const watcher = new AbortController();
    void watch(limits, asAdmin, watcher.signal).then((limit) => {
        passed = limit;
        if (limit !== null)
            server.kill();
    });
    return {
        binDir,
        exceeded: () => passed,
        createDatabase: async (name) => {
            await asAdmin(`CREATE DATABASE ${(0,connection/* quoted */.TL)(name)} OWNER ${OWNER}`);
            return url(OWNER, password, name);
        },
        stop: async () => {
            watcher.abort();
            await server.stop();
        },
    };
}
/** @returns the limit that was passed; null once the signal is aborted or the server is gone */
async function watch({ seconds, megabytes }, asAdmin, signal) {
    const until = performance.now() + seconds * 1000;
    try {
        for (;;) {
            await (0,external_node_timers_promises_.setTimeout)(200, undefined, { signal, ref: false });
            if (performance.now() > until)
                return `${seconds} seconds`;
            const { rows } = await asAdmin(SIZE);
            if (schemas/* array */.YOg(schemas/* object */.Ikc({ bytes: coerce/* number */.ai() }))
                .parse(rows)
                .some(({ bytes }) => bytes > megabytes * 2 ** 20)) {
                return `${megabytes} MiB of disk`;
            }
        }
    }
    catch {
        return null;
    }
}
/** Bytes of all databases and of the write-ahead log. */
const SIZE = `SELECT (SELECT sum(pg_database_size(oid)) FROM pg_database) + (SELECT sum(size) FROM pg_ls_waldir()) AS bytes`;

;// CONCATENATED MODULE: ./lib/readiness/migrations/index.js












/**
 * Checks the migrations of a pull request: no old one changed, each new one has a down.sql that reverts it, an old one keeps
 * its own, and no statement breaks the older code.
 */
async function migrationFindings(config, ctx, question) {
    const folder = config.migrations.replace(/^\.\//, '').replace(/\/+$/, '');
    const refused = await refusedFiles(ctx, folder);
    if (refused.length > 0)
        return refused;
    const changes = await migrationChanges(ctx, folder, question.base);
    const history = historyFindings(folder, changes);
    // Nothing is said of a folder that holds no migrations: "ready" would be a claim about files that nobody read.
    const unread = await unreadFindings({ ...config, migrations: folder }, ctx);
    if (unread.length > 0)
        return [...history, ...unread];
    const added = await addedFindings({ ...config, migrations: folder }, changes, ctx, question);
    return [...history, ...added, ...(await uncommittedFindings(ctx, folder))];
}
/** An error if the folder is not there, or holds the migrations of another tool. */
async function unreadFindings(config, ctx) {
    const file = config.migrations;
    try {
        if ((await (0,prisma_files/* readMigrations */.Y)(config, ctx)).some(({ up }) => up !== null))
            return [];
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return [{ level: 'error', code, message, remedy, file }];
    }
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(ctx.root, file), { recursive: true });
    const [other] = names.filter((name) => /\.(sql|js|ts|rb|py|xml|ya?ml)$/i.test(name)).sort();
    if (other === undefined)
        return [];
    return [
        {
            level: 'error',
            code: 'migrations-of-another-tool',
            message: `${file} holds files such as ${(0,runtime_text/* oneLine */.TN)(other)}, but no migration of Prisma (a directory with a migration.sql). No migration was checked.`,
            remedy: 'Name the folder of the migrations of Prisma. Migrations of another tool: remove the resource, and roll the database back by a restore.',
            file,
        },
    ];
}
/** Git compares commits, so nothing is known of a file that is not in one. */
async function uncommittedFindings(ctx, folder) {
    const status = await (0,git/* git */.$Y)(ctx, ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', folder]);
    const [first, ...more] = status.split('\0').filter((entry) => entry !== '');
    if (first === undefined)
        return [];
    const others = more.length === 0 ? 'is' : `and ${(0,runtime_text/* plural */.LS)(more.length, 'other file')} are`;
    return [
        {
            level: 'warning',
            code: 'migration-uncommitted',
            message: `${(0,runtime_text/* oneLine */.TN)(first.slice(3))} ${others} changed and not committed: this check compares commits.`,
            remedy: 'Commit the migrations, and run the check again.',
            file: folder,
        },
    ];
}
/** An applied migration must not change. */
function historyFindings(folder, { added, edited, removed, downRemoved, known }) {
    const newest = known.at(-1) ?? '';
    const file = (name) => `${folder}/${name}/migration.sql`;
    return [
        ...edited.map((name) => ({
            level: 'error',
            code: 'migration-edited',
            message: `${name} was edited. Prisma does not apply it again to databases that have it, and its down.sql may no longer match.`,
            remedy: 'Restore the file, and put the change into a new migration.',
            file: file(name),
            line: 1,
        })),
        ...removed.map((name) => ({
            level: 'error',
            code: 'migration-removed',
            message: `${name} was removed. It stays applied in every database, but no rollback can revert it.`,
            remedy: 'Restore the directory, and write a new migration that reverts it.',
            file: folder,
        })),
        ...downRemoved.map((name) => ({
            level: 'error',
            code: 'migration-down-missing',
            message: `${name} lost its down.sql. No rollback to a snapshot from before it can revert it.`,
            remedy: 'Restore down.sql.',
            file: file(name),
            line: 1,
        })),
        ...added
            .filter((name) => name < newest)
            .map((name) => ({
            level: 'error',
            code: 'migration-out-of-order',
            message: `${name} sorts before ${newest}, which is already on the base branch. Databases would apply the two in different orders.`,
            remedy: 'Rename the directory with a later timestamp.',
            file: file(name),
            line: 1,
        })),
    ];
}
async function addedFindings(config, { added, downChanged }, ctx, { tables, major }) {
    // An old migration is applied already: only its way back is a question.
    const asked = [...added, ...downChanged].sort();
    if (asked.length === 0)
        return [];
    const illegible = await illegibleScripts(ctx, config.migrations, asked);
    if (illegible.length > 0)
        return illegible;
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    const findings = [];
    for (const name of asked) {
        const file = `${config.migrations}/${name}/migration.sql`;
        if (added.includes(name)) {
            const up = (await (0,promises_.readFile)((0,external_node_path_.join)(ctx.root, file), 'utf8')).replace(/^\uFEFF/, '');
            findings.push(...(await hazardsOf(up, file, tables)));
        }
        try {
            const { script, path } = (0,prisma_script/* usable */.J)(files, name, ctx);
            findings.push(...(await downHazards(script, path)));
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            findings.push({ level: 'error', code, message, remedy, file, line: 1 });
        }
    }
    const provable = asked.some((name) => files.some((entry) => entry.name === name && entry.down !== null));
    if (!provable)
        return findings;
    const server = await startScratchPostgres(ctx, major);
    try {
        const proved = await proveReverts(config, asked, ctx, server).catch((error) => {
            if (server.exceeded() === null)
                throw error;
            return [];
        });
        const exceeded = server.exceeded();
        if (exceeded === null)
            return [...findings, ...proved];
        const remedy = 'Correct the migration. Move large data to a script of your own.';
        const message = `The trial of the migrations was stopped: it used more than ${exceeded}.`;
        return [
            ...findings,
            { level: 'error', code: 'migration-exceeds-limits', message, remedy, file: config.migrations },
        ];
    }
    finally {
        await server.stop();
    }
}

// EXTERNAL MODULE: ./lib/report/runbook/difference.js
var difference = __webpack_require__(62006);
// EXTERNAL MODULE: ./lib/report/runbook/own.js
var own = __webpack_require__(92577);
;// CONCATENATED MODULE: ./lib/readiness/runbook.js


/**
 * A warning if the committed runbook is not the one of this configuration. Pure.
 * @param file from the root of the repository
 * @param text null: there is none
 * @param wanted true if the configuration names the file
 * @param render the runbook as it would be now, with the team's text of the file
 * @param renew the command that writes it
 */
function runbookFindings(file, text, wanted, render, renew) {
    if (text === null) {
        return wanted
            ? [
                {
                    level: 'warning',
                    code: 'runbook-missing',
                    message: `The configuration names the runbook ${file}, and there is none.`,
                    remedy: `Run "${renew}", read the file, and commit it.`,
                },
            ]
            : [];
    }
    // The team may have written this file before it had Rewind.
    if (!(0,own.isGenerated)(text) && !wanted)
        return [];
    if ((0,own.isGenerated)(text) && (0,difference/* isSame */.F)(text, render()))
        return [];
    return [
        {
            level: 'warning',
            code: 'runbook-stale',
            message: (0,own.isGenerated)(text)
                ? `The runbook ${file} is not the one of this configuration and of these workflows.`
                : `"rewind runbook" did not write ${file}, so nothing shows that it fits this configuration.`,
            remedy: (0,own.isGenerated)(text)
                ? `Run "${renew}", and commit the file.`
                : 'Move its text into the marked places of a file that "rewind runbook" writes.',
            file,
            line: 1,
        },
    ];
}

// EXTERNAL MODULE: ./lib/readiness/windows/index.js
var windows = __webpack_require__(60694);
// EXTERNAL MODULE: ./lib/commands/runbook/gather.js + 2 modules
var gather = __webpack_require__(69814);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(74219);
;// CONCATENATED MODULE: ./lib/commands/readiness/questions.js





















const question = (about, ask) => [about, ask];
/**
 * The checks run independently; one that fails becomes a finding.
 * @param text of the configuration file
 */
async function examine(session, config, text, ctx) {
    const now = session.context.clock.now();
    const file = session.inputs.config;
    const onBase = (0,git/* readOnBase */.DZ)(ctx, file, session.inputs.base);
    onBase.catch(() => undefined);
    const newest = newestSnapshot(session, config, ctx);
    // Avoid an unhandled rejection if no check awaits this promise.
    newest.catch(() => undefined);
    const snapshots = async () => {
        // The question about the configuration reports why the base cannot be read. Do not report it twice.
        const known = (await onBase.catch(() => '')) !== null;
        return (0,freshness/* snapshotFindings */.N9)(await newest, config.readiness['snapshot-days'], now, !known);
    };
    const major = config.readiness['major-changes'];
    const parts = [
        question('configuration', async () => (0,configuration/* comparedWithBase */.Hz)(file, text, config, await onBase)),
        ...(config.readiness['snapshot-days'] === 0 ? [] : [question('snapshots', snapshots)]),
        ...(major === undefined
            ? []
            : [
                question('major change', () => majorFindings(ctx, session.inputs.base, major, () => flagsOfPull(session, ctx), async () => flagsIn(config, await newest))),
            ]),
        question('runbook', () => aboutRunbook(session, config)),
        question('deploy window', () => (0,windows/* windowFindings */.H)(config.windows, now)),
        ...config.resources
            .filter((resource) => resource.provider === 'prisma')
            .map((resource) => question(resource.id, async () => {
            const sizes = await databaseIn(config, await newest.catch(() => null));
            return migrationFindings(resource, (0,create_context/* forResource */.i_)(ctx, resource.id), {
                base: session.inputs.base,
                tables: sizes.tables ?? null,
                major: sizes.serverMajor ?? null,
            });
        })),
        ...(session.run === null ? [] : onGitHub(config, ctx, now)),
    ];
    const monitoring = (0,inspect/* inspectProbes */.g)(config.probes, ctx).then((all) => all.map(excusedInFork));
    const found = await Promise.all([
        monitoring,
        ...parts.map(async ([resource, ask]) => {
            try {
                return (await ask()).map((finding) => ({ ...finding, resource }));
            }
            catch (error) {
                return [{ ...failedCheck(error), resource }];
            }
        }),
    ]);
    return found.flat();
}
async function aboutRunbook(session, config) {
    const file = (0,gather/* runbookFile */.v)(session, config, null);
    const wanted = config.runbook !== undefined;
    if (file.text === null && !wanted)
        return [];
    const [facts, { runbookMarkdown }, { ownTextIn }] = await Promise.all([
        (0,gather/* gather */.k)(session, config, file, { repository: null, output: null }),
        __webpack_require__.e(/* import() */ 3949).then(__webpack_require__.bind(__webpack_require__, 53949)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 92577)),
    ]);
    const render = () => runbookMarkdown(facts, ownTextIn(file.text ?? ''));
    return runbookFindings(file.name, file.text, wanted, render, facts.renew);
}
/** A fork has no credential, so it cannot tell whether anything is watched. */
const excusedInFork = (finding) => finding.code === 'credential-missing' || finding.code === 'alarm-not-watched'
    ? { ...finding, level: 'warning' }
    : finding;
/** What the snapshot says of each configured resource. */
function describedIn(config, manifest) {
    return Promise.all(config.resources.map(async ({ id, provider }) => {
        const captured = manifest?.resources.find((resource) => resource.id === id);
        return captured === undefined ? {} : (0,engine_provider/* describeState */.Jw)(await (0,load/* loadProvider */.C)(provider), captured.state);
    }));
}
/** Facts from the snapshot about the first database of the configuration. */
async function databaseIn(config, manifest) {
    return (await describedIn(config, manifest)).find(({ tables }) => tables !== undefined) ?? {};
}
async function flagsIn(config, snapshot) {
    return { snapshot, flags: (0,engine_provider/* mergedFlags */.uY)(await describedIn(config, snapshot)) };
}
/** Asks GitHub instead of the event: a label may be newer. Null if there is no pull request. */
async function flagsOfPull({ run }, ctx) {
    const number = run === null ? null : await (0,workflow_run/* pullRequestNumber */.Kd)();
    return number === null ? null : (0,pulls/* readNamedFlags */.Xl)((0,client.createGitHub)(ctx), number);
}
function onGitHub(config, ctx, now) {
    const days = config.readiness['drill-days'];
    // The client is made in the question: without a token, the other questions are answered.
    return [
        question('environments', async () => (0,environments/* environmentFindings */.c9)((0,client.createGitHub)(ctx), config)),
        ...(days === 0 ? [] : [question('drill', () => drillsOf(config, ctx, now))]),
    ];
}
/** By the history in the store; without one, by the runs of the workflow. A fork cannot read the store. */
async function drillsOf(config, ctx, now) {
    const days = config.readiness['drill-days'];
    const drills = await (0,lib_store/* openStore */.C)(config.store, ctx)
        .then((store) => (0,drill_history/* readDrills */.f)(store, config.environment))
        .then((history) => history.drills)
        .catch(() => []);
    return drills.length > 0 ? (0,freshness/* drillHistoryFindings */.Cy)(drills, days, now) : (0,freshness/* drillFindings */.OA)((0,client.createGitHub)(ctx), days, now);
}
/** A missing credential is only a warning, because a fork has none. */
function failedCheck(error) {
    const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
    const excused = code === 'credential-missing' || code === 'api-forbidden';
    return { level: excused ? 'warning' : 'error', code, message: `Check failed: ${message}`, remedy };
}
async function newestSnapshot(session, config, ctx) {
    const store = await (0,lib_store/* openStore */.C)(config.store, ctx);
    const repository = session.run?.repository ?? null;
    try {
        const configured = config.resources.map(({ id }) => id);
        return await (0,choose/* findSnapshot */.Cb)(store, 'latest', { environment: config.environment, repository }, { configured });
    }
    catch (error) {
        // Without one that can be read, whether there was one or not, the next deploy is like the first one.
        if (error instanceof errors.RewindError && ['snapshot-not-found', 'snapshot-expired'].includes(error.code))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/commands/readiness/execute.js








/**
 * Works for forks, which have no secrets: a check without its secret becomes a warning. Exits with status 3 if not ready.
 */
async function execute(session) {
    const { inputs, context: ctx } = session;
    const text = (0,read_text/* readText */.y)(inputs.config, session.path(inputs.config));
    const { config, findings: aboutFile } = await (0,configuration/* configurationFindings */.HO)(inputs.config, text);
    const rest = config === null ? [] : await examine(session, config, text, ctx);
    const findings = [...aboutFile.map((finding) => ({ ...finding, resource: 'configuration' })), ...rest];
    const ready = findings.every(({ level }) => level !== 'error');
    const headline = ready
        ? 'Ready: what this pull request deploys can be rolled back.'
        : 'Not ready: what this pull request deploys cannot be rolled back.';
    // Of several configurations, the comments tell which one they are of.
    const of = [...(config === null ? [] : [config.environment]), inputs.config];
    const markdown = readinessMarkdown(ready, headline, findings, of);
    await comment(session, ctx, markdown);
    for (const finding of findings)
        annotate(session, finding);
    ctx.log.debug((0,runtime_text/* plural */.LS)(findings.length, 'finding'));
    return {
        exit: ready ? 0 : 3,
        json: (0,json/* toJson */.aB)({ ok: ready, findings }),
        text: [headline, (0,report_findings/* findingsText */._g)(findings)].filter((part) => part !== '').join('\n'),
        summary: markdown,
        outputs: { verdict: ready ? 'ready' : 'not-ready' },
    };
}


/***/ }),

/***/ 50086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ REPOSITORY),
/* harmony export */   M: () => (/* binding */ flags)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);

/** `owner/name`, or `host/owner/name` of a server of your own. */
const REPOSITORY = /^(?:([A-Za-z0-9][A-Za-z0-9.-]*(?::\d+)?)\/)?([\w.-]+\/[\w.-]+)$/;
const flags = {
    check: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .toggle */ .L$)('Write nothing; exit with status 3 if the committed runbook is not current.'),
    output: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('file', 'The runbook. Default: "runbook" of the configuration, or docs/runbook.md.'),
    print: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .toggle */ .L$)('Print the runbook, and write nothing.'),
    repository: {
        ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('name', 'Repository of the links: owner/name. Default: as in the runbook, else of the run or the checkout.'),
        allowed: 'owner/name, or host/owner/name of a server of your own',
        parse: (given) => (REPOSITORY.test(given) ? given : undefined),
    },
};


/***/ }),

/***/ 60694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ deployState),
/* harmony export */   H: () => (/* binding */ windowFindings)
/* harmony export */ });
/**
 * Reads the calendar. Loads it, and the holidays, only when it is called.
 * @param now the time that counts, whatever the time zone of the machine
 */
async function deployState(windows, now) {
    const [{ Temporal }, { calendarOf, HORIZON_DAYS, nextChange, obstacleAt }] = await Promise.all([
        __webpack_require__.e(/* import() */ 7490).then(__webpack_require__.bind(__webpack_require__, 57490)),
        Promise.all(/* import() */[__webpack_require__.e(7490), __webpack_require__.e(7982)]).then(__webpack_require__.bind(__webpack_require__, 77982)),
    ]);
    const at = (date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(windows.timezone);
    const brief = (time) => `${time.toLocaleString('en-GB', { weekday: 'short' })} ${minute(time.toPlainDateTime())} ${time.offset}`;
    const shown = (time) => `${brief(time)} ${windows.timezone} (${minute(time.toInstant())} UTC)`;
    const local = at(now);
    const calendar = calendarOf(windows, await holidaysAround(windows.holidays, local.year));
    const obstacle = obstacleAt(calendar, local);
    const change = nextChange(calendar, local);
    if (obstacle === null) {
        return { open: true, why: `Deploys are allowed${change === null ? '' : ` until ${shown(change)}`}.` };
    }
    const next = change === null
        ? `No window opens in the next ${HORIZON_DAYS} days.`
        : `Deploys are allowed again from ${shown(change)}.`;
    if (obstacle === 'outside-window')
        return { open: false, why: `It is outside the deploy window (${rulesText(windows)}). ${next}` };
    const { kind, reason, from, to } = obstacle;
    const what = kind === 'freeze' ? 'Deploys are frozen' : `It is a public holiday in ${placeText(windows.holidays)}`;
    return { open: false, why: `${what}: ${reason} (${brief(from)} to ${brief(to)}). ${next}` };
}
const minute = (time) => time.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace(/Z$/, '');
async function holidaysAround(place, year) {
    if (place === undefined)
        return [];
    const { holidaysOf } = await Promise.all(/* import() */[__webpack_require__.e(5026), __webpack_require__.e(5657)]).then(__webpack_require__.bind(__webpack_require__, 25657));
    // A holiday of the year before may reach into this one; the next opening may be in the year after.
    return [year - 1, year, year + 1, year + 2].flatMap((each) => holidaysOf(place, each));
}
const rulesText = ({ open = [], timezone }) => `${open.map(({ days, from, to }) => `${days.join(', ')} ${from} to ${to}`).join('; ')}; ${timezone}`;
const placeText = (place) => [place?.country, place?.state, place?.region].filter((part) => part !== undefined).join('-');
/** Warns about a merge that would deploy now. Not an error: a fix may be urgent, and time passes before the merge. */
async function windowFindings(windows, now) {
    if (windows === undefined)
        return [];
    const { open, why } = await deployState(windows, now);
    if (open)
        return [];
    return [
        {
            level: 'warning',
            code: 'deploy-window',
            message: why,
            remedy: 'Merge when deploys are allowed. For a fix of an incident, deploy with --override-freeze "reason".',
        },
    ];
}


/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ commentsNamed),
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _runtime_markdown_cut_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10166);


const comment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    issue_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
});
/** Whose name is on what a job's own token writes. A login with brackets belongs to an app; no person can take it. */
const AUTHOR = 'github-actions[bot]';
const markerOf = (name) => `<!-- rewind:${name} -->`;
/** The job's own token wrote it, or the token that is used now: an app of your own, or a person. */
async function isOurs(github, { body, user }, marker) {
    if (body?.startsWith(marker) !== true || user == null)
        return false;
    return (user.type === 'Bot' && user.login === AUTHOR) || user.login === (await github.login());
}
async function oursAmong(github, all, marker) {
    const found = await Promise.all(all.map(async (one) => ((await isOurs(github, one, marker)) ? [one] : [])));
    return found.flat();
}
/** GitHub rejects longer bodies. */
const LIMIT = 65_000;
/**
 * Creates or updates one comment in an issue or a pull request, identified by an invisible marker and by its author.
 * Each person who may comment can write the marker too. Such a comment is not updated, because its author could edit it later. If
 * GitHub does not tell whose token this is, only comments of the job's own token are found again.
 *
 * @param name of the comment: letters, digits, dashes
 * @returns its URL
 */
async function upsertComment(github, issue, name, body, permission) {
    const marker = markerOf(name);
    const text = `${marker}\n${(0,_runtime_markdown_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .cutMarkdown */ .G)(body, { most: LIMIT, rest: 'The summary of the run holds them.' })}`;
    const comments = await github.all({ what: `read the comments of #${issue}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: issue }));
    const [existing] = await oursAmong(github, comments, marker);
    const saved = existing === undefined
        ? await github.request({ what: `comment in #${issue}`, permission }, comment, (rest, target) => rest.issues.createComment({ ...target, issue_number: issue, body: text }))
        : await github.request({ what: `update the comment in #${issue}`, permission, repeatable: true }, comment, (rest, target) => rest.issues.updateComment({ ...target, comment_id: existing.id, body: text }));
    return saved.html_url;
}
/**
 * The comments of the repository with a name, that `upsertComment` wrote since a moment.
 * @param since ISO 8601
 * @throws HttpFailure
 */
async function commentsNamed(github, name, since, permission) {
    const comments = await github.all({ what: 'read the comments of the repository', permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listCommentsForRepo({ ...target, since }));
    return (await oursAmong(github, comments, markerOf(name))).flatMap((one) => {
        const number = /\/issues\/(\d+)$/.exec(one.issue_url)?.[1];
        return number === undefined ? [] : [{ issue: Number(number), body: one.body ?? '' }];
    });
}


/***/ }),

/***/ 86225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ openStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where the store is, for people. */
function placeOf(config, ctx) {
    switch (config.kind) {
        case 'directory':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path);
        case 's3':
            return `s3://${config.bucket}/${config.prefix}`;
        case 'artifact':
            return `the artifacts of ${ctx.env.text('GITHUB_REPOSITORY') ?? 'the repository'}`;
    }
}
/** The configured store. Loads each kind only when needed: the S3 SDK takes 90 ms to load. */
async function openStore(config, ctx) {
    switch (config.kind) {
        case 'directory': {
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 3606).then(__webpack_require__.bind(__webpack_require__, 3606));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(980)]).then(__webpack_require__.bind(__webpack_require__, 40980));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(3606), __webpack_require__.e(1766)]).then(__webpack_require__.bind(__webpack_require__, 91766)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
}


/***/ })

};
