export const id = 7236;
export const ids = [7236,2177,4807];
export const modules = {

/***/ 32832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isTerminal)
/* harmony export */ });
/**
 * A terminal with a person at both ends. A log of CI may have one too, and nobody answers there.
 * @param ci the variable CI
 * @param output where questions are shown
 */
const isTerminal = (ci, output = process.stdout) => process.stdin.isTTY && output.isTTY && (ci === undefined || ci === 'false');


/***/ }),

/***/ 12177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ check)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/commands/check/flags.js

const flags_flags = { 'install-client': flags/* FLAGS */.Wg['install-client'], 'plan-environment': flags/* FLAGS */.Wg['plan-environment'] };

;// CONCATENATED MODULE: ./lib/commands/check/index.js


/** Exits with status 3 if not ready. */
/* harmony default export */ const check = ((0,command/* defineCommand */.N)({
    name: 'check',
    summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
    flags: flags_flags,
    examples: ['check', 'check --scope db,web'],
    notes: ['Exit status 0: there is no error ("ready"); warnings may remain. 3: there is an error ("not-ready").'],
    verdicts: ['ready', 'not-ready'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(3867), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(6594), __webpack_require__.e(829), __webpack_require__.e(5836), __webpack_require__.e(3610), __webpack_require__.e(4457), __webpack_require__.e(2413), __webpack_require__.e(5032), __webpack_require__.e(2713), __webpack_require__.e(2262), __webpack_require__.e(8784)]).then(__webpack_require__.bind(__webpack_require__, 88784))).execute(session),
}));


/***/ }),

/***/ 72926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
// EXTERNAL MODULE: ./lib/config/load.js + 2 modules
var load = __webpack_require__(82713);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/runtime/release.js



/** A release of this product. The release workflow writes it into the package, as `release.json` beside `dist/`. */
const releaseSchema = schemas/* strictObject */.rej({
    /** `owner/name` on GitHub. */
    repository: schemas/* string */.YjP().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[\w.-]{1,100}$/),
    version: schemas/* string */.YjP().regex(/^\d+\.\d+\.\d+$/),
    /** The commit of the tag `v<version>`. */
    commit: schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/),
});
/**
 * The release that this program comes from; null: a checkout, or a package that no release made.
 * @throws ZodError when the file is not what the release workflow writes
 */
function ownRelease(program = process.argv[1] ?? '.') {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(program)), '../release.json'), 'utf8');
    }
    catch {
        return null;
    }
    return releaseSchema.parse(JSON.parse(text));
}
/** The placeholder of the examples: no file can name the repository and the commit that it will be released from. */
const OURS = /\bOWNER\/rewind((?:\/[\w./-]+)?)@v\d+(?!\S)/g;
const RAW = /\bOWNER\/rewind\/v\d+\//g;
/**
 * A caller workflow or configuration of examples/, for a release: what it uses is pinned by commit, and the version
 * is in a comment beside it that Dependabot and Renovate update.
 * @throws Error when a placeholder is left
 */
function pinTo(release, text) {
    const { repository, version, commit } = release;
    const pinned = text
        .replace(OURS, (_all, path) => `${repository}${path}@${commit} # v${version}`)
        .replace(RAW, () => `${repository}/v${version}/`);
    const left = /^.*\bOWNER\b.*$/m.exec(pinned)?.[0];
    if (left !== undefined)
        throw new Error(`A placeholder is left: ${left.trim()}`);
    return pinned;
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/commands/init/flags.js + 1 modules
var init_flags = __webpack_require__(28071);
;// CONCATENATED MODULE: ./lib/commands/init/needs.js


/** What is missing, in the order in which it is asked for. Pure. */
function needsOf(found, { given, without, configured, released, workflows }) {
    const needs = [];
    const add = (wanted, need) => {
        const left = need.without !== null && without.has(need.without);
        if (wanted && !left && !given.has(need.flag))
            needs.push(need);
    };
    add(workflows && !released, {
        flag: 'action',
        question: 'In which repository is Rewind published?',
        example: 'acme/rewind@v1',
        without: null,
    });
    if (configured)
        return needs;
    add(found.vercel.used && found.vercel.projects.length === 0, {
        flag: 'vercel',
        question: 'Vercel is used, and no project is linked. Which ids do project and team have (Settings → General)?',
        example: 'prj_1a2b3c,team_4d5e6f',
        without: 'vercel',
    });
    add(found.uses.edgeConfig, {
        flag: 'edge-config',
        question: 'Edge Config is used. Which id does the store have (Storage → the store)?',
        example: 'ecfg_1a2b3c',
        without: 'edge-config',
    });
    add(found.uses.launchdarkly, {
        flag: 'launchdarkly',
        question: 'LaunchDarkly is used. Which project and environment serve production?',
        example: 'default/production',
        without: 'launchdarkly',
    });
    add(found.uses.unleash, {
        flag: 'unleash',
        question: 'Unleash is used. Which project and environment serve production?',
        example: 'default/production',
        without: 'unleash',
    });
    add(found.aws.buckets.some(({ region }) => region === null), {
        flag: 'region',
        question: 'In which AWS region are the buckets of Terraform?',
        example: 'eu-central-1',
        without: 'aws',
    });
    add(true, {
        flag: 'contact',
        question: 'Who to call in an incident, and how?',
        example: 'Ada Berg: pager 4711',
        without: null,
    });
    return needs;
}
/** The need as a line for somebody who cannot be asked. */
const needText = ({ flag, question, example, without }) => `--${flag} is missing. ${question} Example: --${flag} '${example}'${without === null ? '' : `, or --without ${without}`}`;
/** The mistake in an answer, or undefined. An empty answer leaves out what may be left out. */
function answerProblem({ flag, without }, answer) {
    const given = answer.trim();
    if (given === '' && without !== null)
        return undefined;
    return init_flags/* INIT_FLAGS */.j[flag].parse(given) === undefined ? `must be ${init_flags/* INIT_FLAGS */.j[flag].allowed}` : undefined;
}

;// CONCATENATED MODULE: ./lib/commands/init/ask.js

/** Loads the prompts only now: nobody else needs them. */
async function terminalAsker(signal) {
    const { confirm, isCancel, text } = await __webpack_require__.e(/* import() */ 6170).then(__webpack_require__.bind(__webpack_require__, 26170));
    return {
        answers: async (needs, suggested) => {
            const answers = new Map();
            for (const need of needs) {
                const initialValue = suggested[need.flag];
                const fits = initialValue !== undefined && answerProblem(need, initialValue) === undefined;
                const answer = await text({
                    message: need.without === null ? need.question : `${need.question} Leave it empty to leave it out.`,
                    placeholder: need.example,
                    ...(fits ? { initialValue } : {}),
                    signal,
                    validate: (given) => answerProblem(need, given ?? ''),
                });
                if (isCancel(answer))
                    return null;
                answers.set(need.flag, answer.trim());
            }
            return answers;
        },
        confirm: async (message, initialValue = true) => {
            const answer = await confirm({ message, initialValue, signal });
            return isCancel(answer) ? null : answer;
        },
    };
}
/** Shows text on the terminal alone: it passes neither the log nor the result. */
function showOnce(lines, masker, secrets) {
    // From here on, nothing else prints them.
    for (const secret of secrets)
        masker.add(secret);
    process.stdout.write(`${lines.join('\n')}\n`);
}

;// CONCATENATED MODULE: ./lib/commands/init/choices.js

/** The release that this program is of, pinned by its commit: the templates belong to it. */
const actionOf = (release) => release && { repository: release.repository, ref: release.commit, version: `v${release.version}` };
/** Flags and answers together. An answer comes only for a flag that was not given. Pure. */
function choicesOf(inputs, answers, found, existing, release) {
    const answer = (flag, { parse }) => {
        const text = answers.get(flag);
        return text === undefined || text === '' ? null : (parse(text) ?? null);
    };
    const environment = existing?.environment ?? inputs.environment ?? environmentOf(found.workflows.environments);
    const without = new Set(inputs.without ?? []);
    return {
        environment,
        planEnvironment: inputs.planEnvironment ?? `${environment}-plan`,
        store: storeOf(existing) ?? inputs.store ?? { kind: 'artifact' },
        action: inputs.action ?? answer('action', init_flags/* INIT_FLAGS */.j.action) ?? actionOf(release),
        answers: {
            vercel: inputs.vercel ?? answer('vercel', init_flags/* INIT_FLAGS */.j.vercel),
            edgeConfig: without.has('edge-config')
                ? null
                : (inputs.edgeConfig ?? answer('edge-config', init_flags/* INIT_FLAGS */.j['edge-config'])),
            launchdarkly: without.has('launchdarkly')
                ? null
                : (inputs.launchdarkly ?? answer('launchdarkly', init_flags/* INIT_FLAGS */.j.launchdarkly)),
            unleash: without.has('unleash') ? null : (inputs.unleash ?? answer('unleash', init_flags/* INIT_FLAGS */.j.unleash)),
            region: inputs.region ?? answer('region', init_flags/* INIT_FLAGS */.j.region),
            distributions: inputs.cloudfront ?? [],
        },
        without,
        url: inputs.url,
        workflows: inputs.workflows,
    };
}
function storeOf(existing) {
    if (existing === null)
        return null;
    const { store } = existing;
    if (store.kind === 's3')
        return { kind: 's3', bucket: store.bucket, region: store.region };
    return store.kind === 'directory' ? { kind: 'directory', path: store.path } : { kind: 'artifact' };
}
/** The environment of production by the names in the workflows; "production" if they do not tell. */
function environmentOf(names) {
    const likely = names.filter((name) => /^prod/i.test(name) && !/-(plan|deploy|lift|expedited)$/.test(name));
    return (likely.find((name) => name === 'production') ?? (likely.length === 1 ? (likely[0] ?? 'production') : 'production'));
}

;// CONCATENATED MODULE: ./lib/commands/init/config-text.js
/** The text of a new rewind.yml. Pure. */
function configText(parts) {
    const { environment, store, recipient, signKey, contact, resources, url, schema } = parts;
    const lines = [
        ...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]),
        'version: 1',
        `environment: ${scalar(environment)} # the GitHub environment whose reviewers approve a rollback`,
        `store: ${flow({ ...store })}`,
        'seal:',
        '  # The identity is the secret REWIND_IDENTITY of the environment above. Keep a copy offline: nothing else opens a snapshot.',
        `  recipients: [${scalar(recipient)}]`,
        'sign:',
        '  # The secret key is REWIND_SIGNING_KEY, of the job that takes snapshots.',
        `  keys: [${scalar(signKey)}]`,
        'contacts:',
        `  - ${flow({ name: contact.name, role: 'on-call', reach: contact.reach })}`,
        'resources:',
        ...resources.map((entry) => `  - ${resourceText(entry)}`),
    ];
    if (url !== null) {
        const probe = { id: 'home', adapter: 'http', area: 'content', critical: true, url };
        lines.push('# Asked before a deploy (the baseline), after it, and after a rollback. More kinds: docs/probes.md', 'probes:', `  - ${flow(probe)}`);
    }
    return `${lines.join('\n')}\n`;
}
/** One resource as a line of the list. */
const resourceText = (entry) => flow(entry);
const flow = (entry) => `{ ${Object.entries(entry)
    .map(([key, value]) => `${key}: ${valueText(value)}`)
    .join(', ')} }`;
const valueText = (value) => typeof value === 'string'
    ? scalar(value)
    : typeof value === 'object'
        ? `[${value.map(scalar).join(', ')}]`
        : String(value);
/** Text that YAML reads back as this text: bare if it is plainly a word, else in single quotes; with controls in double quotes. */
function scalar(text) {
    if (/^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text))
        return text;
    // eslint-disable-next-line no-control-regex
    return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)
        ? JSON.stringify(text)
        : `'${text.replaceAll("'", "''")}'`;
}

