export const id = 417;
export const ids = [417];
export const modules = {

/***/ 72798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ s3_bucket)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/services/aws/errors.js
var errors = __webpack_require__(85127);
// EXTERNAL MODULE: ./lib/services/aws/raw-documents.js
var raw_documents = __webpack_require__(87091);
// EXTERNAL MODULE: ./lib/services/aws/client-end.js
var client_end = __webpack_require__(28807);
// EXTERNAL MODULE: ./lib/services/aws/client-options.js
var client_options = __webpack_require__(43028);
;// CONCATENATED MODULE: ./lib/providers/s3-bucket/client.js




const SERVICE = 'S3';
const CALLS = {
    policy: calls('policy', '', 'NoSuchBucketPolicy', 'BucketPolicy'),
    cors: calls('CORS rules', 'CORSConfiguration', 'NoSuchCORSConfiguration', 'BucketCORS'),
    'public-access-block': calls('public access block', 'PublicAccessBlockConfiguration', 'NoSuchPublicAccessBlockConfiguration', 'BucketPublicAccessBlock'),
    ownership: calls('ownership controls', 'OwnershipControls', 'OwnershipControlsNotFoundError', 'BucketOwnershipControls'),
    versioning: calls('versioning', 'VersioningConfiguration', null, 'BucketVersioning'),
    encryption: calls('default encryption', 'ServerSideEncryptionConfiguration', 'ServerSideEncryptionConfigurationNotFoundError', 'EncryptionConfiguration'),
    lifecycle: calls('lifecycle rules', 'LifecycleConfiguration', 'NoSuchLifecycleConfiguration', 'LifecycleConfiguration'),
    website: calls('website settings', 'WebsiteConfiguration', 'NoSuchWebsiteConfiguration', 'BucketWebsite'),
};
function calls(label, root, absent, noun) {
    return { label, root, absent, getAction: `s3:Get${noun}`, putAction: `s3:Put${noun}` };
}
/** IAM actions of removals that differ from the action of a write. */
const DELETE_ACTIONS = {
    policy: 's3:DeleteBucketPolicy',
    website: 's3:DeleteBucketWebsite',
};
const BLOCKED = 'If the policy allows "*": BlockPublicPolicy refuses public policies. Switch it off for this bucket and for the account ' +
    '(S3 console, "Block Public Access settings for this account"), if the policy must be public. Otherwise grant the ' +
    'credential the IAM action s3:PutBucketPolicy.';
