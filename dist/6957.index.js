export const id = 6957;
export const ids = [6957];
export const modules = {

/***/ 28071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ INIT_FLAGS)
});

// UNUSED EXPORTS: WORKFLOWS

// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/commands/init/url.js
/** An address with http or https and without credentials; undefined for anything else. */
function httpAddress(given) {
    if (given.length > 500 || !URL.canParse(given))
        return undefined;
    const { protocol, username, password } = new URL(given);
    return /^https?:$/.test(protocol) && username === '' && password === '' && !/[\s\p{Cc}]/u.test(given)
        ? given
        : undefined;
}

// EXTERNAL MODULE: ./lib/commands/init/resources.js + 1 modules
var resources = __webpack_require__(33656);
// EXTERNAL MODULE: ./lib/commands/init/templates.js
var templates = __webpack_require__(60866);
;// CONCATENATED MODULE: ./lib/commands/init/flags.js




/** Workflows that "init" can write. The one with a deploy of its own is a pattern, not a file to write. */
const WORKFLOWS = Object.keys(templates/* TEMPLATES */.Q)
    .filter((name) => name !== 'pre-deploy-snapshot.yml')
    .map((name) => name.replace(/\.yml$/, ''));
/** A value of the form, or undefined. */
const matching = (pattern) => (given) => pattern.test(given) ? given : undefined;
const wordsOf = (given) => given
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,54}$/;
/** A flag whose value is made of a text. */
function value(name, description, allowed, parse) {
    return { value: name, description, allowed, parse, absent: null };
}
const INIT_FLAGS = {
    yes: (0,flags/* toggle */.L$)('Write the files without a question.'),
    environment: value('name', 'GitHub environment whose reviewers approve a rollback. Default: the one in the workflows whose name begins with prod, else production.', 'the name of a GitHub environment without spaces or slashes', matching(ENVIRONMENT)),
    'plan-environment': value('name', 'GitHub environment of snapshots and plans, which only read. Default: the other one with "-plan" after it.', 'the name of a GitHub environment without spaces or slashes', matching(ENVIRONMENT)),
    store: value('store', 'Where snapshots are kept: artifact, s3:BUCKET:REGION or directory:PATH. Default: artifact.', 'artifact, s3:BUCKET:REGION or directory:PATH', parseStore),
    contact: value('name: reach', 'Who to call, and how: "Ada Berg: pager 4711".', 'a name, a colon, and how to reach this person, on one line, of up to 100 and 200 characters', parseContact),
    action: value('owner/name@ref', 'Where the workflows take Rewind from, and which version. Default: the release of this program, by its commit.', 'owner/name or owner/name@ref', parseAction),
    url: value('address', 'Address of production that must answer; becomes the first probe.', 'an address like https://shop.example.com', httpAddress),
    vercel: value('ids', 'Ids of Vercel if the repository is not linked: prj_… (one or more) and team_…, comma-separated.', 'prj_… ids and at most one team_… id, comma-separated', parseVercel),
    'edge-config': value('id', 'Id of the Edge Config store: ecfg_….', 'the id of an Edge Config store (ecfg_…)', matching(/^ecfg_\w+$/)),
    launchdarkly: value('project/environment', 'Keys of the LaunchDarkly project and environment.', 'the keys of a project and of an environment, as default/production', scope(/^[A-Za-z0-9][\w.-]*$/)),
    unleash: value('project/environment', 'Ids of the Unleash project and environment.', 'the ids of a project and of an environment, as default/production', scope(/^[A-Za-z0-9][\w.~-]*$/)),
    region: value('region', 'AWS region of the buckets whose region Terraform does not say.', 'an AWS region such as us-east-1', matching(/^[a-z]{2}(-[a-z]+)+-\d$/)),
    cloudfront: {
        ...(0,flags/* text */.Qq)('ids', 'Ids of CloudFront distributions, comma-separated.'),
        allowed: 'ids of distributions (E…), comma-separated',
        parse: listOf((word) => /^E[A-Z0-9]{5,}$/.test(word)),
        absent: null,
    },
    without: {
        ...(0,flags/* text */.Qq)('names', `Leave out what was found: ${resources/* WITHOUT */.PW.join(', ')}; comma-separated.`),
        allowed: `one or more of ${resources/* WITHOUT */.PW.join(', ')}, comma-separated`,
        parse: listOf((word) => resources/* WITHOUT */.PW.some((known) => known === word)),
        absent: null,
    },
    workflows: {
        ...(0,flags/* text */.Qq)('names', 'Workflows to write, by the names in examples/, comma-separated; or none. Default: those that fit.'),
        allowed: `none, or one or more of ${WORKFLOWS.join(', ')}, comma-separated`,
        parse: (given) => (given.trim() === 'none' ? [] : listOf((word) => WORKFLOWS.includes(word))(given)),
        absent: null,
    },
    'set-secrets': (0,flags/* toggle */.L$)('Store the secret keys in the GitHub environments with "gh secret set".'),
    keys: (0,flags/* text */.Qq)('file', 'Write the secret keys to this new file outside of the repository, which only you can read.'),
    'first-snapshot': (0,flags/* toggle */.L$)('Take the first snapshot after a check without errors.'),
};
function listOf(known) {
    return (given) => {
        const words = wordsOf(given);
        return words.length > 0 && words.every(known) ? [...new Set(words)] : undefined;
    };
}
function parseStore(given) {
    if (given === 'artifact')
        return { kind: 'artifact' };
    const s3 = /^s3:([a-z0-9][a-z0-9.-]{1,61}[a-z0-9]):([a-z]{2}(?:-[a-z]+)+-\d+)$/.exec(given);
    if (s3)
        return { kind: 's3', bucket: s3[1] ?? '', region: s3[2] ?? '' };
    const path = /^directory:([^\p{Cc}]{1,500})$/u.exec(given)?.[1]?.trim();
    return path === undefined || path === '' ? undefined : { kind: 'directory', path };
}
/** Some scripts and emoji need the two joiners; other invisible characters are refused. */
function parseContact(given) {
    const [, name = '', reach = ''] = /^((?:[^:\p{Cc}\p{Cf}]|[\u200c\u200d]){1,100}):((?:[^\p{Cc}\p{Cf}]|[\u200c\u200d]){1,200})$/u.exec(given) ?? [];
    return name.trim() === '' || reach.trim() === '' ? undefined : { name: name.trim(), reach: reach.trim() };
}
function parseAction(given) {
    const found = /^([A-Za-z0-9][\w-]{0,99}\/[\w.-]{1,100})(?:@([A-Za-z0-9][\w./-]{0,99}))?$/.exec(given);
    return found ? { repository: found[1] ?? '', ref: found[2] ?? 'v1', version: null } : undefined;
}
function parseVercel(given) {
    const words = [...new Set(wordsOf(given))];
    const projects = words.filter((word) => /^prj_\w{1,100}$/.test(word));
    const teams = words.filter((word) => /^team_\w{1,100}$/.test(word));
    const whole = projects.length > 0 && teams.length <= 1 && projects.length + teams.length === words.length;
    return whole ? { projects, team: teams[0] ?? null } : undefined;
}
function scope(key) {
    return (given) => {
        const [project = '', environment = '', ...more] = given.split('/');
        return more.length === 0 && given.length <= 200 && key.test(project) && key.test(environment)
            ? { project, environment }
            : undefined;
    };
}