;// CONCATENATED MODULE: ./lib/commands/init/find-aws.js
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const DISTRIBUTION = /^E[A-Z0-9]{12,13}$/;
/** Bucket names, regions and ids of distributions that stand in `*.tf` as literals. Never reads a state. Pure but for the reading. */
function findAws(files) {
    const texts = files.paths
        .filter((path) => path.endsWith('.tf'))
        .map((path) => withoutComments(files.text(path) ?? ''));
    const blocks = texts.flatMap(blocksOf);
    const regions = regionsOf(blocks);
    const notes = [];
    const buckets = new Map();
    for (const { labels, body } of blocks) {
        const [kind, type, label = ''] = labels;
        if ((kind !== 'resource' && kind !== 'data') || type !== 'aws_s3_bucket')
            continue;
        const bucket = literal(body, 'bucket');
        if (bucket === null || !BUCKET.test(bucket)) {
            notes.push(`The name of the bucket "${label}" is not a literal in Terraform: add its resource by hand.`);
            continue;
        }
        const alias = /^\s*provider\s*=\s*"?aws\.(\w+)"?/m.exec(body)?.[1] ?? '';
        buckets.set(bucket, { bucket, region: literal(body, 'region') ?? regions.get(alias) ?? null });
    }
    const distributions = new Set(texts.flatMap((text) => [...text.matchAll(/"(E[A-Z0-9]+)"/g)].flatMap(([, id = '']) => (DISTRIBUTION.test(id) ? [id] : []))));
    const managed = blocks.filter(({ labels: [kind, type] }) => kind === 'resource' && type === 'aws_cloudfront_distribution');
    if (managed.length > distributions.size) {
        notes.push('Terraform makes a CloudFront distribution, and its id is only in the state: pass it with --cloudfront.');
    }
    if (blocks.some(({ labels: [, type] }) => type === 'aws_db_instance' || type === 'aws_rds_cluster')) {
        notes.push('Terraform makes a database in RDS: docs/providers/rds-snapshot.md says when to use that provider.');
    }
    return { buckets: [...buckets.values()], distributions: [...distributions].sort(), notes };
}
/** Regions of the providers by their alias; '' is the default one. */
function regionsOf(blocks) {
    return new Map(blocks.flatMap(({ labels, body }) => {
        if (labels[0] !== 'provider' || labels[1] !== 'aws')
            return [];
        const region = literal(body, 'region');
        return region !== null && REGION.test(region) ? [[literal(body, 'alias') ?? '', region]] : [];
    }));
}
/** The value of a key of the block itself; null unless it is text without a template. */
function literal(body, key) {
    const pattern = new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*"([^"\\\\$%\\n]{0,300})"`, 'gm');
    let [depth, from] = [0, 0];
    for (const match of body.matchAll(pattern)) {
        depth += depthOf(body.slice(from, match.index));
        from = match.index;
        if (depth === 0)
            return match[1] ?? null;
    }
    return null;
}
/** How many more braces a text opens than it closes. */
const depthOf = (text) => [...text.matchAll(/[{}]/g)].reduce((depth, [brace]) => depth + (brace === '{' ? 1 : -1), 0);
/** Comments as spaces; strings stay. */
function withoutComments(text) {
    return text.replaceAll(/"(?:\\.|[^"\\\n])*(?:"|(?=\n)|$)|#[^\n]*|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$)/g, (found) => (found.startsWith('"') ? found : ' '));
}
/** Blocks at the top of a file. A brace that is missing ends the reading. */
function blocksOf(text) {
    const blocks = [];
    const head = /(?<![a-z_])([a-z_]{1,40})((?:\s+"[^"\n]*")*)\s*\{/g;
    for (let match = head.exec(text); match !== null; match = head.exec(text)) {
        const end = endOf(text, head.lastIndex);
        if (end === null)
            break;
        const labels = [...(match[2] ?? '').matchAll(/"([^"]*)"/g)].map(([, label = '']) => label);
        blocks.push({ labels: [match[1] ?? '', ...labels], body: text.slice(head.lastIndex, end) });
        head.lastIndex = end + 1;
    }
    return blocks;
}
/** Where the brace closes that was opened before `from`. Braces in strings do not count. */
function endOf(text, from) {
    const token = /"(?:\\.|[^"\\\n])*(?:"|(?=\n)|$)|[{}]/g;
    token.lastIndex = from;
    let depth = 1;
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
        if (match[0] === '{')
            depth += 1;
        if (match[0] === '}')
            depth -= 1;
        if (depth === 0)
            return match.index;
    }
    return null;
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./lib/commands/init/find-vercel.js

const projectId = schemas/* string */.YjP().regex(/^prj_\w+$/);
/** The CLI's link of one folder. `orgId` is a team or a person. */
const linked = schemas/* object */.Ikc({ projectId, orgId: schemas/* string */.YjP(), projectName: schemas/* string */.YjP().optional() });
/** The CLI's link of a repository with several projects (`vercel link --repo`). */
const repo = schemas/* object */.Ikc({ orgId: schemas/* string */.YjP().optional(), projects: schemas/* array */.YOg(schemas/* unknown */.L5J()) });
const inRepo = schemas/* object */.Ikc({ id: projectId, name: schemas/* string */.YjP(), orgId: schemas/* string */.YjP().optional() });
const settings = schemas/* object */.Ikc({
    git: schemas/* object */.Ikc({ deploymentEnabled: schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* boolean */.zMY())]) }),
});
/** Links of the Vercel CLI, and vercel.json. Pure but for the reading. */
function findVercel(files, dependencies) {
    const projects = new Map();
    const add = (project, org, name) => {
        const team = org !== undefined && /^team_\w+$/.test(org) ? org : null;
        if (!projects.has(project))
            projects.set(project, { project, team, name });
    };
    for (const path of files.paths.filter((one) => one.endsWith('.vercel/repo.json'))) {
        const found = repo.safeParse(find_vercel_json(files, path)).data;
        // One entry that is broken does not hide the others.
        for (const entry of found?.projects ?? []) {
            const { data } = inRepo.safeParse(entry);
            if (data)
                add(data.id, data.orgId ?? found?.orgId, data.name);
        }
    }
    for (const path of files.paths.filter((one) => one.endsWith('.vercel/project.json'))) {
        const found = linked.safeParse(find_vercel_json(files, path)).data;
        const folder = path.split('/').at(-3) ?? 'web';
        if (found)
            add(found.projectId, found.orgId, found.projectName ?? folder);
    }
    const configs = files.paths.filter((one) => one.endsWith('vercel.json'));
    const used = projects.size > 0 ||
        configs.length > 0 ||
        files.paths.some((path) => path.includes('.vercel/')) ||
        [...dependencies].some((name) => name === 'vercel' || name.startsWith('@vercel/'));
    const off = configs.some((path) => settings.safeParse(find_vercel_json(files, path)).data?.git.deploymentEnabled === false);
    return { projects: [...projects.values()], used, git: !off };
}
/** The value of a JSON file; undefined if it is none. */
function find_vercel_json(files, path) {
    try {
        return JSON.parse(files.text(path) ?? '');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/commands/init/find-databases.js



const inPackage = schemas/* object */.Ikc({ prisma: schemas/* object */.Ikc({ schema: schemas/* string */.YjP() }) });
const NAME = /^[A-Z_][A-Z0-9_]*$/;
/** Direct (not pooled) first: a backup cannot go through a pool. Names of Prisma's, Vercel's and Neon's documentation. */
const DIRECT = [
    'DIRECT_URL',
    'DIRECT_DATABASE_URL',
    'DATABASE_URL_UNPOOLED',
    'POSTGRES_URL_NON_POOLING',
    'DATABASE_URL',
    'POSTGRES_URL',
];
/** Packages that speak to PostgreSQL. */
const CLIENTS = ['pg', 'postgres', '@vercel/postgres', '@neondatabase/serverless', 'pg-promise', 'slonik'];
/**
 * Databases by their Prisma schemas; without Prisma, by a client in the dependencies and a name in `names`.
 * @param names of environment variables
 */
function findDatabases(files, dependencies, names) {
    const notes = [];
    const databases = new Map();
    const configs = files.paths
        .filter((path) => /(^|\/)prisma\.config\.[cm]?[jt]s$/.test(path))
        .map((path) => configOf(files, path));
    const named = new Set([...configs.flatMap(({ schema }) => schema ?? []), ...schemasOfPackages(files)]);
    for (const { path, text } of find_databases_schemas(files)) {
        const provider = /\bprovider\s*=\s*"(\w+)"/.exec(text)?.[1] ?? '';
        if (!['postgresql', 'postgres'].includes(provider)) {
            notes.push(`${path} is for ${/^\w+$/.test(provider) ? provider : 'another database'}: Rewind covers PostgreSQL only.`);
            continue;
        }
        const config = configs.find(({ folder, schema }) => schema === path || path.startsWith(`${folder === '.' ? '' : `${folder}/`}prisma/`));
        // Without another variable, DATABASE_URL would be a guess: another database than that of the schema.
        const odd = oddVariable(text);
        if (odd !== null) {
            notes.push(`${path} reads its URL from ${odd}, but a name in the configuration has capital letters, digits and underscores only. Add its resources by hand, with a variable of such a name.`);
            continue;
        }
        const variable = variableOf(text, 'directUrl') ??
            directOf(variableOf(text, 'url') ?? config?.variable ?? null, names) ??
            'DATABASE_URL';
        const beside = (0,posix_.join)((0,posix_.dirname)(path), 'migrations');
        // A schema of several files lies in a folder beside the migrations.
        const places = [config?.migrations, beside, (0,posix_.join)((0,posix_.dirname)(path), '../migrations')];
        const migrations = places.find((place) => place != null && files.migrations.includes(place)) ?? null;
        if (migrations === null)
            notes.push(`${path} has no folder of migrations, so down migrations are not possible.`);
        // A schema that a configuration names counts more than one that lies around, and migrations more than none.
        const isNamed = [...named].some((name) => path === name || path.startsWith(`${name}/`));
        const known = databases.get(variable);
        const isBetter = known === undefined || isNamed || (!known.isNamed && known.migrations === null && migrations !== null);
        if (isBetter)
            databases.set(variable, { variable, migrations, path, isNamed });
        const other = isBetter ? known : { path, migrations };
        if (other !== undefined && other.migrations !== databases.get(variable)?.migrations) {
            notes.push(`${other.path} uses ${variable}, as another schema does. Only the migrations of one of them are covered.`);
        }
    }
    if (databases.size === 0 && CLIENTS.some((name) => dependencies.has(name))) {
        const variable = DIRECT.find((name) => names.has(name)) ?? 'DATABASE_URL';
        return { databases: [{ variable, migrations: null }], notes };
    }
    return { databases: [...databases.values()].map(({ variable, migrations }) => ({ variable, migrations })), notes };
}
/** Files with a datasource, without comments. */
function find_databases_schemas(files) {
    return files.paths
        .filter((path) => path.endsWith('.prisma'))
        .flatMap((path) => {
        const text = (files.text(path) ?? '').replaceAll(/^[ \t]*\/\/.*$/gm, '');
        const block = /\bdatasource\s+\w+\s*\{([^}]{0,1500})\}/.exec(text)?.[1];
        return block === undefined ? [] : [{ path, text: block }];
    });
}
const envOf = (text, key) => new RegExp(`\\b${key}\\s*[=:]\\s*env\\(\\s*["'](\\w+)["']\\s*\\)`).exec(text)?.[1];
const variableOf = (text, key) => {
    const name = envOf(text, key);
    return name !== undefined && NAME.test(name) ? name : null;
};
/** The variable of a schema, if no configuration can name it; null if one can, or if the schema names none. */
function oddVariable(text) {
    const named = ['directUrl', 'url'].flatMap((key) => envOf(text, key) ?? []);
    return named.some((name) => NAME.test(name)) ? null : (named[0] ?? null);
}
/** The direct URL that belongs to the usual names of a pooled one. */
function directOf(variable, names) {
    if (variable !== 'DATABASE_URL' && variable !== 'POSTGRES_URL' && variable !== 'POSTGRES_PRISMA_URL')
        return variable;
    return DIRECT.slice(0, 4).find((name) => names.has(name)) ?? variable;
}
/** Literals of a prisma.config file. It is a program, and is not run. */
function configOf(files, path) {
    const text = (files.text(path) ?? '').replaceAll(/^[ \t]*\/\/.*$/gm, '');
    const folder = (0,posix_.dirname)(path);
    const place = (found) => {
        const whole = found === undefined ? null : (0,posix_.normalize)((0,posix_.join)(folder, found));
        return whole === null || whole.startsWith('..') ? null : whole;
    };
    const migrations = /\bmigrations\s*:\s*\{[^}]{0,500}?\bpath\s*:\s*["'`]([^"'`$]{1,300})["'`]/.exec(text)?.[1];
    const named = /\bprocess\.env\.([A-Z_][A-Z0-9_]*)|\bprocess\.env\[\s*["']([A-Z_][A-Z0-9_]*)["']/.exec(text);
    return {
        folder,
        schema: place(/\bschema\s*:\s*["'`]([^"'`$]{1,300})["'`]/.exec(text)?.[1]),
        migrations: place(migrations),
        variable: variableOf(text, 'url') ?? named?.[1] ?? named?.[2] ?? null,
    };
}
function schemasOfPackages(files) {
    return files.paths
        .filter((path) => path.endsWith('package.json'))
        .flatMap((path) => {
        const schema = inPackage.safeParse(find_vercel_json(files, path)).data?.prisma.schema;
        return schema === undefined ? [] : [(0,posix_.normalize)((0,posix_.join)((0,posix_.dirname)(path), schema))];
    });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/commands/init/find-workflows.js


const step = schemas/* looseObject */._H3({
    run: schemas/* string */.YjP().optional().catch(undefined),
    uses: schemas/* string */.YjP().optional().catch(undefined),
});
const job = schemas/* looseObject */._H3({
    environment: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })])
        .optional()
        .catch(undefined),
    uses: schemas/* string */.YjP().optional().catch(undefined),
    steps: schemas/* array */.YOg(step.catch({})).optional().catch(undefined),
});
const workflow = schemas/* looseObject */._H3({
    on: schemas/* unknown */.L5J(),
    jobs: schemas/* record */.g1P(schemas/* string */.YjP(), job.catch({})),
});
/** Commands and actions that put something into production. */
const DEPLOYS = /\bvercel\b(?=[^\n]{0,300}(--prod\b|\bdeploy\b|\bpromote\b))|vercel-action|\bprisma migrate deploy\b|\bterraform apply\b|\bcdk deploy\b|\baws s3 (sync|cp)\b|\bserverless deploy\b|\bsst deploy\b|\bfly(ctl)? deploy\b/;
/** What the workflows of the repository do. Rewind's own do not count. Pure but for the reading. */
function findWorkflows(files) {
    const found = files.paths
        .filter((path) => path.startsWith('.github/workflows/'))
        .flatMap((path) => {
        const text = files.text(path) ?? '';
        const parsed = workflow.safeParse(find_workflows_valueOf(text)).data;
        return parsed === undefined ? [] : [{ path, text, jobs: Object.entries(parsed.jobs), onPush: onPush(parsed.on) }];
    });
    return {
        deploys: found.filter(({ jobs, onPush: pushed }) => pushed && jobs.some(deploys)).map(({ path }) => path),
        environments: unique(found.flatMap(({ jobs }) => jobs.flatMap(([, { environment }]) => nameOf(environment)))),
        secrets: unique(found.flatMap(({ text }) => [...text.matchAll(/\bsecrets\.([A-Z_][A-Z0-9_]*)/g)].map(([, name = '']) => name))),
    };
}
const unique = (names) => [...new Set(names)].sort();
function find_workflows_valueOf(text) {
    try {
        return (0,dist/* parse */.qg)(text, { logLevel: 'silent', maxAliasCount: 100 });
    }
    catch {
        return null;
    }
}
function onPush(on) {
    if (typeof on === 'string')
        return on === 'push';
    if (Array.isArray(on))
        return on.includes('push');
    return typeof on === 'object' && on !== null && 'push' in on;
}
function deploys([id, { steps = [], uses = '' }]) {
    if (/\/rewind(\/|@)/.test(uses) || steps.some((one) => /\/rewind@/.test(one.uses ?? '')))
        return false;
    if (steps.some((one) => DEPLOYS.test(one.run ?? '') || DEPLOYS.test(one.uses ?? '')))
        return true;
    return /^deploy|[-_]deploy$/.test(id);
}
function nameOf(environment) {
    const name = typeof environment === 'string' ? environment : environment?.name;
    return name !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]{0,50}$/.test(name) ? [name] : [];
}

