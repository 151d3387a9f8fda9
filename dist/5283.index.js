export const id = 5283;
export const ids = [5283];
export const modules = {

/***/ 5283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openProject: () => (/* binding */ openProject),
/* harmony export */   signerOf: () => (/* binding */ signerOf),
/* harmony export */   signingFindings: () => (/* binding */ signingFindings)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6749);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1223);
/* harmony import */ var _services_github_workflow_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(233);
/* harmony import */ var _engine_age_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6754);
/* harmony import */ var _engine_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(960);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8234);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4227);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6225);
/* harmony import */ var _runtime_version_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9984);









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
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RewindError */ .Ir('signing-key-missing', 'rewind.yml has sign.keys, but this job has no REWIND_SIGNING_KEY.');
    }
    const key = (0,_engine_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .readSigningKey */ .jy)(text);
    if (signKeys.includes((0,_engine_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .publicKeyText */ .gt)(key)))
        return key;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RewindError */ .Ir('signing-key-unknown', 'The public key of REWIND_SIGNING_KEY is not in sign.keys.');
}
/** @throws RewindError config-not-found, config-invalid, scope-unknown */
async function openProject(invocation, ctx, path) {
    const { env, inputs } = invocation;
    const config = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(inputs.config, path(inputs.config));
    const resources = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .loadResources */ ._)(config.resources, inputs.scope, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C);
    const run = (0,_services_github_workflow_run_js__WEBPACK_IMPORTED_MODULE_7__/* .readWorkflowRun */ .h)(env);
    return {
        config,
        resources,
        signKeys: config.sign?.keys ?? [],
        store: await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_6__/* .openStore */ .C)(config.store, ctx),
        origin: {
            environment: config.environment,
            repository: ctx.env.text('GITHUB_REPOSITORY') ?? null,
            commit: ctx.env.text('GITHUB_SHA') ?? null,
            run: run?.url ?? null,
            actor: run?.triggeredBy ?? null,
            event: run?.event ?? null,
            version: _runtime_version_js__WEBPACK_IMPORTED_MODULE_8__/* .VERSION */ .x,
        },
        identities: (0,_engine_age_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .identitiesIn */ .Af)(ctx.env.secret('REWIND_IDENTITY') ?? ''),
    };
}


/***/ }),

/***/ 6754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ identitiesIn),
/* harmony export */   Cz: () => (/* binding */ assertRecipient),
/* harmony export */   D7: () => (/* binding */ assertIdentity),
/* harmony export */   bc: () => (/* binding */ recipientProblem)
/* harmony export */ });
/* unused harmony export recipientOf */
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

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
/** @throws RewindError input-invalid, without the text itself */
async function assertRecipient(text) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
    let problem = recipientProblem(text);
    if (problem === null) {
        try {
            // The library checks some kinds of recipient when it adds them, others only when it uses them.
            const encrypter = new age.Encrypter();
            encrypter.addRecipient(text);
            await encrypter.encrypt(new Uint8Array(0));
        }
        catch {
            problem = 'is mistyped or truncated: its checksum is wrong';
        }
    }
    if (problem === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `A seal recipient ${problem}.`, {
        remedy: 'Correct seal.recipients in the configuration: each is one age public key (age1…).',
    });
}
/** @throws RewindError input-invalid, without the text itself */
async function assertIdentity(text) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
    let problem = null;
    if (text.startsWith('age1'))
        problem = 'is a public key (age1…), not a secret key';
    else if (text.startsWith('AGE-PLUGIN-'))
        problem = 'belongs to an age plugin, which Rewind does not support';
    else if (!/^AGE-SECRET-KEY-(PQ-)?1/.test(text))
        problem = 'is not an age secret key (AGE-SECRET-KEY-1…)';
    else {
        try {
            await age.identityToRecipient(text);
        }
        catch {
            problem = 'is mistyped or truncated: its checksum is wrong';
        }
    }
    if (problem === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `The age identity ${problem}.`, {
        remedy: 'Put the AGE-SECRET-KEY-1… line that "age-keygen" wrote into REWIND_IDENTITY.',
    });
}


/***/ })

};
