export const id = 1595;
export const ids = [1595];
export const modules = {

/***/ 36905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ loadConfig),
  o: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/providers/configs.js + 14 modules
var configs = __webpack_require__(73733);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
// EXTERNAL MODULE: ./lib/runtime/suggest.js
var suggest = __webpack_require__(74898);
;// CONCATENATED MODULE: ./lib/config/explain-issue.js
const KINDS = {
    object: 'a mapping (key: value)',
    array: 'a list',
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
};
/** A mistake in plain words. Names the kind of the actual value, never the value, which may be a secret. */
function explainIssue(issue, actual) {
    const missing = actual === undefined;
    switch (issue.code) {
        case 'invalid_type': {
            const expected = `expected ${KINDS[issue.expected] ?? issue.expected}`;
            if (missing)
                return `is missing; ${expected}`;
            if (actual === null && issue.path.length === 0)
                return 'is empty; copy examples/rewind.yml and adapt it';
            const quotes = issue.expected === 'string' && typeof actual !== 'object' ? '; put it in quotes' : '';
            return `${expected}, found ${kindOf(actual)}${quotes}`;
        }
        case 'invalid_value':
            return `${missing ? 'is missing; ' : ''}must be ${oneOf(issue.values)}`;
        case 'invalid_union':
            if (!('options' in issue))
                return issue.message;
            return `${missing ? 'is missing' : `unknown ${String(issue.path.at(-1))}`}; use ${oneOf(issue.options ?? [])}`;
        case 'too_small':
            if (issue.origin === 'array')
                return `needs at least ${String(issue.minimum)} entry`;
            if (issue.origin === 'string')
                return 'must not be empty';
            return `must be at least ${String(issue.minimum)}`;
        case 'too_big':
            return `must be at most ${String(issue.maximum)}`;
        default:
            return issue.message;
    }
}
function kindOf(value) {
    if (value === null)
        return 'nothing';
    return (Array.isArray(value) ? KINDS.array : KINDS[typeof value]) ?? typeof value;
}
const oneOf = (values) => `${values.length === 1 ? '' : 'one of '}${values.map(String).join(', ')}`;

// EXTERNAL MODULE: ./lib/config/read-text.js
var read_text = __webpack_require__(14142);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(56754);
// EXTERNAL MODULE: ./lib/engine/signature.js
var signature = __webpack_require__(90960);
;// CONCATENATED MODULE: ./lib/store/config.js

const directory = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('directory'),
    path: schemas/* string */.YjP().min(1).describe('Directory, relative to the repository or absolute. Created if missing.'),
});
const s3 = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('s3'),
    bucket: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, not an address or an ARN')
        .describe('Bucket, used for snapshots only.'),
    prefix: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'must be a path like "rewind/shop", without slashes at its ends')
        .default('rewind')
        .describe('Path in the bucket for all objects; several projects may share a bucket.'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'must be a region like eu-central-1')
        .describe('Region of the bucket.'),
    'kms-key': schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('KMS key (ARN, id or alias) for encryption by S3. Default: the default encryption of the bucket.'),
    'object-lock': schemas/* strictObject */.rej({
        mode: schemas/* enum */.k5n(['governance', 'compliance'])
            .describe('governance: a special permission allows deletion; compliance: nobody can delete.'),
        days: schemas/* number */.aig().int().min(1).max(36_500).describe('Days without deletion.'),
    })
        .optional()
        .describe('Object lock for new objects; the bucket must have object lock enabled.'),
    'bucket-owner': schemas/* string */.YjP()
        .regex(/^\d{12}$/, 'must be an AWS account id: 12 digits, in quotes')
        .optional()
        .describe('Account that must own the bucket; S3 refuses every request if another account owns it.'),
});
const artifact = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('artifact'),
    'retention-days': schemas/* number */.aig()
        .int()
        .min(1)
        .max(400)
        .optional()
        .describe('Days that GitHub keeps the artifacts. Default: retention.keep-days.'),
    name: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9._-]{1,60}$/, 'must be letters, digits, dot, dash or underscore')
        .optional()
        .describe('First part of the artifact names. Default: "rewind".'),
    workflows: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\.github\/workflows\/[^/]+\.ya?ml$/, 'must be a path like .github/workflows/deploy.yml'))
        .min(1)
        .optional()
        .describe('Workflow files whose runs may provide snapshots. Default: every one on those branches.'),
    branches: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .min(1)
        .optional()
        .describe('Branches whose runs may provide snapshots. Default: the default branch of the repository.'),
});
/** Where snapshots are kept, as in rewind.yml. */
const storeConfig = schemas/* discriminatedUnion */.gMt('kind', [directory, s3, artifact]);