;// CONCATENATED MODULE: ./lib/commands/init/find.js





const manifest = schemas/* object */.Ikc({
    dependencies: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).optional().catch(undefined),
    devDependencies: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).optional().catch(undefined),
});
/** Looks through the files. Pure but for the reading. */
function find(files) {
    const dependencies = dependenciesOf(files);
    const workflows = findWorkflows(files);
    const names = new Set([...namesInExamples(files), ...workflows.secrets]);
    const vercel = findVercel(files, dependencies);
    const { databases, notes } = findDatabases(files, dependencies, names);
    const aws = findAws(files);
    const has = (...patterns) => [...dependencies].some((name) => patterns.some((pattern) => pattern.test(name)));
    return {
        vercel,
        databases,
        aws,
        workflows,
        uses: {
            stripe: has(/^stripe$/, /^@stripe\//) || names.has('STRIPE_WEBHOOK_SECRET'),
            edgeConfig: has(/^@vercel\/(edge|global)-config$/) || names.has('EDGE_CONFIG'),
            vercelFlags: vercel.used && has(/^flags$/, /^@vercel\/flags/, /^@flags-sdk\/vercel$/),
            launchdarkly: has(/^launchdarkly-/, /^@launchdarkly\//),
            unleash: has(/^unleash-/, /^@unleash\//),
        },
        notes: [...files.notes, ...brokenJson(files), ...notes, ...aws.notes],
    };
}
/** Names of all packages that a package.json of the repository asks for. */
function dependenciesOf(files) {
    return new Set(files.paths
        .filter((path) => path.endsWith('package.json'))
        .flatMap((path) => {
        const found = manifest.safeParse(find_vercel_json(files, path)).data;
        return [...Object.keys(found?.dependencies ?? {}), ...Object.keys(found?.devDependencies ?? {})];
    }));
}
/** What cannot be parsed was not used: something that it asks for may be missing in the result. */
function brokenJson(files) {
    const broken = files.paths.filter((path) => path.endsWith('.json') && files.text(path) !== null && find_vercel_json(files, path) === undefined);
    const more = broken.length > SHOWN ? ` and ${broken.length - SHOWN} more` : '';
    return broken.length === 0 ? [] : [`Not valid JSON, and not used: ${broken.slice(0, SHOWN).join(', ')}${more}.`];
}
const SHOWN = 5;
/** Names in .env.example and its like. What stands behind the name may be real, and is not kept. */
function namesInExamples(files) {
    return files.paths
        .filter((path) => /(^|\/)\.env\.\w+$/.test(path))
        .flatMap((path) => [
        ...(files.text(path) ?? '').matchAll(/^[ \t]*(?:export[ \t]+)?#?[ \t]*([A-Z_][A-Z0-9_]{0,99})[ \t]*=/gm),
    ])
        .map(([, name = '']) => name);
}

// EXTERNAL MODULE: ./lib/commands/check/index.js + 1 modules
var check = __webpack_require__(12177);
// EXTERNAL MODULE: ./lib/commands/snapshot/index.js + 1 modules
var snapshot = __webpack_require__(54807);
// EXTERNAL MODULE: ./lib/commands/init/resources.js + 1 modules
var init_resources = __webpack_require__(33656);
;// CONCATENATED MODULE: ./lib/commands/init/finish.js



/**
 * Checks what was written; takes the first snapshot if that is asked for. Without the credentials, and with a store that only
 * a workflow has, the configuration alone was checked, and the text says so.
 *
 * @param keys of this run; null if the configuration is older than it
 */
async function finish(session, config, keys, wantsSnapshot) {
    const { env } = session.context;
    const missing = [...new Set(config.resources.flatMap(init_resources/* credentialsOf */.YN))].filter((name) => env.text(name) === undefined);
    const unreachable = config.store.kind === 'artifact' && session.run === null;
    if (missing.length > 0 || unreachable) {
        const why = [
            ...(missing.length === 0
                ? []
                : [`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in the environment`]),
            ...(unreachable ? ['only a workflow reaches the store "artifact"'] : []),
        ].join(', and ');
        const lines = [
            `Checked: the configuration has no mistake. Not checked: the services and the store, because ${why}.`,
            ...(wantsSnapshot ? ['No snapshot was taken.'] : []),
        ];
        return { ready: !wantsSnapshot, lines, json: { check: 'configuration', missing } };
    }
    const variables = keys === null ? {} : variablesOf(keys);
    const common = {
        args: [],
        given: new Set(),
        config: session.inputs.config,
        scope: null,
        json: session.inputs.json,
    };
    const checked = await ended(session.again({ ...common, installClient: false, planEnvironment: null }, variables), (checking) => check["default"].run(checking));
    if (!wantsSnapshot || checked.exit !== 0) {
        return {
            ready: checked.exit === 0,
            lines: ['Check:', checked.text, ...(wantsSnapshot ? ['No snapshot was taken.'] : [])],
            json: { check: checked.json },
        };
    }
    const inputs = { ...common, reason: 'manual', after: null, overrideFreeze: null, installClient: false };
    const taken = await ended(session.again(inputs, variables), (taking) => snapshot["default"].run(taking));
    return {
        ready: taken.exit === 0,
        lines: ['Check:', checked.text, 'Snapshot:', taken.text],
        json: { check: checked.json, snapshot: taken.json },
    };
}
async function ended(session, run) {
    try {
        return await run(session);
    }
    finally {
        session.close();
    }
}
const variablesOf = ({ identity, signing, fingerprint }) => ({
    REWIND_IDENTITY: identity,
    REWIND_SIGNING_KEY: signing,
    REWIND_FINGERPRINT_KEY: fingerprint,
});

// EXTERNAL MODULE: ./lib/readiness/git.js
var git = __webpack_require__(95576);
;// CONCATENATED MODULE: ./lib/commands/init/git.js



/**
 * What Git knows. A remote may hold a token: only owner and name are kept.
 * @throws RewindError input-invalid in a sub-folder, and inside of a repository that has no files checked out
 */
async function readGit(ctx) {
    const ask = async (...args) => {
        try {
            return (await (0,git/* git */.$Y)(ctx, args)).trim() || null;
        }
        catch {
            return null;
        }
    };
    const top = await ask('rev-parse', '--show-toplevel');
    if (top === null) {
        if ((await ask('rev-parse', '--git-dir')) !== null) {
            throw new errors.RewindError('input-invalid', 'This folder holds the data of a Git repository, not its files.', {
                remedy: 'Run "rewind init" in a clone of the repository, where its files are checked out.',
            });
        }
        const note = 'This is not a Git repository, or Git is not installed. The repository on GitHub and its default branch are not known.';
        return { repository: null, branch: null, notes: [note], person: null };
    }
    if ((0,external_node_fs_.realpathSync)(top) !== (0,external_node_fs_.realpathSync)(ctx.root)) {
        throw new errors.RewindError('input-invalid', `This folder is a part of the repository in ${top}.`, {
            remedy: `Run "rewind init" in ${top}: GitHub reads workflows only there.`,
        });
    }
    const [remote, head, current, remotes, locals, name, email] = await Promise.all([
        ask('remote', 'get-url', 'origin'),
        ask('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
        ask('symbolic-ref', '--short', 'HEAD'),
        ask('for-each-ref', '--format=%(refname:lstrip=3)', 'refs/remotes/origin'),
        ask('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads'),
        ask('config', 'user.name'),
        ask('config', 'user.email'),
    ]);
    const { branch, isKnown } = defaultBranch({
        head: head?.replace(/^origin\//, '') ?? null,
        current,
        remotes: (remotes ?? '').split('\n').filter((line) => line !== '' && line !== 'HEAD'),
        locals: (locals ?? '').split('\n').filter((line) => line !== ''),
    });
    return {
        repository: remote === null ? null : repositoryIn(remote),
        branch,
        notes: isKnown
            ? []
            : [
                `Git does not know the default branch of the repository; "${branch}" was taken. If it is another one, run "git remote set-head origin --auto" first.`,
            ],
        person: name === null || email === null ? null : `${name.replaceAll(':', ' ')}: ${email}`,
    };
}
/**
 * The default branch of the repository on GitHub. `origin/HEAD` names it, but only a clone has that. The branch that is
 * checked out is rarely the one: somebody makes a branch to add Rewind.
 */
function defaultBranch(found) {
    const { head, current, remotes, locals } = found;
    if (head !== null)
        return { branch: head, isKnown: true };
    for (const branches of [remotes, locals]) {
        const usual = ['main', 'master'].find((name) => branches.includes(name));
        if (usual !== undefined)
            return { branch: usual, isKnown: true };
    }
    const [only] = remotes;
    if (only !== undefined && remotes.length === 1)
        return { branch: only, isKnown: true };
    if (current === 'main' || current === 'master')
        return { branch: current, isKnown: true };
    return { branch: current ?? 'main', isKnown: false };
}
/** Owner and name in the address of a remote: https, ssh, or the short form of ssh. Null for a path. */
function repositoryIn(remote) {
    const found = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:@]+)(?::\d+)?\/|(?:[^@/\s]+@)?([\w.-]+\.[\w.-]+):)([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(remote);
    if (!found)
        return null;
    return { host: (found[1] ?? found[2] ?? '').toLowerCase(), owner: found[3] ?? '', name: found[4] ?? '' };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/runtime/shell-word.js
var shell_word = __webpack_require__(26751);
;// CONCATENATED MODULE: ./lib/commands/init/gh.js






/** Of the GitHub CLI; it finds its login by these. */
const NAMES = [
    'GH_TOKEN',
    'GITHUB_TOKEN',
    'GH_HOST',
    'GH_ENTERPRISE_TOKEN',
    'GITHUB_ENTERPRISE_TOKEN',
    'GH_CONFIG_DIR',
    'XDG_CONFIG_HOME',
];
/** It asks GitHub once for each call. */
const LIMIT_MS = 60_000;
/** Runs the GitHub CLI. A secret goes through its standard input, never through its arguments. */
async function gh(ctx, args, input = '') {
    const own = NAMES.flatMap((name) => {
        const value = ctx.env.secret(name);
        return value === undefined ? [] : [[name, value]];
    });
    const env = { ...ctx.childEnv, ...Object.fromEntries(own), GH_PROMPT_DISABLED: '1', NO_COLOR: '1' };
    try {
        const child = (0,external_node_child_process_.spawn)('gh', args, { cwd: ctx.root, env, stdio: ['pipe', 'pipe', 'pipe'], timeout: LIMIT_MS });
        // One that ends without reading its input breaks the pipe. Its status and its message say why.
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
        const [status, stderr, output] = await Promise.all([statusOf(child), (0,consumers_.text)(child.stderr), (0,consumers_.text)(child.stdout)]);
        return { status, said: (0,runtime_text/* oneLine */.TN)(ctx.masker.redact(stderr.trim().split('\n').at(-1) ?? '')), output };
    }
    catch (error) {
        return { status: -1, said: (0,runtime_text/* oneLine */.TN)((0,errors/* messageOf */.bD)(error)), output: '' };
    }
}
/** -1 if a signal ended it, e.g. at the time limit. */
function statusOf(child) {
    return new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (status) => resolve(status ?? -1));
    });
}
/** True if the GitHub CLI is there and logged in. */
async function ghReady(ctx, { host }) {
    return (await gh(ctx, ['auth', 'status', '--hostname', host])).status === 0;
}
/**
 * Before anything is written: the CLI is logged in, and the environments exist. It makes none: a new one has no reviewers.
 * @throws RewindError input-invalid, with every problem
 */
async function assertSecretsCanBeSet(ctx, repository, environments) {
    const { host, owner, name } = repository;
    if (!(await ghReady(ctx, repository))) {
        throw new errors.RewindError('input-invalid', `--set-secrets: the GitHub CLI "gh" is missing or not logged in to ${host}.`, {
            remedy: 'Install gh and run "gh auth login", or pass --keys FILE in place of --set-secrets.',
        });
    }
    const problems = [];
    for (const environment of environments) {
        const path = `repos/${owner}/${name}/environments/${environment}`;
        const { status, said } = await gh(ctx, ['api', '--hostname', host, path]);
        if (status !== 0) {
            problems.push(`${said} Create it: gh api --hostname ${(0,shell_word/* shellWord */.r)(host)} --method PUT ${(0,shell_word/* shellWord */.r)(path)}`);
        }
    }
    if (problems.length === 0)
        return;
    throw new errors.RewindError('input-invalid', `--set-secrets: an environment of ${owner}/${name} could not be read. Nothing was written.`, { problems, remedy: await environmentsRemedy(ctx, repository) });
}
const environmentList = schemas/* object */.Ikc({ environments: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })) });
/** At most this many environments are named. */
const NAMED = 20;
/** Which environments there are: a wrong name is more frequent than a missing environment. */
async function environmentsRemedy(ctx, { host, owner, name }) {
    const path = `repos/${owner}/${name}/environments?per_page=100`;
    const { status, output } = await gh(ctx, ['api', '--hostname', host, path]);
    const found = environmentList.safeParse(status === 0 ? parseJson(output) : undefined);
    if (!found.success)
        return 'Create the environments, or name another one with --environment.';
    const names = found.data.environments.map((one) => `"${(0,runtime_text/* oneLine */.TN)(ctx.masker.redact(one.name))}"`).sort();
    if (names.length === 0)
        return `${owner}/${name} has no environments. Create them with the commands above.`;
    const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : '';
    return `${owner}/${name} has the environments ${names.slice(0, NAMED).join(', ')}${more}. Name the one of your rollbacks with --environment NAME (Rewind also needs NAME-plan), or create the missing ones with the commands above.`;
}
function parseJson(given) {
    try {
        return JSON.parse(given);
    }
    catch {
        return undefined;
    }
}
/** @throws RewindError input-invalid; a run that begins again makes new keys and sets all of them */
async function setSecrets(ctx, { host, owner, name }, secrets) {
    for (const secret of secrets) {
        for (const environment of secret.environments) {
            const args = ['secret', 'set', secret.name, '--env', environment, '--repo', `${host}/${owner}/${name}`];
            const { status, said } = await gh(ctx, args, secret.value);
            if (status === 0)
                continue;
            throw new errors.RewindError('input-invalid', `gh could not set ${secret.name} in "${environment}": ${said}`, {
                remedy: 'No file was written. Run "rewind init" again: it makes new keys and sets all secrets.',
            });
        }
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(56754);
// EXTERNAL MODULE: ./lib/engine/signature.js
var signature = __webpack_require__(90960);
;// CONCATENATED MODULE: ./lib/commands/init/repository-files.js


/** Larger files are not read: nobody writes such a manifest by hand. */
const MAX_BYTES = 1024 ** 2;
/** The walk looks at no more entries and goes no deeper, so that it ends in any folder, a home directory included. */
const MAX_ENTRIES = 50_000;
const MAX_DEPTH = 6;
/** Folders that hold what others wrote, or what a build made. */
const SKIPPED = new Set('.git .next .nuxt .svelte-kit .turbo .terraform .rewind .yarn .cache .output build coverage dist node_modules out target vendor'.split(' '));
/** What `init` reads. Never `.env`, never Terraform's state or variables: they hold secrets. */
const READ = [
    /(^|\/)package\.json$/,
    /(^|\/)vercel\.json$/,
    /(^|\/)\.vercel\/(project|repo)\.json$/,
    /(^|\/)prisma\.config\.[cm]?[jt]s$/,
    /\.prisma$/,
    /(^|\/)\.env\.(example|sample|template|dist)$/,
    /\.tf$/,
    /^\.github\/workflows\/[^/]+\.ya?ml$/,
];
/** Walks a repository. Follows no symbolic link, so it reads nothing outside. */
function readRepository(root) {
    const paths = [];
    const migrations = [];
    const notes = [];
    let left = MAX_ENTRIES;
    const walk = (folder, depth) => {
        let entries;
        try {
            entries = (0,external_node_fs_.opendirSync)((0,external_node_path_.join)(root, folder));
        }
        catch {
            notes.push(`The folder ${folder === '' ? '.' : folder} could not be read.`);
            return;
        }
        const below = [];
        try {
            for (let entry = entries.readSync(); entry !== null && left > 0; entry = entries.readSync()) {
                left -= 1;
                const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
                if (entry.isDirectory()) {
                    if (entry.name === 'migrations')
                        migrations.push(path);
                    if (!SKIPPED.has(entry.name) && depth < MAX_DEPTH)
                        below.push(path);
                }
                else if (entry.isFile() && READ.some((pattern) => pattern.test(path)))
                    paths.push(path);
            }
        }
        finally {
            entries.closeSync();
        }
        for (const path of below.sort())
            walk(path, depth + 1);
    };
    walk('', 0);
    if (left === 0)
        notes.push(`The repository has more than ${MAX_ENTRIES} files; the rest was not looked at.`);
    const read = new Map();
    const text = (path) => {
        const known = read.get(path);
        if (known !== undefined)
            return known;
        const found = textOf(root, path, notes);
        read.set(path, found);
        return found;
    };
    return { paths: paths.sort(), migrations: migrations.sort(), notes, text };
}
function textOf(root, path, notes) {
    let file;
    try {
        // Not through a link that took the place of the file, and without waiting for the other end of a pipe.
        file = (0,external_node_fs_.openSync)((0,external_node_path_.join)(root, path), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch {
        notes.push(`${path} could not be read.`);
        return null;
    }
    try {
        const found = (0,external_node_fs_.fstatSync)(file);
        if (!found.isFile())
            return null;
        if (found.size > MAX_BYTES) {
            notes.push(`${path} has ${found.size} bytes and was not read.`);
            return null;
        }
        return new TextDecoder('utf-8').decode((0,external_node_fs_.readFileSync)(file)).replaceAll('\r\n', '\n');
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** True if a path, after all links, lies in the folder or is the folder itself. Both must exist. */
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(folder), (0,external_node_fs_.realpathSync)(path));
    return way === '' || (way !== '..' && !way.startsWith(`..${external_node_path_.sep}`));
}

// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
;// CONCATENATED MODULE: ./lib/commands/init/keys.js










/** Makes keys. They are masked from then on. */
async function newKeys(masker) {
    return keysOf({ identity: await (0,age_keys/* newIdentity */.t$)(), signing: (0,signature/* newSigningKey */.zI)(), fingerprint: (0,external_node_crypto_.randomBytes)(32).toString('base64') }, masker);
}
async function keysOf(secret, masker) {
    for (const value of [secret.identity, secret.signing, secret.fingerprint])
        masker.add(value);
    return {
        ...secret,
        recipient: await (0,age_keys/* recipientOf */.du)(secret.identity),
        signKey: (0,signature/* publicKeyText */.gt)((0,signature/* readSigningKey */.jy)(secret.signing)),
    };
}
/** Where each of them belongs. */
function secretsOf(keys, environment, planEnvironment) {
    return [
        { name: 'REWIND_IDENTITY', value: keys.identity, environments: [environment] },
        { name: 'REWIND_SIGNING_KEY', value: keys.signing, environments: [planEnvironment] },
        { name: 'REWIND_FINGERPRINT_KEY', value: keys.fingerprint, environments: [planEnvironment, environment] },
    ];
}
/**
 * The keys of a file that an interrupted run wrote; null if there is none.
 * @param path absolute
 * @throws RewindError input-invalid if the file holds something else or lies in the repository
 */
async function keysInFile(path, root, masker) {
    assertOutside(path, root);
    const file = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    const isEmpty = file === undefined || file.size === 0;
    // A link to nothing, or to an empty file: the new file would replace the link.
    if ((file !== undefined && !file.isFile()) || (isEmpty && (0,files/* isLink */.PJ)(path))) {
        throw new errors.RewindError('input-invalid', `--keys: ${path} is not a file.`, {
            remedy: 'Name a file that does not exist yet.',
        });
    }
    // A run that was killed before it wrote leaves an empty file.
    if (isEmpty)
        return null;
    const found = keyFile.safeParse((0,external_node_util_.parseEnv)((0,external_node_fs_.readFileSync)(path, 'utf8')));
    if (!found.success) {
        throw new errors.RewindError('input-invalid', `--keys: ${path} exists and does not hold keys of "rewind init".`, {
            remedy: 'Name a file that does not exist yet.',
        });
    }
    const { REWIND_IDENTITY: identity, REWIND_SIGNING_KEY: signing, REWIND_FINGERPRINT_KEY: fingerprint } = found.data;
    return keysOf({ identity, signing, fingerprint }, masker);
}
const keyFile = schemas/* object */.Ikc({
    REWIND_IDENTITY: schemas/* string */.YjP().min(1),
    REWIND_SIGNING_KEY: schemas/* string */.YjP().min(1),
    REWIND_FINGERPRINT_KEY: schemas/* string */.YjP().min(1),
});
/**
 * Writes the keys to a new file with mode 0600, as lines of NAME=value, whole or not at all.
 * @throws RewindError input-invalid if the file exists, cannot be written, or lies in the repository
 */
function writeKeyFile(path, root, secrets) {
    assertOutside(path, root);
    const lines = [
        '# Secret keys of Rewind. They open and sign snapshots. Never put this file into a repository.',
        '# Keep a copy of REWIND_IDENTITY offline: without it nobody opens a snapshot.',
        ...secrets.flatMap(({ name, value, environments }) => [
            `# A secret of the GitHub environment ${environments.join(', and of ')}:`,
            `${name}=${value}`,
        ]),
    ];
    try {
        // Replaces an empty regular file, which an earlier failed write may have left. A device or a link stays: O_EXCL fails.
        const empty = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (empty?.isFile() === true && empty.size === 0)
            (0,external_node_fs_.unlinkSync)(path);
        const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_NOFOLLOW, 0o600);
        try {
            (0,external_node_fs_.writeSync)(file, `${lines.join('\n')}\n`);
            (0,external_node_fs_.fsyncSync)(file);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch (error) {
        throw new errors.RewindError('input-invalid', `--keys: ${path} could not be written: ${(0,errors/* messageOf */.bD)(error)}`, {
            remedy: 'Name a new file in an existing folder outside of the repository.',
            cause: error,
        });
    }
}
/** @throws RewindError input-invalid */
function assertOutside(path, root) {
    let folder;
    try {
        folder = (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path));
    }
    catch (error) {
        throw new errors.RewindError('input-invalid', `--keys: ${(0,external_node_path_.dirname)(path)} is not a folder.`, {
            remedy: 'Name a new file in an existing folder outside of the repository.',
            cause: error,
        });
    }
    const target = (0,external_node_fs_.existsSync)(path) ? path : folder;
    if (isInside(root, folder) || isInside(root, target)) {
        throw new errors.RewindError('input-invalid', `--keys: ${(0,external_node_path_.join)(folder, (0,external_node_path_.basename)(path))} is in the repository.`, {
            remedy: 'Name a file outside of the repository, so that nobody commits it.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/commands/init/diff.js
/** Longer files are not compared line by line. */
const MAX_LINES = 1500;
/** The difference by a longest common subsequence of lines; null if a text is too long for that. Pure. */
function differenceOf(existing, proposed) {
    const [left, right] = [linesOf(existing), linesOf(proposed)];
    if (left.length > MAX_LINES || right.length > MAX_LINES)
        return null;
    const width = right.length + 1;
    /** Length of the longest common subsequence of the ends from (i, j). */
    const common = new Uint16Array((left.length + 1) * width);
    const at = (i, j) => common[i * width + j] ?? 0;
    for (let i = left.length - 1; i >= 0; i -= 1) {
        for (let j = right.length - 1; j >= 0; j -= 1) {
            common[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const added = [];
    for (let i = 0, j = 0; j < right.length;) {
        if (i < left.length && left[i] === right[j]) {
            i += 1;
            j += 1;
        }
        else if (i < left.length && at(i + 1, j) >= at(i, j + 1))
            i += 1;
        else {
            added.push({ line: j + 1, text: right[j] ?? '' });
            j += 1;
        }
    }
    return { added, others: left.length - (right.length - added.length) };
}
const linesOf = (text) => text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);

// EXTERNAL MODULE: ./lib/commands/init/templates.js
var templates = __webpack_require__(60866);
;// CONCATENATED MODULE: ./lib/commands/init/workflow-text.js
/** In each call of Rewind: they belong to Rewind itself, or carry what the configuration names. */
const OWN_SECRETS = ['REWIND_SECRETS', 'REWIND_FINGERPRINT_KEY', 'REWIND_SIGNING_KEY', 'REWIND_IDENTITY'];
/**
 * A workflow of examples/ with the values in the place of what a person would change. Pure.
 * @throws Error if the template is not as expected: a test runs all of them
 */
function workflowText(template, values) {
    const text = withoutInstructions(template);
    const lines = text
        .split('\n')
        .filter((line) => isKept(line, values.secrets))
        .flatMap((line) => [environmentIn(line, values), ...awsBelow(line, template, values)]);
    return lines
        .join('\n')
        .replaceAll(/\bOWNER\/rewind(\/[\w./-]+)?@v1\b/g, (_all, path) => `${values.action}${path ?? ''}@${values.ref}${values.version === null ? '' : ` # ${values.version}`}`)
        .replace("github.event.client_payload.project.id == 'prj_change'", projectCondition(values.projects));
}
/**
 * The same for a project with Vercel's Git integration: Vercel reports a promotion, so that the event of GitHub's
 * Deployments page is not needed; with the store "artifact" it would not count.
 */
function onPromotion(template) {
    const events = replaced(template, /^ {2}# change: keep the event[\s\S]*?(?=^ {2}repository_dispatch:)/m, '');
    return replaced(replaced(events, /^ {4}# change: the name of the environment.*\n/m, ''), /^ {4}if: >-\n(?: {6}.*\n)+/m, "    if: github.event.client_payload.environment == 'production'\n");
}
/** One job of a template, to stand in a workflow of the repository, after a job that it needs. */
function jobText(template, id, needs) {
    const [, jobs = ''] = template.split(/^jobs:\n/m);
    const job = jobs.split(/^(?= {2}[a-z])/m).find((one) => one.startsWith(`  ${id}:\n`));
    if (job === undefined)
        throw new Error(`no job ${id}`);
    const plain = job
        .replace(/^ {4}# change: the name of the environment.*\n/m, '')
        .replace(/^ {4}if: >-\n(?: {6}.*\n)+/m, '');
    return needs === null ? plain : plain.replace(/^( {4}name: .*\n)/m, `$1    needs: ${needs}\n`);
}
function replaced(text, pattern, by) {
    if (!pattern.test(text))
        throw new Error(`the template has no ${pattern.source}`);
    return text.replace(pattern, by);
}
/** Without the words to somebody who copies the file by hand. */
function withoutInstructions(template) {
    const kept = [];
    /** Indent of a comment that says what to change, while it goes on. */
    let change = null;
    const text = template
        .replace(/^# Copy to \.github\/workflows\/\. /, '# ')
        // Done by "init".
        .replace(/^# 2\. Set "auto-assign: false".*\n# 3\. Copy release-capture.*\n/m, '')
        .replace(/^# 1\. (Turn off .*)\n/m, '# First: $1\n');
    for (const line of text.split('\n')) {
        const [, indent = '', comment] = /^(\s*)(#.*)?/.exec(line) ?? [];
        if (comment !== undefined && (comment.startsWith('# change: ') || change === indent)) {
            change = indent;
            continue;
        }
        change = null;
        kept.push(line
            .replace(/ # change$/, '')
            .replace(' # change: ', ' # ')
            .replace('; change: ', '; '));
    }
    return kept.join('\n');
}
/** A line that hands a secret over is kept if a resource needs the secret. */
function isKept(line, secrets) {
    const name = /^\s+([A-Z][A-Z0-9_]*): \$\{\{ secrets\.\1 \}\}/.exec(line)?.[1];
    return name === undefined || secrets.has(name) || OWN_SECRETS.some((own) => own === name);
}
function environmentIn(line, { environment, planEnvironment }) {
    return line
        .replace(/^(\s*(?:plan-environment|name): )production-plan(?=\s|$)/, (_all, key) => `${key}${planEnvironment}`)
        .replace(/^(\s*(?:environment|lift-environment|name): )production(-deploy|-lift)?(?=\s|$)/, (_all, key, rest = '') => `${key}${environment}${rest}`)
        .replace(/^(\s*group: rewind-rollback-.*\}\}-)production(?=\s|$)/, (_all, key) => `${key}${environment}`);
}
/** Roles and region below `plan-environment` of a call. Variables of the repository hold the roles: they are no secrets. */
function awsBelow(line, template, { region }) {
    const indent = /^(\s+)plan-environment: /.exec(line)?.[1];
    if (region === null || indent === undefined || !template.includes('OWNER/rewind/.github/workflows/'))
        return [];
    const writes = /\/(rollback|recover|mitigate)\.yml@/.test(template);
    return [
        `${indent}aws-plan-role: \${{ vars.REWIND_AWS_PLAN_ROLE }} # only reads; its trust names this environment`,
        ...(writes
            ? [`${indent}aws-role: \${{ vars.REWIND_AWS_ROLE }} # writes; its trust names the environment with reviewers`]
            : []),
        `${indent}aws-region: ${region}`,
    ];
}
/** Ids are words, so no quote can end the text. */
function projectCondition(projects) {
    const id = 'github.event.client_payload.project.id';
    if (projects.length === 1)
        return `${id} == '${projects[0] ?? ''}'`;
    return `contains(fromJSON('${JSON.stringify(projects)}'), ${id})`;
}

;// CONCATENATED MODULE: ./lib/commands/init/proposal.js




/** Names that a workflow can hand over by themselves; all others are lines of REWIND_SECRETS. */
const DIRECT_SECRETS = [
    'VERCEL_TOKEN',
    'DATABASE_URL',
    'STRIPE_API_KEY',
    'LAUNCHDARKLY_ACCESS_TOKEN',
    'UNLEASH_API_TOKEN',
];
/** Workflows that only read files of the pull request, or need no snapshot. */
const EVERYWHERE = ['rollback-readiness'];
const USUAL = ['rollback-production', 'recover-production', 'incident', 'list-snapshots'];
/** True if builds of Vercel go live through Rewind: no workflow of the repository deploys, and Vercel's Git integration does. */
const promotesBuilds = (found, choices) => (0,init_resources/* projectsOf */.UW)(found, choices.answers, choices.without).length > 0 &&
    found.vercel.git &&
    found.workflows.deploys.length === 0 &&
    choices.store.kind !== 'directory' &&
    (choices.workflows?.includes('pre-deploy-snapshot-git-integration') ?? true);
/** The workflows that fit, by name. Runs of GitHub cannot reach a folder of this machine. */
function fittingWorkflows(found, choices) {
    if (choices.workflows !== null)
        return choices.workflows;
    if (choices.store.kind === 'directory')
        return [];
    const promotes = promotesBuilds(found, choices);
    return [
        ...EVERYWHERE,
        ...USUAL,
        ...(promotes ? ['pre-deploy-snapshot-git-integration', 'release-capture'] : []),
        ...(promotes && choices.url !== null ? ['monitor-production'] : []),
    ];
}
/**
 * What to write, and what to do by hand. Pure.
 * @param existing the configuration of the repository, if there is one: its resources count, not those that were found
 */
function propose(found, choices, existing, defaultBranch) {
    const promotes = promotesBuilds(found, choices);
    const resources = (0,init_resources/* resourcesOf */.F3)(found, choices.answers, { without: choices.without, promotes });
    const used = existing?.resources ?? resources;
    const credentials = [...new Set(used.flatMap(init_resources/* credentialsOf */.YN))].sort();
    const aws = used.some(init_resources/* onAws */.np) || choices.store.kind === 's3';
    const region = aws ? (regionOf(choices, resources) ?? 'us-east-1') : null;
    const probes = existing === null ? choices.url !== null : existing.probes.length > 0;
    const values = choices.action && {
        action: choices.action.repository,
        ref: choices.action.ref,
        version: choices.action.version,
        environment: choices.environment,
        planEnvironment: choices.planEnvironment,
        projects: (0,init_resources/* projectsOf */.UW)(found, choices.answers, choices.without).map(({ project }) => project),
        secrets: new Set([
            ...credentials.filter((name) => DIRECT_SECRETS.includes(name)),
            ...(probes && credentials.includes('VERCEL_TOKEN') ? ['VERCEL_AUTOMATION_BYPASS_SECRET'] : []),
            ...(existing?.sign?.['approval-keys'] === undefined ? [] : ['REWIND_APPROVAL_KEY']),
        ]),
        region,
    };
    const byHand = existing === null ? [] : missingResources(resources, existing);
    if (values === null)
        return { resources, workflows: [], byHand, credentials, promotes, aws };
    const workflows = fittingWorkflows(found, choices).map((name) => ({
        path: `.github/workflows/${name}.yml`,
        text: workflowText(templateOf(name, promotes), values),
    }));
    if (choices.store.kind !== 'directory' && !promotes && choices.workflows === null)
        byHand.push(ownDeploy(found, values, defaultBranch));
    return { resources, workflows, byHand, credentials, promotes, aws };
}
/** Vercel reports promotions only where its Git integration builds. */
function templateOf(name, promotes) {
    const key = `${name}.yml`;
    const text = isTemplate(key) ? templates/* TEMPLATES */.Q[key] : '';
    return promotes && (name === 'release-capture' || name === 'monitor-production') ? onPromotion(text) : text;
}
const isTemplate = (name) => Object.hasOwn(templates/* TEMPLATES */.Q, name);
/** CloudFront and S3 as global services are asked in any region; the one of a bucket is as good as another. */
function regionOf({ store, answers }, resources) {
    const named = resources.flatMap(({ region }) => (typeof region === 'string' ? [region] : []));
    return named[0] ?? answers.region ?? (store.kind === 's3' ? store.region : null);
}
/** The jobs around a deploy that Rewind did not write. */
function ownDeploy(found, values, branch) {
    const [deploy] = found.workflows.deploys;
    const where = deploy === undefined
        ? `No workflow that deploys was found. Add these jobs to the one that deploys "${branch}"`
        : `${deploy} deploys. Add these jobs to it`;
    const jobs = [
        jobText(templates/* TEMPLATES */.Q['pre-deploy-snapshot.yml'], 'snapshot', null),
        jobText(templates/* TEMPLATES */.Q['release-capture.yml'], 'release', 'deploy'),
    ];
    return {
        what: `${where}, and "needs: snapshot" to the job that deploys (here it is called "deploy").`,
        lines: jobs.flatMap((job) => workflowText(job.trimEnd(), values).split('\n')),
    };
}
/** Resources that were found and that an existing configuration does not have: compared by what they are, not by their id. */
function missingResources(resources, existing) {
    const known = new Set(existing.resources.map(identityOf));
    const missing = resources.filter((entry) => !known.has(identityOf(entry)));
    if (missing.length === 0)
        return [];
    return [
        {
            what: 'The configuration stays as it is. It does not have these resources, which the repository uses. Add those that a deploy can change:',
            lines: missing.map((entry) => `  - ${resourceText(entry)}`),
        },
    ];
}
/** What a resource is, by the keys that name the thing in its service. */
function identityOf(entry) {
    const of = new Map(Object.entries(entry));
    const keys = ['provider', 'project', 'store', 'url', 'bucket', 'distribution', 'environment'];
    return JSON.stringify(keys.map((key) => of.get(key) ?? null));
}

;// CONCATENATED MODULE: ./lib/commands/init/texts.js



/** More lines of a difference are counted, not shown. */
const texts_SHOWN = 20;
/** What was found, in a few lines. Names come from files of others. */
function foundText({ vercel, databases, aws, uses, workflows }) {
    const parts = [
        ...vercel.projects.map(({ name, project }) => `Vercel project ${name} (${project})`),
        ...databases.map(({ variable, migrations }) => migrations === null ? `PostgreSQL by ${variable}` : `PostgreSQL by ${variable}, with Prisma's ${migrations}`),
        ...(uses.stripe ? ['Stripe'] : []),
        ...(uses.edgeConfig ? ['Edge Config'] : []),
        ...(uses.vercelFlags ? ['flags of Vercel'] : []),
        ...(uses.launchdarkly ? ['LaunchDarkly'] : []),
        ...(uses.unleash ? ['Unleash'] : []),
        ...aws.buckets.map(({ bucket }) => `bucket ${bucket}`),
        ...aws.distributions.map((id) => `CloudFront distribution ${id}`),
        ...workflows.deploys.map((path) => `a workflow that deploys: ${path}`),
    ];
    return parts.length === 0
        ? ['Nothing was found that Rewind covers.']
        : ['Found:', ...parts.map((part) => `  ${(0,runtime_text/* oneLine */.TN)(part)}`)];
}
/** A file that stays as it is, with what the proposed one has in addition. */
function differenceText(path, existing, proposed) {
    const difference = differenceOf(existing, proposed);
    if (difference === null)
        return [`${path} exists and is too long to compare; it stays as it is.`];
    const { added, others } = difference;
    const shown = added.slice(0, texts_SHOWN).map(({ line, text }) => `  + ${String(line).padStart(3)} ${text}`);
    return [
        `${path} exists and stays as it is. Merge by hand what you want of the new one (${(0,runtime_text/* plural */.LS)(added.length, 'line')}; ${(0,runtime_text/* plural */.LS)(others, 'line of yours is', 'lines of yours are')} not in it):`,
        ...shown,
        ...(added.length > texts_SHOWN ? [`  … and ${(0,runtime_text/* plural */.LS)(added.length - texts_SHOWN, 'more line')}`] : []),
    ];
}
const byHandText = ({ what, lines }) => [what, ...lines];
/** The secret keys for the person's eyes. */
function keysText(secrets) {
    return [
        '',
        'The secret keys. They are shown once and stored nowhere. Store each as a secret of the GitHub environment',
        '(Settings → Environments), and keep a copy of REWIND_IDENTITY offline: without it nobody opens a snapshot.',
        'Keys that an earlier run showed, and that ended before it wrote its files, are void.',
        ...secrets.flatMap(({ name, value, environments }) => ['', `${name}, in ${environments.join(' and ')}:`, value]),
        '',
    ];
}
/**
 * The three steps after "init".
 * @param keysFile into which this run wrote the secret keys
 */
function nextSteps({ environment, planEnvironment, store }, { credentials, promotes, aws, workflows, byHand, }, branch, keysFile) {
    const direct = credentials.filter((name) => DIRECT_SECRETS.includes(name));
    const bundled = credentials.filter((name) => !DIRECT_SECRETS.includes(name));
    const keys = keysFile === null
        ? ''
        : ` Store the keys of ${keysFile} as secrets of the environments that it names, then keep that file offline.`;
    if (store.kind === 'directory') {
        return [
            'Next:',
            `1. Set the variables that the configuration names${credentials.length === 0 ? '' : ` (${credentials.join(', ')})`}, REWIND_SIGNING_KEY and REWIND_FINGERPRINT_KEY.`,
            '2. Run "rewind check", then "rewind snapshot" before a deploy.',
            '3. Rehearse: set REWIND_IDENTITY and run "rewind plan". It changes nothing.',
        ];
    }
    const secrets = [
        ...direct,
        ...(bundled.length === 0 ? [] : [`REWIND_SECRETS with the lines ${bundled.map((name) => `${name}=…`).join(', ')}`]),
    ];
    const roles = aws
        ? ' Set the variables REWIND_AWS_PLAN_ROLE and REWIND_AWS_ROLE of the repository to the two AWS roles.'
        : '';
    const bucket = store.kind === 's3'
        ? ' The jobs that run Rewind themselves (incident, list-snapshots, promote) reach the bucket by a step that assumes a role, or by AWS keys as lines of REWIND_SECRETS (docs/stores.md).'
        : '';
    const vercel = promotes
        ? ' Turn off "Auto-assign Custom Production Domains" and turn on "repository_dispatch Events" in the project on Vercel.'
        : '';
    return [
        'Next:',
        `1. On GitHub, Settings → Environments: "${environment}" with required reviewers, and "${planEnvironment}"${promotes ? ` and "${environment}-deploy"` : ''} without; each for the branch "${branch}" only.` +
            (secrets.length === 0
                ? ''
                : ` Store in each of them: ${secrets.join(', ')}; those of "${planEnvironment}" only read.`) +
            keys +
            roles +
            bucket,
        `2. Commit ${workflows.length === 0 ? 'the configuration' : 'the files'} to a branch and merge the pull request.${byHand.length === 0 ? '' : ' Merge what is listed above by hand.'}${vercel}`,
        '3. Deploy once, then rehearse: Actions → Rollback production with "plan-only". It changes nothing.',
    ];
}

;// CONCATENATED MODULE: ./lib/commands/init/hand-over.js





/** New keys; or those of the file, if an interrupted run wrote it. Writes nothing. */
async function newOrKept(session, file) {
    const { masker, root } = session.context;
    const kept = file === null ? null : await keysInFile(session.path(file), root, masker);
    return kept === null ? { keys: await newKeys(masker), inFile: false } : { keys: kept, inFile: true };
}
/**
 * Gives the secret halves to the person: to a file, to GitHub, or to the terminal. No log gets them.
 *
 * @returns false if the person stops
 * @throws RewindError input-invalid if there is no way
 */
async function handOver(session, { secrets, inFile }, repository, asker) {
    const { context: ctx, inputs } = session;
    if (inputs.setSecrets && repository === null) {
        throw new errors.RewindError('input-invalid', '--set-secrets: the remote "origin" is not a repository on GitHub.', {
            remedy: 'Add the remote, or pass --keys FILE.',
        });
    }
    const offered = repository !== null &&
        asker !== null &&
        inputs.keys === null &&
        !inputs.setSecrets &&
        (await ghReady(ctx, repository));
    const agreed = offered &&
        (await asker.confirm(`Store the secret keys in ${repository.owner}/${repository.name} with "gh secret set"?`));
    if (agreed === null)
        return false;
    if (repository !== null && (inputs.setSecrets || agreed)) {
        await assertSecretsCanBeSet(ctx, repository, [...new Set(secrets.flatMap(({ environments }) => environments))]);
    }
    if (inputs.keys !== null && !inFile)
        writeKeyFile(session.path(inputs.keys), ctx.root, secrets);
    if (repository !== null && (inputs.setSecrets || agreed)) {
        await setSecrets(ctx, repository, secrets);
        return true;
    }
    if (inputs.keys !== null)
        return true;
    // Without a terminal they would appear in a log.
    if (asker === null)
        throw new errors.RewindError('input-invalid', 'The secret keys have nowhere to go.', {
            remedy: 'Pass --set-secrets or --keys FILE.',
        });
    showOnce(keysText(secrets), ctx.masker, secrets.map(({ value }) => value));
    // No by default: who presses Enter without a look would lose the keys.
    return (await asker.confirm('Are they stored? Rewind does not show them again.', false)) === true;
}

;// CONCATENATED MODULE: ./lib/commands/init/overview.js


/** What is found, written and left alone, for the person who decides. */
function overview({ found, configPath, proposal, }, targets) {
    const lines = [...foundText(found), ...found.notes.map((note) => `Note: ${note}`)];
    for (const { path, text, standing } of targets) {
        if (standing === 'new')
            lines.push(`New: ${path} (${(0,runtime_text/* plural */.LS)(text.split('\n').length - 1, 'line')})`);
        if (standing === 'new' && path === configPath)
            lines.push(...text
                .trimEnd()
                .split('\n')
                .map((line) => `  + ${line}`));
        if (standing === 'same')
            lines.push(`There already: ${path}`);
        if (typeof standing === 'object')
            lines.push(...notReplaced(path, standing.text, text));
    }
    return [...lines, ...proposal.byHand.flatMap(byHandText)];
}
/** Git ignores .rewind by a file in that folder as well, so nothing is urgent about .gitignore. */
function notReplaced(path, existing, proposed) {
    if (path !== '.gitignore')
        return differenceText(path, existing, proposed);
    const ignored = existing.split(/\r?\n/).some((line) => /^\/?\.rewind\/?\*?$/.test(line.trim()));
    return ignored ? [] : ['.gitignore exists and stays as it is. Add the line ".rewind/" to it.'];
}
const question = (writes) => `Write ${writes.length === 1 ? 'this file' : `these ${writes.length} files`}?`;
const filesJson = (targets) => targets.map(({ path, text, standing }) => ({
    path,
    status: typeof standing === 'object' ? 'differs' : standing,
    text,
}));

;// CONCATENATED MODULE: ./lib/commands/init/write.js






/** Where files are made before they get their names, and the lock. Git ignores it. */
const OWN = '.rewind';
/**
 * What stands at a path of the repository, and whether a new file can be made there.
 * @returns the problem, or what stands there
 */
function standingAt(root, path, text) {
    const absolute = (0,external_node_path_.join)(root, path);
    const folder = nearestFolder(root, (0,external_node_path_.dirname)(absolute));
    if (typeof folder !== 'string')
        return folder;
    const link = path.startsWith('.github/workflows/')
        ? ['.github', '.github/workflows'].find((one) => (0,files/* isLink */.PJ)((0,external_node_path_.join)(root, one)))
        : undefined;
    if (link !== undefined)
        return { problem: `${link} is a link: GitHub does not read workflows behind a link.` };
    const found = (0,external_node_fs_.lstatSync)(absolute, { throwIfNoEntry: false });
    if (found === undefined) {
        try {
            (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
            return 'new';
        }
        catch (error) {
            return { problem: `${path} cannot be written: ${(0,errors/* messageOf */.bD)(error)}` };
        }
    }
    try {
        if (found.isSymbolicLink() && !isInside(root, absolute))
            return { problem: `${path} is a link out of the repository.` };
        if (!(0,external_node_fs_.statSync)(absolute).isFile())
            return { problem: `${path} is not a file.` };
        const present = (0,external_node_fs_.readFileSync)(absolute, 'utf8');
        return present === text ? 'same' : { text: present };
    }
    catch (error) {
        return { problem: `${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}` };
    }
}
/** The deepest folder of the way that exists; it must be a folder of the repository, after all links. */
function nearestFolder(root, wanted) {
    let folder = wanted;
    while (!isThere(folder) && folder !== root)
        folder = (0,external_node_path_.dirname)(folder);
    const shown = (0,external_node_path_.relative)(root, folder).split(external_node_path_.sep).join('/') || '.';
    try {
        if (!isInside(root, folder))
            return { problem: `${shown} is a link out of the repository.` };
        return (0,external_node_fs_.statSync)(folder).isDirectory() ? folder : { problem: `${shown} is not a folder.` };
    }
    catch (error) {
        return { problem: `${shown} cannot be read: ${(0,errors/* messageOf */.bD)(error)}` };
    }
}
/** False also for a path below a file. */
function isThere(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
    }
    catch (error) {
        if (codeOf(error) === 'ENOTDIR')
            return false;
        throw error;
    }
}
/**
 * Writes a new file, whole or not at all, also if the run is killed. Never replaces one.
 * @returns false if something stands there by now
 * @throws RewindError input-invalid
 */
function writeNew(root, path, text) {
    const absolute = (0,external_node_path_.join)(root, path);
    const draft = (0,external_node_path_.join)(root, OWN, `init-${process.pid}.new`);
    try {
        (0,files/* makeFolder */.fc)((0,external_node_path_.dirname)(draft));
        (0,files/* makeFolder */.fc)((0,external_node_path_.dirname)(absolute));
        (0,external_node_fs_.writeFileSync)(draft, text);
        try {
            (0,external_node_fs_.linkSync)(draft, absolute);
        }
        catch (error) {
            if (codeOf(error) === 'EEXIST')
                return false;
            // A file system without hard links.
            (0,external_node_fs_.writeFileSync)(absolute, text, { flag: 'wx' });
        }
        finally {
            (0,external_node_fs_.unlinkSync)(draft);
        }
        return true;
    }
    catch (error) {
        if (codeOf(error) === 'EEXIST')
            return false;
        throw new errors.RewindError('input-invalid', `${path} could not be written: ${(0,errors/* messageOf */.bD)(error)}`, {
            remedy: 'Make the folder writable and run "rewind init" again: it goes on with what is missing.',
            cause: error,
        });
    }
}
/**
 * Lets one run write at a time: two would make two pairs of keys.
 * @returns how to end it
 * @throws RewindError input-invalid if another run of this machine holds it
 */
function takeLock(root) {
    const path = (0,external_node_path_.join)(root, OWN, 'init.lock');
    const own = nearestFolder(root, (0,external_node_path_.join)(root, OWN));
    if (typeof own !== 'string')
        throw new errors.RewindError('input-invalid', own.problem);
    try {
        (0,files/* makeFolder */.fc)((0,external_node_path_.dirname)(path));
        if (!claimed(path))
            throw new errors.RewindError('input-invalid', 'Another "rewind init" is running in this repository.', {
                remedy: `Wait until it ends. If none is running, delete ${OWN}/init.lock.`,
            });
    }
    catch (error) {
        if (error instanceof errors.RewindError)
            throw error;
        throw new errors.RewindError('input-invalid', `${OWN} could not be written: ${(0,errors/* messageOf */.bD)(error)}`, {
            remedy: 'Run "rewind init" as a user who can write to the repository.',
            cause: error,
        });
    }
    // What a run that was killed left, or did not come to.
    ignoreOwn((0,external_node_path_.join)((0,external_node_path_.dirname)(path), '.gitignore'));
    for (const name of (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(path)))
        if (/^init-\d+\.new$/.test(name))
            (0,external_node_fs_.unlinkSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(path), name));
    return () => (0,external_node_fs_.unlinkSync)(path);
}
function ignoreOwn(path) {
    try {
        (0,external_node_fs_.writeFileSync)(path, '*\n', { flag: 'wx' });
    }
    catch (error) {
        if (codeOf(error) !== 'EEXIST')
            throw error;
        // A full disk leaves an empty file.
        const found = (0,external_node_fs_.lstatSync)(path);
        if (found.isFile() && found.size === 0)
            (0,external_node_fs_.writeFileSync)(path, '*\n');
    }
}
function claimed(path) {
    for (let attempt = 0; attempt < 3; attempt += 1) {
        try {
            (0,external_node_fs_.writeFileSync)(path, String(process.pid), { flag: 'wx' });
            return true;
        }
        catch (error) {
            if (codeOf(error) !== 'EEXIST')
                throw error;
        }
        // A run that was killed leaves its lock.
        if (isAlive(Number((0,external_node_fs_.readFileSync)(path, 'utf8'))))
            return false;
        (0,external_node_fs_.unlinkSync)(path);
    }
    return false;
}
function isAlive(pid) {
    if (!Number.isInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return codeOf(error) === 'EPERM';
    }
}
const codeOf = (error) => (external_node_util_.types.isNativeError(error) && 'code' in error ? error.code : undefined);

;// CONCATENATED MODULE: ./lib/commands/init/execute.js

























/** Where the workflows look for the configuration. */
const DEFAULT_CONFIG = flags/* COMMON_FLAGS */.gd.config.default;
/** Stands for a key in a text that is only shown. */
const LATER = '(made when the files are written)';
const KEYS_NEED = '--set-secrets or --keys is missing. Where do the secret keys go? Without a terminal they would appear in a log. --set-secrets: into the environments on GitHub, by the CLI "gh"; --keys FILE: into a new file outside of the repository.';
async function execute(session) {
    const { context: ctx, inputs } = session;
    const terminal = !inputs.json && !inputs.yes && (0,cli_terminal/* isTerminal */.H)(ctx.env.text('CI'));
    const asker = terminal ? await terminalAsker(ctx.signal) : null;
    const existing = await existingConfig(session);
    const git = await readGit(ctx);
    const files = find(readRepository(ctx.root));
    const found = { ...files, notes: [...git.notes, ...files.notes] };
    const answers = await answersOf(inputs, found, existing, git, asker);
    if ('missing' in answers) {
        if (inputs.yes)
            throw new errors.RewindError('input-invalid', 'Something is missing. Nothing was written.', {
                problems: answers.missing,
            });
        return incomplete(found, answers.missing);
    }
    if (answers.given === null)
        return cancelled();
    const plan = planOf(session, found, git, existing, answers.given);
    if (asker === null && !inputs.yes)
        return planned(plan, targetsOf(session, plan, null));
    const kept = existing === null ? await newOrKept(session, inputs.keys) : null;
    const targets = targetsOf(session, plan, kept?.keys ?? null);
    const writes = targets.filter(({ standing }) => standing === 'new');
    if (writes.length > 0 || asker !== null)
        for (const line of overview(plan, targets))
            ctx.log.info(line);
    if (writes.length > 0 && asker !== null && (await asker.confirm(question(writes))) !== true)
        return cancelled();
    const handing = kept === null
        ? null
        : { ...kept, secrets: secretsOf(kept.keys, plan.choices.environment, plan.choices.planEnvironment) };
    return write(session, plan, targets, handing, asker);
}
/** @throws RewindError config-invalid: an existing configuration is the base of everything else */
async function existingConfig(session) {
    const { config } = session.inputs;
    return (0,external_node_fs_.existsSync)(session.path(config)) ? (0,load/* loadConfig */.Z9)(config, session.path(config)) : null;
}
async function answersOf(inputs, found, existing, git, asker) {
    const before = choicesOf(inputs, new Map(), found, existing, ownRelease());
    const needs = needsOf(found, {
        given: inputs.given,
        without: before.without,
        configured: existing !== null,
        released: before.action !== null,
        workflows: fittingWorkflows(found, before).length > 0,
    });
    if (asker !== null)
        return { given: await asker.answers(needs, git.person === null ? {} : { contact: git.person }) };
    const missing = [
        ...needs.map(needText),
        ...(existing === null && inputs.keys === null && !inputs.setSecrets ? [KEYS_NEED] : []),
    ];
    return missing.length === 0 ? { given: new Map() } : { missing };
}
/** @throws RewindError input-invalid if there is nothing to configure, or the path is not in the repository */
function planOf(session, found, git, existing, answers) {
    const { inputs, context: ctx } = session;
    const choices = choicesOf(inputs, answers, found, existing, ownRelease());
    const proposal = propose(found, choices, existing, git.branch ?? 'main');
    if (existing === null && proposal.resources.length === 0) {
        throw new errors.RewindError('input-invalid', 'Nothing was found in this repository that Rewind covers, so there is nothing to configure.', {
            remedy: 'Name what it deploys, e.g. --vercel prj_…,team_… or --cloudfront E…, or write .github/rewind.yml by hand (docs/providers).',
            problems: [
                ...found.notes,
                ...[...choices.without]
                    .filter((word) => init_resources/* WITHOUT */.PW.some((known) => known === word))
                    .map((word) => `--without ${word}`),
            ],
        });
    }
    const configPath = (0,external_node_path_.relative)((0,external_node_path_.resolve)(ctx.root), session.path(inputs.config)).split(external_node_path_.sep).join('/');
    if (configPath.startsWith('..'))
        throw new errors.RewindError('input-invalid', `--config: ${inputs.config} is not in the repository.`);
    if (configPath !== DEFAULT_CONFIG && proposal.workflows.length > 0) {
        const what = `The configuration is not in ${DEFAULT_CONFIG}. Add this line below each "with:" of the workflows that call Rewind:`;
        proposal.byHand.push({ what, lines: [`      config: ${configPath}`] });
    }
    const text = answers.get('contact');
    const contact = inputs.contact ?? (text === undefined ? null : (init_flags/* INIT_FLAGS */.j.contact.parse(text) ?? null));
    return { found, git, choices, contact, proposal, existing, configPath };
}
/**
 * Every file with what stands in its place.
 * @throws RewindError input-invalid with all paths that cannot be written, before anything is
 */
function targetsOf({ context: ctx }, plan, keys) {
    const { proposal, existing, choices, contact, configPath } = plan;
    const files = [
        ...(existing === null ? [{ path: configPath, text: newConfig(choices, proposal, contact, keys) }] : []),
        ...proposal.workflows,
        { path: '.gitignore', text: '.rewind/\n' },
    ];
    const problems = [];
    const targets = files.flatMap(({ path, text }) => {
        const standing = standingAt(ctx.root, path, text);
        if (typeof standing === 'object' && 'problem' in standing) {
            problems.push(standing.problem);
            return [];
        }
        return [{ path, text, standing }];
    });
    if (problems.length === 0)
        return targets;
    throw new errors.RewindError('input-invalid', 'Files cannot be written here. Nothing was written.', {
        problems: [...new Set(problems)],
    });
}
function newConfig({ environment, store, action, url }, { resources }, contact, keys) {
    const schema = action === null
        ? null
        : `https://raw.githubusercontent.com/${action.repository}/${action.version ?? action.ref}/schema/rewind.schema.json`;
    return configText({
        ...{ environment, store, resources, url, schema },
        recipient: keys?.recipient ?? LATER,
        signKey: keys?.signKey ?? LATER,
        contact: contact ?? { name: '', reach: '' },
    });
}
function planned(plan, targets) {
    const lines = [
        ...overview(plan, targets),
        'Nothing was written. Run again with --yes, or on a terminal, to write the new files.',
    ];
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({
            verdict: 'planned',
            files: filesJson(targets),
            byHand: plan.proposal.byHand,
            notes: plan.found.notes,
        }),
        text: (0,runtime_text/* textOf */.b6)(lines),
        outputs: { verdict: 'planned' },
    };
}
function incomplete(found, missing) {
    const lines = [
        ...foundText(found),
        ...found.notes.map((note) => `Note: ${note}`),
        'Nothing was written. Needed:',
        ...missing.map((line) => `  ${line}`),
    ];
    return {
        exit: 3,
        json: (0,json/* toJson */.aB)({ verdict: 'incomplete', missing, notes: found.notes }),
        text: (0,runtime_text/* textOf */.b6)(lines),
        outputs: { verdict: 'incomplete' },
    };
}
const cancelled = () => ({
    exit: 3,
    json: { verdict: 'cancelled' },
    text: 'Nothing was written.',
    outputs: { verdict: 'cancelled' },
});
/** Keys first, then the configuration that names them, then the rest: a run that is killed leaves no configuration with lost keys. */
async function write(session, plan, targets, handing, asker) {
    const { context: ctx, inputs } = session;
    const writes = targets.filter(({ standing }) => standing === 'new');
    const written = [];
    if (writes.length > 0) {
        const unlock = takeLock(ctx.root);
        try {
            if (handing !== null) {
                if ((0,external_node_fs_.existsSync)(session.path(inputs.config)))
                    throw taken(plan.configPath);
                if (!(await handOver(session, handing, plan.git.repository, asker)))
                    return cancelled();
            }
            for (const { path, text } of writes) {
                if (writeNew(ctx.root, path, text))
                    written.push(path);
                else if (path === plan.configPath)
                    throw taken(path);
            }
        }
        finally {
            unlock();
        }
    }
    const config = await (0,load/* loadConfig */.Z9)(inputs.config, session.path(inputs.config));
    const end = await finish(session, config, handing?.keys ?? null, inputs.firstSnapshot);
    const verdict = !end.ready ? 'not-ready' : written.length > 0 ? 'written' : 'unchanged';
    const lines = [
        ...(asker === null && writes.length === 0 ? overview(plan, targets) : []),
        written.length === 0 ? 'Every file is there already. Nothing was written.' : `Written: ${written.join(', ')}`,
        ...end.lines.flatMap((line) => line.split('\n')),
        ...nextSteps(plan.choices, plan.proposal, plan.git.branch ?? 'main', handing === null ? null : inputs.keys),
    ];
    return {
        exit: end.ready ? 0 : 3,
        json: (0,json/* toJson */.aB)({
            verdict,
            written,
            files: filesJson(targets),
            byHand: plan.proposal.byHand,
            notes: plan.found.notes,
            end: end.json,
        }),
        text: (0,runtime_text/* textOf */.b6)(lines),
        outputs: { verdict },
    };
}
const taken = (path) => new errors.RewindError('input-invalid', `${path} was written by somebody else in the meantime.`, {
    remedy: 'Run "rewind init" again: it takes that file as the configuration. Keys that this run showed are void.',
});


/***/ }),

/***/ 54807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ snapshot)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
;// CONCATENATED MODULE: ./lib/commands/snapshot/flags.js


const after = {
    ...(0,flags/* text */.Qq)('id', 'With --reason release: the snapshot before the deploy. Default: the newest one from before it.'),
    allowed: 'the id of a snapshot',
    parse: (given) => (vocabulary/* SNAPSHOT_ID */.dn.test(given) ? given : undefined),
};
const REASONS = ['pre-deploy', 'manual', 'drill', 'release'];
const flags_flags = {
    reason: (0,flags/* choice */.Yq)(REASONS, 'pre-deploy', 'Reason for the snapshot; release: just after a deploy.'),
    after,
    'override-freeze': flags/* FLAGS */.Wg['override-freeze'],
    'install-client': flags/* FLAGS */.Wg['install-client'],
};

;// CONCATENATED MODULE: ./lib/commands/snapshot/index.js


/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
/* harmony default export */ const snapshot = ((0,command/* defineCommand */.N)({
    name: 'snapshot',
    summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
    flags: flags_flags,
    examples: ['snapshot', 'snapshot --reason manual --scope db', 'snapshot --reason release'],
    notes: [
        '--reason release captures what is quick to read, no database, just after a deploy. With it, a rollback undoes what the',
        'deploy changed and keeps what was changed later. "latest" never names it. Exit status 3 (verdict "no-snapshot"): the',
        'deploy went live without a snapshot before it. Verdict "returned": production serves an older deployment again.',
        'Verdict "closed" (exit status 3): a freeze or the deploy window forbids the deploy, and nothing was captured. Only the',
        'reason pre-deploy is a deploy; with any other, the calendar does not matter. Verdict "not-watched" (exit status 3): what a',
        'critical probe asks is not active (an alarm is off, muted, or notifies nobody). Nothing was captured before that deploy.',
        'Verdict "other-project": an event of Vercel started the run, about a project that the configuration does not have.',
    ],
    verdicts: ['linked', 'returned', 'no-snapshot', 'closed', 'not-watched', 'other-project'],
    outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'index-artifact', 'index-path', 'retention-days'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(6594), __webpack_require__.e(829), __webpack_require__.e(5836), __webpack_require__.e(9220), __webpack_require__.e(9218), __webpack_require__.e(9649), __webpack_require__.e(6626), __webpack_require__.e(7620)]).then(__webpack_require__.bind(__webpack_require__, 37620))).execute(session),
}));


/***/ }),

/***/ 56754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ identitiesIn),
/* harmony export */   Cz: () => (/* binding */ assertRecipient),
/* harmony export */   D7: () => (/* binding */ assertIdentity),
/* harmony export */   Ep: () => (/* binding */ IDENTITY_REMEDY),
/* harmony export */   XH: () => (/* binding */ identityFault),
/* harmony export */   bc: () => (/* binding */ recipientProblem),
/* harmony export */   cB: () => (/* binding */ recipientFault),
/* harmony export */   du: () => (/* binding */ recipientOf),
/* harmony export */   t$: () => (/* binding */ newIdentity)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

const BAD_CHECKSUM = 'is mistyped or truncated: its checksum is wrong';
const IDENTITY_REMEDY = 'Put the AGE-SECRET-KEY-1… line that "age-keygen" wrote into REWIND_IDENTITY.';
/** A new identity, `AGE-SECRET-KEY-1…` (X25519). It is secret: mask it before anything can print it. */
async function newIdentity() {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    return age.generateX25519Identity();
}
/** The public key of an identity. @throws RewindError input-invalid */
async function recipientOf(identity) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
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
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
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
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
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
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `A seal recipient ${fault}.`, {
        remedy: 'Correct seal.recipients in the configuration: each is one age public key (age1…).',
    });
}
/** @throws RewindError input-invalid, without the text itself */
async function assertIdentity(text) {
    const fault = await identityFault(text);
    if (fault === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `The age identity ${fault}.`, { remedy: IDENTITY_REMEDY });
}


/***/ }),

/***/ 90960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eT: () => (/* binding */ publicKeyProblem),
/* harmony export */   fv: () => (/* binding */ signContent),
/* harmony export */   gt: () => (/* binding */ publicKeyText),
/* harmony export */   jy: () => (/* binding */ readSigningKey),
/* harmony export */   yS: () => (/* binding */ verifyContent),
/* harmony export */   zI: () => (/* binding */ newSigningKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);


/**
 * Ed25519 signatures in the format of minisign (https://jedisct1.github.io/minisign), so that `minisign -V` verifies what
 * Rewind signs. Signatures are of the prehashed kind ("ED"): over the BLAKE2b-512 of the content.
 */
/** Ed25519 keys in DER: fixed prefixes of RFC 8410, then the 32 bytes. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
/** Sizes of the parts, in bytes. */
const ALGORITHM = 2;
const KEY_ID = 8;
const KEY = 32;
const SIGNATURE = 64;
/** Before the key id of a secret key: algorithm, kind of encryption, kind of checksum, salt, two limits. */
const SECRET_HEAD = 2 + 2 + 2 + 32 + 8 + 8;
const SECRET_SIZE = SECRET_HEAD + KEY_ID + 2 * KEY + 32;
/** minisign prints the id as a little-endian number. */
const idText = (id) => Buffer.from(id).reverse().toString('hex').toUpperCase();
/** The last line that holds a key: people give the whole file or only its second line. */
const keyLine = (text) => text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('untrusted comment:'))
    .at(-1) ?? '';
/** Bytes of strict base64; null for anything else. */
function base64(text) {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text ? bytes : null;
}
function publicKeyOf(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([PUBLIC_PREFIX, bytes]), format: 'der', type: 'spki' });
}
function readPublicKey(text) {
    const bytes = base64(text);
    if (bytes?.length !== ALGORITHM + KEY_ID + KEY || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
        return null;
    return {
        id: idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID)),
        key: publicKeyOf(bytes.subarray(ALGORITHM + KEY_ID)),
    };
}
/** The mistake in a public key of the configuration, or null. Never contains the text: it may be a secret key. */
function publicKeyProblem(text) {
    if (base64(text)?.length === SECRET_SIZE) {
        return ('is a secret key, not a public key. Anyone who reads this file has it: create a new pair with ' +
            '"minisign -G -W", and put only the public key (RW…) here');
    }
    return readPublicKey(text) === null ? 'is not a minisign public key (the second line of the .pub file)' : null;
}
/**
 * Reads a secret key without a password, as `minisign -G -W` writes it: the whole file, or its second line.
 * @param name of the environment variable that holds it
 * @throws RewindError input-invalid, without the text itself
 */