/** Loads the SDK on first use: it takes about 90 ms. */
async function connectBucket(config, ctx, timeouts) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const settings = (0,client_options/* awsClientOptions */.B)(ctx, 'S3', config.region, timeouts);
    // Emulators and S3-compatible stores have no host name per bucket.
    const client = new sdk.S3Client({ ...settings, forcePathStyle: 'endpoint' in settings });
    const end = new client_end/* ClientEnd */.l(() => client.destroy());
    (0,raw_documents/* carryRawDocuments */.c5)(client.middlewareStack);
    const options = { abortSignal: ctx.signal };
    const owner = config['expected-owner'];
    const bucket = { Bucket: config.bucket, ...(owner === undefined ? {} : { ExpectedBucketOwner: owner }) };
    const gets = {
        policy: () => client.send(new sdk.GetBucketPolicyCommand(bucket), options),
        cors: () => client.send(new sdk.GetBucketCorsCommand(bucket), options),
        'public-access-block': () => client.send(new sdk.GetPublicAccessBlockCommand(bucket), options),
        ownership: () => client.send(new sdk.GetBucketOwnershipControlsCommand(bucket), options),
        versioning: () => client.send(new sdk.GetBucketVersioningCommand(bucket), options),
        encryption: () => client.send(new sdk.GetBucketEncryptionCommand(bucket), options),
        lifecycle: () => client.send(new sdk.GetBucketLifecycleConfigurationCommand(bucket), options),
        website: () => client.send(new sdk.GetBucketWebsiteCommand(bucket), options),
    };
    // The saved document replaces these placeholder bodies (services/aws/raw-documents.ts).
    const puts = {
        policy: ({ text }) => client.send(new sdk.PutBucketPolicyCommand({ ...bucket, Policy: text }), options),
        cors: () => client.send(new sdk.PutBucketCorsCommand({ ...bucket, CORSConfiguration: { CORSRules: [] } }), options),
        'public-access-block': () => client.send(new sdk.PutPublicAccessBlockCommand({ ...bucket, PublicAccessBlockConfiguration: {} }), options),
        ownership: () => client.send(new sdk.PutBucketOwnershipControlsCommand({ ...bucket, OwnershipControls: { Rules: [] } }), options),
        versioning: () => client.send(new sdk.PutBucketVersioningCommand({ ...bucket, VersioningConfiguration: {} }), options),
        encryption: () => client.send(new sdk.PutBucketEncryptionCommand({ ...bucket, ServerSideEncryptionConfiguration: { Rules: [] } }), options),
        lifecycle: ({ minimumSize }) => client.send(new sdk.PutBucketLifecycleConfigurationCommand({
            ...bucket,
            LifecycleConfiguration: { Rules: [] },
            ...(minimumSize === 'varies_by_storage_class' || minimumSize === 'all_storage_classes_128K'
                ? { TransitionDefaultMinimumObjectSize: minimumSize }
                : {}),
        }), options),
        website: () => client.send(new sdk.PutBucketWebsiteCommand({ ...bucket, WebsiteConfiguration: {} }), options),
    };
    const removals = {
        policy: () => client.send(new sdk.DeleteBucketPolicyCommand(bucket), options),
        cors: () => client.send(new sdk.DeleteBucketCorsCommand(bucket), options),
        'public-access-block': () => client.send(new sdk.DeletePublicAccessBlockCommand(bucket), options),
        ownership: () => client.send(new sdk.DeleteBucketOwnershipControlsCommand(bucket), options),
        // S3 can suspend versioning but not unset it.
        versioning: () => client.send(new sdk.PutBucketVersioningCommand({ ...bucket, VersioningConfiguration: { Status: 'Suspended' } }), options),
        encryption: () => client.send(new sdk.DeleteBucketEncryptionCommand(bucket), options),
        lifecycle: () => client.send(new sdk.DeleteBucketLifecycleCommand(bucket), options),
        website: () => client.send(new sdk.DeleteBucketWebsiteCommand(bucket), options),
    };
    const call = (verb, aspect, action) => ({
        service: SERVICE,
        what: `${verb} the ${CALLS[aspect].label} of bucket ${config.bucket}`,
        action,
        remedies: {
            NoSuchBucket: `Check "bucket" of this resource: ${config.bucket} does not exist (deleted, or in another partition).`,
            ...(verb === 'write' && aspect === 'policy' ? { AccessDenied: BLOCKED } : {}),
        },
    });
    const read = async (aspect) => {
        const { root, absent, getAction } = CALLS[aspect];
        // moto names this root differently. Rewind never writes versioning back verbatim.
        const alias = aspect === 'versioning' ? 'GetBucketVersioningResponse' : undefined;
        const raw = { expect: aspect === 'policy' ? 'json' : { root, alias } };
        try {
            const output = await (0,raw_documents/* withRawDocument */.kR)(raw, gets[aspect]);
            const minimumSize = 'TransitionDefaultMinimumObjectSize' in output ? String(output.TransitionDefaultMinimumObjectSize) : null;
            return { text: raw.response ?? '', minimumSize: aspect === 'lifecycle' ? minimumSize : null };
        }
        catch (error) {
            const failure = (0,errors/* awsError */.es)(ctx, error, call('read', aspect, getAction));
            if (failure instanceof errors/* AwsFailure */.OQ && failure.awsCode === absent)
                return null;
            throw failure;
        }
    };
    /** The SDK's client does not use `ctx.http`, so what it reads and writes is counted here. */
    const write = (request) => ctx.reads.write(SERVICE, request);
    return {
        read: (aspect) => ctx.reads.ask(SERVICE, `${ctx.resource} ${aspect}`, () => end.during(() => read(aspect))),
        async write(aspect, document) {
            const raw = { expect: 'empty', ...(aspect === 'policy' ? {} : { body: document.text }) };
            try {
                await write(() => (0,raw_documents/* withRawDocument */.kR)(raw, () => puts[aspect](document)));
            }
            catch (error) {
                throw (0,errors/* awsError */.es)(ctx, error, call('write', aspect, CALLS[aspect].putAction));
            }
        },
        async remove(aspect) {
            try {
                await write(() => (0,raw_documents/* withRawDocument */.kR)({ expect: 'empty' }, removals[aspect]));
            }
            catch (error) {
                throw (0,errors/* awsError */.es)(ctx, error, call('remove', aspect, DELETE_ACTIONS[aspect] ?? CALLS[aspect].putAction));
            }
        },
        close: () => end.close(),
    };
}
/** Runs `work` with a client and closes it. */
async function withBucket(config, ctx, work) {
    const client = await connectBucket(config, ctx);
    try {
        return await work(client);
    }
    finally {
        client.close();
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/services/aws/xml.js
var xml = __webpack_require__(59599);
;// CONCATENATED MODULE: ./lib/providers/s3-bucket/policy.js


/**
 * Compares bucket policies by meaning (IAM's policy grammar), because S3 rewrites the policies that it stores
 * (single-element lists become strings, account ids become root ARNs).
 */
const list = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]);
const principal = schemas/* union */.KCZ([schemas/* literal */.euz('*'), schemas/* record */.g1P(schemas/* string */.YjP(), list)]);
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const statement = schemas/* looseObject */._H3({
    Sid: schemas/* string */.YjP().optional(),
    Effect: schemas/* string */.YjP(),
    Principal: principal.optional(),
    NotPrincipal: principal.optional(),
    Action: list.optional(),
    NotAction: list.optional(),
    Resource: list.optional(),
    NotResource: list.optional(),
    Condition: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([scalar, schemas/* array */.YOg(scalar)]))).optional(),
});
const policy = schemas/* looseObject */._H3({
    Version: schemas/* string */.YjP().optional(),
    Statement: schemas/* union */.KCZ([statement, schemas/* array */.YOg(statement)]),
});
/** @throws Error (zod or SyntaxError) if the text is not a policy */
function parse(text) {
    const { Version, Statement: statements, ...rest } = policy.parse(JSON.parse(text));
    return { rest, version: Version ?? '2008-10-17', statements: Array.isArray(statements) ? statements : [statements] };
}
/**
 * Equal for policies with the same meaning. Ignores the order of keys, statements and list values, single values as
 * strings, the case of actions, an account id instead of its root ARN, and "*" instead of {"AWS":"*"}.
 */
