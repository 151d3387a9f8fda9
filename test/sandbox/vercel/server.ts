import { createHash } from 'node:crypto';
import { ZodError } from 'zod';
import { JsonServer, type Answer, type SandboxRequest } from '../json-server.js';
import type { CrashPoint } from '../json-server.js';
import { accountRoutes } from './account.js';
import { aliasRoutes } from './aliases.js';
import { configRoutes } from './global-config.js';
import { deploymentRoutes } from './deployments.js';
import { envRoutes } from './env.js';
import { flagRoutes, type SandboxFlag } from './flags.js';
import {
  usual,
  type Behavior,
  type ConfigStore,
  type Deployment,
  type Domain,
  type EnvRow,
  type Project,
} from './model.js';
import { projectRoutes } from './projects.js';
import { runtimeLogRoutes, type RuntimeLog } from './runtime-logs.js';
import { rollingRoutes } from './rolling-release.js';
import { settle, switchRoutes } from './switch.js';

export type Register = (method: string, path: string, route: import('../json-server.js').Route) => void;

export const TEAM = 'team_sandbox';

/**
 * A stateful loopback double of Vercel's REST API, with the traps of the real one. What is known of the API's behaviour
 * beyond its description is in docs/providers/vercel-deployment.md; the official CLI and SDK are run against this.
 */
export class VercelSandbox extends JsonServer {
  readonly projects = new Map<string, Project>();
  readonly deployments = new Map<string, Deployment>();
  /** Host name to the deployment that it serves. */
  readonly aliases = new Map<string, { deploymentId: string | null; projectId: string; redirect: string | null }>();
  readonly stores = new Map<string, ConfigStore>();
  /** Uploaded files by SHA-1. */
  readonly files = new Map<string, Buffer>();
  /** Token to what it may do. */
  readonly tokens = new Map<string, 'write' | 'read'>([['vercel-token-sandbox', 'write']]);
  /** Rows that the stream of a deployment's runtime logs sends. */
  readonly logs: RuntimeLog[] = [];
  /** Whether the stream stays open after them. */
  logsStayOpen = false;
  behavior: Behavior = usual();
  /** Makes another answer of each answer, e.g. one without the fields that the description calls optional. */
  reshape: ((request: SandboxRequest, answer: Answer) => Answer) | undefined;
  private readonly flags = new Map<string, Map<string, SandboxFlag>>();
  private sequence = 0;
  private lastTime = 0;

  constructor(crashPoint?: CrashPoint) {
    super(crashPoint);
    const register: Register = (method, path, route) =>
      this.route(method, path, (request, params) => {
        try {
          return route(request, params);
        } catch (error) {
          if (error instanceof ZodError) return refuse(400, 'bad_request', `Invalid request: ${error.message}`);
          throw error;
        }
      });
    accountRoutes(this, register);
    projectRoutes(this, register);
    deploymentRoutes(this, register);
    aliasRoutes(this, register);
    switchRoutes(this, register);
    rollingRoutes(this, register);
    envRoutes(this, register);
    configRoutes(this, register);
    flagRoutes(this, register);
    runtimeLogRoutes(this, register);
  }

  /** Forgets everything but its address. */
  clear(): void {
    this.clearFaults();
    this.projects.clear();
    this.deployments.clear();
    this.aliases.clear();
    this.stores.clear();
    this.files.clear();
    this.flags.clear();
    this.logs.length = 0;
    this.logsStayOpen = false;
    this.behavior = usual();
    this.reshape = undefined;
  }

  /** Milliseconds since 1970; never the same twice, so that order is always told. */
  now(): number {
    this.lastTime = Math.max(this.clock(), this.lastTime + 1);
    return this.lastTime;
  }

  newId(prefix: string): string {
    this.sequence += 1;
    return `${prefix}_${String(this.sequence).padStart(6, '0')}`;
  }

