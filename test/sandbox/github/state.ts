import { createHash } from 'node:crypto';
import { JsonServer } from '../json-server.js';
import { idOf, type RepositoryFacts, type Site } from './bodies.js';
import type {
  ArtifactRecord,
  CommentRecord,
  CommitRecord,
  CommitStatusRecord,
  DeploymentRecord,
  DeploymentState,
  EnvironmentRecord,
  GitHubOptions,
  IssueRecord,
  PullRecord,
  RunRecord,
  SecurityAlertRecord,
  StatusRecord,
} from './model.js';

const DAY = 86_400_000;
/** Every permission that an operation here asks for. */
const ALL = [
  'actions:write',
  'contents:write',
  'deployments:write',
  'issues:write',
  'pull-requests:write',
  'secret-scanning-alerts:read',
  'security-events:read',
  'statuses:write',
  'vulnerability-alerts:read',
];

/** What the repository holds: tests put things in, look at them and change them at any time. */
export abstract class GitHubState extends JsonServer {
  owner: string;
  name: string;
  defaultBranch: string;
  visibility: 'private' | 'public' | 'internal';
  token: string;
  /** `actions:read`, `deployments:write`, …; a write permission holds the read one. */
  permissions: Set<string>;
  /** Whom writes are attributed to. */
  login = 'github-actions[bot]';
  hasIssues = true;
  /** False: GraphQL does not say whose token it is. */
  tellsLogin = true;
  /** False: a private repository of a free plan. */
  hasDrafts = true;
  /** Requests of an hour; at GitHub, 1000 for each repository with a job's own token. */
  rateLimit = 1000;
  rateUsed = 0;
  /** New login of a person to the former one. */
  readonly renamed = new Map<string, string>();
  /** What persons may do; `write` if it is not here. */
  readonly access = new Map<string, 'admin' | 'write' | 'read' | 'none'>();
  readonly environments: EnvironmentRecord[] = [];
  readonly artifacts: ArtifactRecord[] = [];
  readonly runs: RunRecord[] = [];
  /** File of each workflow to its name. */
  readonly workflows = new Map<string, string>();
  /** Workflows that were started through the API, oldest first. */
  readonly dispatches: { readonly path: string; readonly ref: string; readonly inputs: Record<string, string> }[] = [];
  readonly deployments: DeploymentRecord[] = [];
  readonly issues: IssueRecord[] = [];
  readonly pulls: PullRecord[] = [];
  /** Number of an issue to the ids of its sub-issues. */
  readonly subIssues = new Map<number, number[]>();
  readonly comments: CommentRecord[] = [];
  /** In the order in which they were made. */
  readonly commits: CommitRecord[] = [];
  /** Oldest first. */
  readonly commitStatuses: CommitStatusRecord[] = [];
  readonly alerts: SecurityAlertRecord[] = [];
  /** Sources of alerts that the repository has switched off. */
  readonly alertsOff = new Set<SecurityAlertRecord['source']>();
  readonly branches = new Map<string, string>();
  /** Active rules of branches whose name begins with `prefix`. */
  readonly rules: { readonly prefix: string; readonly type: 'creation' | 'update' | 'pull_request' | 'deletion' }[] =
    [];
  /** False: a private repository of a free plan. */
  rulesets = true;
  /** Commit to the checks that did not succeed in it. */
  readonly failingContexts = new Map<string, string[]>();
  /** Signed addresses that were given out. */
  readonly blobs = new Map<string, { artifactId: number; until: number; signature: string }>();
  readonly now: () => number;
  private sequence = 1000;

  constructor(options: GitHubOptions = {}) {
    super();
    const [owner = '', name = ''] = (options.repository ?? 'acme/shop').split('/');
    this.owner = owner;
    this.name = name;
    this.defaultBranch = options.defaultBranch ?? 'main';
    this.visibility = options.visibility ?? 'private';
    this.token = options.token ?? 'github-token-sandbox';
    this.permissions = new Set(options.permissions ?? ALL);
    this.now = options.now ?? Date.now;
    this.addCommit({ message: 'Initial commit' });
  }

  // ————— what tests put in —————

  addEnvironment(given: Partial<Omit<EnvironmentRecord, 'id'>> & { readonly name: string }): EnvironmentRecord {
    const environment: EnvironmentRecord = {
      id: this.nextId(),
      reviewers: [],
      preventSelfReview: false,
      waitMinutes: 0,
      branches: 'any',
      adminsBypass: true,
      createdAt: this.timestamp(),
      ...given,
    };
    this.environments.push(environment);
    return environment;
  }

