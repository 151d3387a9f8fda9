/** What the emulator remembers. Tests and the demo may look at it and change it as people do in the dashboard. */

export interface Deployment {
  id: string;
  url: string;
  name: string;
  projectId: string;
  target: 'production' | 'staging' | null;
  readyState: 'BLOCKED' | 'BUILDING' | 'CANCELED' | 'DELETED' | 'ERROR' | 'INITIALIZING' | 'QUEUED' | 'READY';
  readySubstate: 'STAGED' | 'ROLLING' | 'PROMOTED' | null;
  createdAt: number;
  softDeletedByRetention: boolean;
  meta: Record<string, string>;
  /** Variables as they were when it was built: a rolled-back deployment carries its own. */
  env: Record<string, string>;
  /** Whether it takes the domains when its build ends; the project must want it, too. */
  autoAssign: boolean;
  /** Path to digest; only what the client uploaded. */
  files: ReadonlyMap<string, string>;
}

export interface AliasRequest {
  type: 'rollback' | 'promote';
  jobStatus: 'pending' | 'in-progress' | 'succeeded' | 'failed' | 'skipped';
  requestedAt: number;
  fromDeploymentId: string;
  toDeploymentId: string;
  fromRollingReleaseId?: string;
}

export interface Domain {
  name: string;
  verified: boolean;
  redirect: string | null;
  redirectStatusCode: number | null;
  gitBranch: string | null;
  customEnvironmentId: string | null;
}

export interface RollingRelease {
  state: 'ACTIVE' | 'COMPLETE' | 'ABORTED';
  currentDeploymentId: string;
  canaryDeploymentId: string;
  startedAt: number;
  updatedAt: number;
  /** As configured at its start: the release outlives its configuration. */
  stages: RollingReleaseConfig['stages'];
  /** Index of the stage that is active. */
  stage: number;
  /** Frozen at its percentage until somebody continues it. */
  paused: boolean;
  /** Reads since the stage became active. */
  reads: number;
}

export interface Project {
  id: string;
  name: string;
  accountId: string;
  /** Undefined leaves the field out of the answer, as an old or partial one may. */
  autoAssignCustomDomains: boolean | undefined;
  production: string | null;
  lastAliasRequest: AliasRequest | null;
  rollbackDescription: string | null;
  domains: Domain[];
  rollingReleaseConfig: RollingReleaseConfig | null;
  rollingRelease: RollingRelease | null;
  env: EnvRow[];
  /** Rows that this token may not see; null = the answer has no such field. */
  hiddenProductionEnvCount: number | null;
  /** Settings as PATCH takes them. */
  settings: Record<string, unknown>;
  crons: { enabledAt: number; disabledAt: number | null; definitions: unknown[] };
  security: { attackModeEnabled: boolean; firewallEnabled: boolean; firewallConfigVersion: number };
  paused: boolean;
}

export interface RollingReleaseConfig {
  target: 'production';
  stages: { targetPercentage: number; duration?: number; requireApproval?: boolean }[];
  canaryResponseHeader?: boolean;
}

export interface EnvRow {
  id: string;
  key: string;
  value: string;
  type: 'system' | 'plain' | 'encrypted' | 'sensitive' | 'secret';
  target: string[];
  gitBranch: string | null;
  customEnvironmentIds: string[];
  comment: string | null;
  configurationId: string | null;
  createdAt: number;
  updatedAt: number;
  /** Id of a user; null until somebody changes it. */
  updatedBy: string | null;
}

export interface ConfigStore {
  id: string;
  slug: string;
  ownerId: string;
  items: Map<string, { value: unknown; description: string | null; createdAt: number; updatedAt: number }>;
  createdAt: number;
  updatedAt: number;
  purpose: { type: 'flags' | 'experimentation'; resourceId: string } | null;
}

/** How the emulator behaves; set by tests to walk into each known trap. */
export interface Behavior {
  /** Milliseconds that moving the domains takes. */
  jobMs: number;
  /** Project reads after a request that still show the request before it. */
  stalePolls: number;
  outcome: 'succeeded' | 'failed' | 'skipped';
  /** Domains that are not moved, also when the job succeeds. */
  stuckDomains: string[];
  /** The project never shows the request. */
  noJob: boolean;
  /** Only the immediately previous production deployment can be rolled back to. */
  hobby: boolean;
  /** `/v2/user` is unknown to a token of one project. */
  projectToken: boolean;
  /** Role of the token's user in the team. */
  role: string;
  /** Only the older `/v1/edge-config` paths exist. */
  oldConfigPaths: boolean;
  /** During a rolling release the project names the canary as its production, as it is not known that it never does. */
  canaryAsTarget: boolean;
  /** Reads of an automatic rolling release after which its stage ends. */
  stageReads: number;
  /** Reads of a deployment that is rebuilt until its build ends, and how it ends. */
  buildReads: number;
  buildOutcome: 'READY' | 'ERROR';
}

export const usual = (): Behavior => ({
  jobMs: 0,
  stalePolls: 0,
  outcome: 'succeeded',
  stuckDomains: [],
  noJob: false,
  hobby: false,
  projectToken: false,
  role: 'OWNER',
  oldConfigPaths: false,
  canaryAsTarget: false,
  stageReads: Infinity,
  buildReads: 1,
  buildOutcome: 'READY',
});