/***/ }),

/***/ 46957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99859);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28071);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCommand */ .N)({
    name: 'init',
    summary: 'Set up a repository: find what it deploys, make keys, write the configuration and the workflows.',
    flags: _flags_js__WEBPACK_IMPORTED_MODULE_1__/* .INIT_FLAGS */ .j,
    examples: ['init', 'init --store s3:acme-snapshots:eu-central-1', 'init --yes --action acme/rewind@v1 --set-secrets'],
    notes: [
        'On a terminal it asks what it cannot find, and before it writes. Elsewhere it writes nothing without --yes, and only says',
        'what it would write and what it needs (verdict "incomplete", exit status 3, if something is missing). It replaces no file:',
        'for one that exists it says what to merge by hand. It reads names in .env.example, and never reads .env. The secret keys go',
        'to the terminal once, to GitHub (--set-secrets) or to a file outside of the repository (--keys). Run again after an',
        'interruption: it goes on with what is missing. At the end it checks the configuration (verdict "not-ready", exit status 3).',
    ],
    verdicts: ['written', 'unchanged', 'planned', 'incomplete', 'not-ready', 'cancelled'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(3867), __webpack_require__.e(1260), __webpack_require__.e(9512), __webpack_require__.e(4457), __webpack_require__.e(2413), __webpack_require__.e(5032), __webpack_require__.e(2713), __webpack_require__.e(7236)]).then(__webpack_require__.bind(__webpack_require__, 72926))).execute(session),
}));


/***/ }),

/***/ 33656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PW: () => (/* binding */ WITHOUT),
  YN: () => (/* binding */ credentialsOf),
  np: () => (/* binding */ onAws),
  UW: () => (/* binding */ projectsOf),
  F3: () => (/* binding */ resourcesOf)
});

;// CONCATENATED MODULE: ./lib/commands/init/ids.js
/** Ids of resources from names of outside: lower-case letters, digits and dashes, each one once. */
class Ids {
    taken = new Set();
    constructor(taken = []) {
        for (const id of taken)
            this.taken.add(id);
    }
    /**
     * @param kind first part of the id, our own word
     * @param name from outside; left out when it is alone or leaves no letter
     */
    next(kind, name = null) {
        const rest = (name ?? '')
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/g, '-')
            .replaceAll(/^-|-$/g, '')
            .slice(0, 30 - kind.length)
            .replace(/-$/, '');
        const base = rest === '' ? kind : `${kind}-${rest}`;
        let id = base;
        for (let number = 2; this.taken.has(id); number += 1)
            id = `${base}-${number}`;
        this.taken.add(id);
        return id;
    }
}

;// CONCATENATED MODULE: ./lib/commands/init/resources.js

