export const id = 2248;
export const ids = [2248,3725];
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

/***/ 8156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openProject: () => (/* binding */ openProject),
  signerOf: () => (/* binding */ signerOf),
  signingFindings: () => (/* binding */ signingFindings)
});

// EXTERNAL MODULE: ./lib/config/load.js + 3 modules
var load = __webpack_require__(6905);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/services/github/workflow-run.js
var workflow_run = __webpack_require__(233);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(6754);
// EXTERNAL MODULE: ./lib/engine/signature.js
var signature = __webpack_require__(960);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var providers_load = __webpack_require__(4227);
// EXTERNAL MODULE: ./lib/store/index.js
var store = __webpack_require__(6225);
// EXTERNAL MODULE: ./lib/providers/configs.js + 12 modules
var configs = __webpack_require__(6973);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 3 modules
var create_context = __webpack_require__(358);
;// CONCATENATED MODULE: ./lib/cli/databases.js



/**
 * Refuses two resources of one provider on one database: each would restore over the other. The comparison needs the
 * variables of the environment; a resource whose URL is not known yet is not compared.
 * @throws RewindError config-invalid
 */
function assertDistinctDatabases(resources, ctx, path) {
    const seen = new Map();
    const problems = [];
    for (const resource of resources) {
        const identity = identityOf(resource, ctx);
        if (identity === null)
            continue;
        const key = JSON.stringify([resource.providerId, identity.database, identity.part]);
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, resource.id);
        else
            problems.push(`${path}: "${first}" and "${resource.id}" are the same database, ${identity.database}.`);
    }
    if (problems.length === 0)
        return;
    throw new errors/* RewindError */.Ir('config-invalid', 'Two resources name one database. Nothing was changed.', {
        problems,
        remedy: 'Remove one of the two resources, or correct its URL.',
    });
}
/**
 * A resource for each database that the configuration changes but no resource of it backs up, e.g. with `prisma` alone. It
 * is captured only before a change that asks for a backup, and planned against a snapshot that holds it.
 */
async function backupResources(resources, ctx, loadProvider) {
    const known = new Set(resources.flatMap((resource) => resource.provider.slow === true ? (identityOf(resource, ctx)?.database ?? []) : []));
    const made = new Map();
    for (const resource of resources) {
        const by = resource.provider.capabilities?.database?.backupBy?.(resource.config);
        if (by === undefined)
            continue;
        const database = identityOf(resource, ctx)?.database ?? `of ${resource.id}`;
        if (known.has(database))
            continue;
        const before = made.get(database);
        if (before) {
            made.set(database, { ...before, backsUp: [...(before.backsUp ?? []), resource.id] });
            continue;
        }
        const schema = configs/* PROVIDER_CONFIGS */.I.find(({ shape }) => shape.provider.value === by.provider);
        if (schema === undefined)
            throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${by.provider}".`);
        made.set(database, {
            // No configured id has a dot.
            id: `${resource.id}.database`,
            providerId: by.provider,
            config: schema.parse({ ...by.config, id: resource.id, provider: by.provider }),
            provider: await loadProvider(by.provider),
            backsUp: [resource.id],
        });
    }
    return [...made.values()];
}
function identityOf(resource, ctx) {
    try {
        return resource.provider.capabilities?.database?.identify(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id)) ?? null;
    }
    catch {
        // The resource itself reports a missing variable or a wrong URL.
        return null;
    }
}

// EXTERNAL MODULE: ./lib/runtime/version.js
var version = __webpack_require__(9984);
;// CONCATENATED MODULE: ./lib/cli/project.js










/** What `check` says of signatures: a key that no rollback would believe is an error. */
function signingFindings(project, ctx) {
    if (project.signKeys.length === 0) {
        return [
            {
                level: 'warning',
                code: 'snapshots-unsigned',
                message: 'Snapshots are not signed: whoever can write to the store can forge one.',
                remedy: 'Create a key with "minisign -G -W", put its public key under sign.keys, and set REWIND_SIGNING_KEY.',
            },
        ];
    }
    // Only the snapshot job holds the key.
    if (ctx.env.secret('REWIND_SIGNING_KEY') === undefined)
        return [];
    try {
        signerOf(project, ctx);
        return [];
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return [{ level: 'error', code, message, remedy }];
    }
}
/**
 * The key that signs snapshots (REWIND_SIGNING_KEY); null if the configuration asks for no signature.
 * @throws RewindError input-invalid, signing-key-missing, signing-key-unknown
 */