function canonicalPolicy(text) {
    const { rest, version, statements } = parse(text);
    return (0,digest/* canonicalJson */.dj)({ ...rest, Version: version, Statement: sorted(statements.map(canonicalStatement)) });
}
function canonicalStatement(each) {
    const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition, ...rest } = each;
    const lists = { Resource, NotResource };
    const actions = { Action, NotAction };
    return {
        ...rest,
        ...mapped({ Principal, NotPrincipal }, canonicalPrincipal),
        ...mapped(lists, (value) => sorted(asList(value))),
        ...mapped(actions, (value) => sorted(asList(value).map((action) => action.toLowerCase()))),
        ...mapped({ Condition }, (operators) => Object.fromEntries(Object.entries(operators).map(([operator, keys]) => [operator, canonicalKeys(keys)]))),
    };
}
function canonicalKeys(keys) {
    // Names of condition keys are case-insensitive; their values are compared as text.
    return Object.fromEntries(Object.entries(keys).map(([key, values]) => [key.toLowerCase(), sorted([values].flat().map(String))]));
}
function canonicalPrincipal(value) {
    if (value === '*')
        return { AWS: ['*'] };
    return Object.fromEntries(Object.entries(value).map(([kind, names]) => [
        kind,
        sorted(asList(names).map((name) => (/^\d{12}$/.test(name) ? `arn:aws:iam::${name}:root` : name))),
    ]));
}
function mapped(entries, to) {
    return Object.fromEntries(Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, to(value)]])));
}
const asList = (value) => (Array.isArray(value) ? value : [value]);
/** Sorts by canonical text and removes duplicates. */
function sorted(values) {
    const byText = new Map(values.map((value) => [(0,digest/* canonicalJson */.dj)(value), value]));
    return [...byText.keys()].sort().map((text) => byText.get(text) ?? null);
}
/** Describes who may do what. Omits the values of conditions, which may be shared secrets. */
function describePolicy(text) {
    return parse(text)
        .statements.map((each) => {
        const who = each.Principal !== undefined ? names(each.Principal) : `all but ${names(each.NotPrincipal ?? {})}`;
        const what = each.Action !== undefined ? policy_short(asList(each.Action)) : `all but ${policy_short(asList(each.NotAction ?? []))}`;
        const where = each.Resource !== undefined ? policy_short(asList(each.Resource)) : `all but ${policy_short(asList(each.NotResource ?? []))}`;
        const when = each.Condition === undefined ? '' : ` if ${conditionKeys(each.Condition)}`;
        return `${each.Effect} ${who}: ${what} on ${where}${when}${each.Sid ? ` (${each.Sid})` : ''}`;
    })
        .sort();
}
function conditionKeys(condition) {
    return Object.entries(condition)
        .flatMap(([operator, keys]) => Object.keys(keys).map((key) => `${operator} ${key} …`))
        .join(' and ');
}
/** Warnings for "Allow" statements for everyone: without a condition they make the bucket public. */
function opensOf(text) {
    return parse(text).statements.flatMap((each) => {
        if (each.Effect !== 'Allow' || !namesEveryone(each))
            return [];
        const what = policy_short(asList(each.Action ?? each.NotAction ?? []));
        const sid = each.Sid ? ` (${each.Sid})` : '';
        return each.Condition === undefined
            ? [`opens public access: everyone (Principal "*") is allowed ${what}${sid}`]
            : [`may open public access: everyone is allowed ${what} if ${conditionKeys(each.Condition)}${sid}`];
    });
}
function namesEveryone({ Principal, NotPrincipal }) {
    if (NotPrincipal !== undefined)
        return true;
    if (Principal === undefined)
        return false;
    return (Principal === '*' ||
        Object.values(Principal)
            .flat()
            .some((name) => name === '*'));
}
/** Principals that S3 shows by an internal id, because their user or role was deleted. */
function deadPrincipals(text) {
    return parse(text).statements.flatMap(({ Principal }) => Principal === undefined || Principal === '*'
        ? []
        : Object.values(Principal)
            .flat()
            .filter((name) => /^(AIDA|AROA)[A-Z0-9]{12,}$/.test(name)));
}
function names(value) {
    return value === '*' ? '*' : policy_short(Object.values(value).flat());
}
function policy_short(values) {
    const shown = [...values].sort().slice(0, 5).join(', ');
    return values.length > 5 ? `${shown} and ${values.length - 5} more` : shown;
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/s3-bucket/documents.js





/** The settings of a bucket that are captured and restored, independently of each other. */
const ASPECTS = [
    'policy',
    'cors',
    'public-access-block',
    'ownership',
    'versioning',
    'encryption',
    'lifecycle',
    'website',
];
/** The sealed payload: every document verbatim. Conditions of a policy may hold shared secrets. */
const PAYLOAD = 'settings.json';
const documents_document = schemas/* strictObject */.rej({ text: schemas/* string */.YjP(), minimumSize: schemas/* string */.YjP().nullable() }).nullable();
const payload = schemas/* record */.g1P(schemas/* enum */.k5n(ASPECTS), documents_document);
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
/** Lists whose order matters: the first matching rule applies. */
const ORDERED = new Set(['CORSRule', 'RoutingRule']);
/** Text that is equal for equivalent documents; null when the document means "not set". */
function canonicalDocument(aspect, document) {
    if (document === null)
        return null;
    if (aspect === 'policy')
        return canonicalPolicy(document.text);
    const root = (0,xml/* parseXml */.NO)(document.text);
    if (aspect === 'versioning')
        return (0,xml/* textAt */.$6)(root, 'Status') ?? null;
    const text = (0,digest/* canonicalJson */.dj)([canonicalElement(root), document.minimumSize]);
    return aspect === 'encryption' && isDefaultEncryption(root) ? null : text;
}
/** Groups children by name: a set for each name, unless their order matters. */
function canonicalElement(each) {
    if (each.children.length === 0)
        return each.text.trim();
    const groups = new Map();
    for (const inner of each.children) {
        groups.set(inner.name, [...(groups.get(inner.name) ?? []), canonicalElement(inner)]);
    }
    const byText = (a, b) => ((0,digest/* canonicalJson */.dj)(a) < (0,digest/* canonicalJson */.dj)(b) ? -1 : 1);
    return Object.fromEntries([...groups].map(([name, values]) => [name, ORDERED.has(name) ? values : values.sort(byText)]));
}
/** Plain SSE-S3: the default of every bucket since 2023, and the state after a removal. */
function isDefaultEncryption(root) {
    const [rule, ...more] = (0,xml/* childrenOf */.LU)(root, 'Rule');
    if (!rule || more.length > 0)
        return false;
    const settings = rule.children.filter(({ name, text }) => !(name === 'BucketKeyEnabled' && text === 'false'));
    const [only, ...others] = settings;
    return (only?.name === 'ApplyServerSideEncryptionByDefault' &&
        others.length === 0 &&
        (0,xml/* textAt */.$6)(only, 'SSEAlgorithm') === 'AES256' &&
        only.children.length === 1);
}
/** The lines that a plan shows of a setting, without the values of policy conditions. */
function describeDocument(aspect, document) {
    if (aspect === 'policy')
        return describePolicy(document.text);
    const root = (0,xml/* parseXml */.NO)(document.text);
    const all = (parent, name) => (0,xml/* childrenOf */.LU)(parent, name)
        .map(({ text }) => text)
        .sort()
        .join(', ');
    switch (aspect) {
        case 'cors':
            return (0,xml/* childrenOf */.LU)(root, 'CORSRule').map((rule) => {
                const headers = all(rule, 'AllowedHeader');
                const exposed = all(rule, 'ExposeHeader');
                const age = (0,xml/* textAt */.$6)(rule, 'MaxAgeSeconds');
                return [
                    `${all(rule, 'AllowedMethod')} from ${all(rule, 'AllowedOrigin')}`,
                    ...(headers ? [`headers ${headers}`] : []),
                    ...(exposed ? [`exposes ${exposed}`] : []),
                    ...(age === undefined ? [] : [`cached ${age} s`]),
                ].join('; ');
            });
        case 'public-access-block':
            return BLOCKS.map((name) => `${name} ${(0,xml/* textAt */.$6)(root, name) === 'true' ? 'on' : 'off'}`);
        case 'ownership':
            return [all((0,xml/* child */.jf)(root, 'Rule') ?? root, 'ObjectOwnership')];
        case 'versioning':
            return [(0,xml/* textAt */.$6)(root, 'Status') ?? 'never set'];
        case 'encryption':
            return (0,xml/* childrenOf */.LU)(root, 'Rule').map((rule) => {
                const settings = (0,xml/* child */.jf)(rule, 'ApplyServerSideEncryptionByDefault');
                const key = settings && (0,xml/* textAt */.$6)(settings, 'KMSMasterKeyID');
                const bucketKey = (0,xml/* textAt */.$6)(rule, 'BucketKeyEnabled') === 'true' ? ', bucket key' : '';
                return `${(settings && (0,xml/* textAt */.$6)(settings, 'SSEAlgorithm')) ?? 'no default'}${key ? ` with key ${key}` : ''}${bucketKey}`;
            });
        case 'lifecycle':
            return (0,xml/* childrenOf */.LU)(root, 'Rule')
                .map((rule) => `${(0,xml/* textAt */.$6)(rule, 'ID') ?? 'rule'} (${(0,xml/* textAt */.$6)(rule, 'Status') ?? '?'}): ${lifecycleSteps(rule)}`)
                .sort();
        case 'website': {
            const redirect = (0,xml/* textAt */.$6)(root, 'RedirectAllRequestsTo', 'HostName');
            const rules = (0,xml/* child */.jf)(root, 'RoutingRules')?.children.length ?? 0;
            return [
                redirect === undefined
                    ? `index ${(0,xml/* textAt */.$6)(root, 'IndexDocument', 'Suffix') ?? 'none'}, error ${(0,xml/* textAt */.$6)(root, 'ErrorDocument', 'Key') ?? 'none'}`
                    : `redirects everything to ${redirect}`,
                ...(rules > 0 ? [(0,runtime_text/* plural */.LS)(rules, 'routing rule')] : []),
            ];
        }
    }
}
const BLOCKS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
function lifecycleSteps(rule) {
    const prefix = (0,xml/* textAt */.$6)(rule, 'Filter', 'Prefix') ?? (0,xml/* textAt */.$6)(rule, 'Filter', 'And', 'Prefix') ?? (0,xml/* textAt */.$6)(rule, 'Prefix');
    const steps = rule.children
        .filter(({ name }) => /Expiration|Transition|Abort/.test(name))
        .map((step) => `${step.name} ${step.children.map(({ name, text }) => `${name} ${text}`).join(' ')}`);
    return `${prefix ? `${prefix}*: ` : ''}${steps.join(', ') || 'nothing'}`;
}
/** Warnings for the approver about a restore of this document. */
function dangersOf(aspect, document) {
    if (aspect === 'policy')
        return opensOf(document.text);
    const root = (0,xml/* parseXml */.NO)(document.text);
    if (aspect === 'cors') {
        const wide = (0,xml/* childrenOf */.LU)(root, 'CORSRule').some((rule) => (0,xml/* childrenOf */.LU)(rule, 'AllowedOrigin').some(({ text }) => text === '*'));
        return wide ? ['opens access: any website may call this bucket from a browser (AllowedOrigin "*")'] : [];
    }
    if (aspect === 'website') {
        return ['opens access: the website endpoint serves everything that the policy makes public over plain HTTP'];
    }
    if (aspect === 'ownership' && (0,xml/* textAt */.$6)(root, 'Rule', 'ObjectOwnership') !== 'BucketOwnerEnforced') {
        return ['may open access: this setting enables the ACLs of the bucket and its objects'];
    }
    if (aspect === 'lifecycle') {
        return (0,xml/* childrenOf */.LU)(root, 'Rule')
            .filter((rule) => (0,xml/* textAt */.$6)(rule, 'Status') === 'Enabled' && rule.children.some(({ name }) => /Expiration/.test(name)))
            .map((rule) => `deletes objects: lifecycle rule ${(0,xml/* textAt */.$6)(rule, 'ID') ?? ''} (${lifecycleSteps(rule)})`);
    }
    return [];
}
/** The four switches; all off without a block. */
function blocksOf(document) {
    const root = document === null ? (0,xml/* element */.ND)('none') : (0,xml/* parseXml */.NO)(document.text);
    const on = (name) => (0,xml/* textAt */.$6)(root, name) === 'true';
    return {
        BlockPublicAcls: on('BlockPublicAcls'),
        IgnorePublicAcls: on('IgnorePublicAcls'),
        BlockPublicPolicy: on('BlockPublicPolicy'),
        RestrictPublicBuckets: on('RestrictPublicBuckets'),
    };
}
function blockDocument(blocks) {
    const root = (0,xml/* element */.ND)('PublicAccessBlockConfiguration', BLOCKS.map((name) => (0,xml/* element */.ND)(name, String(blocks[name]))));
    return { text: (0,xml/* writeXml */.hG)(root, NAMESPACE), minimumSize: null };
}
function versioningDocument(status) {
    const root = (0,xml/* element */.ND)('VersioningConfiguration', [(0,xml/* element */.ND)('Status', status)]);
    return { text: (0,xml/* writeXml */.hG)(root, NAMESPACE), minimumSize: null };
}
/** 'Enabled', 'Disabled', or null if MFA delete was never set. */
function mfaDeleteOf(document) {
    return document === null ? null : ((0,xml/* textAt */.$6)((0,xml/* parseXml */.NO)(document.text), 'MfaDelete') ?? null);
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
;// CONCATENATED MODULE: ./lib/providers/s3-bucket/state.js


const blocks = schemas/* strictObject */.rej({
    BlockPublicAcls: schemas/* boolean */.zMY(),
    IgnorePublicAcls: schemas/* boolean */.zMY(),
    BlockPublicPolicy: schemas/* boolean */.zMY(),
    RestrictPublicBuckets: schemas/* boolean */.zMY(),
});
/** One setting: its text in a plan, and a fingerprint that is equal for equivalent documents. Null if not set. */
const setting = schemas/* strictObject */.rej({
    fingerprint: schemas/* string */.YjP(),
    summary: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Warnings about a restore of this setting. */
    dangers: schemas/* array */.YOg(schemas/* string */.YjP()),
})
    .nullable();
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    bucket: schemas/* string */.YjP(),
    settings: schemas/* strictObject */.rej({
        policy: setting,
        cors: setting,
        'public-access-block': setting,
        ownership: setting,
        versioning: setting,
        encryption: setting,
        lifecycle: setting,
        website: setting,
    }),
    blocks,
    /** 'Enabled', 'Disabled', or null if it was never set. */
    mfaDelete: schemas/* string */.YjP().nullable(),
});
/** The part of a change that `apply` reads. `restore` and `restore-unblocked` also need the saved document. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('restore'), aspect: schemas/* enum */.k5n(ASPECTS) }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('remove'), aspect: schemas/* enum */.k5n(ASPECTS) }),
    /** Writes the policy while BlockPublicPolicy is briefly off. */
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('restore-unblocked'), aspect: schemas/* literal */.euz('policy') }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('versioning'), status: schemas/* enum */.k5n(['Enabled', 'Suspended']) }),
]);
const NOT_SET = 'not set';

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/plan.js