function readSigningKey(text, name = 'REWIND_SIGNING_KEY') {
    const fail = (problem) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', `The signing key ${problem}.`, {
        remedy: `Create a pair with "minisign -G -W", and put the whole .key file into ${name}.`,
    });
    const bytes = base64(keyLine(text));
    if (bytes?.length !== SECRET_SIZE || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
        throw fail('is not a minisign secret key');
    if (bytes.readUInt16LE(ALGORITHM) !== 0)
        throw fail('is protected by a password, which Rewind cannot enter');
    const id = bytes.subarray(SECRET_HEAD, SECRET_HEAD + KEY_ID);
    const seed = bytes.subarray(SECRET_HEAD + KEY_ID, SECRET_HEAD + KEY_ID + KEY);
    const half = bytes.subarray(SECRET_HEAD + KEY_ID + KEY, SECRET_HEAD + KEY_ID + 2 * KEY);
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    const derived = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    // A key without a password has no checksum of its own; its public half serves as one.
    if (!half.equals(derived))
        throw fail('is mistyped or truncated');
    return { id, key };
}
/**
 * A new secret key without a password: the second line of the file that `minisign -G -W` writes. It is secret: mask it before
 * anything can print it.
 */
function newSigningKey() {
    const { privateKey, publicKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const head = Buffer.alloc(SECRET_HEAD);
    // Algorithm, no encryption, checksum by BLAKE2b. Without encryption, minisign does not read salt, limits and checksum.
    head.write('Ed\0\0B2', 'latin1');
    const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_PREFIX.length);
    const half = publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    return Buffer.concat([head, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(KEY_ID), seed, half, Buffer.alloc(32)]).toString('base64');
}
/** The public key of a signing key, as it stands under `sign.keys`. */
function publicKeyText({ id, key }) {
    const half = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    return Buffer.concat([Buffer.from('Ed'), id, half]).toString('base64');
}
const hashOf = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('blake2b512').update(content).digest();
/** The text of a `.minisig` file. @param comment one line, signed as the trusted comment */
function signContent(content, { id, key }, comment) {
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, hashOf(content), key);
    const whole = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.concat([signature, Buffer.from(comment)]), key);
    return [
        'untrusted comment: signature of Rewind; verify it with minisign -V',
        Buffer.concat([Buffer.from('ED'), id, signature]).toString('base64'),
        `trusted comment: ${comment}`,
        whole.toString('base64'),
        '',
    ].join('\n');
}
/**
 * Verifies the text of a `.minisig` file.
 *
 * @param keys public keys, as in the configuration
 * @returns the key and the trusted comment; or why the signature does not count
 */