function signerOf({ signKeys }, ctx) {
    if (signKeys.length === 0)
        return null;
    const text = ctx.env.secret('REWIND_SIGNING_KEY');
    if (text === undefined) {
        throw new errors/* RewindError */.Ir('signing-key-missing', 'rewind.yml has sign.keys, but this job has no REWIND_SIGNING_KEY.');
    }
    const key = (0,signature/* readSigningKey */.jy)(text);
    if (signKeys.includes((0,signature/* publicKeyText */.gt)(key)))
        return key;
    throw new errors/* RewindError */.Ir('signing-key-unknown', 'The public key of REWIND_SIGNING_KEY is not in sign.keys.');
}
/** @throws RewindError config-not-found, config-invalid, scope-unknown */
async function openProject(invocation, ctx, path) {
    const { env, inputs } = invocation;
    const config = (0,load/* loadConfig */.Z)(inputs.config, path(inputs.config));
    const resources = await (0,engine_resources/* loadResources */._H)(config.resources, inputs.scope, providers_load/* loadProvider */.C);
    assertDistinctDatabases(resources, ctx, inputs.config);
    const run = (0,workflow_run/* readWorkflowRun */.h)(env);
    return {
        config,
        resources,
        backups: await backupResources(resources, ctx, providers_load/* loadProvider */.C),
        signKeys: config.sign?.keys ?? [],
        store: await (0,store/* openStore */.C)(config.store, ctx),
        origin: {
            environment: config.environment,
            repository: ctx.env.text('GITHUB_REPOSITORY') ?? null,
            commit: ctx.env.text('GITHUB_SHA') ?? null,
            run: run?.url ?? null,
            actor: run?.triggeredBy ?? null,
            event: run?.event ?? null,
            version: version/* VERSION */.x,
        },
        identities: (0,age_keys/* identitiesIn */.Af)(ctx.env.secret('REWIND_IDENTITY') ?? ''),
    };
}


/***/ }),

/***/ 7985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7732);
/* harmony import */ var _engine_trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9952);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9392);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2529);






/** States hold no secrets; sealed parts stay sealed. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCommand */ .N)({
    name: 'show',
    summary: 'Show one snapshot: its origin and its content.',
    arguments: [{ name: 'snapshot', description: 'Snapshot id, or "latest" (the default).' }],
    flags: { snapshot: _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .FLAGS */ .Wg.snapshot },
    examples: ['show', 'show 20261123T030405Z-1a2b3c'],
    async run(session) {
        const [given] = session.inputs.args;
        const id = given === undefined ? session.inputs.snapshot : _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .FLAGS */ .Wg.snapshot.parse(given);
        if (id === undefined) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `<snapshot> must be ${_cli_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .FLAGS */ .Wg.snapshot.allowed} (got "${given ?? ''}")`);
        }
        const { store, origin, resources, signKeys } = await session.open();
        const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .findSnapshot */ .Cb)(store, id, origin);
        const trust = await (0,_engine_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .trustOf */ .A)(store, manifest, signKeys, session.context.clock.now());
        const head = [
            `Snapshot ${manifest.id} of "${manifest.environment}" (${manifest.reason})`,
            `  taken ${manifest.createdAt} by Rewind ${manifest.writtenBy}`,
            `  repository ${manifest.repository ?? '-'}, commit ${manifest.commit ?? '-'}, run ${manifest.run ?? '-'}`,
            trust.kind === 'signed' ? `  signed with key ${trust.keyId}` : `  not signed: ${trust.reason}`,
        ];
        return {
            exit: 0,
            json: manifest,
            text: `${head.join('\n')}\n${(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__.describeSnapshot)(manifest, resources)}`,
            summary: `## Snapshot \`${manifest.id}\`\n\n${(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__.snapshotTable)(manifest, resources)}\n`,
        };
    },
}));


/***/ }),

/***/ 9392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   describeSnapshot: () => (/* binding */ describeSnapshot),
/* harmony export */   snapshotTable: () => (/* binding */ snapshotTable)
/* harmony export */ });
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4346);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6449);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7732);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(918);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3997);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3021);
/* harmony import */ var _cli_project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8156);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2529);