const NAMES = {
    policy: 'Policy',
    cors: 'CORS rules',
    'public-access-block': 'Public access block',
    ownership: 'Object ownership',
    versioning: 'Versioning',
    encryption: 'Default encryption',
    lifecycle: 'Lifecycle rules',
    website: 'Website',
};
const SUSPENDED = 'Suspended';
/** One change for each different setting, in an order that S3 accepts. */
function plan(saved, live) {
    const other = (0,other_object/* otherObject */.A_)('settings', (0,other_object/* nameParts */.IN)(['bucket'], saved, live));
    if (other)
        return [{ ...other, stage: 'services' }];
    const changes = order(saved, live).flatMap((aspect) => {
        const was = saved.settings[aspect];
        const is = live.settings[aspect];
        if (aspect === 'versioning')
            return versioningChange(saved, live);
        return was?.fingerprint === is?.fingerprint ? [] : [settingChange(aspect, saved, live)];
    });
    if ((saved.mfaDelete ?? 'Disabled') !== (live.mfaDelete ?? 'Disabled'))
        changes.push(mfaChange(saved, live));
    return changes;
}
/** Puts the policy before a tightened block, which would reject a public policy, and after a loosened one. */
function order(saved, live) {
    const loosens = live.blocks.BlockPublicPolicy && !saved.blocks.BlockPublicPolicy;
    const needed = loosens && (saved.settings.policy?.dangers.length ?? 0) > 0;
    const rest = ASPECTS.filter((aspect) => aspect !== 'policy' && aspect !== 'public-access-block');
    return [...(needed ? BLOCK_FIRST : POLICY_FIRST), ...rest];
}
const BLOCK_FIRST = ['public-access-block', 'policy'];
const POLICY_FIRST = ['policy', 'public-access-block'];
function settingChange(aspect, saved, live) {
    const was = saved.settings[aspect];
    const is = live.settings[aspect];
    const before = textOf(is);
    const after = textOf(was);
    const hidden = before === after ? ' (they differ in parts that are not shown)' : '';
    const unblock = aspect === 'policy' && isBlockedPolicy(saved) && live.blocks.BlockPublicPolicy;
    return {
        id: aspect,
        stage: 'services',
        action: was === null ? 'delete' : is === null ? 'create' : 'update',
        target: `${NAMES[aspect]} of bucket "${saved.bucket}"`,
        before,
        after: after === null ? null : after + hidden,
        effect: 'live',
        ...(closesAccess(aspect, saved, live) ? { closes: `public access to bucket "${saved.bucket}"` } : {}),
        undo: `"rewind undo" sets it back${deletes(aspect, was) ? '; objects that it deleted meanwhile do not come back' : ''}`,
        warnings: warningsOf(aspect, saved, live, unblock),
        ...(unblock ? { sideEffects: ['public-access-block'] } : {}),
        params: restoreParams(aspect, was === null, isBlockedPolicy(saved)),
    };
}
const deletes = (aspect, setting) => aspect === 'lifecycle' && (setting?.dangers ?? []).length > 0;
/** True if the live setting lets everyone in and the saved one does not. */
function closesAccess(aspect, saved, live) {
    if (aspect === 'public-access-block')
        return BLOCKS.some((name) => saved.blocks[name] && !live.blocks[name]);
    const dangers = (state) => state.settings.policy?.dangers.length ?? 0;
    return aspect === 'policy' && dangers(live) > 0 && dangers(saved) === 0;
}
/** Does not look at the live block: an interrupted run may have left it off, and the rest is the same change. */
function restoreParams(aspect, remove, blockedPolicy) {
    if (remove)
        return { kind: 'remove', aspect };
    if (aspect === 'policy' && blockedPolicy)
        return { kind: 'restore-unblocked', aspect };
    return { kind: 'restore', aspect };
}
/** True for a public policy that is older than the block: S3 accepts it only while the block is off. */
function isBlockedPolicy(saved) {
    return (saved.settings.policy?.dangers.length ?? 0) > 0 && saved.blocks.BlockPublicPolicy;
}
function warningsOf(aspect, saved, live, unblock) {
    const warnings = [...(saved.settings[aspect]?.dangers ?? [])];
    if (aspect === 'public-access-block') {
        for (const name of BLOCKS) {
            if (live.blocks[name] && !saved.blocks[name])
                warnings.push(`opens access: ${name} goes from on to off`);
        }
    }
    if (aspect === 'policy') {
        const kept = new Set(saved.settings.policy?.summary);
        const lost = (live.settings.policy?.summary ?? []).filter((line) => line.startsWith('Deny ') && !kept.has(line));
        warnings.push(...lost.map((line) => `may open access: removes "${line}"`));
        if (unblock) {
            warnings.push('BlockPublicPolicy is off while the policy is written, then on again');
        }
    }
    if (aspect === 'encryption')
        warnings.push('applies to objects written from now on; existing objects stay as they are');
    return warnings;
}
/** S3 cannot unset versioning; "Suspended" is the closest state. */
function versioningChange(saved, live) {
    const was = saved.settings.versioning?.fingerprint ?? null;
    const is = live.settings.versioning?.fingerprint ?? null;
    const desired = was === 'Enabled' ? 'Enabled' : SUSPENDED;
    if (was === is || desired === is)
        return [];
    const locked = live.mfaDelete === 'Enabled';
    const suspends = desired === SUSPENDED;
    return [
        {
            id: 'versioning',
            stage: 'services',
            action: 'update',
            target: `${NAMES.versioning} of bucket "${saved.bucket}"`,
            before: is ?? NOT_SET,
            after: was ?? `${SUSPENDED} (it was never set; S3 can suspend versioning but not unset it)`,
            effect: 'live',
            undo: `set versioning to ${is ?? SUSPENDED} again`,
            warnings: suspends ? ['objects overwritten or deleted while versioning is suspended keep no older version'] : [],
            params: { kind: 'versioning', status: desired },
            ...(locked
                ? { manual: `MFA delete is on: the root user must set versioning to ${desired} with an MFA code.` }
                : {}),
        },
    ];
}
function mfaChange(saved, live) {
    const desired = saved.mfaDelete ?? 'Disabled';
    return {
        id: 'mfa-delete',
        stage: 'services',
        action: 'update',
        target: `MFA delete of bucket "${saved.bucket}"`,
        before: live.mfaDelete ?? NOT_SET,
        after: desired,
        effect: 'live',
        undo: null,
        manual: `S3 requires the root user's MFA code: aws s3api put-bucket-versioning --bucket ${saved.bucket} --versioning-configuration MFADelete=${desired},Status=… --mfa "SERIAL CODE"`,
        warnings: [],
        params: {},
    };
}
/** What a change says of a live document; null if it is not set. */
function liveText(aspect, document) {
    const canonical = canonicalDocument(aspect, document);
    if (aspect === 'versioning')
        return canonical ?? NOT_SET;
    return document === null || canonical === null ? null : describeDocument(aspect, document).join('\n');
}
function textOf(value) {
    return value === null ? null : value.summary.join('\n');
}

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/apply.js






