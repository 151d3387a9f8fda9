import type { Answer, Route } from '../json-server.js';

/** What a token may do, as a workflow's `permissions:` says it: `actions:read`, `deployments:write`, … */
export type Permission = string;

/** One operation of the API, below `/repos/{owner}/{repo}`. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  /** Any one of these is enough; empty: metadata, which every token may read. */
  readonly needs: readonly Permission[] | ((params: Record<string, string>) => readonly Permission[]);
  /** Its page below https://docs.github.com/rest, which error answers name. */
  readonly docs: string;
  readonly run: Route;
}

export interface GitHubOptions {
  /** `owner/name` */
  readonly repository?: string;
  readonly defaultBranch?: string;
  readonly visibility?: 'private' | 'public' | 'internal';
  readonly token?: string;
  readonly permissions?: Iterable<Permission>;
  /** Milliseconds; Date.now when left out. */
  readonly now?: () => number;
}

export interface EnvironmentRecord {
  readonly id: number;
  name: string;
  /** Logins; a team is written `team/<slug>`. */
  reviewers: string[];
  preventSelfReview: boolean;
  waitMinutes: number;
  /** A list holds the patterns of the branches that may deploy, and of tags: `tag:v*`. */
  branches: 'any' | 'protected' | string[];
  adminsBypass: boolean;
  createdAt: string;
}

export interface ArtifactRecord {
  readonly id: number;
  name: string;
  zip: Buffer;
  /** As GitHub reports it; null or wrong on purpose where a test wants that. */
  digest: string | null;
  /** Also true once `expiresAt` has passed. */
  expired: boolean;
  createdAt: string;
  expiresAt: string;
  runId: number;
}

export interface RunRecord {
  readonly id: number;
  /** File of the workflow: `.github/workflows/rollback.yml`. */
  path: string;
  number: number;
  attempt: number;
  title: string;
  event: string;
  actor: string;
  triggeringActor: string;
  branch: string | null;
  sha: string;
  status: 'queued' | 'in_progress' | 'waiting' | 'completed';
  conclusion: string | null;
  createdAt: string;
  /** `owner/name` of the fork that it was made from; null for our own repository. */
  fork: string | null;
  readonly reviews: ReviewRecord[];
  /** Reusable workflows that it calls: `OWNER/rewind/.github/workflows/rollback.yml@v1`. */
  readonly calls?: readonly string[];
}

export interface ReviewRecord {
  state: 'approved' | 'rejected';
  user: string;
  environment: string;
  comment: string;
}

export interface DeploymentRecord {
  readonly id: number;
  sha: string;
  ref: string;
  task: string;
  environment: string;
  originalEnvironment: string;
  transient: boolean;
  production: boolean;
  description: string | null;
  payload: unknown;
  creator: string;
  createdAt: string;
  /** Oldest first. */
  readonly statuses: StatusRecord[];
}

export interface StatusRecord {
  readonly id: number;
  state: DeploymentState;
  description: string;
  logUrl: string;
  environmentUrl: string;
  environment: string;
  creator: string;
  createdAt: string;
}

export interface CommitStatusRecord {
  readonly id: number;
  readonly sha: string;
  readonly state: CommitState;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: string;
}

export interface SecurityAlertRecord {
  readonly source: 'code-scanning' | 'dependabot' | 'secret-scanning';
  readonly number: number;
  /** Null: the tool of a code scan gives none. */
  severity: 'low' | 'medium' | 'high' | 'critical' | null;
  /** What the tool of a code scan says. */
  tool: 'none' | 'note' | 'warning' | 'error';
  title: string;
  open: boolean;
  createdAt: string;
}

export const COMMIT_STATES = ['error', 'failure', 'pending', 'success'] as const;
export type CommitState = (typeof COMMIT_STATES)[number];

export const DEPLOYMENT_STATES = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

export interface IssueRecord {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  labels: string[];
  assignees: string[];
  author: string;
  createdAt: string;
}

export interface PullRecord extends IssueRecord {
  branch: string;
  base: string;
  /** Commits that it brings, oldest first. */
  commits: string[];
  /** What it became in the base branch; null while it is open. */
  mergeSha: string | null;
  mergedAt: string | null;
  draft: boolean;
  fork: string | null;
}

export interface CommentRecord {
  readonly id: number;
  readonly issue: number;
  body: string;
  author: string;
  createdAt: string;
  updatedAt: string;
}

export interface CommitRecord {
  readonly sha: string;
  message: string;
  author: string;
  createdAt: string;
  parents: string[];
  /** Absent: a tree of its own. */
  tree?: string;
  /** Path to text of the files that it changed. */
  files?: Readonly<Record<string, string>>;
}

/** One entry of `errors` in a 422. */
export interface Invalid {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'custom';
  readonly message?: string;
}

/** An error; the documentation's address is added where the operation is known. */
export const refuse = (status: number, message: string, more: object = {}): Answer => ({
  status,
  body: { message, ...more },
});
export const notFound = (): Answer => refuse(404, 'Not Found');
export const invalid = (...errors: readonly Invalid[]): Answer => refuse(422, 'Validation Failed', { errors });
/** GitHub's answer to a body that does not fit the description. */
export const unfit = (what: string): Answer => refuse(422, `Invalid request.\n\n${what}`);
export const tooLong = (resource: string, field: string, most: number): Answer =>
  invalid({ resource, field, code: 'custom', message: `${field} is too long (maximum is ${most} characters)` });
