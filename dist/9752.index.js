export const id = 9752;
export const ids = [9752];
export const modules = {

/***/ 49752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ cloudfront)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/aws/errors.js
var aws_errors = __webpack_require__(85127);
// EXTERNAL MODULE: ./lib/services/aws/xml.js
var xml = __webpack_require__(59599);
// EXTERNAL MODULE: ./lib/services/aws/raw-documents.js
var raw_documents = __webpack_require__(87091);
// EXTERNAL MODULE: ./lib/services/aws/client-end.js
var client_end = __webpack_require__(28807);
// EXTERNAL MODULE: ./lib/services/aws/client-options.js
var client_options = __webpack_require__(43028);
;// CONCATENATED MODULE: ./lib/providers/cloudfront/client.js






const SERVICE = 'CloudFront';
const NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';
/** Objects that a distribution refers to and that the snapshot does not contain. */
const GONE = 'The snapshot does not hold it, and it was deleted: create it again with the same id, or choose a newer snapshot.';
const REMEDIES = {
    NoSuchDistribution: 'Check "distribution" of this resource: it was deleted, or belongs to another account.',
    NoSuchCachePolicy: `A cache policy is missing. ${GONE}`,
    NoSuchOriginRequestPolicy: `An origin request policy is missing. ${GONE}`,
    NoSuchResponseHeadersPolicy: `A response headers policy is missing. ${GONE}`,
    NoSuchRealtimeLogConfig: `A real-time log config is missing. ${GONE}`,
    NoSuchFieldLevelEncryptionConfig: `A field-level encryption config is missing. ${GONE}`,
    InvalidOriginAccessControl: `An origin access control is missing. ${GONE}`,
    InvalidFunctionAssociation: `A function is missing or not published. ${GONE}`,
    InvalidLambdaFunctionAssociation: `A Lambda@Edge version is missing. ${GONE}`,
    InvalidWebACLId: `The web ACL is missing. ${GONE}`,
    InvalidViewerCertificate: `The certificate is missing, expired, or does not cover the domain names. ${GONE}`,
    TrustedKeyGroupDoesNotExist: `A key group is missing. ${GONE}`,
    CNAMEAlreadyExists: 'A domain name of the snapshot now belongs to another distribution: remove it there first.',
    StagingDistributionInUse: 'Finish or delete the continuous deployment in the CloudFront console, then run again.',
    ContinuousDeploymentPolicyInUse: 'Finish or delete the continuous deployment in the CloudFront console, then run again.',
    TooManyInvalidationsInProgress: 'Wait until invalidations in progress are done (15 with wildcards at once), then run again.',
};
/** Loads the SDK on first use: it takes about 100 ms. */
async function connectDistribution(config, ctx, timeouts) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3169)]).then(__webpack_require__.t.bind(__webpack_require__, 23169, 19));
    // CloudFront is global; its API is signed for us-east-1.
    const client = new sdk.CloudFrontClient((0,client_options/* awsClientOptions */.B)(ctx, 'CLOUDFRONT', 'us-east-1', timeouts));
    const end = new client_end/* ClientEnd */.l(() => client.destroy());
    (0,raw_documents/* carryRawDocuments */.c5)(client.middlewareStack);
    const options = { abortSignal: ctx.signal };
    const Id = config.distribution;
    /** One call: the operation (for messages), its IAM action, its documents. */
    const call = async (what, action, raw, run) => {
        try {
            return await (0,raw_documents/* withRawDocument */.kR)(raw, run);
        }
        catch (error) {
            const permission = `cloudfront:${action}`;
            throw (0,aws_errors/* awsError */.es)(ctx, error, { service: SERVICE, what, action: permission, remedies: REMEDIES });
        }
    };
    const incomplete = (what) => new errors.RewindError('api-unexpected-answer', `CloudFront's response to "${what}" is incomplete.`, {
        resource: ctx.resource,
    });
    const busy = (what) => new errors.RewindError('api-conflict', `Somebody else keeps changing CloudFront ${what}.`, {
        resource: ctx.resource,
        remedy: 'Find out who is deploying, stop that, then run again.',
    });
    /** The SDK's client does not use `ctx.http`, so what it reads and writes is counted here. */
    const write = (...request) => ctx.reads.write(SERVICE, () => call(...request));
    const ask = (what, read) => ctx.reads.ask(SERVICE, `${ctx.resource} ${what}`, () => end.during(read));
    const readDistribution = async () => {
        const what = `read distribution ${Id}`;
        const raw = { expect: { root: 'Distribution' } };
        const output = await call(what, 'GetDistribution', raw, () => client.send(new sdk.GetDistributionCommand({ Id }), options));
        const found = (0,xml/* child */.jf)((0,xml/* parseXml */.NO)(raw.response ?? ''), 'DistributionConfig');
        const { ETag: etag, Distribution: parsed } = output;
        if (!found || etag === undefined || parsed?.Status === undefined || parsed.LastModifiedTime === undefined) {
            throw incomplete(what);
        }
        return { etag, status: parsed.Status, modified: parsed.LastModifiedTime, config: found };
    };
    const readFunction = async (Name, Stage) => {
        const describe = async () => {
            const what = `read function ${Name} (${Stage})`;
            const raw = { expect: { root: 'FunctionSummary' } };
            const { ETag: etag, FunctionSummary: summary } = await call(what, 'DescribeFunction', raw, () => client.send(new sdk.DescribeFunctionCommand({ Name, Stage }), options));
            const found = (0,xml/* child */.jf)((0,xml/* parseXml */.NO)(raw.response ?? ''), 'FunctionConfig');
            const modified = summary?.FunctionMetadata?.LastModifiedTime;
            if (!found || etag === undefined || modified === undefined)
                throw incomplete(what);
            return { etag, modified, status: summary?.Status ?? '', config: found };
        };
        const readCode = async () => {
            const what = `read the code of function ${Name} (${Stage})`;
            const answer = await call(what, 'GetFunction', { expect: 'code' }, () => client.send(new sdk.GetFunctionCommand({ Name, Stage }), options));
            if (answer.FunctionCode === undefined)
                throw incomplete(what);
            return { etag: answer.ETag, code: Buffer.from(answer.FunctionCode) };
        };
        try {
            let described = await describe();
            for (let attempt = 1;; attempt += 1) {
                const { etag, code } = await readCode();
                if (etag === described.etag)
                    return { ...described, code };
                // Config and code come from two calls, and a publication may happen in between.
                const again = await describe();
                if (again.etag === described.etag)
                    return { ...described, code };
                if (attempt === READ_TRIES)
                    throw busy(`function ${Name}`);
                described = again;
            }
        }
        catch (error) {
            if (error instanceof aws_errors/* AwsFailure */.OQ && error.awsCode === 'NoSuchFunctionExists')
                return null;
            throw error;
        }
    };
    const invalidatedSince = async (since, paths) => {
        const DistributionId = Id;
        const list = await call(`list invalidations of ${Id}`, 'ListInvalidations', { expect: { root: 'InvalidationList' } }, 
        // Newest first; few are newer than the last change.
        () => client.send(new sdk.ListInvalidationsCommand({ DistributionId, MaxItems: 20 }), options));
        for (const { Id: id, CreateTime: created } of list.InvalidationList?.Items ?? []) {
            if (created === undefined || created < since)
                continue;
            const batch = await call(`read invalidation ${id ?? ''}`, 'GetInvalidation', { expect: { root: 'Invalidation' } }, () => client.send(new sdk.GetInvalidationCommand({ DistributionId, Id: id }), options));
            const dropped = new Set(batch.Invalidation?.InvalidationBatch?.Paths?.Items ?? []);
            if (dropped.has('/*') || paths.every((path) => dropped.has(path)))
                return true;
        }
        return false;
    };
    return {
        distribution: () => ask('distribution', readDistribution),
        edgeFunction: (name, stage) => ask(`function ${name} ${stage}`, () => readFunction(name, stage)),
        async update(IfMatch, tree) {
            const raw = { expect: { root: 'Distribution' }, body: (0,xml/* writeXml */.hG)(tree, NAMESPACE) };
            // The document above replaces this placeholder.
            const DistributionConfig = {
                CallerReference: '',
                Origins: { Quantity: 0, Items: [] },
                DefaultCacheBehavior: { TargetOriginId: '', ViewerProtocolPolicy: 'https-only' },
                Comment: '',
                Enabled: true,
            };
            await write(`update distribution ${Id}`, 'UpdateDistribution', raw, () => client.send(new sdk.UpdateDistributionCommand({ Id, IfMatch, DistributionConfig }), options));
        },
        async createFunction(Name, tree, code) {
            const parts = [(0,xml/* element */.ND)('Name', Name), tree, (0,xml/* element */.ND)('FunctionCode', code.toString('base64'))];
            const body = (0,xml/* writeXml */.hG)((0,xml/* element */.ND)('CreateFunctionRequest', parts), NAMESPACE);
            await write(`create function ${Name}`, 'CreateFunction', { expect: { root: 'FunctionSummary' }, body }, () => client.send(new sdk.CreateFunctionCommand({ Name, ...PLACEHOLDER }), options));
        },
        async updateFunction(Name, IfMatch, tree, code) {
            const parts = [tree, (0,xml/* element */.ND)('FunctionCode', code.toString('base64'))];
            const body = (0,xml/* writeXml */.hG)((0,xml/* element */.ND)('UpdateFunctionRequest', parts), NAMESPACE);
            await write(`update function ${Name}`, 'UpdateFunction', { expect: { root: 'FunctionSummary' }, body }, () => client.send(new sdk.UpdateFunctionCommand({ Name, IfMatch, ...PLACEHOLDER }), options));
        },
        async publishFunction(Name, IfMatch) {
            await write(`publish function ${Name}`, 'PublishFunction', { expect: { root: 'FunctionSummary' } }, () => client.send(new sdk.PublishFunctionCommand({ Name, IfMatch }), options));
        },
        invalidatedSince: (since, paths) => ask(`invalidated ${since.toISOString()} ${JSON.stringify(paths)}`, () => invalidatedSince(since, paths)),
        async invalidate(CallerReference, paths) {
            const Paths = { Quantity: paths.length, Items: [...paths] };
            const InvalidationBatch = { CallerReference, Paths };
            await write(`invalidate the cache of ${Id}`, 'CreateInvalidation', { expect: { root: 'Invalidation' } }, () => client.send(new sdk.CreateInvalidationCommand({ DistributionId: Id, InvalidationBatch }), options));
        },
        close: () => end.close(),
    };
}
/** Attempts to read config and code of the same version of a function. */
const READ_TRIES = 3;
/** A placeholder for the saved document. */
const PLACEHOLDER = {
    FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
    FunctionCode: new Uint8Array([32]),
};
/** Runs `work` with a client and closes it. */
async function withDistribution(config, ctx, work) {
    const client = await connectDistribution(config, ctx);
    try {
        return await work(client);
    }
    finally {
        client.close();
    }
}

