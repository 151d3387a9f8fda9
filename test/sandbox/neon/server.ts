import { JsonServer, isWrite, type Answer, type SandboxRequest } from '../json-server.js';
import { branchBody, computeBody, operationBody, projectBody } from './bodies.js';
import {
  lsnText,
  Refusal,
  type SandboxBranch,
  type SandboxCompute,
  type SandboxOperation,
  type SandboxProject,
} from './model.js';

export type { SandboxBranch, SandboxProject } from './model.js';

export const NEON_KEY = 'neon-key-sandbox-0123456789';
const DAY_MS = 86_400_000;
const BYTES_PER_WRITE = 8192;
/** Compute units between the limits of a compute. */
const LARGEST_RANGE = 8;

/**
 * A stateful loopback double of the part of Neon's API that manages branches and sizes of computes, after its OpenAPI description and its
 * documentation. Known differences: an operation ends after some requests; databases, roles, quotas and billing are left
 * out; times advance by a second with each change, so that an order can be told.
 */
export class NeonSandbox extends JsonServer {
  readonly projects = new Map<string, SandboxProject>();
  /** Requests until an operation ends. */
  operationRequests = 1;
  /** Most branches in one answer, whatever limit is asked for. */
  largestPage = 10_000;
  /** The next operation with this action fails. */
  failing: string | undefined;
  private ids = 0;
  private seconds = 0;

  clear(): void {
    this.projects.clear();
    this.clearFaults();
    this.requests.length = 0;
    this.operationRequests = 1;
    this.largestPage = 10_000;
    this.failing = undefined;
    // Everything before a test lies an hour back.
    this.seconds = Math.floor(this.clock() / 1000) - 3600;
  }

  addProject(id: string): SandboxProject {
    const project = { id, branches: new Map(), operations: [], historySeconds: 86_400, branchesLimit: 100 };
    this.projects.set(id, project);
    return project;
  }

  addBranch(project: SandboxProject, name: string, data: string, parent: SandboxBranch | null = null): SandboxBranch {
    const made: SandboxBranch = {
      id: `br-sandbox-${(this.ids += 1)}`,
      name,
      parentId: parent?.id ?? null,
      parentLsn: parent === null ? null : lsnText(parent.lsn),
      state: 'ready',
      isDefault: project.branches.size === 0,
      isProtected: false,
      createdAt: this.tick(),
      resetAt: null,
      expiresAt: null,
      data,
      lsn: parent?.lsn ?? 0x1000000,
      written: parent === null ? 500_000 : 0,
      activeSeconds: 0,
      restricted: [],
      computes: [],
    };
    project.branches.set(made.id, made);
    return made;
  }

  addCompute(branch: SandboxBranch, type: SandboxCompute['type'] = 'read_write'): SandboxCompute {
    const times = { startedAt: this.tick(), suspendedAt: this.tick() };
    const compute = { id: `ep-sandbox-${(this.ids += 1)}`, type, ...times, min: 0.25, max: 2, suspendAfter: 300 };
    branch.computes.push(compute);
    return compute;
  }

  /** An application writes; the meter may lag. */
  write(branch: SandboxBranch, data: string, metered = true): void {
    this.run(branch, 'running');
    branch.data = data;
    branch.lsn += 0x100;
    if (metered) branch.written += BYTES_PER_WRITE;
  }

  /** A compute of the branch runs, and is suspended again or not. */
  run(branch: SandboxBranch, then: 'running' | 'suspended'): void {
    for (const compute of branch.computes.filter(({ type }) => type === 'read_write')) {
      compute.startedAt = this.tick();
      compute.suspendedAt = then === 'suspended' ? this.tick() : null;
    }
  }

  /** As POST …/restore does it. @throws Refusal when Neon would refuse it */
  restore(project: SandboxProject, branch: SandboxBranch, source: SandboxBranch, keep: string | undefined): void {
    const children = [...project.branches.values()].filter(({ parentId }) => parentId === branch.id);
    if (source.id === branch.id) throw new Refusal(400, 'source_timestamp or source_lsn is required');
    if (branch.isProtected) throw new Refusal(422, 'protected branches cannot be restored');
    if (source.expiresAt !== null) throw new Refusal(422, 'a branch with an expiration cannot be a parent');
    if (children.length > 0 && !keep)
      throw new Refusal(422, 'preserve_under_name is required: the branch has children');
    if (keep) this.keep(project, branch, keep, children);
    branch.parentId = source.id;
    branch.parentLsn = lsnText(source.lsn);
    branch.lsn = source.lsn;
    branch.data = source.data;
    // Computes end with the old state; the next connection starts them.
    this.run(branch, 'suspended');
    branch.resetAt = this.tick();
  }

  private keep(project: SandboxProject, branch: SandboxBranch, name: string, children: SandboxBranch[]): void {
    this.assertFree(project, name);
    const kept = this.addBranch(project, name, branch.data);
    Object.assign(kept, { parentId: branch.parentId, parentLsn: branch.parentLsn, lsn: branch.lsn });
    for (const child of children) child.parentId = kept.id;
  }