;// CONCATENATED MODULE: ./lib/config/schema.js





/** The one source of the types, of the validation and of schema/rewind.schema.json. */
const resource = schemas/* discriminatedUnion */.gMt('provider', configs/* PROVIDER_CONFIGS */.I);
const recipient = schemas/* string */.YjP()
    .superRefine((text, context) => {
    const problem = (0,age_keys/* recipientProblem */.bc)(text);
    if (problem !== null)
        context.addIssue({ code: 'custom', message: problem });
})
    // For editors: JSON Schema does not see the refinement.
    .meta({ pattern: '^age1[02-9a-z]+$' });
const signKey = schemas/* string */.YjP()
    .superRefine((text, context) => {
    const problem = (0,signature/* publicKeyProblem */.eT)(text);
    if (problem !== null)
        context.addIssue({ code: 'custom', message: problem });
})
    .meta({ pattern: '^RW[A-Za-z0-9+/]+=*$' });
const environmentName = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be the name of a GitHub environment without spaces or slashes');
const timeOfDay = schemas/* string */.YjP().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day like "09:00", in quotes');
const contact = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1).describe('Who.'),
    role: schemas/* string */.YjP().min(1).describe('What for, e.g. on-call, database, payments.'),
    reach: schemas/* string */.YjP().min(1).describe('How: a channel, a telephone number, a pager.'),
});
const expedited = schemas/* strictObject */.rej({
    environment: environmentName.describe('A separate GitHub environment, with fewer reviewers or none.'),
    minutes: schemas/* number */.aig().int().min(1).max(240).describe('How long after the snapshot a rollback may be expedited.'),
});
const deployWindow = schemas/* strictObject */.rej({
    timezone: schemas/* string */.YjP()
        .refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC', 'must be like Europe/Berlin')
        .describe('Time zone of the hours, by its name in the IANA database.'),
    days: schemas/* array */.YOg(schemas/* enum */.k5n(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
        .min(1)
        .describe('Days to deploy on.'),
    from: timeOfDay.describe('First minute.'),
    to: timeOfDay.describe('Last minute.'),
});
const withIds = schemas/* looseObject */._H3({ resources: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* string */.YjP() })) });
const rewindConfig = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe('Version of this file format.'),
    environment: environmentName.describe('The GitHub environment whose reviewers approve a rollback.'),
    approval: schemas/* enum */.k5n(['required', 'none'])
        .default('required')
        .describe('none: a rollback runs without required reviewers, for repositories whose GitHub plan does not offer them.'),
    'self-approval': schemas/* enum */.k5n(['refuse', 'allow'])
        .default('refuse')
        .describe('allow: the person who starts a rollback may approve it alone.'),
    'plan-hours': schemas/* number */.aig()
        .int()
        .min(1)
        .max(720)
        .default(24)
        .describe('A rollback refuses a plan that is older than this. A rollback that already began may always go on.'),
    expedited: expedited
        .optional()
        .describe('Rollbacks with fewer reviewers, for a short time after a deploy, if no data is lost.'),
    contacts: schemas/* array */.YOg(contact).default([]).describe('People to call; plan and report show them.'),
    'deploy-window': deployWindow
        .optional()
        .describe('When it is safe to deploy, because people who can roll back are available.'),
    readiness: schemas/* strictObject */.rej({
        'snapshot-days': schemas/* number */.aig()
            .int()
            .min(0)
            .default(7)
            .describe('Maximum age of the newest snapshot; 0: not checked.'),
        'drill-days': schemas/* number */.aig().int().min(0).default(100).describe('Maximum age of the last drill; 0: not checked.'),
    })
        .prefault({})
        .describe('What "readiness" checks on a pull request.'),
    store: storeConfig.describe('Where Rewind keeps snapshots.'),
    retention: schemas/* strictObject */.rej({
        'keep-last': schemas/* number */.aig().int().min(1).default(20).describe('Number of newest snapshots to keep at any age.'),
        'keep-days': schemas/* number */.aig().int().min(1).default(90).describe('Keep snapshots up to this age in days.'),
    })
        .prefault({})
        .describe('Snapshots to keep. Rewind removes the others after a new snapshot succeeds.'),
    recovery: schemas/* strictObject */.rej({
        'keep-days': schemas/* number */.aig()
            .int()
            .min(1)
            .max(3650)
            .default(7)
            .describe('Days before "recover --drop-database" may drop a database that a restore kept.'),
    })
        .prefault({})
        .describe('The way forward after a rollback.'),
    seal: schemas/* strictObject */.rej({ recipients: schemas/* array */.YOg(recipient).min(1).describe('age public keys (age1…).') })
        .describe('Who can open snapshots. The identity is REWIND_IDENTITY, in the approved job only.'),
    sign: schemas/* strictObject */.rej({
        keys: schemas/* array */.YOg(signKey).min(1).describe('minisign public keys (RW…). One of them must have signed a snapshot.'),
    })
        .optional()
        .describe('Who may write snapshots. The secret key is REWIND_SIGNING_KEY, in the snapshot job only.'),
    resources: schemas/* array */.YOg(resource).min(1).describe('Everything that a deploy can change.'),
})
    .superRefine((config, context) => {
    const seen = new Set();
    config.resources.forEach(({ id }, index) => {
        if (seen.has(id)) {
            context.addIssue({ code: 'custom', path: ['resources', index, 'id'], message: `"${id}" is used twice` });
        }
        seen.add(id);
    });
    sameDatabases(config.resources, context);
}, 
// Runs despite other mistakes, so that all are reported at once.
{ when: ({ value }) => withIds.safeParse(value).success });
/** Two resources of one provider that name one database by the same reference. Other references are compared later. */
function sameDatabases(resources, context) {
    const seen = new Map();
    resources.forEach((resource, index) => {
        const parsed = onDatabase.safeParse(resource);
        if (!parsed.success)
            return;
        const { provider, url, schema, migrations } = parsed.data;
        const key = JSON.stringify([provider, url, schema ?? null, migrations ?? null]);
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, resource.id);
        else {
            context.addIssue({
                code: 'custom',
                path: ['resources', index, 'url'],
                message: `"${first}" and "${resource.id}" are the same database; remove one of them or correct its url`,
            });
        }
    });
}
const onDatabase = schemas/* looseObject */._H3({
    provider: schemas/* enum */.k5n(['postgres', 'prisma']),
    url: schemas/* string */.YjP(),
    schema: schemas/* string */.YjP().optional(),
    migrations: schemas/* string */.YjP().optional(),
});
/** JSON Schema of the input file, for editors (yaml-language-server). */
function jsonSchema() {
    return z.toJSONSchema(rewindConfig, { io: 'input', target: 'draft-7' });
}