function verifyContent(content, text, keys) {
    const [, head = '', trusted = '', whole = ''] = text.split(/\r?\n/);
    const bytes = base64(head);
    const signedWhole = base64(whole);
    const prefix = 'trusted comment: ';
    if (bytes?.length !== ALGORITHM + KEY_ID + SIGNATURE ||
        signedWhole?.length !== SIGNATURE ||
        !trusted.startsWith(prefix))
        return 'malformed';
    const algorithm = bytes.toString('latin1', 0, ALGORITHM);
    if (algorithm !== 'ED' && algorithm !== 'Ed')
        return 'malformed';
    const keyId = idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID));
    const signer = keys.map(readPublicKey).find((key) => key?.id === keyId);
    if (!signer)
        return 'unknown-key';
    const signature = bytes.subarray(ALGORITHM + KEY_ID);
    const comment = trusted.slice(prefix.length);
    const valid = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, algorithm === 'ED' ? hashOf(content) : content, signer.key, signature) &&
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.concat([signature, Buffer.from(comment)]), signer.key, signedWhole);
    return valid ? { keyId, comment } : 'forged';
}


/***/ }),

/***/ 95576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   DZ: () => (/* binding */ readOnBase),
/* harmony export */   QS: () => (/* binding */ gitLines),
/* harmony export */   tw: () => (/* binding */ forkPoint)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81260);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71450);