/** Words of --without. */
const WITHOUT = [
    'vercel',
    'database',
    'stripe',
    'edge-config',
    'flags',
    'launchdarkly',
    'unleash',
    'aws',
];
/** The projects on Vercel: those that are linked, else those that a person named. */
function projectsOf(found, answers, without) {
    if (without.has('vercel'))
        return [];
    if (answers.vercel === null)
        return found.vercel.projects;
    const { projects, team } = answers.vercel;
    return projects.map((project) => ({ project, team, name: project.slice('prj_'.length) }));
}
/** The resources of the configuration, in the order in which they are read best. Pure. */
function resourcesOf(found, answers, { without, promotes }) {
    const ids = new Ids();
    const projects = projectsOf(found, answers, without);
    const entries = [];
    for (const { project, team, name } of projects) {
        const suffix = projects.length === 1 ? null : name;
        const of = team === null ? { project } : { project, team };
        entries.push({
            id: ids.next('web', suffix),
            provider: 'vercel-deployment',
            ...of,
            ...(promotes ? { 'auto-assign': false } : {}),
        }, { id: ids.next('env', suffix), provider: 'vercel-env', ...of, targets: ['production'] }, { id: ids.next('settings', suffix), provider: 'vercel-project', ...of });
        if (found.uses.vercelFlags && !without.has('flags')) {
            entries.push({ id: ids.next('flags', suffix), provider: 'vercel-flags', ...of });
        }
    }
    const team = projects.find((project) => project.team !== null)?.team ?? null;
    if (answers.edgeConfig !== null) {
        const of = team === null ? {} : { team };
        entries.push({ id: ids.next('edge-config'), provider: 'vercel-edge-config', store: answers.edgeConfig, ...of });
    }
    if (!without.has('database')) {
        for (const { variable, migrations } of found.databases) {
            const suffix = found.databases.length === 1 ? null : variable.replace(/_?(DATABASE|DIRECT|POSTGRES)?_?URL.*$/, '');
            const url = `\${${variable}}`;
            entries.push({ id: ids.next('db', suffix), provider: 'postgres', url });
            if (migrations !== null)
                entries.push({ id: ids.next('schema', suffix), provider: 'prisma', url, migrations });
        }
    }
    if (found.uses.stripe && !without.has('stripe'))
        entries.push({ id: ids.next('payments'), provider: 'stripe-webhooks' });
    if (answers.launchdarkly !== null) {
        entries.push({ id: ids.next('launchdarkly'), provider: 'launchdarkly', ...answers.launchdarkly });
    }
    if (answers.unleash !== null)
        entries.push({ id: ids.next('unleash'), provider: 'unleash', ...answers.unleash });
    if (!without.has('aws')) {
        for (const { bucket, region } of found.aws.buckets) {
            const chosen = region ?? answers.region;
            if (chosen !== null)
                entries.push({ id: ids.next('bucket', bucket), provider: 's3-bucket', bucket, region: chosen });
        }
        const distributions = new Set([...found.aws.distributions, ...answers.distributions]);
        for (const distribution of distributions) {
            const suffix = distributions.size === 1 ? null : distribution;
            entries.push({ id: ids.next('cdn', suffix), provider: 'cloudfront', distribution });
        }
    }
    return entries;
}
/** Names of the variables that a resource reads. AWS has its own ways, and is not among them. */
function credentialsOf(entry) {
    const url = typeof entry.url === 'string' ? (/^\$\{(\w+)\}$/.exec(entry.url)?.[1] ?? null) : null;
    if (entry.provider.startsWith('vercel-'))
        return ['VERCEL_TOKEN'];
    const names = {
        'stripe-webhooks': ['STRIPE_API_KEY'],
        launchdarkly: ['LAUNCHDARKLY_ACCESS_TOKEN'],
        unleash: ['UNLEASH_URL', 'UNLEASH_API_TOKEN'],
        'neon-branch': ['NEON_API_KEY'],
        'neon-compute': ['NEON_API_KEY'],
    };
    return [...(names[entry.provider] ?? []), ...(url === null ? [] : [url])];
}
/** True for a resource that speaks to AWS. */
const onAws = ({ provider }) => ['s3-bucket', 'cloudfront', 'rds-snapshot', 'aws-scaling', 'lambda-concurrency'].includes(provider);


/***/ }),

