import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import type { Release } from '../../../src/runtime/release.js';
import { GitHubSandbox } from '../../sandbox/github/server.js';
import type { ConfigStore, Deployment, Project } from '../../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../../sandbox/vercel/server.js';
import { fastClock } from '../fast-clock.js';
import { freePort } from '../free-port.js';
import { startPostgres, type TestPostgres } from '../postgres.js';
import { deployMigrations } from '../prisma-deploy.js';
import { signingKeyPair } from '../signing-key.js';
import { createConsumer, startAct, type ActResult, type ActRun, type Consumer, type RunOptions } from './harness.js';

const APP = fileURLToPath(new URL('../../sandbox/demo/app', import.meta.url));
/** The last migration of the good release. */
const GOOD = '20260915100000_loyalty_points';
export const DATABASE = 'shop';
/** A file of the repository: the gate of a release in stages. */
export const SMOKE_TEST = 'smoke-test.sh';

/** Secrets that can be told from everything else, wherever they turn up. */
export const CANARIES = {
  vercel: 'canary-vercel-9f2c71d0a4',
  fingerprint: 'canary-fingerprint-51be08aa3c77e219',
  github: 'ghs_canary0github0d41c5e77ab',
  /** A value that lies in production, not in the workflow. */
  payments: 'canary-payments-c80e5512f7',
};

export interface ShopOptions {
  /** True: the caller's line about the expedited environment is active, as its comment says. */
  readonly expedited?: boolean;
  /** What a probe asks, and a neutral target. Then the time of the runs passes faster. Null: no probe. */
  readonly watched?: { readonly url: string; readonly neutral: string } | null;
  /** False: no channel is told, so that the order of the record does not depend on answers. */
  readonly told?: boolean;
  /** True: Vercel's Git integration builds, and every build stays staged until "rewind promote". */
  readonly staged?: boolean;
  /** True: the environment has no reviewers, and a person types the digest of a plan. */
  readonly byDigest?: boolean;
  /** True: the configuration has the mitigation "sorry", an item of the Edge Config, and a key that signs for its lift. */
  readonly eased?: boolean;
  /** The release to which the callers are pinned. */
  readonly release?: Release;
  /** Further files of the repository, from its configuration. */
  readonly files?: (vercel: VercelSandbox, config: string) => Record<string, string>;
}

/** For runs with probes. If it were faster, the ticks of a busy machine would be late. */
const CLOCK = fastClock(2);
/** Latencies are those of a busy machine. */
const watchSections = ({ url, neutral }: NonNullable<ShopOptions['watched']>, eased: boolean): string =>
  `monitor: { minutes: 2, neutral: '${neutral}', allow-private: true${eased ? ', mitigation: sorry' : ''} }
criteria:
  baseline-samples: 24
  latency: { tail: { add-ms: 60000 }, body: { add-ms: 60000 } }
probes:
  - { id: home, adapter: http, area: content, critical: true, every: 1, url: '${url}', allow-private: true }
`;

/** The scripts of the own-jobs example: a tunnel from `port` of this machine to the database. */
const tunnel = (port: number, database: URL): Record<string, string> => ({
  'scripts/open-tunnel.sh': `setsid node scripts/tunnel.mjs </dev/null >/dev/null 2>&1 &
echo $! > tunnel.pid
until (exec 3<>/dev/tcp/127.0.0.1/${port}) 2>/dev/null; do sleep 0.05; done
`,
  'scripts/close-tunnel.sh': 'kill "$(cat tunnel.pid)"\n',
  'scripts/tunnel.mjs': `import { connect, createServer } from 'node:net';
createServer((near) => {
  const far = connect(${Number(database.port)}, '${database.hostname}');
  near.pipe(far).pipe(near);
  for (const end of [near, far]) end.on('error', () => [near, far].forEach((one) => one.destroy()));
}).listen(${port}, '127.0.0.1');
`,
});

const MITIGATIONS = `mitigations:
  - { id: sorry, kind: maintenance, resources: [flags], item: { key: maintenance, value: true }, minutes: 30 }
`;

type Dispatch = Partial<RunOptions> & { readonly approved?: boolean };