/** For a large diff. */
const SECONDS = 120;
// safe.directory: in a container the checkout often belongs to another user.
const OWN = ['-c', 'safe.directory=*'];
/**
 * The text of a file on the base; null if the base does not have it.
 * @param path relative to the repository
 * @throws RewindError input-invalid, git-history-missing
 */
async function readOnBase(ctx, path, base) {
    const from = await forkPoint(ctx, base);
    const found = await git(ctx, ['ls-tree', '-z', '--name-only', from, '--', path]);
    return found === '' ? null : git(ctx, ['show', `${from}:./${path}`]);
}
/**
 * The merge base of the change.
 * @throws RewindError input-invalid, git-history-missing
 */
async function forkPoint(ctx, base) {
    if (!isRefName(base)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', `base: "${base}" is neither a branch nor a commit`);
    }
    const { exitCode, stdout, stderr } = await execute(ctx, ['merge-base', base, 'HEAD']);
    if (exitCode === 0)
        return stdout.trim();
    if (stderr.trim() !== '')
        throw failure(['merge-base'], stderr);
    // git says nothing if both have commits, and none in common.
    const isShallow = (await git(ctx, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('git-history-missing', isShallow
        ? `This checkout holds only the newest commits: the one that "${base}" and this change have in common is not among them.`
        : `"${base}" and this change have no commit in common, so they cannot be compared.`, isShallow
        ? {}
        : { remedy: `Rebase the change onto "${base}", or name the branch that it begins at as the base (--base).` });
}
/** git-check-ref-format(1): what a name of a branch may hold. No range (`a..b`), no revision (`a~1`, `a@{1}`), no option. */
function isRefName(name) {
    const forbidden = /^-|[\0- \x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$|(^|\/)\.|\.lock(\/|$)/;
    return name !== '' && name !== '@' && !forbidden.test(name);
}
/** The output of git in the root of the repository. @throws RewindError git-history-missing */
async function git(ctx, args) {
    const { exitCode, stdout, stderr } = await execute(ctx, args);
    if (exitCode === 0)
        return stdout;
    throw failure(args, stderr);
}
/** @throws RewindError tool-missing */
const execute = (ctx, args) => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)('git', [...OWN, ...args], {
    cwd: ctx.root,
    env: { ...ctx.childEnv },
    silent: true,
    ignoreReturnCode: true,
}).catch((error) => {
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('tool-missing', 'The program "git" could not be started.', {
        remedy: 'Install git, or add its folder to PATH.',
        cause: error,
    });
});
/**
 * The output of git, line by line, each cut to 2,000 characters: a pull request may have any size.
 * @throws RewindError git-history-missing, cancelled
 */
async function gitLines(ctx, args, onLine) {
    const ended = await (0,_runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_2__.runProgram)(ctx, ['git', ...OWN, ...args], ctx.childEnv, SECONDS, onLine);
    if (ended.failure !== null)
        throw failure(args, ended.lastLine ?? ended.failure);
}
function failure([command = ''], said) {
    const outside = said.includes('not a git repository');
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('git-history-missing', `git ${command} failed: ${said.trim().split('\n').at(-1) ?? ''}`, outside ? { remedy: 'Run the command in a checkout of the repository.' } : {});
}


/***/ }),

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ assertWritable),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   PJ: () => (/* binding */ isLink),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67217);