// EXTERNAL MODULE: ./lib/config/yaml.js
var yaml = __webpack_require__(98099);
;// CONCATENATED MODULE: ./lib/config/load.js









/** A longer list does not help: a mistake in a generator repeats itself in every entry. */
const LISTED = 50;
/** Mistakes that are explained and sorted; the others are only counted. */
const EXPLAINED = 1000;
/**
 * Reads, parses and validates rewind.yml; reports all problems at once, each with file, line, key and remedy.
 *
 * @param path the user's path, for messages
 * @param absolute its absolute path
 * @throws RewindError config-not-found, config-invalid
 */
function loadConfig(path, absolute) {
    const result = parseConfig((0,read_text/* readText */.y)(path, absolute));
    if ('config' in result)
        return result.config;
    const { problems, more } = result;
    throw new errors/* RewindError */.Ir('config-invalid', `${path} has ${problems.length + more} mistake(s). Nothing was changed.`, {
        problems: [
            ...problems.map(({ line, column, key, message }) => `${path}:${line}:${column}: ${key}: ${message}`),
            ...(more === 0 ? [] : [`… and ${more} more`]),
        ],
    });
}
/** Pure part of `loadConfig`. */
function parseConfig(text) {
    const file = (0,yaml/* readYaml */.g)(text);
    if ('problems' in file)
        return firstOf(file.problems);
    const parsed = rewindConfig.safeParse(file.value);
    if (parsed.success)
        return { config: parsed.data };
    const { issues } = parsed.error;
    const explained = issues.slice(0, EXPLAINED).flatMap((issue) => [issue, ...hiddenBy(issue, file.value)]);
    const problems = explained.flatMap((issue) => problemsOf(issue, file));
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    return firstOf(problems, Math.max(0, issues.length - EXPLAINED));
}
const firstOf = (problems, others = 0) => ({
    problems: problems.slice(0, LISTED),
    more: Math.max(0, problems.length - LISTED) + others,
});
/** What every entry has, for each provider. */
const anyResource = schemas/* looseObject */._H3({ id: fields/* resourceId */.a });
/** An unknown provider hides the other mistakes of its entry. Finds them with the provider that was probably meant. */
function hiddenBy(issue, value) {
    const path = plainPath(issue);
    if (issue.code !== 'invalid_union' || path.at(-1) !== 'provider')
        return [];
    const entry = valueAt(value, path.slice(0, -1));
    const given = typeof entry.provider === 'string' ? entry.provider : '';
    const meant = (0,suggest/* nearest */.p)(given, configs/* PROVIDER_CONFIGS */.I.map(({ shape }) => shape.provider.value));
    const schema = configs/* PROVIDER_CONFIGS */.I.find(({ shape }) => shape.provider.value === meant) ?? anyResource;
    const found = schema.safeParse({ ...entry, provider: meant }).error?.issues ?? [];
    return found.map((inside) => ({ ...inside, path: [...path.slice(0, -1), ...inside.path] }));
}
function problemsOf(issue, file) {
    const path = plainPath(issue);
    if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({
            ...file.place([...path, key], 'key'),
            key: keyText([...path, key]),
            message: 'unknown key; remove it or correct its spelling',
        }));
    }
    const message = explainIssue(issue, valueAt(file.value, path));
    return [{ ...file.place(path, 'value'), key: keyText(path), message }];
}
const plainPath = (issue) => issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
function keyText(path) {
    const text = path.reduce((sum, part) => (typeof part === 'number' ? `${sum}[${part}]` : `${sum}.${part}`), '');
    return text.replace(/^\./, '') || 'file';
}
function valueAt(value, path) {
    return path.reduce((inside, part) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, part) : undefined), value);
}