  /** As GitHub makes one: times, digest and run are filled in. A number that names no run makes it. */
  addArtifact(
    given: Partial<Omit<ArtifactRecord, 'id' | 'runId'>> & {
      readonly name: string;
      readonly zip: Buffer;
      readonly run?: number;
      readonly retentionDays?: number;
    },
  ): ArtifactRecord {
    const { run, retentionDays = 90, ...fields } = given;
    const { id: runId } =
      this.runs.find(({ id }) => id === run) ??
      this.addRun({
        createdAt: given.createdAt ?? this.timestamp(),
        ...(run === undefined ? {} : { id: run }),
      });
    const artifact: ArtifactRecord = {
      id: this.nextId(),
      digest: `sha256:${createHash('sha256').update(given.zip).digest('hex')}`,
      expired: false,
      createdAt: this.timestamp(),
      expiresAt: this.timestamp(retentionDays * DAY),
      runId,
      ...fields,
    };
    this.artifacts.push(artifact);
    return artifact;
  }

  addRun(given: Partial<RunRecord> = {}): RunRecord {
    const path = given.path ?? '.github/workflows/deploy.yml';
    this.addWorkflow(path);
    const actor = given.actor ?? 'alice';
    const run: RunRecord = {
      id: this.nextId(),
      number: this.runs.filter((other) => other.path === path).length + 1,
      attempt: 1,
      title: 'A run',
      event: 'push',
      triggeringActor: actor,
      branch: this.defaultBranch,
      sha: this.head,
      status: 'completed',
      conclusion: 'success',
      createdAt: this.timestamp(),
      fork: null,
      reviews: [],
      ...given,
      path,
      actor,
    };
    this.runs.push(run);
    return run;
  }

  /** A workflow that has not run yet is known all the same. */
  addWorkflow(path: string, name = path.replace(/^.*\/|\.ya?ml$/g, '')): void {
    if (!this.workflows.has(path)) this.workflows.set(path, name);
  }

  approve(
    runId: number,
    user: string,
    environment: string,
    { comment = '', state = 'approved' }: { readonly comment?: string; readonly state?: 'approved' | 'rejected' } = {},
  ): void {
    if (!this.environment(environment)) throw new Error(`There is no environment "${environment}" to approve.`);
    const run = this.runs.find(({ id }) => id === runId) ?? this.addRun({ id: runId });
    run.reviews.push({ state, user, environment, comment });
  }

  /** @param given `state`: its first status; left out, it has none yet */
  addDeployment(
    given: Partial<Omit<DeploymentRecord, 'id' | 'statuses'>> & { readonly state?: DeploymentState } = {},
  ): DeploymentRecord {
    const { state, ...fields } = given;
    const environment = fields.environment ?? 'production';
    const sha = fields.sha ?? this.head;
    const deployment: DeploymentRecord = {
      id: this.nextId(),
      sha,
      ref: sha,
      task: 'deploy',
      environment,
      originalEnvironment: environment,
      transient: false,
      production: environment === 'production',
      description: null,
      payload: {},
      creator: this.login,
      createdAt: this.timestamp(),
      ...fields,
      statuses: [],
    };
    this.deployments.push(deployment);
    if (state !== undefined) this.addStatus(deployment, { state });
    return deployment;
  }

  addStatus(
    deployment: DeploymentRecord,
    given: Partial<StatusRecord> & { readonly state: DeploymentState },
  ): StatusRecord {
    const status: StatusRecord = {
      id: this.nextId(),
      description: '',
      logUrl: '',
      environmentUrl: '',
      environment: deployment.environment,
      creator: this.login,
      createdAt: this.timestamp(),
      ...given,
    };
    deployment.statuses.push(status);
    return status;
  }

  addCommitStatus(
    given: Partial<Omit<CommitStatusRecord, 'id'>> & Pick<CommitStatusRecord, 'sha' | 'state'>,
  ): CommitStatusRecord {
    const status: CommitStatusRecord = {
      id: this.nextId(),
      context: 'default',
      description: null,
      targetUrl: null,
      creator: this.login,
      createdAt: this.timestamp(),
      ...given,
    };
    this.commitStatuses.push(status);
    return status;
  }

  addAlert(
    source: SecurityAlertRecord['source'],
    given: Partial<Omit<SecurityAlertRecord, 'source'>> = {},
  ): SecurityAlertRecord {
    const number = this.alerts.filter((one) => one.source === source).length + 1;
    const alert: SecurityAlertRecord = {
      ...{ source, number, severity: 'high', tool: 'warning', title: 'SQL injection', open: true },
      createdAt: this.timestamp(),
      ...given,
    };
    this.alerts.push(alert);
    return alert;
  }

  addIssue(given: Partial<Omit<IssueRecord, 'id'>> & { readonly title: string }): IssueRecord {
    const issue = { ...this.issueDefaults(), ...given };
    this.issues.push(issue);
    return issue;
  }

  /** Open, with one commit of its own branch, unless told otherwise; `mergeSha` makes it a merged one. */
  addPull(given: Partial<Omit<PullRecord, 'id'>> & { readonly title: string }): PullRecord {
    const mergeSha = given.mergeSha ?? null;
    const branch = given.branch ?? `change-${this.nextId()}`;
    const pull: PullRecord = {
      ...this.issueDefaults(),
      base: this.defaultBranch,
      draft: false,
      fork: null,
      mergedAt: mergeSha === null ? null : this.timestamp(),
      ...given,
      commits: given.commits ?? [this.addCommit({ message: given.title, branch }).sha],
      state: given.state ?? (mergeSha === null ? 'open' : 'closed'),
      branch,
      mergeSha,
    };
    this.pulls.push(pull);
    return pull;
  }