/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCommand */ .N)({
    name: 'snapshot',
    summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
    flags: {
        reason: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['pre-deploy', 'manual', 'drill'], 'pre-deploy', 'Reason for the snapshot.'),
        'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .FLAGS */ .Wg['install-client'],
    },
    examples: ['snapshot', 'snapshot --reason manual --scope db'],
    outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'retention-days'],
    async run(session) {
        const project = await session.open();
        const signer = (0,_cli_project_js__WEBPACK_IMPORTED_MODULE_3__.signerOf)(project, session.context);
        const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W9)({
            resources: project.resources,
            store: project.store,
            ctx: session.context,
            origin: project.origin,
            reason: session.inputs.reason,
            recipients: project.config.seal.recipients,
            identities: project.identities,
            signKeys: project.signKeys,
            signer,
        });
        const removed = await applyRetention(session, project);
        const leftOut = leftOutOf(manifest, project.resources);
        const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id);
        return {
            exit: 0,
            json: { ok: true, snapshot: manifest.id, resources: manifest.resources.map(({ id }) => id), leftOut, removed },
            text: `Snapshot ${manifest.id} of "${manifest.environment}" is complete and was read back.\n${describeSnapshot(manifest, project.resources)}`,
            summary: `## Snapshot \`${manifest.id}\`\n\n${snapshotTable(manifest, project.resources)}\n`,
            outputs: {
                'snapshot-id': manifest.id,
                ...(upload === null
                    ? {}
                    : {
                        'snapshot-artifact': upload.name,
                        'snapshot-path': upload.path,
                        'retention-days': String((0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__/* .retentionDays */ .Ol)(project.config)),
                    }),
            },
        };
    },
}));
/** One line for each resource, and one for each object that the snapshot does not contain. */
function describeSnapshot(manifest, resources) {
    return [
        ...rowsOf(manifest).map(([id, provider, size, took]) => `  ${id} (${provider}): ${size}, ${took}`),
        ...leftOutOf(manifest, resources).map(({ resource, what }) => `  ${resource}: not in the snapshot: ${what}`),
    ].join('\n');
}
function snapshotTable(manifest, resources) {
    const lines = leftOutOf(manifest, resources).map(({ resource, what }) => `- ${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .escapeText */ .X1)(`${resource}: not in the snapshot: ${what}`).replace(/\s+/g, ' ')}`);
    return [
        (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .table */ .tp)(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest)),
        ...(lines.length === 0 ? [] : ['', ...lines]),
    ].join('\n');
}
/** What the captured states say they lack; of the resources that the configuration still has. */
function leftOutOf(manifest, resources) {
    return manifest.resources.flatMap(({ id, provider, state }) => {
        const known = resources.find((resource) => resource.id === id && resource.providerId === provider);
        const lacking = known ? ((0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_8__/* .describeState */ .Jw)(known.provider, state).leftOut ?? []) : [];
        return lacking.map((what) => ({ resource: id, what }));
    });
}
function rowsOf(manifest) {
    return manifest.resources.map((resource) => {
        const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
        const size = resource.payloads.length === 0 ? 'state only' : (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_9__/* .amount */ .vj)(bytes, 'bytes');
        return [resource.id, resource.provider, size, (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_9__/* .seconds */ .YA)(resource.durationMs / 1000)];
    });
}
/**
 * Removes snapshots that are both older than keep-days and beyond the newest keep-last. A failure is only a warning,
 * because the new snapshot is good.
 * @returns ids removed
 */
async function applyRetention(session, { store, config }) {
    if (store.expires === true)
        return [];
    const { 'keep-last': keepLast, 'keep-days': keepDays } = config.retention;
    const oldest = session.context.clock.now().getTime() - keepDays * _runtime_progress_js__WEBPACK_IMPORTED_MODULE_9__/* .DAY_MS */ .sO;
    const removed = [];
    try {
        const ids = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listSnapshotIds */ .DB)(store, config.environment);
        for (const id of ids.slice(0, Math.max(0, ids.length - keepLast))) {
            const { createdAt } = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readManifest */ .WI)(store, config.environment, id);
            if (Date.parse(createdAt) >= oldest)
                continue;
            await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .removeSnapshot */ .Bw)(store, config.environment, id);
            removed.push(id);
        }
    }
    catch (error) {
        session.context.log.warn(`Could not remove old snapshots: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error).message}`);
    }
    return removed;
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


/***/ }),

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact)
/* harmony export */ });
/** Directory in the repository for files of the store `artifact`, until a workflow step uploads them. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null if the store needs no upload by a step */
function snapshotArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
        path: `${STAGING}/snapshots/${environment}/${id}`,
    };
}
/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
function rollbackArtifact(store, environment, digest) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}rollback-${environment}-${digest}`,
        path: `${STAGING}/rollbacks/${environment}/${digest}`,
    };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ })

};