/** A company with a repository on GitHub, a project at Vercel and a database; its workflows are run by act. */
export class Shop {
  readonly logs: { readonly what: string; readonly text: string }[] = [];
  /** DATABASE_URL by the tunnel that scripts/open-tunnel.sh opens. */
  tunnelled = '';

  private constructor(
    readonly postgres: TestPostgres,
    readonly vercel: VercelSandbox,
    readonly hub: GitHubSandbox,
    readonly consumer: Consumer,
    readonly project: Project,
    readonly flags: ConfigStore,
    readonly url: string,
    readonly identity: string,
    readonly signingKey: string,
    readonly approvalKey: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start({
    expedited = false,
    watched = null,
    told = true,
    eased = false,
    staged = false,
    byDigest = false,
    release,
    files: more,
  }: ShopOptions = {}): Promise<Shop> {
    const postgres = await startPostgres();
    const vercel = await new VercelSandbox().start();
    vercel.tokens.set(CANARIES.vercel, 'write');
    if (watched !== null) vercel.now = CLOCK.now;
    const domains = watched === null ? [] : [new URL(watched.url).host];
    // The id in examples/pre-deploy-snapshot-git-integration.yml.
    const id = staged ? 'prj_change' : undefined;
    const project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com', ...domains], id);
    project.env = [];
    vercel.addEnv(project, 'PAYMENTS_KEY', CANARIES.payments);
    const flags = vercel.addStore('flags', { maintenance: false, 'new-checkout': false });
    const url = await postgres.createDatabase(DATABASE);
    const identity = await generateIdentity();
    const signing = signingKeyPair();
    const approver = signingKeyPair();
    const hub = new GitHubSandbox({ token: CANARIES.github, ...(watched === null ? {} : { now: CLOCK.now }) });
    await hub.start();
    const files: Record<string, string> = {
      '.github/rewind.yml': `version: 1
environment: production
${byDigest ? 'approval: digest\n' : ''}store: { kind: artifact, tags: ['v*'] }
seal: { recipients: [${await identityToRecipient(identity)}] }
sign: { keys: [${signing.publicKey}]${eased ? `, approval-keys: [${approver.publicKey}]` : ''} }
${byDigest ? '' : 'expedited: { environment: production-expedited, minutes: 30 }\n'}contacts:
  - { name: Ada Berg, role: on-call, reach: 'pager 4711' }
resources:
  - { id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM}${staged ? ', auto-assign: false' : ''} }
  - { id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM}, targets: [production] }
  - { id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }
  - { id: db, provider: postgres, url: '\${DATABASE_URL}' }
  - { id: schema, provider: prisma, url: '\${DATABASE_URL}', migrations: prisma/migrations }
${watched === null ? '' : watchSections(watched, eased)}${told ? '' : 'channels: []\n'}${eased ? MITIGATIONS : ''}`,
    };
    const tunnelled = new URL(url);
    tunnelled.port = String(await freePort());
    Object.assign(files, tunnel(Number(tunnelled.port), new URL(url)));
    Object.assign(files, more?.(vercel, files['.github/rewind.yml'] ?? ''));
    files[SMOKE_TEST] = '# What is checked before more visitors get a deployment.\ntest -n "$REWIND_DEPLOYMENT"\n';
    for (const entry of readdirSync(APP, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name === 'seed.sql') continue;
      const path = join(entry.parentPath, entry.name);
      files[relative(APP, path)] = readFileSync(path, 'utf8');
    }
    if (expedited) {
      const caller = readFileSync(
        fileURLToPath(new URL('../../../examples/rollback-production.yml', import.meta.url)),
        'utf8',
      );
      files['.github/workflows/rollback-production.yml'] = caller.replace(
        '# expedited-environment:',
        'expedited-environment:',
      );
    }
    const deploy = readFileSync(
      fileURLToPath(new URL('../../../examples/pre-deploy-snapshot.yml', import.meta.url)),
      'utf8',
    );
    files['.github/workflows/deploy-by-tag.yml'] = deploy.replace(
      'branches: [main] # change',
      "tags: ['v*'] # changed",
    );
    if (watched !== null) {
      const caller = readFileSync(
        fileURLToPath(new URL('../../../examples/monitor-production.yml', import.meta.url)),
        'utf8',
      );
      files['.github/workflows/monitor-and-dispatch.yml'] = caller
        .replace('on-roll-back: recommend', 'on-roll-back: dispatch')
        .replace('on-mitigate: recommend', `on-mitigate: ${eased ? 'dispatch' : 'recommend'}`)
        .replace('actions: read #', 'actions: write #');
    }
    const consumer = await createConsumer({
      ...(release === undefined ? {} : { release }),
      examples: [
        'monitor-production.yml',
        'pre-deploy-snapshot.yml',
        'pre-deploy-snapshot-git-integration.yml',
        'pre-deploy-snapshot-own-jobs.yml',
        'rollback-production.yml',
        'rollback-production-own-jobs.yml',
        'rollback-readiness.yml',
        'rollback-readiness-own-jobs.yml',
        'release-capture.yml',
        'recover-production.yml',
        'incident.yml',
        'list-snapshots.yml',
        'mitigate-production.yml',
      ],
      files,
      githubApiUrl: hub.url,
    }).catch(async (error: unknown) => {
      // Servers that nobody stops would keep the test process alive.
      await Promise.all([hub.stop(), vercel.stop(), postgres.stop()]);
      throw error;
    });
    const shop = new Shop(
      postgres,
      vercel,
      hub,
      consumer,
      project,
      flags,
      url,
      identity,
      signing.secret.split('\n')[1] ?? '',
      eased ? (approver.secret.split('\n')[1] ?? '') : '',
      watched === null ? {} : { NODE_OPTIONS: `--import=${CLOCK.module}` },
    );
    shop.tunnelled = tunnelled.href;
    await deployMigrations(url, join(APP, 'prisma/migrations'), GOOD);
    await postgres.query(
      DATABASE,
      `INSERT INTO fans (email, display_name, country, loyalty_points) SELECT 'f' || i || '@example.com', 'F', 'DE', i FROM generate_series(1, 200) i`,
    );
    vercel.release(project, { meta: { githubCommitSha: hub.addCommit({ message: 'Release 1' }).sha } });
    shop.release('Release 2');
    if (staged) project.autoAssignCustomDomains = false;
    shop.protect();
    hub.addRun({ path: '.github/workflows/rewind-drill.yml' });
    return shop;
  }

  /** The environments as the documentation asks for them. */
  protect(): void {
    this.hub.environments.length = 0;
    const production = {
      reviewers: ['bob'],
      preventSelfReview: true,
      branches: 'protected' as const,
      adminsBypass: false,
    };
    this.hub.addEnvironment({ name: 'production', ...production });
    this.hub.addEnvironment({ name: 'production-expedited', branches: 'protected' });
    this.hub.addEnvironment({ name: 'production-plan', branches: 'protected' });
    this.hub.addEnvironment({ name: 'production-lift', branches: 'protected' });
  }

  /** A deployment of a new commit, recorded by GitHub as Vercel's integration does. */
  release(title: string): string {
    const { sha } = this.hub.addCommit({ message: title });
    this.hub.addPull({ title, commits: [sha], mergeSha: sha });
    const deployment = this.vercel.release(this.project, { meta: { githubCommitSha: sha } });
    for (const other of this.hub.deployments) {
      if (other.statuses.at(-1)?.state === 'success') this.hub.addStatus(other, { state: 'inactive' });
    }
    this.hub.addDeployment({ sha, environment: 'production', state: 'success' });
    return deployment.id;
  }

  /** New code, a migration that drops a column with data, a flag flipped, a variable changed. */
  async breakEverything(): Promise<void> {
    this.release('Release 3, which is broken');
    await deployMigrations(this.url, join(APP, 'prisma/migrations'));
    this.flip(true);
    this.vercel.addEnv(this.project, 'DEBUG', 'everything');
  }

  flip(on: boolean): void {
    this.flags.items.set('new-checkout', { value: on, description: null, createdAt: 1, updatedAt: this.vercel.now() });
  }

  get secrets(): Record<string, string> {
    return {
      GITHUB_TOKEN: CANARIES.github,
      VERCEL_TOKEN: CANARIES.vercel,
      DATABASE_URL: this.url,
      REWIND_FINGERPRINT_KEY: CANARIES.fingerprint,
      REWIND_IDENTITY: this.identity,
      REWIND_SIGNING_KEY: this.signingKey,
      ...(this.approvalKey === '' ? {} : { REWIND_APPROVAL_KEY: this.approvalKey }),
    };
  }

  secretsWithout(name: string): Record<string, string> {
    return Object.fromEntries(Object.entries(this.secrets).filter(([key]) => key !== name));
  }

  /** Every secret that must not be seen anywhere. */
  get canaries(): string[] {
    return [
      ...Object.values(CANARIES),
      this.postgres.password,
      this.identity,
      this.signingKey,
      this.approvalKey,
    ].filter((secret) => secret !== '');
  }

  /** @param options over: VERCEL_API_URL and the secrets of the repository are given */
  begin(what: string, options: RunOptions): ActRun {
    const run = startAct(this.consumer, {
      ...options,
      secrets: options.secrets ?? this.secrets,
      env: { VERCEL_API_URL: this.vercel.url, ...this.env, ...options.env },
    });
    void run.done.then(
      (result) => this.keep(what, result),
      () => undefined,
    );
    return run;
  }

  run(what: string, options: RunOptions): Promise<ActResult> {
    return this.begin(what, options).done;
  }

  private keep(what: string, result: ActResult): void {
    const outputs = result.jobs.flatMap((job) => job.steps.map((step) => JSON.stringify(step.outputs)));
    this.logs.push({ what: `log of ${what}`, text: result.log });
    this.logs.push({ what: `summary of ${what}`, text: result.summary });
    this.logs.push({ what: `outputs of ${what}`, text: outputs.join('\n') });
    this.logs.push({ what: `annotations of ${what}`, text: JSON.stringify(result.annotations) });
  }

  /** Every run is of the newest commit of main, which has one SHA here: it moves behind the releases since. */
  private publishMain(): void {
    const { commits } = this.hub;
    const at = commits.findIndex(({ sha }) => sha === this.consumer.sha);
    if (at >= 0 && at === commits.length - 1) return;
    const [old] = at < 0 ? [] : commits.splice(at, 1);
    for (const commit of old === undefined ? [] : commits) {
      if (commit.parents.includes(old?.sha ?? '')) Object.assign(commit, { parents: old?.parents });
    }
    this.hub.addCommit({ sha: this.consumer.sha, message: 'What is on main' });
  }

  /** A merge of main is deployed by a tag. */
  snapshotByTag(tag: string): Promise<ActResult> {
    this.publishMain();
    const { id: runId } = this.hub.addRun({ branch: tag, path: '.github/workflows/deploy-by-tag.yml' });
    return this.snapshot({ workflow: 'deploy-by-tag.yml', ref: `refs/tags/${tag}`, runId });
  }

  snapshot(more: Partial<RunOptions> = {}): Promise<ActResult> {
    this.publishMain();
    return this.run('a merge', { event: 'push', workflow: 'pre-deploy-snapshot.yml', ...more });
  }

  /** The project releases in stages from now on, each with an approval by the API. */
  releaseInStages(...percentages: readonly number[]): void {
    this.project.rollingReleaseConfig = {
      target: 'production',
      stages: percentages.map((targetPercentage) =>
        targetPercentage === 100 ? { targetPercentage } : { targetPercentage, requireApproval: true },
      ),
    };
  }

  /** What Vercel sends after a deploy; the runs are of main. */
  captureRelease(): Promise<ActResult> {
    this.publishMain();
    return this.run('a release capture', {
      event: 'repository_dispatch',
      workflow: 'release-capture.yml',
      eventPayload: { action: 'vercel.deployment.promoted', client_payload: { environment: 'production' } },
    });
  }

  /** What Vercel sends after a build that stays staged. The runs are of main, which may be ahead of the build. */
  built(project: Project, { id, url, meta }: Deployment): Promise<ActResult> {
    this.publishMain();
    const client_payload = {
      ...{ environment: 'production', id, url: `https://${url}`, state: { type: 'ready' } },
      git: { ref: 'main', sha: meta.githubCommitSha, shortSha: String(meta.githubCommitSha).slice(0, 7) },
      project: { id: project.id, name: project.name },
    };
    return this.run(`a build of ${project.name}`, {
      event: 'repository_dispatch',
      workflow: 'pre-deploy-snapshot-git-integration.yml',
      eventPayload: { action: 'vercel.deployment.ready', client_payload },
    });
  }

  /** What Vercel sends after a deploy, to a workflow that watches it. */
  monitor(deployment: string, workflow = 'monitor-production.yml'): Promise<ActResult> {
    this.publishMain();
    return this.run(`a watch by ${workflow}`, {
      event: 'repository_dispatch',
      workflow,
      eventPayload: {
        action: 'vercel.deployment.promoted',
        client_payload: { environment: 'production', id: deployment },
      },
    });
  }

  /** "Run workflow" on "Rollback production"; bob approves when the plan is made, unless `approved` is false. */
  rollback(inputs: Record<string, string>, more: Dispatch = {}): ActRun {
    return this.dispatch('rollback-production.yml', { reason: 'checkout is broken', ...inputs }, more);
  }

  /** "Run workflow" on "Mitigate production"; bob approves. */
  mitigate(inputs: Record<string, string>): Promise<ActResult> {
    return this.dispatch('mitigate-production.yml', { reason: 'checkout is broken', ...inputs }).done;
  }

  /** The schedule of "Mitigate production". Nobody approves. */
  lift(more: Partial<RunOptions> = {}): Promise<ActResult> {
    this.publishMain();
    return this.run('a lift', { event: 'schedule', workflow: 'mitigate-production.yml', ...more });
  }

  /** "Run workflow" on "Recover production"; bob approves. */
  recover(inputs: Record<string, string>): Promise<ActResult> {
    return this.dispatch('recover-production.yml', { reason: 'the fix is checked', ...inputs }).done;
  }

  /** "Run workflow" on "List snapshots". */
  list(): Promise<ActResult> {
    return this.dispatch('list-snapshots.yml', {}, { approved: false }).done;
  }

  /** "Run workflow" on "Incident". */
  incident(action: string, inputs: Record<string, string> = {}): Promise<ActResult> {
    return this.dispatch('incident.yml', { action, ...inputs }, { approved: false }).done;
  }

  private dispatch(workflow: string, inputs: Record<string, string>, more: Dispatch = {}): ActRun {
    const { approved = true, ...options } = more;
    const runId = options.runId ?? nextRun();
    this.publishMain();
    const onLog: RunOptions['onLog'] = (line, run) => {
      const planned = line.includes('[plan] 🏁');
      if (planned && approved && this.hub.environment('production')) this.hub.approve(runId, 'bob', 'production');
      options.onLog?.(line, run);
    };
    return this.begin(`${workflow} (${JSON.stringify(inputs)})`, {
      event: 'workflow_dispatch',
      workflow,
      inputs,
      runId,
      ...options,
      onLog,
    });
  }

  async facts(): Promise<Record<string, unknown>> {
    const columns = await this.postgres.query(
      DATABASE,
      `SELECT string_agg(column_name, ',' ORDER BY column_name) AS columns FROM information_schema.columns WHERE table_name = 'fans'`,
    );
    const points = String(columns[0]?.columns).includes('loyalty_points')
      ? (await this.postgres.query(DATABASE, 'SELECT sum(loyalty_points)::int AS sum FROM fans'))[0]?.sum
      : null;
    return {
      columns: columns[0]?.columns,
      points,
      deployment: this.project.production,
      flag: this.flags.items.get('new-checkout')?.value,
      variables: this.project.env.map(({ key }) => key).sort(),
    };
  }

  async stop(): Promise<void> {
    this.consumer.close();
    await this.hub.stop();
    await this.vercel.stop();
    await this.postgres.stop();
  }
}

let lastRun = 9_000_000_000;
export const nextRun = (): number => ++lastRun;