/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs in a commit. */
const OWN_FOLDER = '.rewind';
/** True for a symbolic link, also one that leads nowhere. */
const isLink = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
/**
 * Creates a folder and the folders above it. The recursive mkdir of Node never returns if a parent exists and refuses the
 * new folder with ENOENT, as /proc does. Git ignores a new folder `.rewind` and everything in it.
 *
 * @param mode of each new folder
 */
function makeFolder(path, mode = 0o777) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode });
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path) === OWN_FOLDER)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, '.gitignore'), '*\n');
    }
    catch (error) {
        const code = node_util__WEBPACK_IMPORTED_MODULE_3__.types.isNativeError(error) && 'code' in error ? error.code : undefined;
        if (code === 'EEXIST') {
            assertFolder(path);
            return;
        }
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        if (code !== 'ENOENT' || parent === path || isFolder(parent))
            throw error;
        makeFolder(parent, mode);
        makeFolder(path, mode);
    }
}
/** A broken link counts as existing for mkdir, and as missing for everything below it: the recursion would not end. */
function assertFolder(path) {
    if (isFolder(path))
        return;
    // Another run may have removed the folder since, and made it again.
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory())
        return;
    const why = `ENOTDIR: ${path} is a file, or a link that leads nowhere, not a folder`;
    throw Object.assign(new Error(why), { code: 'ENOTDIR' });
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** True if a path lies in a folder that exists. A link in the folder may lead out of it. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder), realPathOf(path));
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/** Links that lead to each other have no end. The limit is that of Linux. */
const MAX_LINKS = 40;
/** With the links resolved, also one to a file that does not exist yet. */
function realPathOf(path, links = MAX_LINKS) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (parent === path)
        return path;
    const real = `${realPathOf(parent, links)}${path.slice(parent === '/' ? 0 : parent.length)}`;
    const target = links === 0 ? null : targetOf(path);
    return target === null ? real : realPathOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real), target), links - 1);
}
/** Null if the path is no link. */
function targetOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path);
    }
    catch {
        return null;
    }
}
/** Writes a file that the user named with a flag, and its folder. @throws RewindError input-invalid, disk-full */
async function writeOutput(flag, path, text, mode = 0o666) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { mode });
    }
    catch (error) {
        throw unwritable(flag, path, error);
    }
}
/** Finds out early whether `writeOutput` can write a file. Changes no file. @throws RewindError input-invalid, disk-full */
async function assertWritable(flag, path) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        const isThere = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path);
        await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'a')).close();
        if (!isThere)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path);
    }
    catch (error) {
        throw unwritable(flag, path, error);
    }
}
/** The error for a path that the user named with a flag and that cannot be written. */
function unwritable(flag, path, error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
    if (known.code !== 'internal')
        return known;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('input-invalid', `--${flag}: ${path} could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
        remedy: `Name a path with --${flag} that this user can write.`,
        cause: error,
    });
}


/***/ }),

/***/ 33220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   IL: () => (/* binding */ jsonValue),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));
/** A number that JSON can hold; null for infinity, NaN and no number. */
const finite = (value) => value == null || !Number.isFinite(value) ? null : value;
/** A member by a name from outside: `constructor` and the like are no members of a record that does not hold them. */
const own = (record, key) => Object.hasOwn(record, key) ? record[key] : undefined;
/** A value out of a JSON text, as it is: `z.json()` leaves out a member with the name `__proto__`, at any depth. */
const jsonValue = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => value !== undefined);
/**
 * A record by names from outside, e.g. those of columns or of metadata: `z.record()` leaves out the name `__proto__`, so that a
 * difference in it would not be seen.
 */
const recordOf = (value) => zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => typeof given === 'object' && given !== null && !Array.isArray(given), 'expected an object')
    .transform((given, ctx) => {
    const entries = Object.entries(given).map(([name, each]) => {
        const parsed = value.safeParse(each);
        if (parsed.success)
            return [name, parsed.data];
        for (const { path, message } of parsed.error.issues) {
            ctx.issues.push({ code: 'custom', path: [name, ...path], message, input: each });
        }
        return [name, undefined];
    });
    return Object.fromEntries(entries);
});


/***/ }),

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72201);
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30233);





const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/** All waits of one client for GitHub's limits together. The hourly quota can be further away than that. */
const PATIENCE_MS = 180_000;
/** GitHub asks for a minute at least, where it does not say how long. */
const UNSAID_MS = 60_000;
/** A service that asks for no wait at all must not be asked without end. */
const LEAST_WAIT_MS = 1_000;
const viewer = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ viewer: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }) }).nullish(),
});
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @param patienceMs how long all waits for GitHub's limits may take together; 0 for what nobody must wait for
 * @throws RewindError credential-missing
 */
function createGitHub(ctx, given, patienceMs = PATIENCE_MS) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = given ?? ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const once = async (call, schema, send) => {
        const { rest } = await (octokit ??= loadOctokit(ctx, token, baseUrl));
        const responses = [];
        const fetch = async (url, init) => {
            const response = await ctx.http.request(requestOf(call, url, init), schema);
            responses.push(response);
            return Response.json(response.data ?? null);
        };
        try {
            await send(rest, { owner, repo, headers, request: { fetch } });
        }
        catch (error) {
            throw unwrapped(error);
        }
        const [response] = responses;
        if (response === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    let patience = patienceMs;
    let pause;
    /** Requests that meet the limit at the same time wait together. @throws HttpFailure */
    const waitForLimit = (error) => {
        if (pause !== undefined)
            return pause;
        const wait = Math.max(error.retryAfterMs ?? UNSAID_MS, LEAST_WAIT_MS) * (1 + ctx.random() / 10);
        if (wait > patience)
            throw overLimit(ctx, error);
        patience -= wait;
        ctx.log.info(`GitHub limits the requests of this repository: waiting ${Math.ceil(wait / 1000)} s.`);
        pause = ctx.clock.sleep(wait, ctx.signal).finally(() => (pause = undefined));
        return pause;
    };
    const request = async (call, schema, send) => {
        for (;;) {
            try {
                return await once(call, schema, send);
            }
            catch (error) {
                if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR) || error.code !== 'api-rate-limited')
                    throw error;
                await waitForLimit(error);
            }
        }
    };
    let login;
    const readLogin = async () => {
        const { data } = await ctx.http.request({
            ...{ service: 'GitHub', what: 'read the login of the token', method: 'POST', repeatable: true },
            // GitHub Enterprise Server: /api/v3 and /api/graphql.
            url: ctx.env.url('GITHUB_GRAPHQL_URL', `${baseUrl.replace(/\/v3$/, '')}/graphql`),
            headers: { authorization: `Bearer ${token}` },
            json: { query: '{ viewer { login } }' },
            deadlineMs: DEADLINE_MS,
        }, viewer);
        return data.data?.viewer.login ?? null;
    };
    return {
        repository,
        request,
        login: () => (login ??= readLogin().catch(() => null)),
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
                    return null;
                throw error;
            }
        },
        all: async (call, schema, itemsOf, send) => {
            const read = async (page) => itemsOf(await request(call, schema, (rest, target) => send(rest, { ...target, per_page: PAGE, page })));
            const first = await read(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2)));
                return [...items, ...others.flatMap((page) => page.items)];
            }
            for (let page = 2, last = first; last.items.length === PAGE; page += 1) {
                last = await read(page);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({
            url: `${baseUrl}/repos/${repository}${path}`,
            headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        }),
    };
}
/** Every workflow of a repository takes from the same hourly quota, 1,000 requests with GITHUB_TOKEN. */
function overLimit(ctx, { message, status, body, retryAfterMs }) {
    const until = retryAfterMs === undefined ? undefined : new Date(ctx.clock.now().getTime() + retryAfterMs);
    const when = until === undefined ? 'in some minutes' : `after ${until.toISOString().slice(11, 16)} UTC`;
    const remedy = `Run again ${when}. The requests of all workflows of the repository count for this limit: see which of them send many, or give Rewind the token of a GitHub App (github-token), which has its own.`;
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR('api-rate-limited', message, { remedy, retryAfterMs }, status, body);
}
function requestOf({ what, permission, repeatable }, url, init) {
    const { method, headers, body } = init;
    return {
        service: 'GitHub',
        what,
        method,
        url,
        headers,
        body,
        repeatable,
        deadlineMs: DEADLINE_MS,
        // A secondary limit may come with status 403 and without a header; it says nothing about permissions.
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_4__/* .loadActionsGitHub */ .H_)();
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError ? error.cause : error;
}


/***/ })

};