/***/ }),

/***/ 14142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);


/** Bytes of the largest configuration: hundreds of times a real one. */
const MAX_BYTES = 1024 ** 2;
/**
 * The text of a configuration file, which must be UTF-8.
 *
 * @param path the user's path, for messages
 * @param absolute its absolute path
 * @throws RewindError config-not-found, config-invalid
 */
function readText(path, absolute) {
    let bytes;
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute);
        // To open a pipe would wait for its other end, and no signal would end that.
        if (!found.isFile())
            throw unfit(`${path} is ${found.isDirectory() ? 'a directory' : 'not a regular file'}.`);
        if (found.size > MAX_BYTES)
            throw unfit(`${path} has ${found.size} bytes; at most ${MAX_BYTES} are allowed.`);
        bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(absolute);
    }
    catch (error) {
        if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir)
            throw error;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('config-not-found', `${path} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('config-invalid', `${path} is not text in UTF-8.`, {
            remedy: 'Save the file in the encoding UTF-8.',
            cause: error,
        });
    }
}
const unfit = (message) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('config-not-found', message, { remedy: 'Pass the path of a configuration file with --config.' });


/***/ }),

/***/ 98099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lineOf),
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** Problems that do not hide what follows them. After any other, the parser guesses at the structure. */
const INDEPENDENT = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);
/** Parses YAML strictly. Unknown tags, aliases without an anchor, merge keys and further documents are problems. */
function readYaml(text) {
    const { document, at } = parse(text);
    // The parser warns about an unknown tag or version and guesses its meaning; we refuse it.
    const broken = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    const first = broken.findIndex(({ code }) => !INDEPENDENT.has(code));
    const told = first === -1 ? broken : broken.slice(0, first + 1);
    if (told.length > 0)
        return { problems: told.map((error) => problem(at(error.pos[0]), messageFor(error))) };
    const refused = refusedNodes(document, at);
    if (refused.length > 0)
        return { problems: refused };
    try {
        return { value: document.toJS(), place: (path, what) => at(offsetOf(document, path, what)) };
    }
    catch {
        return { problems: [problem(at(firstAlias(document)), 'aliases (*…) expand too far; write the values out')] };
    }
}
/** Line (from 1) of a value of a valid file; of its parent, if the value is a default. */
function lineOf(text, path) {
    const { document, at } = parse(text);
    return at(offsetOf(document, path, 'value')).line;
}
function parse(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    // logLevel: the parser's own log may repeat values of the file.
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line, column: col };
    };
    return { document, at };
}
const problem = (place, message) => ({ ...place, key: 'YAML', message });
/** The parser's message, without the file excerpt and the tag name: both may be secrets. */
function messageFor(error) {
    switch (error.code) {
        case 'TAG_RESOLVE_FAILED':
            return 'tags (!…) are not supported; quote the value if it is text';
        case 'TAB_AS_INDENT':
            return 'a tab indents this line; use spaces';
        case 'MULTIPLE_DOCS':
            return 'a second document begins here (---); keep one document in the file';
        default:
            return error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not YAML';
    }
}
/** Aliases without an anchor, and merge keys: the parser takes "<<" for a key like any other. */
function refusedNodes(document, at) {
    const problems = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_key, alias) => {
            if (alias.resolve(document) !== undefined)
                return;
            problems.push(problem(at(alias.range?.[0] ?? 0), 'an alias (*…) has no anchor (&…) before it'));
        },
        Pair: (_key, { key }) => {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || key.value !== '<<' || key.type !== 'PLAIN')
                return;
            problems.push(problem(at(key.range?.[0] ?? 0), 'merge keys (<<) are not supported; write the keys out'));
        },
    });
    return problems;
}
function firstAlias(document) {
    let offset = 0;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_key, alias) => {
            offset = alias.range?.[0] ?? 0;
            return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
    });
    return offset;
}
/** Offset of the key or value in the text; for a missing value, the offset of its parent. */
function offsetOf(document, path, what) {
    for (let length = path.length; length > 0; length -= 1) {
        const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
        const last = path[length - 1];
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent)) {
            const pair = parent.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && item.key.value === last);
            const node = what === 'key' || !pair?.value ? pair?.key : pair.value;
            if (node?.range)
                return node.range[0];
        }
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(parent) && typeof last === 'number') {
            const node = parent.items[last];
            if (node?.range)
                return node.range[0];
        }
    }
    return document.contents?.range?.[0] ?? 0;
}


/***/ }),

/***/ 73733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ PROVIDER_CONFIGS)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
;// CONCATENATED MODULE: ./lib/providers/cloudfront/config.js


const config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('cloudfront').describe('One CloudFront distribution and the CloudFront Functions it uses.'),
    distribution: schemas/* string */.YjP()
        .regex(/^E[A-Z0-9]{5,}$/, 'must be a distribution id (E…), not a domain name')
        .describe('Id of the distribution.'),
    invalidate: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\//, 'must begin with /'))
        .max(3000)
        .default([])
        .describe('Paths whose cached copies are dropped after a restore, e.g. ["/*"]; empty = none.'),
    wait: schemas/* int */.Whr()
        .min(0)
        .max(7200)
        .default(1800)
        .describe('Seconds to wait until a restored distribution is Deployed everywhere; 0 = do not wait.'),
    'poll-seconds': schemas/* number */.aig()
        .min(0.01)
        .max(120)
        .default(10)
        .describe('Seconds between two looks at the status while waiting.'),
});

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/config.js


const key = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][\w.-]*$/, 'must be a LaunchDarkly key (letters, digits, dots, dashes, underscores), not a name');
const config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('launchdarkly').describe('Feature flags of one LaunchDarkly project in one environment.'),
    project: key.describe('Key of the project, as in the address bar of the dashboard.'),
    environment: key.describe('Key of the environment whose targeting is captured and restored.'),
});

;// CONCATENATED MODULE: ./lib/providers/neon-branch/config.js


/** Neon keeps an expiring branch for at most so many days. */
const LONGEST_DAYS = 30;
const neon_branch_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('neon-branch'),
    project: schemas/* string */.YjP()
        .regex(/^[a-z0-9-]{1,60}$/, 'must be the id of a Neon project, not its name')
        .describe('Neon project id.'),
    branch: schemas/* string */.YjP().min(1).max(256).describe("Id (br-…) or name of production's branch."),
    url: fields/* secretReference */.QO
        .optional()
        .describe('Direct URL of a database of the branch, as a prisma resource has it: its down migrations are then backed up as a branch, not by pg_dump. Rewind does not connect to it.'),
    'keep-days': schemas/* number */.aig()
        .int()
        .min(0)
        .max(LONGEST_DAYS)
        .default(LONGEST_DAYS)
        .describe('Days until Neon deletes the branch of a snapshot (at most 30); 0: never, you delete it.'),
})
    .describe('All databases of a Neon branch: a snapshot is a child branch, a restore takes seconds at any size.');

;// CONCATENATED MODULE: ./lib/providers/postgres/config.js


const postgres_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('postgres'),
    url: fields/* secretReference */.QO.describe('Direct (not pooled) URL of the database, e.g. "${DATABASE_URL}".'),
    integrity: schemas/* enum */.k5n(['rows', 'content'])
        .default('rows')
        .describe('What a restore is compared by: the exact number of rows of each table, or also a hash of their content.'),
    restore: schemas/* enum */.k5n(['auto', 'swap', 'in-place'])
        .default('auto')
        .describe('swap: into a new database that then takes the name (the old one is kept); in-place: one transaction in the same database; auto: swap where this user may create databases.'),
    'maintenance-database': schemas/* string */.YjP()
        .default('postgres')
        .describe('A database of the same server to be connected to while names are swapped.'),
    'client-bin': schemas/* string */.YjP()
        .optional()
        .describe("Directory of pg_dump and pg_restore of the server's major version, when they are in an unusual place."),
    compress: schemas/* string */.YjP()
        .regex(/^[a-z0-9:=,-]+$/)
        .optional()
        .describe("pg_dump's --compress, e.g. zstd:3 (PostgreSQL 16 and later) or 1; left out: zstd where pg_dump has it, else a fast level of gzip."),
})
    .describe('A PostgreSQL database: schema and rows.');

;// CONCATENATED MODULE: ./lib/providers/prisma/config.js


const prisma_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('prisma'),
    url: fields/* secretReference */.QO.describe('Direct (not pooled) URL of the database, e.g. "${DATABASE_URL}".'),
    migrations: schemas/* string */.YjP()
        .min(1)
        .default('prisma/migrations')
        .describe('Directory of the migrations, relative to the repository.'),
    schema: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('Database schema of the migrations; left out: "schema" of the URL, else public.'),
    'lock-timeout-seconds': schemas/* number */.aig()
        .int()
        .min(1)
        .max(600)
        .default(30)
        .describe('How long a down migration may wait for locks on tables before it gives up.'),
    'client-bin': schemas/* string */.YjP()
        .optional()
        .describe('Directory of pg_dump for the backup before down migrations, when it is in an unusual place.'),
})
    .describe('The migration history of Prisma, with a down.sql beside each migration.sql.');

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/config.js


const rds_snapshot_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('rds-snapshot'),
    url: fields/* secretReference */.QO.describe('Direct (not pooled) URL of production\'s database on the instance, e.g. "${DATABASE_URL}". Rewind only reads through it.'),
    instance: schemas/* string */.YjP()
        .regex(/^[a-z](?!.*--)[a-z0-9-]{0,61}[a-z0-9]$/, 'must be the identifier of an RDS instance, in lower case')
        .describe('Identifier of the RDS instance (not of an Aurora cluster).'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1')
        .describe('AWS region of the instance.'),
    alias: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe("Host name in the URL, if it is an alias of the instance's endpoint (a CNAME). Rewind cannot check where an alias leads."),
})
    .describe('An RDS for PostgreSQL instance: a DB snapshot by RDS, and a restore into a new instance beside production.');

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/config.js


const s3_bucket_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('s3-bucket').describe('The settings of one Amazon S3 bucket (not its objects).'),
    bucket: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name (3 to 63 lower-case letters, digits, dots, dashes)')
        .describe('Name of the bucket.'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1')
        .describe('AWS region of the bucket.'),
    'expected-owner': schemas/* string */.YjP()
        .regex(/^\d{12}$/, 'must be a 12-digit AWS account id')
        .optional()
        .describe('Account that must own the bucket; S3 refuses every call when another one does.'),
});

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/config.js


const envName = schemas/* string */.YjP().regex(/^[A-Za-z_]\w*$/, 'must be the name of an environment variable');
/** The destination of the signing secret of a re-created endpoint. */
const signingSecret = schemas/* strictObject */.rej({
    'vercel-env': schemas/* union */.KCZ([envName, schemas/* array */.YOg(envName).min(1)])
        .describe('Name (or names) of the Vercel environment variable that holds the signing secret.'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    secret: fields/* secretReference */.QO
        .optional()
        .describe('The signing secret in use now, as ${NAME}: only needed for verify-events.'),
});
const stripe_webhooks_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('stripe-webhooks').describe('Webhook endpoints and event destinations of a Stripe account.'),
    endpoints: schemas/* array */.YOg(schemas/* url */.OZ5())
        .min(1)
        .optional()
        .describe('Only endpoints whose URL begins with one of these; all when left out.'),
    connect: schemas/* array */.YOg(schemas/* url */.OZ5())
        .optional()
        .describe('URLs of Connect endpoints. Stripe never says which those are, and a re-created one must be told.'),
    'event-destinations': schemas/* boolean */.zMY()
        .default(true)
        .describe('Also capture event destinations of the v2 API (thin events, EventBridge).'),
    'signing-secrets': schemas/* record */.g1P(schemas/* string */.YjP().min(1), signingSecret)
        .optional()
        .describe('By endpoint URL (without query) or description: where the signing secret of a re-created endpoint is written. ' +
        'An endpoint without an entry is never re-created by Rewind.'),
    'verify-events': schemas/* boolean */.zMY()
        .default(false)
        .describe('Post one correctly and one wrongly signed test event to each endpoint when a restore is proven.'),
});

;// CONCATENATED MODULE: ./lib/providers/unleash/config.js


const config_name = schemas/* string */.YjP().regex(/^[A-Za-z0-9][\w.~-]*$/, 'must be an Unleash id (letters, digits, . _ ~ -)');
const unleash_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('unleash').describe('Feature flags of one Unleash project in one environment.'),
    project: config_name.default('default').describe('Id of the project, as in the address bar of the dashboard.'),
    environment: config_name.describe('Environment whose switches, strategies and variants are captured and restored.'),
});

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/config.js


const vercel_deployment_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-deployment'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    'timeout-seconds': schemas/* number */.aig()
        .int()
        .min(10)
        .max(3600)
        .default(300)
        .describe('How long a switch of production may take.'),
    'gate-timeout-seconds': schemas/* number */.aig()
        .int()
        .min(1)
        .max(21_600)
        .default(600)
        .describe('How long the gate command of a recovery may run at one stage of a rolling release.'),
})
    .describe('The deployment that serves production on Vercel, domain by domain.');

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/config.js


const vercel_edge_config_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-edge-config'),
    store: schemas/* string */.YjP()
        .regex(/^ecfg_\w+$/, 'must be the id of an Edge Config store (ecfg_…)')
        .describe('Edge Config (Global Config) store id.'),
    team: fields/* vercelTeam */.TU,
})
    .describe('The items of a Vercel Edge Config (Global Config) store: flags, maintenance mode.');

;// CONCATENATED MODULE: ./lib/providers/vercel-env/config.js


const vercel_env_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-env'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    targets: schemas/* array */.YOg(schemas/* enum */.k5n(['production', 'preview', 'development']))
        .default(['production'])
        .describe('Variables of these targets are captured; one that also has other targets is captured whole.'),
    'custom-environments': schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Ids of custom environments whose variables are captured too.'),
    ignore: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Keys that are left alone, such as signing secrets that stripe-webhooks writes.'),
    'git-branches': schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether variables of single Git branches (of the target preview) are captured too.'),
})
    .describe('Environment variables of a Vercel project; a change takes effect with the next deployment.');

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/config.js


const vercel_flags_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-flags'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    environments: schemas/* array */.YOg(schemas/* enum */.k5n(['production', 'preview', 'development']))
        .min(1)
        .default(['production'])
        .describe('Environments whose targeting is captured and restored.'),
})
    .describe('Vercel Flags of a project: variants, and per environment on or off, rules, targets.');

;// CONCATENATED MODULE: ./lib/providers/vercel-project/config.js


const vercel_project_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-project'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
})
    .describe('Settings of a Vercel project: build, security, domains and redirects, crons, firewall, rolling releases.');

;// CONCATENATED MODULE: ./lib/providers/configs.js
// Generated from the folder by "npm run generate". Do not edit.














const PROVIDER_CONFIGS = [
    config,
    config_config,
    neon_branch_config_config,
    postgres_config_config,
    prisma_config_config,
    rds_snapshot_config_config,
    s3_bucket_config_config,
    stripe_webhooks_config_config,
    unleash_config_config,
    vercel_deployment_config_config,
    vercel_edge_config_config_config,
    vercel_env_config_config,
    vercel_flags_config_config,
    vercel_project_config_config,
];


/***/ }),

/***/ 64227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    cloudfront: () => __webpack_require__.e(/* import() */ 9752).then(__webpack_require__.bind(__webpack_require__, 49752)),
    launchdarkly: () => __webpack_require__.e(/* import() */ 1577).then(__webpack_require__.bind(__webpack_require__, 41577)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 9897).then(__webpack_require__.bind(__webpack_require__, 49897)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(7111), __webpack_require__.e(7997), __webpack_require__.e(4855)]).then(__webpack_require__.bind(__webpack_require__, 74855)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(5602), __webpack_require__.e(2946), __webpack_require__.e(8949)]).then(__webpack_require__.bind(__webpack_require__, 78949)),
    'rds-snapshot': () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(5118), __webpack_require__.e(7111), __webpack_require__.e(7997), __webpack_require__.e(2358)]).then(__webpack_require__.bind(__webpack_require__, 22358)),
    's3-bucket': () => __webpack_require__.e(/* import() */ 2798).then(__webpack_require__.bind(__webpack_require__, 72798)),
    'stripe-webhooks': () => __webpack_require__.e(/* import() */ 2278).then(__webpack_require__.bind(__webpack_require__, 29897)),
    unleash: () => __webpack_require__.e(/* import() */ 2680).then(__webpack_require__.bind(__webpack_require__, 2680)),
    'vercel-deployment': () => __webpack_require__.e(/* import() */ 5746).then(__webpack_require__.bind(__webpack_require__, 75746)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 5074).then(__webpack_require__.bind(__webpack_require__, 25074)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 4302).then(__webpack_require__.bind(__webpack_require__, 44302)),
    'vercel-flags': () => __webpack_require__.e(/* import() */ 2349).then(__webpack_require__.bind(__webpack_require__, 92349)),
    'vercel-project': () => __webpack_require__.e(/* import() */ 5239).then(__webpack_require__.bind(__webpack_require__, 5239)),
};

;// CONCATENATED MODULE: ./lib/providers/load.js


/**
 * Loads a provider when a configuration names it: the SDKs of providers make start-up slow.
 * `unknown` stands for each provider's own Config and State; schemas parse both before a provider gets them.
 *
 * @throws RewindError internal
 */
async function loadProvider(id) {
    const loaders = PROVIDERS;
    const load = loaders[id];
    if (!load)
        throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
}


/***/ }),

/***/ 97455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ secretReference),
/* harmony export */   TU: () => (/* binding */ vercelTeam),
/* harmony export */   a: () => (/* binding */ resourceId),
/* harmony export */   tD: () => (/* binding */ vercelProject)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Field types shared by the configurations of providers. */
const resourceId = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
    .describe('Name of this resource in plans, reports and --scope.');
/** `${NAME}`: read from the environment when Rewind needs it. A literal secret in the file is an error. */
const secretReference = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: do not put secrets in this file');
/** Vercel ids, as in the dashboard's settings pages. */
const vercelProject = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^prj_\w+$/, 'must be a project id (prj_…), not a name')
    .describe('Vercel project id.');
const vercelTeam = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^team_\w+$/, 'must be a team id (team_…)')
    .optional()
    .describe('Vercel team id; leave out for a personal account.');


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
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 194).then(__webpack_require__.bind(__webpack_require__, 50194));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(5118), __webpack_require__.e(3711), __webpack_require__.e(3199)]).then(__webpack_require__.bind(__webpack_require__, 33199));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(5126)]).then(__webpack_require__.bind(__webpack_require__, 75126)),
                __webpack_require__.e(/* import() */ 4903).then(__webpack_require__.bind(__webpack_require__, 44903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
}


/***/ })

};