async function apply(config, change, ctx, source) {
    const task = params.parse(change.params);
    const { aspect, document } = await desiredOf(task, ctx, source);
    const desired = canonicalDocument(aspect, document);
    await withBucket(config, ctx, async (client) => {
        const isRestored = async () => canonicalDocument(aspect, await client.read(aspect)) === desired;
        const live = await client.read(aspect);
        if (canonicalDocument(aspect, live) === desired)
            return;
        // A change that closes an exposure never waits for a person, and S3 may still show an earlier block of this run.
        if (change.closes === undefined && aspect !== 'public-access-block')
            (0,as_planned/* assertAsPlanned */.Jf)(change, liveText(aspect, live), ctx, 'in AWS');
        if (document === null || desired === null)
            await client.remove(aspect);
        else if (task.kind === 'restore-unblocked')
            await writeUnblocked(client, () => client.write(aspect, document));
        else
            await client.write(aspect, document);
        await settle(ctx, isRestored, change);
    });
}
async function desiredOf(task, ctx, source) {
    if (task.kind === 'versioning')
        return { aspect: 'versioning', document: versioningDocument(task.status) };
    const { aspect } = task;
    if (task.kind === 'remove')
        return { aspect, document: null };
    return { aspect, document: (await (0,json_payload/* readJsonPayload */.Fx)(PAYLOAD, payload, source, ctx))[aspect] };
}
/**
 * Switches BlockPublicPolicy off only while it writes the policy; RestrictPublicBuckets stays unchanged. After a crash
 * in between, the block differs from the snapshot and the next plan restores it.
 */