;// CONCATENATED MODULE: ./lib/providers/cloudfront/distribution.js

/** Never restored: the first cannot change, the others belong to a continuous deployment. */
const KEPT = new Set(['CallerReference', 'Staging', 'ContinuousDeploymentPolicyId']);
/** Names of the CloudFront Functions that a config uses, from their ARNs. */
function functionNames(config) {
    const found = new Set();
    const visit = (at) => {
        const name = /:function\/([\w-]{1,64})$/.exec(at.name === 'FunctionARN' ? at.text : '')?.[1];
        if (name !== undefined)
            found.add(name);
        at.children.forEach(visit);
    };
    visit(config);
    return [...found].sort();
}
function stagingOf(config) {
    return (0,xml/* textAt */.$6)(config, 'Staging') === 'true';
}
function deploymentPolicyOf(config) {
    const id = (0,xml/* textAt */.$6)(config, 'ContinuousDeploymentPolicyId') ?? '';
    return id === '' ? null : id;
}
function newest(dates) {
    return new Date(Math.max(...dates.map((date) => date.getTime())));
}

;// CONCATENATED MODULE: ./lib/providers/cloudfront/fields.js

/** Elements that identify an item of a list, by priority. */
const KEYS = ['Id', 'PathPattern', 'EventType', 'HeaderName', 'ErrorCode', 'Name', 'KeyValueStoreARN'];
/** Lists whose order matters: the first matching behavior applies, the first origin is the primary one. */
const ORDERED = new Set(['CacheBehavior', 'OriginGroupMember']);
/** Values of custom origin headers are often shared secrets; defaults of tenant parameters may be. */
const SECRET = /^HeaderValue$|^DefaultValue$|secret|token|password|credential/i;
/** CloudFront fills in omitted members, so absent equals empty. Omits counts (Quantity): the items imply them. */
function fieldsOf(root, without = new Set()) {
    const fields = { shown: new Map(), secret: new Map() };
    for (const [name, each] of named(root.children)) {
        if (!without.has(each.name))
            walk(each, name, fields);
    }
    return fields;
}
function walk(at, path, fields) {
    const items = (0,xml/* child */.jf)(at, 'Items')?.children ?? [];
    if (at.children.length === 0) {
        if (at.text !== '')
            put(fields, at.name, path, at.text);
        return;
    }
    const rest = at.children.filter(({ name }) => name !== 'Items' && name !== 'Quantity');
    for (const [name, each] of named(rest))
        walk(each, `${path}.${name}`, fields);
    const leaves = items.filter(({ children }) => children.length === 0);
    if (leaves.length > 0)
        put(fields, at.name, path, leaves
            .map(({ text }) => text)
            .sort()
            .join(', '));
    const structures = items.filter(({ children }) => children.length > 0);
    for (const [name, each] of named(structures, true))
        walk(each, `${path}.${name}`, fields);
    const order = structures.filter(({ name }) => ORDERED.has(name));
    if (order.length > 1)
        fields.shown.set(`${path} (order)`, order.map((each) => keyOf(each) ?? '?').join(', '));
}
function put(fields, name, path, value) {
    (SECRET.test(name) ? fields.secret : fields.shown).set(path, value);
}
/** Each element with a unique name among its siblings. */
function named(elements, asItems = false) {
    const seen = new Map();
    return elements.map((each, at) => {
        const base = asItems ? (keyOf(each) ?? String(at + 1)) : each.name;
        const count = (seen.get(base) ?? 0) + 1;
        seen.set(base, count);
        return [count === 1 ? base : `${base}#${count}`, each];
    });
}
function keyOf(each) {
    if (each.name === 'OriginGroupMember')
        return (0,xml/* child */.jf)(each, 'OriginId')?.text;
    return KEYS.map((key) => (0,xml/* child */.jf)(each, key)?.text).find((text) => text !== undefined && text !== '');
}
/** True if all fields are equal, including secrets. */
function sameFields(a, b) {
    return sameMap(a.shown, b.shown) && sameMap(a.secret, b.secret);
}
function sameMap(a, b) {
    return a.size === b.size && [...a].every(([path, value]) => b.get(path) === value);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
;// CONCATENATED MODULE: ./lib/providers/cloudfront/payload.js





/** The sealed payload: the config verbatim (custom origin headers often hold shared secrets), and each function. */
const CONFIG = 'distribution.xml';
const functionPayload = (name) => `function-${name}.json`;
/** Unpublished work: an operator can extract it; a restore ignores it. */
const draftPayload = (name) => `draft-${name}.json`;
const savedFunction = schemas/* strictObject */.rej({ config: schemas/* string */.YjP(), code: schemas/* base64 */.K39() });
function packFunction({ config, code }) {
    return Buffer.from(JSON.stringify({ config: (0,xml/* writeXml */.hG)(config, NAMESPACE), code: code.toString('base64') }));
}
async function readConfig(ctx, source) {
    const text = (await source.read(CONFIG)).toString('utf8');
    const config = (0,json_payload/* parsePayload */.ex)(CONFIG, ctx, () => (0,xml/* parseXml */.NO)(text));
    for (const value of fieldsOf(config).secret.values())
        ctx.masker.add(value);
    return config;
}
async function readFunction(ctx, source, name) {
    const text = (await source.read(functionPayload(name))).toString('utf8');
    return (0,json_payload/* parsePayload */.ex)(functionPayload(name), ctx, () => {
        const { config, code } = savedFunction.parse(JSON.parse(text));
        return { config: (0,xml/* parseXml */.NO)(config), code: Buffer.from(code, 'base64') };
    });
}

;// CONCATENATED MODULE: ./lib/providers/cloudfront/capture.js







async function capture(config, ctx, sink) {
    return withDistribution(config, ctx, async (client) => {
        const distribution = await client.distribution();
        const functions = await readFunctions(client, ctx, distribution.config);
        if (sink.purpose === 'snapshot') {
            await sink.write(CONFIG, Buffer.from((0,xml/* writeXml */.hG)(distribution.config, NAMESPACE)));
            for (const { name, live, draft } of functions) {
                await sink.write(functionPayload(name), packFunction(live));
                if (draft && differs(live, draft))
                    await sink.write(draftPayload(name), packFunction(draft));
            }
        }
        const modified = newest([distribution.modified, ...functions.map(({ live }) => live.modified)]);
        const invalidated = config.invalidate.length > 0 && (await client.invalidatedSince(modified, config.invalidate));
        return {
            schemaVersion: 1,
            distribution: config.distribution,
            ...(await describeConfig(ctx, distribution.config)),
            functions: Object.fromEntries(await Promise.all(functions.map(async (pair) => [pair.name, await describeFunction(ctx, pair)]))),
            staging: stagingOf(distribution.config),
            deploymentPolicy: deploymentPolicyOf(distribution.config),
            modified: modified.toISOString(),
            invalidate: [...config.invalidate].sort(),
            invalidated,
        };
    });
}
/** @throws RewindError snapshot-incomplete if a function in use is missing at the LIVE stage */
async function readFunctions(client, ctx, config) {
    return Promise.all(functionNames(config).map(async (name) => {
        const [live, draft] = await Promise.all([
            client.edgeFunction(name, 'LIVE'),
            client.edgeFunction(name, 'DEVELOPMENT'),
        ]);
        if (live)
            return { name, live, draft };
        throw new errors.RewindError('snapshot-incomplete', `CloudFront Function ${name} is in use but has no LIVE stage.`, {
            resource: ctx.resource,
            remedy: `Publish function ${name}, or remove it from the distribution, and run again.`,
        });
    }));
}
async function describeConfig(ctx, config) {
    const { shown, secret } = fieldsOf(config, KEPT);
    const sealed = await Promise.all([...secret].map(async ([path, value]) => {
        ctx.masker.add(value);
        return [path, await ctx.fingerprint(value)];
    }));
    return { fields: Object.fromEntries(shown), sealed: Object.fromEntries(sealed) };
}
/** What the manifest says of a function. */
async function describeFunction(ctx, { live, draft }) {
    return {
        fields: shownOf(live.config),
        code: await ctx.fingerprint(live.code.toString('base64')),
        bytes: live.code.length,
        draft: draft !== null && differs(live, draft),
    };
}
const shownOf = (config) => Object.fromEntries(fieldsOf(config).shown);
function differs(live, draft) {
    return !live.code.equals(draft.code) || (0,digest/* canonicalJson */.dj)(shownOf(live.config)) !== (0,digest/* canonicalJson */.dj)(shownOf(draft.config));
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/cloudfront/plan.js


const UNDO = '"rewind undo" sets the current one again';
/** Orders functions first (an association needs a published function), then the config, then the cache. */
function plan(saved, live) {
    const other = (0,other_object/* otherObject */.A_)('config', (0,other_object/* nameParts */.IN)(['distribution'], saved, live));
    if (other)
        return [{ ...other, stage: 'services' }];
    const changes = [
        ...Object.entries(saved.functions).flatMap(([name, was]) => functionChange(name, was, live.functions[name])),
        ...configChange(saved, live),
    ];
    const restored = changes.length > 0;
    if (live.invalidate.length > 0 && (restored || isDue(saved, live))) {
        const follows = isDue(saved, live) ? [] : changes.map(({ id }) => id);
        changes.push({ ...invalidation(live, restored), follows });
    }
    if (saved.deploymentPolicy !== live.deploymentPolicy || saved.staging !== live.staging) {
        changes.push(continuousDeployment(saved, live));
    }
    return changes;
}
/**
 * The config equals the saved one, but it changed in between and no invalidation followed: a restore stopped before its
 * last step, or an operator made it by hand. The caches may still hold responses of the other config.
 */
function isDue(saved, live) {
    return Date.parse(live.modified) > Date.parse(saved.modified) && !live.invalidated;
}
/** Stands in place of what a function is now. */
const NOT_USED = 'not used by the distribution now; Rewind compares its code when it applies this change';
/** A function as a plan tells it. */
const functionText = ({ fields, code, bytes }) => [
    ...Object.entries(fields).map(([path, value]) => `${path}: ${value}`),
    `code: ${bytes} bytes, fingerprint ${code.slice(0, 8)}`,
]
    .sort()
    .join('\n');
function functionChange(name, was, is) {
    if (is?.code === was.code && sameValues(is.fields, was.fields))
        return [];
    return [
        {
            id: `function:${name}`,
            stage: 'services',
            action: 'update',
            target: `CloudFront Function "${name}"`,
            before: is ? functionText(is) : NOT_USED,
            after: `${functionText(was)}\n(written to DEVELOPMENT, then published to LIVE)`,
            effect: 'live',
            // A snapshot holds the functions that the distribution uses.
            undo: is ? UNDO : null,
            warnings: [
                'the function also changes for every other distribution that uses it',
                ...(is ? [] : ['no snapshot keeps the code that the function has now: the distribution does not use it']),
                ...(is?.draft === true
                    ? ['unpublished work in the DEVELOPMENT stage is overwritten; the pre-rollback snapshot keeps it']
                    : []),
            ],
            // The config says which functions are used.
            ...(is ? {} : { follows: ['config'] }),
            // Until the caches are invalidated, the plan gives another reason for that.
            sideEffects: ['invalidate'],
            params: { kind: 'function', name },
        },
    ];
}
/** The change of the fields that differ, if any. */
function configChange(saved, live) {
    const shown = changedFields(saved.fields, live.fields);
    const sealed = changedFields(saved.sealed, live.sealed);
    if (shown.length + sealed.length === 0)
        return [];
    const lines = [
        ...shown.map(({ path, was, is }) => ({ path, was: brief(was), is: brief(is) })),
        ...sealed.map(({ path, was, is }) => ({ path, was: secretText(was, 'saved'), is: secretText(is, 'current') })),
    ].sort((a, b) => (a.path < b.path ? -1 : 1));
    return [
        {
            id: 'config',
            stage: 'services',
            action: 'update',
            target: `CloudFront distribution ${saved.distribution} (${(0,runtime_text/* plural */.LS)(lines.length, 'field')})`,
            before: lines.map(({ path, is }) => `${path}: ${is}`).join('\n'),
            after: lines.map(({ path, was }) => `${path}: ${was}`).join('\n'),
            effect: 'live',
            undo: UNDO,
            warnings: warningsOf(saved, live),
            sideEffects: ['invalidate'],
            params: { kind: 'config', fields: lines.map(({ path, was, is }) => `${path}: ${is} → ${was}`) },
        },
    ];
}
function warningsOf(saved, live) {
    const was = (path) => saved.fields[path] ?? '';
    const is = (path) => live.fields[path] ?? '';
    const warnings = [];
    if (is('Enabled') === 'true' && was('Enabled') === 'false')
        warnings.push('takes the site offline: Enabled goes to false');
    if (is('WebACLId') !== '' && was('WebACLId') === '')
        warnings.push('opens access: the web ACL is detached');
    for (const { path } of changedFields(saved.fields, live.fields)) {
        const guard = /Trusted(Signers|KeyGroups)(\.Enabled)?$|GeoRestriction(\.RestrictionType)?$/.test(path);
        const open = ['', 'false', 'none'];
        if (guard && open.includes(was(path)) && !open.includes(is(path)))
            warnings.push(`opens access: ${path} is lifted`);
        if (path.endsWith('ViewerProtocolPolicy') && was(path) === 'allow-all') {
            warnings.push(`allows plain HTTP: ${path} goes to allow-all`);
        }
    }
    if (live.deploymentPolicy !== null || live.staging) {
        warnings.push(`a continuous deployment is set up (${live.staging ? 'this is a staging distribution' : `policy ${String(live.deploymentPolicy)}`}); ` +
            'Staging and ContinuousDeploymentPolicyId stay as they are');
    }
    return warnings;
}
function invalidation(live, restored) {
    return {
        id: 'invalidate',
        stage: 'services',
        action: 'run',
        target: `Caches of CloudFront distribution ${live.distribution}`,
        before: restored ? null : 'the distribution was changed since the snapshot, and nothing was invalidated since',
        after: `invalidated: ${brief(live.invalidate.join(' '))} (after the distribution is Deployed)`,
        effect: 'live',
        undo: null,
        warnings: ['the origin gets more requests until the caches are filled again'],
        params: { kind: 'invalidate', paths: live.invalidate },
    };
}
function continuousDeployment(saved, live) {
    const describe = ({ staging, deploymentPolicy }) => `${staging ? 'staging' : 'primary'}, continuous deployment policy ${deploymentPolicy ?? 'none'}`;
    return {
        id: 'continuous-deployment',
        stage: 'services',
        action: 'update',
        target: `Continuous deployment of CloudFront distribution ${saved.distribution}`,
        before: describe(live),
        after: describe(saved),
        effect: 'live',
        undo: null,
        manual: 'Finish or abandon the continuous deployment in the CloudFront console; Rewind never changes it.',
        warnings: [],
        params: {},
    };
}
function changedFields(saved, live) {
    return [...new Set([...Object.keys(saved), ...Object.keys(live)])]
        .filter((path) => saved[path] !== live[path])
        .map((path) => ({ path, was: saved[path], is: live[path] }));
}
function sameValues(a, b) {
    return changedFields(a, b).length === 0;
}
const brief = (value) => value === undefined ? '(none)' : value.length > 200 ? `${value.slice(0, 200)}…` : value;
const secretText = (fingerprint, which) => fingerprint === undefined ? '(none)' : `(${which} secret)`;

// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
;// CONCATENATED MODULE: ./lib/providers/cloudfront/state.js


const values = (0,json/* recordOf */.zv)(schemas/* string */.YjP());
const functionState = schemas/* strictObject */.rej({
    /** FunctionConfig: comment, runtime, key-value stores. */
    fields: values,
    /** Fingerprint and length of the LIVE code; the payload holds the code. */
    code: schemas/* string */.YjP(),
    bytes: schemas/* number */.aig(),
    /** True if DEVELOPMENT has unpublished work. */
    draft: schemas/* boolean */.zMY(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    distribution: schemas/* string */.YjP(),
    /** The config by path; `sealed` holds fingerprints of values that may be secret. */
    fields: values,
    sealed: values,
    /** Associated functions, by name. */
    functions: (0,json/* recordOf */.zv)(functionState),
    /** Continuous deployment: Rewind reports it and never changes it. */
    staging: schemas/* boolean */.zMY(),
    deploymentPolicy: schemas/* string */.YjP().nullable(),
    /** Last change of the distribution or of one of its functions (ISO 8601). */
    modified: schemas/* string */.YjP(),
    /** Paths to invalidate after a restore, from the configuration. */
    invalidate: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** True if an invalidation of these paths followed the last change. */
    invalidated: schemas/* boolean */.zMY(),
});
/** The part of a change that `apply` reads. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    /** `fields` puts what the plan shows under its digest. */
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('config'), fields: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('function'), name: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('invalidate'), paths: schemas/* array */.YOg(schemas/* string */.YjP()).min(1) }),
]);