/***/ 60866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ TEMPLATES)
/* harmony export */ });
// Written by "npm run generate" from examples/. Do not edit.
/** The workflows that "init" fills in, by the name of their file. */
const TEMPLATES = {
    'drill.yml': `# Copy to .github/workflows/rewind-drill.yml; the readiness check looks for this name. Each quarter, and by hand, it rehearses a
# rollback beside production: it restores the newest snapshot, checks it, and measures how long it takes and what it would lose.
# It fails, and keeps an issue, unless every check passed. GitHub disables the schedule of a repository without activity after
# 60 days; "rewind check", the snapshot and the readiness check then say that the last drill is too old.
name: Rewind drill
on:
  schedule:
    - cron: '17 4 3 1,4,7,10 *' # change: the third of each quarter, 04:17 UTC
  workflow_dispatch:
    inputs:
      snapshot:
        description: 'Which snapshot: latest, previous, ~N, an id, a commit, #PR.'
        type: string
        default: latest
      random:
        description: Take any snapshot of the store instead.
        type: boolean
        default: false
permissions: {}
jobs:
  drill:
    name: Quarterly
    uses: OWNER/rewind/.github/workflows/drill.yml@v1
    with:
      environment: production # change: the environment of .github/rewind.yml
      # change: an environment for drills alone, default branch only. Give it REWIND_IDENTITY and credentials that only read.
      drill-environment: production-drill
      snapshot: \${{ inputs.snapshot || 'latest' }}
      random: \${{ inputs.random || false }}
    permissions:
      contents: read # the configuration and the migrations
      actions: read # snapshots and drills of earlier runs (store "artifact")
      issues: write # the issue about a drill that did not pass
      id-token: write # assumes the AWS role by OIDC
    # change: keep the secrets that your probes and resources need; remove the others. Store them in the environment
    # production-drill.
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      VERCEL_AUTOMATION_BYPASS_SECRET: \${{ secrets.VERCEL_AUTOMATION_BYPASS_SECRET }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      STRIPE_API_KEY: \${{ secrets.STRIPE_API_KEY }}
      LAUNCHDARKLY_ACCESS_TOKEN: \${{ secrets.LAUNCHDARKLY_ACCESS_TOKEN }}
      UNLEASH_API_TOKEN: \${{ secrets.UNLEASH_API_TOKEN }}
      REWIND_FINGERPRINT_KEY: \${{ secrets.REWIND_FINGERPRINT_KEY }}
      REWIND_IDENTITY: \${{ secrets.REWIND_IDENTITY }} # of a recipient of its own in seal.recipients
      REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, for every other variable that the configuration names
`,
    'incident.yml': `# Copy to .github/workflows/. Actions → Incident → Run workflow: shows the record of an incident, adds a note, discharges an
# obligation by hand, closes the incident, or sends the messages that were not sent. With the store "artifact", only a
# workflow can write to the record.
name: Incident
on:
  workflow_dispatch:
    inputs:
      action:
        description: What to do. notify-public also posts where everybody reads.
        type: choice
        options: [show, list, verify, open, note, discharge, close, notify-preview, notify, notify-public]
        default: show
      incident:
        description: Id of the incident. Needed if several are open; open and list take none.
        type: string
        default: ''
      obligation:
        description: 'discharge: id of the obligation; "show" prints it.'
        type: string
        default: ''
      text:
        description: 'open: what is wrong. note: the note. discharge, close: the reason.'
        type: string
        default: ''
permissions: {}
# One writer at a time: the group of Rewind's rollbacks of this environment.
concurrency:
  group: rewind-rollback-\${{ github.repository }}-production # change: the environment of .github/rewind.yml
  cancel-in-progress: false
  queue: max
jobs:
  incident:
    name: Incident
    runs-on: ubuntu-latest
    timeout-minutes: 10
    environment:
      name: production-plan # change: credentials that only read; no reviewers, default branch only
      deployment: false # this job deploys nothing
    permissions:
      contents: read # the configuration
      actions: read # the records of earlier runs (store "artifact")
      issues: write # the channel github-issue
      statuses: write # the status rewind/quarantine of a commit that is free again
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - name: Read or write the record
        uses: OWNER/rewind@v1
        with:
          command: \${{ startsWith(inputs.action, 'notify') && format('notify {0}', inputs.incident) || format('incident {0} {1}', inputs.action, inputs.incident) }}
          preview: \${{ inputs.action == 'notify-preview' }}
          public: \${{ inputs.action == 'notify-public' }}
          obligation: \${{ inputs.obligation }}
          title: \${{ inputs.text }}
          text: \${{ inputs.text }}
          reason: \${{ inputs.text }}
        # change: the variables that .github/rewind.yml names
        env:
          DATABASE_URL: \${{ secrets.DATABASE_URL }}
          REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, e.g. the credentials of the channels
`,
    'list-snapshots.yml': `# Copy to .github/workflows/. Actions → List snapshots → Run workflow: the summary lists the snapshots with their age, commit,
# pull request, deployment and coverage. "Rollback production" takes each of these names as its snapshot.
name: List snapshots
on:
  workflow_dispatch:
permissions: {}
concurrency:
  group: list-snapshots
  cancel-in-progress: true
jobs:
  list:
    name: List
    runs-on: ubuntu-latest
    timeout-minutes: 10
    environment:
      name: production-plan # change: credentials that only read; no reviewers, default branch only
      deployment: false # this job deploys nothing
    permissions:
      contents: read # the configuration
      actions: read # the snapshots (store "artifact")
      pull-requests: read # the titles of the pull requests
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - name: List the snapshots
        uses: OWNER/rewind@v1
        with:
          command: list
        # change: the secrets that your resources need; they tell which deployment is live
        env:
          VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
          REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, for every other variable that the configuration names
`,
    'mitigate-production.yml': `# Copy to .github/workflows/. To ease an incident before or instead of a rollback: Actions → Mitigate production → Run
# workflow. Read the plan in the run summary. A second person approves. Every 10 minutes, the schedule lifts the mitigations
# whose time limit is over; the approval of each one covers that.
name: Mitigate production
run-name: >-
  \${{ github.event_name == 'schedule' && 'Lift what is over' || format('{0} {1}: {2}', inputs.plan-only && 'Plan' || 'Mitigate with', inputs.mitigation || inputs.flags || inputs.tags || 'the flags of the deploy', inputs.reason) }}
on:
  schedule:
    - cron: '*/10 * * * *'
  workflow_dispatch:
    inputs:
      mitigation:
        description: Id of a mitigation in .github/rewind.yml. Leave it empty to name flags.
        type: string
        default: ''
      flags:
        description: Turn these feature flags off, comma-separated.
        type: string
        default: ''
      tags:
        description: Turn every feature flag with one of these tags off, comma-separated.
        type: string
        default: ''
      changed-by-deploy:
        description: Turn the feature flags off that the deploy changed.
        type: boolean
        default: false
      minutes:
        description: Time limit in minutes, instead of the one of the mitigation.
        type: string
        default: ''
      reason:
        description: Reason for the mitigation. It appears in the plan and the report.
        type: string
        required: true
      incident:
        description: 'Number of the incident issue whose comments approve the plan, with "approval: comment".'
        type: string
        default: ''
      plan-only:
        description: Only plan. The summary shows the plan and its digest.
        type: boolean
        default: false
      digest:
        description: 'First 12 digits of the digest of a plan that you have read; applied only if nothing changed since. Needed with "approval: digest" or "comment".'
        type: string
        default: ''
permissions: {}
jobs:
  mitigate:
    name: Mitigate
    uses: OWNER/rewind/.github/workflows/mitigate.yml@v1
    with:
      environment: production # change: the environment of .github/rewind.yml
      plan-environment: production-plan # change: credentials that only read; no reviewers, default branch only
      # change: credentials that write flags and capacity, and no others; no reviewers, default branch only
      lift-environment: production-lift
      lift: \${{ github.event_name == 'schedule' }}
      mitigation: \${{ inputs.mitigation }}
      flags: \${{ inputs.flags }}
      tags: \${{ inputs.tags }}
      changed-by-deploy: \${{ inputs.changed-by-deploy || false }}
      minutes: \${{ inputs.minutes }}
      reason: \${{ inputs.reason }}
      incident: \${{ inputs.incident }}
      plan-only: \${{ inputs.plan-only || false }}
      digest: \${{ inputs.digest }}
    permissions:
      contents: read # the configuration
      actions: read # snapshots, and whether the environment is protected
      id-token: write # assumes the AWS role by OIDC
      issues: write # the channel github-issue
      pull-requests: read # which pull requests were deployed
    # change: the secrets that your resources need. Store each under the same name in production-plan (one that reads) and in
    # production (one that writes), and REWIND_IDENTITY in production only. Nobody approves the lift: store in production-lift
    # only what the measures write (flags, Edge Config, capacity; VERCEL_TOKEN if maintenance gives production to a
    # deployment), and REWIND_SECRETS with the lines of these and of the channels. The lift gets neither DATABASE_URL nor
    # STRIPE_API_KEY. It needs REWIND_IDENTITY only for flags and Edge Config items: store it in production-lift only if
    # you use their measures.
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      STRIPE_API_KEY: \${{ secrets.STRIPE_API_KEY }}
      REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, for every other variable that the configuration names
      REWIND_FINGERPRINT_KEY: \${{ secrets.REWIND_FINGERPRINT_KEY }}
      REWIND_IDENTITY: \${{ secrets.REWIND_IDENTITY }}
      REWIND_APPROVAL_KEY: \${{ secrets.REWIND_APPROVAL_KEY }} # in production alone; its public key is under sign.approval-keys
`,
    'monitor-production.yml': `# Copy to .github/workflows/. After each deploy it watches production with the probes of .github/rewind.yml, compares with the
# snapshot from before the deploy, and fails unless the verdict is good. After a bad verdict, the summary also says what changed
# and what can be done. A newer deployment ends the watch of the older one.
name: Monitor production
on:
  # change: keep the event that your deploys send, and remove the other. A deploy of your own workflow sends neither: add the
  # job "monitor" below to that workflow, with "needs: deploy".
  deployment_status: # Vercel's Git integration, and other deploys that GitHub's Deployments page shows
  repository_dispatch:
    types: [vercel.deployment.promoted] # Vercel: Settings → Git → repository_dispatch Events
permissions: {}
jobs:
  monitor:
    name: After the deploy
    # change: the name of the environment, as GitHub and Vercel write it
    if: >-
      github.event_name == 'deployment_status'
      && github.event.deployment_status.state == 'success'
      && (github.event.deployment.environment == 'Production' || github.event.deployment.environment == 'production')
      || github.event_name == 'repository_dispatch' && github.event.client_payload.environment == 'production'
    uses: OWNER/rewind/.github/workflows/monitor.yml@v1
    with:
      environment: production # change: the environment of .github/rewind.yml
      plan-environment: production-plan # change: credentials that only read; no reviewers, default branch only
      # Vercel names the deployment; else it is the one that is live.
      deployment: \${{ github.event_name == 'repository_dispatch' && github.event.client_payload.id || '' }}
      # "dispatch" also starts rollback-production.yml at the verdict roll-back; its plan waits for the approval. Then write
      # "actions: write" below.
      on-roll-back: recommend
      # "dispatch" also starts mitigate-production.yml with the mitigation that monitor.mitigation of .github/rewind.yml names.
      on-mitigate: recommend
    permissions:
      contents: read # the configuration
      actions: read # snapshots of earlier runs (store "artifact")
      issues: write # the channel github-issue
      pull-requests: read # which pull requests the deploy brought, and their flags
      id-token: write # assumes the AWS role by OIDC
    # change: keep the secrets that your probes and resources need; remove the others. Store them in the environment
    # production-plan.
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      VERCEL_AUTOMATION_BYPASS_SECRET: \${{ secrets.VERCEL_AUTOMATION_BYPASS_SECRET }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      STRIPE_API_KEY: \${{ secrets.STRIPE_API_KEY }}
      LAUNCHDARKLY_ACCESS_TOKEN: \${{ secrets.LAUNCHDARKLY_ACCESS_TOKEN }}
      UNLEASH_API_TOKEN: \${{ secrets.UNLEASH_API_TOKEN }}
      REWIND_FINGERPRINT_KEY: \${{ secrets.REWIND_FINGERPRINT_KEY }}
      REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, for every other variable that the configuration names
`,
    'pre-deploy-snapshot-git-integration.yml': `# Copy to .github/workflows/. For Vercel's Git integration: Vercel builds as soon as the production branch changes,
# this workflow takes the snapshot, and then it promotes the build.
# 1. Turn off "Auto-assign Custom Production Domains" in the project (Settings → Environments → Production).
# 2. Set "auto-assign: false" on the resource in .github/rewind.yml. "rewind check" then fails if somebody turns it on again.
# 3. Copy release-capture.yml, too. It fails if a build goes live without a snapshot.
# The build ends before the snapshot is taken, so it must not migrate the database: add a job for that between the two jobs.
name: Snapshot, then promote
run-name: Deploy \${{ github.event.client_payload.project.name }} \${{ github.event.client_payload.git.sha }}
on:
  repository_dispatch:
    types: [vercel.deployment.ready] # Vercel sends it after a build (Settings → Git → repository_dispatch Events)
permissions: {}
concurrency:
  # Of each project in turn, so that no event of another project takes the place of a waiting one.
  group: deploy-\${{ github.event.client_payload.project.id }}-\${{ github.event.client_payload.environment }}
  cancel-in-progress: false
  queue: max
jobs:
  snapshot:
    name: Before the deploy
    # change: the id of your project. For several: contains(fromJSON('["prj_1", "prj_2"]'), github.event.client_payload.project.id)
    if: >-
      github.event.client_payload.environment == 'production'
      && github.event.client_payload.project.id == 'prj_change'
    uses: OWNER/rewind/.github/workflows/snapshot.yml@v1
    with:
      plan-environment: production-plan # change: credentials that only read; no reviewers, default branch only
      # It also compares the project of the event with those of the configuration.
      guard: true
    permissions:
      contents: read # the configuration and the migrations
      actions: read # snapshots, and whether the environment is protected
      statuses: read # whether the commit was rolled back
      id-token: write # assumes the AWS role by OIDC
    # change: keep the secrets that your resources need; remove the others. Store them in the environment production-plan.
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      VERCEL_AUTOMATION_BYPASS_SECRET: \${{ secrets.VERCEL_AUTOMATION_BYPASS_SECRET }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      STRIPE_API_KEY: \${{ secrets.STRIPE_API_KEY }}
      REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, for every other variable that the configuration names
      REWIND_FINGERPRINT_KEY: \${{ secrets.REWIND_FINGERPRINT_KEY }}
      REWIND_SIGNING_KEY: \${{ secrets.REWIND_SIGNING_KEY }}
  promote:
    name: Promote
    needs: snapshot
    runs-on: ubuntu-latest
    timeout-minutes: 15
    environment:
      name: production-deploy # change: its VERCEL_TOKEN may promote; no reviewers, default branch only
      deployment: false # Vercel records the deployment
    concurrency:
      group: rewind-rollback-\${{ github.repository }}-production # never beside a rollback; change: the environment of .github/rewind.yml
      cancel-in-progress: false
      queue: max
    permissions:
      contents: read # the configuration
      actions: read # the incidents (store "artifact")
      statuses: read # whether the commit was rolled back
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      # With the store "s3", assume a role here that may read and write it, or put its keys into REWIND_SECRETS: promote takes
      # the lock of the environment.
      - name: Promote the build
        uses: OWNER/rewind@v1
        with:
          command: promote
        env:
          VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
          REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }}
`,
    'pre-deploy-snapshot.yml': `# Copy to .github/workflows/. For your own pipeline with "vercel deploy --prebuilt".
# For Vercel's Git integration see pre-deploy-snapshot-git-integration.yml.
name: Deploy
on:
  push:
    branches: [main] # change: the production branch
permissions: {}
concurrency:
  group: deploy-production
  cancel-in-progress: false
jobs:
  snapshot:
    name: Before the deploy
    uses: OWNER/rewind/.github/workflows/snapshot.yml@v1
    with:
      plan-environment: production-plan # change: credentials that only read; no reviewers, default branch only
    permissions:
      contents: read # the configuration and the migrations
      actions: read # snapshots, and whether the environment is protected
      statuses: read # whether the commit was rolled back
      id-token: write # assumes the AWS role by OIDC
    # change: keep the secrets that your resources need; remove the others. Store them in the environment production-plan.
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      VERCEL_AUTOMATION_BYPASS_SECRET: \${{ secrets.VERCEL_AUTOMATION_BYPASS_SECRET }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      STRIPE_API_KEY: \${{ secrets.STRIPE_API_KEY }}
      REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, for every other variable that the configuration names
      REWIND_FINGERPRINT_KEY: \${{ secrets.REWIND_FINGERPRINT_KEY }}
      REWIND_SIGNING_KEY: \${{ secrets.REWIND_SIGNING_KEY }}
  deploy:
    name: Deploy
    # Migrations belong here, not beside the snapshot: they would wait for the end of the database backup.
    # Deploys only after a snapshot, and only if production is not pinned by a rollback.
    needs: snapshot
    runs-on: ubuntu-latest
    # The queue of the rollbacks: no deploy, and no migration, runs beside a rollback.
    concurrency:
      group: rewind-rollback-\${{ github.repository }}-production # change: the environment of .github/rewind.yml
      cancel-in-progress: false
      queue: max
    environment:
      name: production-plan # change: the environment that your deploy needs
      deployment: false # change: remove it if GitHub shall record your deploy
    permissions:
      contents: read # the configuration and the migrations
      actions: read # the records of earlier runs (store "artifact")
      statuses: read # whether the commit was rolled back
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - name: Check again that a deploy is allowed
        # This job may have waited for a rollback.
        uses: OWNER/rewind@v1
        with:
          command: guard
        env:
          VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
          REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }}
      # change: your own deploy. Pass the snapshot id to "Rollback production" to undo it.
      - name: Deploy
        env:
          SNAPSHOT: \${{ needs.snapshot.outputs.snapshot-id }}
        run: echo "To undo this deploy, roll back to snapshot $SNAPSHOT"
`,
    'recover-production.yml': `# Copy to .github/workflows/. After a rollback, when the fix is deployed (it stays staged) and checked: Actions → Recover
# production → Run workflow. Read the plan in the run summary. A second person approves. Rewind promotes the fix, and brings
# back what the rollback took away. Without a deployment and a scope it also discharges what is finished.
name: Recover production
run-name: >-
  \${{ inputs.plan-only && 'Plan the recovery' || 'Recover' }} \${{ inputs.deployment != '' && format('with {0}', inputs.deployment) || '' }}: \${{ inputs.reason }}
on:
  workflow_dispatch:
    inputs:
      reason:
        description: Reason for the recovery. It appears in the plan and the report.
        type: string
        required: true
      deployment:
        description: 'The fix that takes production: the id of a deployment, or latest. Empty: the state before the rollback.'
        type: string
        default: latest
      gate-command:
        description: 'With a deployment or flag-steps: release in stages, and run this shell command before each further stage.'
        type: string
        default: ''
      flag-steps:
        description: 'Bring flags forward in these steps, e.g. 10,50,100. Needs gate-command, and an empty deployment.'
        type: string
        default: ''
      scope:
        description: 'Resource ids, comma-separated. Empty: with a deployment only what it serves, else all that is not yet normal.'
        type: string
        default: ''
      confirm-data-loss:
        description: 'Names of the databases whose data may be lost, comma-separated; the plan says which.'
        type: string
        default: ''
      drop-database:
        description: 'Drop this database that a restore kept, instead of a recovery; its name.'
        type: string
        default: ''
      incident:
        description: Number of the incident issue; the outcome is posted there.
        type: string
        default: ''
      plan-only:
        description: Only plan. The summary shows the plan and its digest.
        type: boolean
        default: false
      digest:
        description: 'First 12 digits of the digest of a plan that you have read; applied only if nothing changed since. Needed with "approval: digest" or "comment".'
        type: string
        default: ''
permissions: {}
jobs:
  recover:
    name: Recover
    uses: OWNER/rewind/.github/workflows/recover.yml@v1
    with:
      environment: production # change: the environment of .github/rewind.yml
      plan-environment: production-plan # change: credentials that only read; no reviewers, default branch only
      reason: \${{ inputs.reason }}
      deployment: \${{ inputs.deployment }}
      gate-command: \${{ inputs.gate-command }}
      flag-steps: \${{ inputs.flag-steps }}
      drop-database: \${{ inputs.drop-database }}
      confirm-data-loss: \${{ inputs.confirm-data-loss }}
      scope: \${{ inputs.scope }}
      incident: \${{ inputs.incident }}
      plan-only: \${{ inputs.plan-only }}
      digest: \${{ inputs.digest }}
    permissions:
      contents: read # the configuration and the migrations
      actions: read # snapshots, and whether the environment is protected
      id-token: write # assumes the AWS role by OIDC
      deployments: write # the Deployments page
      statuses: write # the status rewind/quarantine of the commit that was rolled back
      issues: write # the channel github-issue, and the incident issue
      pull-requests: read # the titles of pull requests in the record
    # change: the secrets that your resources need. Store each in both environments under the same name: one that reads in
    # production-plan, one that writes in production. Store REWIND_IDENTITY in production only.
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      STRIPE_API_KEY: \${{ secrets.STRIPE_API_KEY }}
      REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, for every other variable that the configuration names
      REWIND_FINGERPRINT_KEY: \${{ secrets.REWIND_FINGERPRINT_KEY }}
      REWIND_IDENTITY: \${{ secrets.REWIND_IDENTITY }}
`,
    'release-capture.yml': `# Copy to .github/workflows/. After each deploy it captures what is quick to read, so that a rollback undoes what the deploy
# changed and keeps what people changed later. It fails if the deploy went live without a snapshot before it.
name: Release capture
on:
  # change: keep the event that your deploys send, and remove the other. A deploy of your own workflow sends neither: add the
  # job "release" below to that workflow, with "needs: deploy".
  # Vercel's Git integration, and other deploys that GitHub's Deployments page shows. Not with the store "artifact": these
  # runs may be on no branch.
  deployment_status:
  repository_dispatch:
    types: [vercel.deployment.promoted, vercel.deployment.success] # Vercel: Settings → Git → repository_dispatch Events
permissions: {}
concurrency:
  group: release-capture
  cancel-in-progress: false
jobs:
  release:
    name: After the deploy
    # change: the name of the environment, as GitHub and Vercel write it
    if: >-
      github.event_name == 'deployment_status'
      && github.event.deployment_status.state == 'success'
      && (github.event.deployment.environment == 'Production' || github.event.deployment.environment == 'production')
      || github.event_name == 'repository_dispatch' && github.event.client_payload.environment == 'production'
    uses: OWNER/rewind/.github/workflows/release.yml@v1
    with:
      plan-environment: production-plan # change: credentials that only read; no reviewers, default branch only
    permissions:
      contents: read # the configuration and the migrations
      actions: read # snapshots, and whether the environment is protected
      id-token: write # assumes the AWS role by OIDC
      deployments: write # the Deployments page names the snapshot
      issues: write # the channel github-issue, if there was no snapshot before the deploy
    # change: keep the secrets that your resources need; remove the others. Store them in the environment production-plan.
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, also for channels, e.g. SLACK_BOT_TOKEN
      REWIND_FINGERPRINT_KEY: \${{ secrets.REWIND_FINGERPRINT_KEY }}
      REWIND_SIGNING_KEY: \${{ secrets.REWIND_SIGNING_KEY }}
`,
    'rollback-production.yml': `# Copy to .github/workflows/. To roll back: Actions → Rollback production → Run workflow. Read the plan in the run
# summary. A second person approves. Rewind rolls back, verifies and reports.
name: Rollback production
run-name: >-
  \${{ inputs.plan-only && 'Plan' || 'Roll back' }} \${{ inputs.mitigation || inputs.undo != '' && format('(undo {0})', inputs.undo) || format('to {0}', inputs.snapshot) }}: \${{ inputs.reason }}
on:
  workflow_dispatch:
    inputs:
      reason:
        description: Reason for the rollback. It appears in the plan and the report.
        type: string
        required: true
      snapshot:
        description: 'latest (from before the deploy that is live), previous, ~2, an id, a commit, #PULL-REQUEST, a time, or a mark. "List snapshots" shows them.'
        type: string
        default: latest
      database:
        description: 'Database: none leaves it unchanged, down runs down migrations, restore restores the backup.'
        type: choice
        options: [none, down, restore]
        default: none
      include-later-changes:
        description: 'Resource ids, comma-separated, or all: also undo what was changed there after the deploy.'
        type: string
        default: ''
      undo:
        description: 'Undo a rollback instead: "latest", or the first digits of its digest; leave snapshot and database as they are.'
        type: string
        default: ''
      mitigation:
        description: 'Apply a mitigation of .github/rewind.yml instead: its id. Leave snapshot, database and undo as they are.'
        type: string
        default: ''
      confirm-data-loss:
        description: 'Names of the databases whose data may be lost, comma-separated; the plan says which.'
        type: string
        default: ''
      scope:
        description: Resource ids, comma-separated; all resources if empty.
        type: string
        default: ''
      incident:
        description: Number of the incident issue; the outcome is posted there.
        type: string
        default: ''
      plan-only:
        description: Only plan. The summary shows the plan and its digest.
        type: boolean
        default: false
      digest:
        description: 'First 12 digits of the digest of a plan that you have read; applied only if nothing changed since. Needed with "approval: digest" or "comment".'
        type: string
        default: ''
permissions: {}
jobs:
  rollback:
    name: Rollback
    uses: OWNER/rewind/.github/workflows/rollback.yml@v1
    with:
      environment: production # change: the environment of .github/rewind.yml
      plan-environment: production-plan # change: credentials that only read; no reviewers, default branch only
      # expedited-environment: production-expedited # if .github/rewind.yml has an "expedited" section
      reason: \${{ inputs.reason }}
      snapshot: \${{ inputs.snapshot }}
      database: \${{ inputs.database }}
      include-later-changes: \${{ inputs.include-later-changes }}
      undo: \${{ inputs.undo }}
      mitigation: \${{ inputs.mitigation }}
      confirm-data-loss: \${{ inputs.confirm-data-loss }}
      scope: \${{ inputs.scope }}
      incident: \${{ inputs.incident }}
      plan-only: \${{ inputs.plan-only }}
      digest: \${{ inputs.digest }}
    permissions:
      contents: read # the configuration and the migrations
      actions: read # snapshots, and whether the environment is protected
      id-token: write # assumes the AWS role by OIDC
      deployments: write # the Deployments page
      statuses: write # the status rewind/quarantine of the commit that was rolled back
      issues: write # the channel github-issue, and the incident issue
      pull-requests: read # which pull requests were rolled back
    # change: the secrets that your resources need. Store each in both environments under the same name: one that reads in
    # production-plan, one that writes in production. Store REWIND_IDENTITY and REWIND_APPROVAL_KEY in production only. If
    # environment secrets do not reach a workflow of another owner, use rollback-production-own-jobs.yml.
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      STRIPE_API_KEY: \${{ secrets.STRIPE_API_KEY }}
      REWIND_SECRETS: \${{ secrets.REWIND_SECRETS }} # lines of NAME=value, for every other variable that the configuration names
      REWIND_FINGERPRINT_KEY: \${{ secrets.REWIND_FINGERPRINT_KEY }}
      REWIND_IDENTITY: \${{ secrets.REWIND_IDENTITY }}
      REWIND_APPROVAL_KEY: \${{ secrets.REWIND_APPROVAL_KEY }} # in production alone, if a mitigation is lifted without a person
`,
    'rollback-readiness.yml': `# Copy to .github/workflows/. Needs no secret and works for forks. Never change it to pull_request_target.
name: Rollback readiness
on:
  pull_request:
  merge_group: # a merge queue waits for this check; without a queue, this event never comes
permissions: {}
concurrency:
  group: readiness-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: true
jobs:
  readiness:
    name: Rollback readiness
    uses: OWNER/rewind/.github/workflows/readiness.yml@v1
    permissions:
      contents: read # the configuration and the migrations
      actions: read # snapshots, and whether the environment is protected
      pull-requests: write # one comment
`,
};


/***/ })

};