  /** What the program needs to reach it. */
  get env(): Record<'VERCEL_API_URL' | 'VERCEL_TOKEN', string> {
    return { VERCEL_API_URL: this.url, VERCEL_TOKEN: 'vercel-token-sandbox' };
  }

  /** A row of the deployment that serves production. */
  addLog(project: Project, row: Partial<RuntimeLog> & Pick<RuntimeLog, 'rowId' | 'responseStatusCode'>): void {
    const usual = { source: 'serverless', level: 'info', message: 'done', messageTruncated: false } as const;
    const request = { domain: 'shop.example.com', requestMethod: 'GET', requestPath: '/' };
    const own = { timestampInMs: Date.now(), deploymentId: project.production ?? '' };
    this.logs.push({ ...usual, ...request, ...own, ...row });
  }

  addProject(name: string, domains: readonly string[] = [], id = this.newId('prj')): Project {
    const project: Project = {
      id,
      name,
      accountId: TEAM,
      autoAssignCustomDomains: true,
      production: null,
      lastAliasRequest: null,
      rollbackDescription: null,
      domains: [],
      rollingReleaseConfig: null,
      rollingRelease: null,
      env: [],
      hiddenProductionEnvCount: null,
      settings: {
        framework: 'nextjs',
        nodeVersion: '22.x',
        buildCommand: null,
        installCommand: null,
        rootDirectory: null,
      },
      crons: { enabledAt: this.now(), disabledAt: null, definitions: [] },
      security: { attackModeEnabled: false, firewallEnabled: false, firewallConfigVersion: 0 },
      paused: false,
    };
    this.projects.set(project.id, project);
    for (const domain of domains) this.addDomain(project, domain);
    return project;
  }

  addDomain(project: Project, name: string, rest: Partial<Domain> = {}): void {
    project.domains.push({
      name,
      verified: true,
      redirect: null,
      redirectStatusCode: null,
      gitBranch: null,
      customEnvironmentId: null,
      ...rest,
    });
    this.aliases.set(name, {
      deploymentId: project.production,
      projectId: project.id,
      redirect: rest.redirect ?? null,
    });
  }

  addDeployment(project: Project, rest: Partial<Deployment> = {}): Deployment {
    const id = this.newId('dpl');
    const deployment: Deployment = {
      id,
      url: `${project.name}-${id.slice(-6)}-sandbox.vercel.app`,
      name: project.name,
      projectId: project.id,
      target: 'production',
      readyState: 'READY',
      readySubstate: 'STAGED',
      createdAt: this.now(),
      softDeletedByRetention: false,
      meta: {
        githubCommitSha: createHash('sha1').update(id).digest('hex'),
        githubCommitRef: 'main',
        githubCommitMessage: `Release ${id.slice(-6)}`,
      },
      env: Object.fromEntries(project.env.map((row) => [row.key, row.value])),
      autoAssign: true,
      files: new Map(),
      ...rest,
    };
    this.deployments.set(deployment.id, deployment);
    return deployment;
  }

  /** A push to the production branch: built, and live unless a rollback (or the owner) has pinned production. */
  release(project: Project, rest: Partial<Deployment> = {}): Deployment {
    const deployment = this.addDeployment(project, rest);
    if (project.autoAssignCustomDomains !== false) this.serve(project, deployment);
    return deployment;
  }

  /** Points production domains at a deployment: all of them (a push), or those of the one before (a switch). */
  serve(project: Project, deployment: Deployment, only: (domain: string) => boolean = () => true): void {
    project.production = deployment.id;
    deployment.readySubstate = 'PROMOTED';
    for (const domain of project.domains) {
      if (domain.redirect !== null || domain.gitBranch !== null || domain.customEnvironmentId !== null) continue;
      if (!only(domain.name)) continue;
      this.aliases.set(domain.name, { deploymentId: deployment.id, projectId: project.id, redirect: null });
    }
  }