  override failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    return { status, headers, body: { request_id: 'r-1', code: '', message: 'injected' } };
  }

  protected override gate({ headers }: SandboxRequest): Answer | undefined {
    if (headers.authorization === `Bearer ${NEON_KEY}`) return undefined;
    return {
      status: 401,
      body: { request_id: 'r-1', code: '', message: 'supplied credentials do not pass authentication' },
    };
  }

  protected override handle(request: SandboxRequest): Answer {
    try {
      return this.routed(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, body: { request_id: 'r-1', code: error.code, message: error.message } };
    }
  }

  constructor() {
    super();
    const project = '/projects/:project';
    const branch = `${project}/branches/:branch`;
    this.on('GET', project, (of) => ({ project: projectBody(of) }));
    this.on('GET', `${project}/branches`, (of, { query }) => this.list(of, query));
    this.on('GET', `${project}/branches/count`, (of) => ({ count: of.branches.size }));
    this.on('POST', `${project}/branches`, (of, { body }) => this.create(of, body), 201);
    this.on('GET', branch, (of, _, at) => ({ branch: this.body(of, this.branch(of, at)), annotation: ANNOTATION }));
    this.on('PATCH', branch, (of, { body }, at) => this.patch(of, this.branch(of, at), body));
    this.on('POST', `${branch}/restore`, (of, { body }, at) => this.postRestore(of, this.branch(of, at), body));
    this.on('GET', `${branch}/endpoints`, (of, _, at) => {
      const found = this.branch(of, at);
      return { endpoints: found.computes.map((compute) => computeBody(of, found, compute)) };
    });
    const endpoint = `${project}/endpoints/:endpoint`;
    this.on('GET', endpoint, (of, _, at) => ({ endpoint: computeBody(of, ...this.compute(of, at)) }));
    this.on('PATCH', endpoint, (of, { body }, at) => this.resize(of, this.compute(of, at), body));
    this.on('GET', `${project}/operations`, (of, { query }) => ({
      operations: of.operations
        .slice(-Number(query.get('limit') ?? 100))
        .reverse()
        .map((each) => operationBody(of, each)),
      pagination: { cursor: 'end' },
    }));
    this.on('GET', `${project}/operations/:operation`, (of, _, { operation }) => {
      const found = of.operations.find(({ id }) => id === operation);
      if (!found) throw new Refusal(404, 'operation not found');
      return { operation: operationBody(of, found) };
    });
  }

  private on(
    method: string,
    path: string,
    answer: (project: SandboxProject, request: SandboxRequest, params: Record<string, string>) => unknown,
    status = 200,
  ): void {
    this.route(method, path, (request, params) => {
      const project = this.projects.get(params.project ?? '');
      if (!project) throw new Refusal(404, 'project not found');
      const busy = this.advance(project);
      if (busy && isWrite(request)) {
        throw new Refusal(423, 'project already has running operations, scheduling of new ones is prohibited');
      }
      return { status, body: answer(project, request, params) };
    });
  }

  /** @returns true while an operation runs */
  private advance({ operations }: SandboxProject): boolean {
    const running = operations.filter(({ left }) => left > 0);
    for (const operation of running) {
      operation.left -= 1;
      if (operation.left === 0 && operation.end === 'finished') operation.done();
    }
    return operations.some(({ left }) => left > 0);
  }

  private begin(project: SandboxProject, branch: SandboxBranch, action: string, done: () => void): SandboxOperation {
    const end = this.failing === action ? 'failed' : 'finished';
    if (end === 'failed') this.failing = undefined;
    const id = `00000000-0000-4000-8000-${String((this.ids += 1)).padStart(12, '0')}`;
    const left = this.operationRequests;
    const operation = { id, branchId: branch.id, action, left, end, createdAt: this.tick(), done } as const;
    project.operations.push(operation);
    if (left === 0 && end === 'finished') done();
    return operation;
  }

  private body(project: SandboxProject, branch: SandboxBranch): Record<string, unknown> {
    const pending = project.operations.some(({ branchId, left }) => branchId === branch.id && left > 0);
    return branchBody(project, branch, pending);
  }

  private branch(project: SandboxProject, { branch: id = '' }: Record<string, string>): SandboxBranch {
    const found = project.branches.get(id);
    if (!found) throw new Refusal(404, 'branch not found');
    return found;
  }

  private compute(project: SandboxProject, { endpoint }: Record<string, string>): [SandboxBranch, SandboxCompute] {
    for (const branch of project.branches.values()) {
      const found = branch.computes.find(({ id }) => id === endpoint);
      if (found) return [branch, found];
    }
    throw new Refusal(404, 'endpoint not found');
  }

  private resize(project: SandboxProject, [branch, compute]: [SandboxBranch, SandboxCompute], body: unknown): unknown {
    const { endpoint: values } = body as { endpoint: Record<string, number | undefined> };
    const min = values.autoscaling_limit_min_cu ?? compute.min;
    const max = values.autoscaling_limit_max_cu ?? compute.max;
    const suspendAfter = values.suspend_timeout_seconds ?? compute.suspendAfter;
    if (min > max) throw new Refusal(400, 'autoscaling_limit_min_cu is more than autoscaling_limit_max_cu');
    if (max - min > LARGEST_RANGE) throw new Refusal(422, 'the autoscaling range is too large');
    Object.assign(compute, { min, max, suspendAfter });
    const operation = this.begin(project, branch, 'apply_config', () => undefined);
    return { endpoint: computeBody(project, branch, compute), operations: [operationBody(project, operation)] };
  }

  private list(project: SandboxProject, query: URLSearchParams): unknown {
    const wanted = query.get('search') ?? '';
    const limit = Math.min(this.largestPage, Number(query.get('limit') ?? 100));
    const from = Number(query.get('cursor') ?? 0);
    const found = [...project.branches.values()].filter(({ id, name }) => name.includes(wanted) || id.includes(wanted));
    const branches = found.slice(from, from + limit).map((branch) => this.body(project, branch));
    const next = from + limit < found.length ? { next: String(from + limit) } : {};
    return { branches, annotations: {}, pagination: { ...next, sort_by: 'updated_at', sort_order: 'DESC' } };
  }

  private create(project: SandboxProject, body: unknown): unknown {
    const { branch: wanted = {} } = (body ?? {}) as { branch?: Record<string, string | undefined> };
    const parent = project.branches.get(wanted.parent_id ?? '');
    if (!parent) throw new Refusal(404, 'parent branch not found');
    if (parent.expiresAt !== null) throw new Refusal(422, 'a branch with an expiration cannot be a parent');
    if (project.branches.size >= project.branchesLimit)
      throw new Refusal(422, 'branches limit exceeded', 'BRANCHES_LIMIT_EXCEEDED');
    const name = wanted.name ?? `br-name-${this.ids}`;
    this.assertFree(project, name);
    this.assertExpiry(wanted.expires_at);
    const made = this.addBranch(project, name, parent.data, parent);
    made.expiresAt = wanted.expires_at ?? null;
    const operation = this.begin(project, made, 'create_branch', () => undefined);
    return {
      branch: this.body(project, made),
      endpoints: [],
      operations: [operationBody(project, operation)],
      roles: [],
      databases: [],
    };
  }

  private patch(project: SandboxProject, branch: SandboxBranch, body: unknown): unknown {
    const { branch: values } = body as { branch: { name?: string; expires_at?: string | null } };
    if (values.name !== undefined && values.name !== branch.name) {
      this.assertFree(project, values.name);
      branch.name = values.name;
    }
    if (values.expires_at !== undefined) {
      if (values.expires_at !== null) this.assertExpiry(values.expires_at);
      branch.expiresAt = values.expires_at;
    }
    return { branch: this.body(project, branch), operations: [] };
  }

  private postRestore(project: SandboxProject, branch: SandboxBranch, body: unknown): unknown {
    const { source_branch_id: from, preserve_under_name: keep } = body as Record<string, string | undefined>;
    const source = project.branches.get(from ?? '');
    if (!source) throw new Refusal(404, 'source branch not found');
    const { parentId, parentLsn, lsn, data, resetAt } = branch;
    this.restore(project, branch, source, keep);
    // A restore that fails half-way has kept the previous state, and nothing else has happened.
    if (this.failing === 'create_timeline') Object.assign(branch, { parentId, parentLsn, lsn, data, resetAt });
    else branch.state = 'resetting';
    const operation = this.begin(project, branch, 'create_timeline', () => {
      branch.state = 'ready';
    });
    return { branch: this.body(project, branch), operations: [operationBody(project, operation)] };
  }

  private assertFree(project: SandboxProject, name: string): void {
    if ([...project.branches.values()].some((branch) => branch.name === name)) {
      throw new Refusal(
        409,
        `branch with the provided name ${JSON.stringify(name)} already exists`,
        'BRANCH_ALREADY_EXISTS',
      );
    }
  }

  private assertExpiry(expires: string | undefined): void {
    if (expires === undefined) return;
    const left = Date.parse(expires) - this.clock();
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(expires) || left <= 0)
      throw new Refusal(400, 'expires_at is invalid');
    if (left > 30 * DAY_MS + 60_000) throw new Refusal(400, 'expires_at must be within 30 days');
  }

  /** A second later than any time before. */
  private tick(): string {
    this.seconds += 1;
    return `${new Date(this.seconds * 1000).toISOString().slice(0, 19)}Z`;
  }
}

const ANNOTATION = { object: { type: 'console/branch', id: 'sandbox' }, value: {} };
