export const id = 8156;
export const ids = [8156];
export const modules = {

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
// EXTERNAL MODULE: ./lib/providers/configs.js + 13 modules
var configs = __webpack_require__(1074);
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

// EXTERNAL MODULE: ./lib/cli/repository-root.js
var repository_root = __webpack_require__(5505);
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
function readConfig({ inputs, root }, absolute) {
    try {
        return (0,load/* loadConfig */.Z)(inputs.config, absolute);
    }
    catch (error) {
        throw (0,repository_root/* withParentHint */.I)(error, root, inputs.config);
    }
}
/** @throws RewindError config-not-found, config-invalid, scope-unknown */
async function openProject(invocation, ctx, path) {
    const { env, inputs } = invocation;
    const config = readConfig(invocation, path(inputs.config));
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

/***/ 6754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ identitiesIn),
/* harmony export */   Cz: () => (/* binding */ assertRecipient),
/* harmony export */   D7: () => (/* binding */ assertIdentity),
/* harmony export */   Ep: () => (/* binding */ IDENTITY_REMEDY),
/* harmony export */   XH: () => (/* binding */ identityFault),
/* harmony export */   bc: () => (/* binding */ recipientProblem),
/* harmony export */   cB: () => (/* binding */ recipientFault),
/* harmony export */   du: () => (/* binding */ recipientOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);

const BAD_CHECKSUM = 'is mistyped or truncated: its checksum is wrong';
const IDENTITY_REMEDY = 'Put the AGE-SECRET-KEY-1… line that "age-keygen" wrote into REWIND_IDENTITY.';
/** The public key of an identity. @throws RewindError input-invalid */
async function recipientOf(identity) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
    await assertIdentity(identity);
    return age.identityToRecipient(identity);
}
/**
 * The identities in the output of `age-keygen`: one per line, without comments (`#`) and empty lines. People often put the
 * whole key file into the secret.
 */
function identitiesIn(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/**
 * The mistake in the form of a recipient, or null. Quick and synchronous, for the configuration loader. The message never
 * contains the text, because it may be a secret key in the wrong place.
 */
function recipientProblem(text) {
    if (/AGE-SECRET-KEY-/i.test(text)) {
        return ('is a secret key (identity), not a recipient. Anyone who reads this file has it: create a new pair with ' +
            '"age-keygen", and put only the public key (age1…) here');
    }
    if (text.startsWith('ssh-'))
        return 'is an SSH key; only age public keys (age1…) are supported';
    if (!/^age1[02-9a-z]+$/.test(text))
        return 'is not an age public key (age1…, as printed by "age-keygen -y")';
    return null;
}
/** The mistake in a recipient, its checksum included, or null. Never contains the text. */
async function recipientFault(text) {
    const problem = recipientProblem(text);
    if (problem !== null)
        return problem;
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
    try {
        // The library checks some kinds of recipient when it adds them, others only when it uses them.
        const encrypter = new age.Encrypter();
        encrypter.addRecipient(text);
        await encrypter.encrypt(new Uint8Array(0));
        return null;
    }
    catch {
        return BAD_CHECKSUM;
    }
}
/** The mistake in an identity, or null. Never contains the text. */
async function identityFault(text) {
    if (text.startsWith('age1'))
        return 'is a public key (age1…), not a secret key';
    if (text.startsWith('AGE-PLUGIN-'))
        return 'belongs to an age plugin, which Rewind does not support';
    if (!/^AGE-SECRET-KEY-(PQ-)?1/.test(text))
        return 'is not an age secret key (AGE-SECRET-KEY-1…)';
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
    try {
        await age.identityToRecipient(text);
        return null;
    }
    catch {
        return BAD_CHECKSUM;
    }
}
/** @throws RewindError input-invalid, without the text itself */
async function assertRecipient(text) {
    const fault = await recipientFault(text);
    if (fault === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `A seal recipient ${fault}.`, {
        remedy: 'Correct seal.recipients in the configuration: each is one age public key (age1…).',
    });
}
/** @throws RewindError input-invalid, without the text itself */
async function assertIdentity(text) {
    const fault = await identityFault(text);
    if (fault === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `The age identity ${fault}.`, { remedy: IDENTITY_REMEDY });
}


/***/ }),

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   _H: () => (/* binding */ loadResources)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);

/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/** The resources in a scope (null = all), and those that back up a database of them. */
function inScope(resources, scope) {
    return resources.filter(({ id, backsUp }) => scope === null || scope.includes(id) || backsUp?.some((of) => scope.includes(of)) === true);
}
/** Runs a step for all resources in parallel and keeps every outcome: no failure hides another. */
async function settleResources(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
}


/***/ })

};