async function writeUnblocked(client, write) {
    const block = await client.read('public-access-block');
    if (block === null || !blocksOf(block).BlockPublicPolicy)
        return write();
    await client.write('public-access-block', blockDocument({ ...blocksOf(block), BlockPublicPolicy: false }));
    try {
        await write();
    }
    finally {
        await client.write('public-access-block', block);
    }
}
const SETTLE_TRIES = 8;
const SETTLE_MS = 250;
/** S3 propagates settings with a delay: repeats the read until it returns the written value (about a minute). */
async function settle(ctx, isRestored, change) {
    for (let attempt = 0; attempt < SETTLE_TRIES; attempt += 1) {
        if (await isRestored())
            return;
        await ctx.clock.sleep(SETTLE_MS * 2 ** attempt, ctx.signal);
    }
    ctx.log.warn(`${change.target}: written, but S3 does not show it yet; the verification may report it.`);
}

// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
// EXTERNAL MODULE: ./lib/services/aws/access.js
var access = __webpack_require__(13146);
;// CONCATENATED MODULE: ./lib/providers/s3-bucket/capabilities.js



const capabilities = {
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['bucket'], saved, config),
    access: access/* awsAccess */.S,
    describeState: ({ bucket, settings }) => {
        const set = Object.entries(settings).flatMap(([name, setting]) => (setting === null ? [] : [name]));
        return { content: `bucket ${bucket}, ${(0,counted/* counted */.h)(set.length, 'setting', set)}` };
    },
};

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var runtime_errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/providers/s3-bucket/capture.js