;// CONCATENATED MODULE: ./lib/providers/cloudfront/apply.js












async function apply(config, change, ctx, source) {
    const task = params.parse(change.params);
    await withDistribution(config, ctx, async (client) => {
        switch (task.kind) {
            case 'config':
                return restoreConfig(client, config, ctx, await readConfig(ctx, source), change);
            case 'function':
                return restoreFunction(client, ctx, task.name, await readFunction(ctx, source, task.name), change);
            case 'invalidate': {
                const live = await client.distribution();
                return invalidate(client, config, ctx, task.paths, functionNames(live.config));
            }
        }
    });
}
/**
 * Reads the live config and updates it with the ETag of that read. After a concurrent write it reads once more: it
 * continues if only the ETag changed, and stops if the config changed.
 */
async function restoreConfig(client, config, ctx, saved, change) {
    const first = await client.distribution();
    if (sameConfig(first.config, saved))
        return;
    const [was, is] = await Promise.all([configState(config, ctx, saved), configState(config, ctx, first.config)]);
    const [left] = configChange(was, is);
    if (left)
        (0,as_planned/* assertAsPlanned */.Jf)(change, left.before, ctx, 'in AWS');
    try {
        await client.update(first.etag, merged(saved, first.config));
    }
    catch (error) {
        if (!isStale(error))
            throw error;
        const second = await client.distribution();
        if (!sameConfig(second.config, saved)) {
            if (!sameConfig(second.config, first.config))
                throw conflict(ctx, `distribution ${config.distribution}`, error);
            await client.update(second.etag, merged(saved, second.config));
        }
    }
    await waitUntilDeployed(client, config, ctx);
}
const configState = async ({ distribution }, ctx, xml) => ({
    distribution,
    ...(await describeConfig(ctx, xml)),
    deploymentPolicy: null,
    staging: false,
});
/** True if all restored fields are equal. */
function sameConfig(a, b) {
    return sameFields(fieldsOf(a, KEPT), fieldsOf(b, KEPT));
}
/** The saved config, with the live values of the fields that are never restored. */
function merged(saved, live) {
    return [...KEPT].reduce((result, name) => (0,xml/* withChild */.vr)(result, name, (0,xml/* child */.jf)(live, name)), saved);
}
/** Writes the saved code and config to DEVELOPMENT and publishes it to LIVE. */
async function restoreFunction(client, ctx, name, saved, change) {
    // Undefined: not read yet; null: does not exist.
    let seen;
    for (let attempt = 1;; attempt += 1) {
        const live = await client.edgeFunction(name, 'LIVE');
        if (live && sameFunction(live, saved))
            return;
        if (live && change.before !== NOT_USED)
            (0,as_planned/* assertAsPlanned */.Jf)(change, functionText(await describeFunction(ctx, { live, draft: null })), ctx, 'in AWS');
        const draft = await client.edgeFunction(name, 'DEVELOPMENT');
        const moved = draft && seen !== undefined && (seen === null || !sameFunction(draft, seen));
        if (moved && !sameFunction(draft, saved))
            throw conflict(ctx, `function ${name}`, undefined);
        seen = draft;
        try {
            if (draft === null)
                await client.createFunction(name, saved.config, saved.code);
            else if (!sameFunction(draft, saved))
                await client.updateFunction(name, draft.etag, saved.config, saved.code);
            // Reads again, because the publication needs the ETag of the new version.
            const written = await client.edgeFunction(name, 'DEVELOPMENT');
            if (written && sameFunction(written, saved)) {
                await client.publishFunction(name, written.etag);
                return;
            }
            throw conflict(ctx, `function ${name}`, undefined);
        }
        catch (error) {
            if (!isStale(error) || attempt > 1)
                throw error;
        }
    }
}
function sameFunction(a, b) {
    return a.code.equals(b.code) && sameFields(fieldsOf(a.config), fieldsOf(b.config));
}
/** Invalidates the caches after the restored config is deployed; at most once for each change of the distribution. */
async function invalidate(client, config, ctx, paths, functions) {
    const distribution = await waitUntilDeployed(client, config, ctx);
    const modified = await lastModified(client, distribution, functions);
    if (await client.invalidatedSince(modified, paths))
        return;
    const reference = `rewind-${ctx.snapshotId}-${(0,digest/* digestOf */.ol)([modified.toISOString(), paths]).slice(0, 16)}`;
    await client.invalidate(reference, paths);
}
/** The time of the last change of the distribution or of a function that it uses. */
async function lastModified(client, at, functions) {
    const found = await Promise.all(functions.map((name) => client.edgeFunction(name, 'LIVE')));
    return newest([at.modified, ...found.flatMap((each) => (each ? [each.modified] : []))]);
}
/** @throws RewindError deadline-exceeded */
async function waitUntilDeployed(client, config, ctx) {
    const { distribution, wait, 'poll-seconds': poll } = config;
    const began = ctx.clock.monotonic();
    let reported = Number.NEGATIVE_INFINITY;
    for (;;) {
        const now = await client.distribution();
        const seconds = (ctx.clock.monotonic() - began) / 1000;
        if (now.status === 'Deployed')
            return now;
        if (wait === 0) {
            ctx.log.warn(`Distribution ${distribution} is ${now.status}; not waiting, as "wait" is 0.`);
            return now;
        }
        if (seconds + poll > wait) {
            throw new errors.RewindError('deadline-exceeded', `Distribution ${distribution} is restored, but still ${now.status} after ${Math.round(seconds)} s.`, {
                resource: ctx.resource,
                remedy: 'CloudFront continues the deployment. Run the same rollback again to wait longer and to invalidate, or raise "wait".',
            });
        }
        if (seconds - reported >= 30) {
            ctx.log.info(`Distribution ${distribution}: ${now.status} for ${Math.round(seconds)} s (usually minutes; at most ${wait} s).`);
            reported = seconds;
        }
        await ctx.clock.sleep(poll * 1000, ctx.signal);
    }
}
/** Another client wrote since the read, or an earlier attempt of this call whose response was lost. */
function isStale(error) {
    const codes = ['PreconditionFailed', 'InvalidIfMatchVersion', 'FunctionAlreadyExists'];
    return error instanceof aws_errors/* AwsFailure */.OQ && codes.includes(error.awsCode);
}
function conflict(ctx, what, cause) {
    return new errors.RewindError('api-conflict', `Somebody else changed ${what} during the restore. Rewind left that change alone.`, {
        resource: ctx.resource,
        remedy: 'Find out who is deploying, stop that, and plan again.',
        unwritten: true,
        cause,
    });
}

// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
// EXTERNAL MODULE: ./lib/services/aws/access.js
var access = __webpack_require__(13146);
;// CONCATENATED MODULE: ./lib/providers/cloudfront/capabilities.js



const capabilities = {
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['distribution'], saved, config),
    access: access/* awsAccess */.S,
    describeState: ({ distribution, functions }) => {
        const names = Object.keys(functions);
        return { content: `distribution ${distribution}, ${(0,counted/* counted */.h)(names.length, 'function', names)}` };
    },
};

;// CONCATENATED MODULE: ./lib/providers/cloudfront/check.js




async function check(config, ctx) {
    return withDistribution(config, ctx, async (client) => {
        try {
            return await risksOf(client, config);
        }
        catch (error) {
            if (!(error instanceof errors.RewindError))
                throw error;
            const { code, message, remedy } = error;
            return [{ level: 'error', code, message, remedy }];
        }
    });
}
async function risksOf(client, config) {
    const findings = [];
    const { config: live } = await client.distribution();
    if (config.invalidate.length > 0)
        await client.invalidatedSince(new Date(8.64e15), config.invalidate);
    if (stagingOf(live) || deploymentPolicyOf(live) !== null) {
        findings.push({
            level: 'warning',
            code: 'cloudfront-continuous-deployment',
            message: `Distribution ${config.distribution} takes part in a continuous deployment (${stagingOf(live) ? 'as staging' : `policy ${String(deploymentPolicyOf(live))}`}). Rewind restores everything else.`,
            remedy: 'Finish or abandon the continuous deployment before a rollback, in the CloudFront console.',
        });
    }
    for (const name of functionNames(live)) {
        const found = await client.edgeFunction(name, 'LIVE');
        if (!found) {
            findings.push({
                level: 'error',
                code: 'cloudfront-function-missing',
                message: `CloudFront Function ${name} is in use but has no LIVE stage.`,
                remedy: `Publish function ${name}, or remove it from the distribution.`,
            });
        }
        else if (hasStores(found.config)) {
            findings.push({
                level: 'info',
                code: 'cloudfront-key-value-store',
                message: `Function ${name} reads a key-value store; the contents of the store are not captured.`,
                remedy: 'Keep the contents under version control and import them again when needed.',
            });
        }
    }
    return findings;
}
function hasStores(config) {
    return !['0', undefined].includes((0,xml/* textAt */.$6)(config, 'KeyValueStoreAssociations', 'Quantity'));
}