  addComment(issue: number, body: string, author = this.login): CommentRecord {
    const at = this.timestamp();
    const comment: CommentRecord = { id: this.nextId(), issue, body, author, createdAt: at, updatedAt: at };
    this.comments.push(comment);
    return comment;
  }

  /** On top of a branch, which is made from the default one where there is none. */
  addCommit(given: Partial<CommitRecord> & { readonly branch?: string } = {}): CommitRecord {
    const { branch = this.defaultBranch, ...fields } = given;
    const on = this.branches.get(branch) ?? this.branches.get(this.defaultBranch);
    const commit: CommitRecord = {
      sha: createHash('sha1').update(`commit ${this.nextId()}`).digest('hex'),
      message: 'A change',
      author: 'alice',
      createdAt: this.timestamp(),
      parents: on === undefined ? [] : [on],
      ...fields,
    };
    this.commits.push(commit);
    this.branches.set(branch, commit.sha);
    return commit;
  }

  // ————— what operations ask —————

  get site(): Site {
    return { api: this.url, owner: this.owner, name: this.name, renamed: this.renamed };
  }

  /** @param repository `owner/name` of a fork */
  siteOf(repository: string): Site {
    const [owner = '', name = ''] = repository.split('/');
    return { api: this.url, owner, name };
  }

  get facts(): RepositoryFacts {
    const open = [...this.issues, ...this.pulls].filter(({ state }) => state === 'open').length;
    const changedAt = this.commits.at(-1)?.createdAt ?? this.timestamp();
    const { visibility, defaultBranch, hasIssues } = this;
    return { visibility, defaultBranch, openIssues: open, hasIssues, changedAt };
  }

  get repositoryId(): number {
    return idOf(`${this.owner}/${this.name}`);
  }

  /** Commit that the default branch points to. */
  get head(): string {
    return this.branches.get(this.defaultBranch) ?? '';
  }

  /** Names of environments are compared without regard to case. */
  environment(name: string): EnvironmentRecord | undefined {
    return this.environments.find((environment) => environment.name.toLowerCase() === name.toLowerCase());
  }

  isExpired({ expired, expiresAt }: ArtifactRecord): boolean {
    return expired || Date.parse(expiresAt) <= this.now();
  }

  /** To the second, as GitHub gives times. */
  timestamp(inMilliseconds = 0): string {
    return new Date(this.now() + inMilliseconds).toISOString().replace(/\.\d+/, '');
  }

  /** @returns undefined for what is neither branch nor commit */
  resolve(ref: string): string | undefined {
    return this.commitOf(ref)?.sha;
  }

  commitOf(ref: string): CommitRecord | undefined {
    const sha = this.branches.get(ref.replace(/^refs\/heads\/|^heads\//, '')) ?? ref;
    return this.commits.find((commit) => commit.sha === sha || (sha.length >= 7 && commit.sha.startsWith(sha)));
  }

  /** Commits of `to` that `from` does not have, oldest first. */
  missing(from: string, to: string): CommitRecord[] {
    const [has, wants] = [this.history(from), this.history(to)];
    return this.commits.filter(({ sha }) => wants.has(sha) && !has.has(sha));
  }

  mergeBase(one: string, other: string): CommitRecord | undefined {
    const [first, second] = [this.history(one), this.history(other)];
    return this.commits.findLast(({ sha }) => first.has(sha) && second.has(sha));
  }

  treeOf(sha: string): string {
    const own = this.commits.find((commit) => commit.sha === sha)?.tree;
    if (own !== undefined) return own;
    return createHash('sha1').update(`tree ${sha}`).digest('hex');
  }

  /** The text of a file on a branch or at a commit. */
  fileAt(ref: string, path: string): string | undefined {
    let commit = this.commitOf(ref);
    while (commit !== undefined && commit.files?.[path] === undefined) commit = this.commitOf(commit.parents[0] ?? '');
    return commit?.files?.[path];
  }

  private history(sha: string): Set<string> {
    const seen = new Set<string>();
    const left = [sha];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      left.push(...(this.commits.find((commit) => commit.sha === next)?.parents ?? []));
    }
    return seen;
  }

  private issueDefaults(): IssueRecord & { title: string } {
    const number = Math.max(0, ...[...this.issues, ...this.pulls].map((issue) => issue.number)) + 1;
    return {
      id: this.nextId(),
      number,
      title: '',
      body: null,
      state: 'open',
      labels: [],
      assignees: [],
      author: 'alice',
      createdAt: this.timestamp(),
    };
  }

  private nextId(): number {
    this.sequence += 1;
    return this.sequence;
  }
}