async function capture(config, ctx, sink) {
    return withBucket(config, ctx, async (client) => {
        const { documents, failures } = await readAll(client);
        const [first] = failures;
        if (first)
            throw combine(ctx, first, failures);
        if (sink.purpose === 'snapshot')
            await sink.write(PAYLOAD, Buffer.from(JSON.stringify(documents)));
        return stateOf(config, ctx, documents);
    });
}
/** Reads all settings and collects the failures, to report all missing permissions together. */
async function readAll(client) {
    const documents = emptyDocuments();
    const failures = [];
    await Promise.all(ASPECTS.map(async (aspect) => {
        try {
            documents[aspect] = await client.read(aspect);
        }
        catch (error) {
            if (!(error instanceof runtime_errors.RewindError))
                throw error;
            failures.push(error);
        }
    }));
    return { documents, failures: failures.filter(dedupe) };
}
/** Keeps each missing permission, and one error of every other code (a deleted bucket, an outage). */
function dedupe({ code }, at, all) {
    return code === 'api-forbidden' || all.findIndex((other) => other.code === code) === at;
}
function emptyDocuments() {
    return {
        policy: null,
        cors: null,
        'public-access-block': null,
        ownership: null,
        versioning: null,
        encryption: null,
        lifecycle: null,
        website: null,
    };
}
async function stateOf(config, ctx, documents) {
    const settingOf = async (aspect) => {
        const found = documents[aspect];
        const canonical = parseOrThrow(ctx, aspect, () => canonicalDocument(aspect, found));
        if (found === null || canonical === null)
            return null;
        return {
            // Versioning is one harmless word; the others may hold secrets.
            fingerprint: aspect === 'versioning' ? canonical : await ctx.fingerprint(canonical),
            summary: describeDocument(aspect, found),
            dangers: dangersOf(aspect, found),
        };
    };
    return {
        schemaVersion: 1,
        bucket: config.bucket,
        settings: {
            policy: await settingOf('policy'),
            cors: await settingOf('cors'),
            'public-access-block': await settingOf('public-access-block'),
            ownership: await settingOf('ownership'),
            versioning: await settingOf('versioning'),
            encryption: await settingOf('encryption'),
            lifecycle: await settingOf('lifecycle'),
            website: await settingOf('website'),
        },
        blocks: blocksOf(documents['public-access-block']),
        mfaDelete: mfaDeleteOf(documents.versioning),
    };
}
/** @throws RewindError api-unexpected-answer if a document does not match its API; never quotes it */
function parseOrThrow(ctx, aspect, read) {
    try {
        return read();
    }
    catch (error) {
        throw new runtime_errors.RewindError('api-unexpected-answer', `S3 sent a malformed ${aspect} document.`, {
            resource: ctx.resource,
            cause: error,
        });
    }
}
function combine(ctx, first, failures) {
    if (failures.length === 1)
        return first;
    return new runtime_errors.RewindError(first.code, `${failures.length} settings of the bucket could not be read.`, {
        resource: ctx.resource,
        problems: failures.map(({ message, remedy }) => `${message}. ${remedy}`),
        cause: first,
        remedy: 'Fix the listed problems (docs/providers/s3-bucket.md has the IAM policy to copy) and run again.',
    });
}

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/check.js