  /** From now on the canary gets a part of the traffic; production stays the base until it is completed. */
  startRelease(project: Project, canary: Deployment): void {
    project.rollingRelease = {
      state: 'ACTIVE',
      currentDeploymentId: project.production ?? '',
      canaryDeploymentId: canary.id,
      startedAt: this.now(),
      updatedAt: this.now(),
      stages: [...(project.rollingReleaseConfig?.stages ?? [])],
      stage: 0,
      paused: false,
      reads: 0,
    };
    if (canary.readySubstate === 'STAGED') canary.readySubstate = 'ROLLING';
  }

  addEnv(project: Project, key: string, value: string, rest: Partial<EnvRow> = {}): EnvRow {
    const now = this.now();
    const row: EnvRow = {
      id: this.newId('env'),
      key,
      value,
      type: 'encrypted',
      target: ['production'],
      gitBranch: null,
      customEnvironmentIds: [],
      comment: null,
      configurationId: null,
      createdAt: now,
      updatedAt: now,
      updatedBy: null,
      ...rest,
    };
    project.env.push(row);
    return row;
  }

  /** Vercel Flags of a project, by slug. */
  flagsOf(project: Project): Map<string, SandboxFlag> {
    const found = this.flags.get(project.id) ?? new Map<string, SandboxFlag>();
    this.flags.set(project.id, found);
    return found;
  }

  addStore(slug: string, items: Readonly<Record<string, unknown>> = {}): ConfigStore {
    const now = this.now();
    const store: ConfigStore = {
      id: this.newId('ecfg'),
      slug,
      ownerId: TEAM,
      items: new Map(
        Object.entries(items).map(([key, value]) => [
          key,
          { value, description: null, createdAt: now, updatedAt: now },
        ]),
      ),
      createdAt: now,
      updatedAt: now,
      purpose: null,
    };
    this.stores.set(store.id, store);
    return store;
  }

  /** By id or name, of the team that the request names. */
  project(idOrName: string, request: SandboxRequest): Project | undefined {
    const found =
      this.projects.get(idOrName) ?? [...this.projects.values()].find((candidate) => candidate.name === idOrName);
    if (!found || !this.inTeam(request)) return undefined;
    settle(this, found);
    return found;
  }

  /** Without its team a request falls into the token's own account, which has nothing. */
  inTeam(request: SandboxRequest): boolean {
    const team = request.query.get('teamId') ?? request.query.get('slug');
    return team === TEAM || team === 'sandbox';
  }

  protected override handle(request: SandboxRequest): Answer {
    const answer = super.handle(request);
    return this.reshape?.(request, { ...answer, body: structuredClone(answer.body) }) ?? answer;
  }

  protected override gate(request: SandboxRequest): Answer | undefined {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const role = token === undefined ? undefined : this.tokens.get(token);
    if (role === undefined) return refuse(403, 'forbidden', 'Not authorized', { invalidToken: true });
    if (role === 'read' && request.method !== 'GET') {
      return refuse(403, 'forbidden', "You don't have permission to do this.");
    }
    return undefined;
  }

  override failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    return { ...refuse(status, status === 429 ? 'rate_limited' : 'injected', 'injected'), headers };
  }

  protected override notFound(request: SandboxRequest): Answer {
    return refuse(404, 'not_found', `No such endpoint: ${request.method} ${request.path}`);
  }

  protected override tooMany(resetAt: number): Answer {
    const seconds = Math.ceil(resetAt / 1000);
    return {
      ...refuse(429, 'rate_limited', 'Rate limited', { limit: { remaining: 0, reset: seconds, resetMs: resetAt } }),
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds) },
    };
  }
}

export function refuse(status: number, code: string, message: string, extra: Record<string, unknown> = {}): Answer {
  return { status, body: { error: { code, message, ...extra } } };
}

export const missing = (what: string): Answer => refuse(404, 'not_found', `${what} not found.`);