;// CONCATENATED MODULE: ./lib/providers/cloudfront/prove.js




/** Compares the sealed config and each sealed function with the manifest. */
async function prove(_config, saved, ctx, source) {
    const of = `of distribution ${saved.distribution}`;
    const findings = [];
    const { fields, sealed } = await describeConfig(ctx, await readConfig(ctx, source));
    if ((0,digest/* canonicalJson */.dj)([fields, sealed]) !== (0,digest/* canonicalJson */.dj)([saved.fields, saved.sealed])) {
        findings.push((0,json_payload/* payloadDiffers */.Wv)(`config ${of}`));
    }
    for (const [name, { fields: savedFields, code: savedCode }] of Object.entries(saved.functions)) {
        const { config, code } = await readFunction(ctx, source, name);
        const found = [shownOf(config), await ctx.fingerprint(code.toString('base64'))];
        if ((0,digest/* canonicalJson */.dj)(found) !== (0,digest/* canonicalJson */.dj)([savedFields, savedCode])) {
            findings.push((0,json_payload/* payloadDiffers */.Wv)(`function ${name} ${of}`));
        }
    }
    return findings;
}

;// CONCATENATED MODULE: ./lib/providers/cloudfront/index.js








/** One CloudFront distribution and the functions that it uses. */
/* harmony default export */ const cloudfront = ((0,provider/* defineProvider */.Nj)({
    id: 'cloudfront',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    prove: prove,
    capabilities: capabilities,
}));


/***/ })

};