async function check(config, ctx) {
    return withBucket(config, ctx, async (client) => {
        const { documents, failures } = await readAll(client);
        if (failures.length === 0)
            return risksOf(config, documents);
        return failures.map(({ code, message, remedy }) => ({ level: 'error', code, message, remedy }));
    });
}
function risksOf(config, documents) {
    const findings = [];
    const dead = documents.policy === null ? [] : deadPrincipals(documents.policy.text);
    if (dead.length > 0) {
        findings.push({
            level: 'warning',
            code: 's3-policy-dead-principal',
            message: `The policy of bucket ${config.bucket} names users or roles that no longer exist (${dead.join(', ')}); S3 refuses to restore it.`,
            remedy: 'Remove these principals from the policy and take a new snapshot.',
        });
    }
    const owner = documents.ownership === null ? [] : describeDocument('ownership', documents.ownership);
    if (owner[0] !== 'BucketOwnerEnforced') {
        findings.push({
            level: 'info',
            code: 's3-acl-not-captured',
            message: `Bucket ${config.bucket} uses ACLs (object ownership is ${owner[0] ?? NOT_SET}); Rewind does not capture them.`,
            remedy: 'Set object ownership to BucketOwnerEnforced and use the policy instead.',
        });
    }
    if (mfaDeleteOf(documents.versioning) === 'Enabled') {
        findings.push({
            level: 'warning',
            code: 's3-mfa-delete',
            message: `MFA delete is on for bucket ${config.bucket}: only the root user can change its versioning.`,
            remedy: 'Expect a manual step in a rollback that changes versioning.',
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/prove.js



/** Compares each sealed setting with the manifest. */
async function prove(config, saved, ctx, source) {
    const sealed = await stateOf(config, ctx, await (0,json_payload/* readJsonPayload */.Fx)(PAYLOAD, payload, source, ctx));
    return ASPECTS.filter((aspect) => sealed.settings[aspect]?.fingerprint !== saved.settings[aspect]?.fingerprint).map((aspect) => (0,json_payload/* payloadDiffers */.Wv)(`${aspect} of bucket ${saved.bucket}`));
}

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/index.js








/** The settings of one S3 bucket, each as its own document. */
/* harmony default export */ const s3_bucket = ((0,provider/* defineProvider */.Nj)({
    id: 's3-bucket',
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
