import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { CrashPoint } from '../json-server.js';

interface EnvRow {
  id: string;
  key: string;
  value: string;
  type: string;
  target: string[];
}

interface Deployment {
  readonly id: string;
  readonly meta: Record<string, unknown>;
  /** The variables of production when it was built. */
  readonly env: Record<string, string>;
  /** Status reads until it is READY. */
  left: number;
  readonly outcome: 'READY' | 'ERROR';
  /** True once the production domains were assigned to it, or kept from it. */
  assigned: boolean;
}

const env = z.object({ key: z.string(), value: z.string(), type: z.string(), target: z.array(z.string()) });
const patch = z.object({ value: z.string().optional(), target: z.array(z.string()).optional() });
const deploy = z.object({
  name: z.string(),
  deploymentId: z.string(),
  target: z.literal('production'),
  meta: z.record(z.string(), z.unknown()).default({}),
});

/**
 * The few calls of Vercel's API that deliver a new signing secret: variables of one project, a rebuild, a promote. A
 * deployment carries the variables of the moment it was built, and a project that was rolled back assigns no domains.
 */
export class VercelSlice {
  readonly project = 'prj_sandbox';
  readonly token = 'vercel_sandbox_token';
  envs: EnvRow[] = [];
  deployments: Deployment[] = [];
  production = '';
  autoAssign = true;
  /** Applied to the next builds. */
  pollsUntilReady = 1;
  outcome: 'READY' | 'ERROR' = 'READY';
  readonly log: string[] = [];
  private count = 0;

  private constructor(
    private readonly server: Server,
    private readonly gate: CrashPoint,
  ) {}

  static async start(gate: CrashPoint): Promise<VercelSlice> {
    const server = createServer();
    const slice = new VercelSlice(server, gate);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void slice.serve(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    slice.reset();
    return slice;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  reset(): void {
    this.log.length = 0;
    this.autoAssign = true;
    this.pollsUntilReady = 1;
    this.outcome = 'READY';
    this.envs = [{ id: 'env_other', key: 'OTHER', value: 'untouched', type: 'encrypted', target: ['production'] }];
    this.deployments = [{ id: 'dpl_first', meta: {}, env: {}, left: 0, outcome: 'READY', assigned: true }];
    this.production = 'dpl_first';
  }

  /** What the serving deployment has for a variable. */
  served(key: string): string | undefined {
    return this.deployments.find((deployment) => deployment.id === this.production)?.env[key];
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (this.gate.closed) return void request.socket.destroy();
    const url = new URL(request.url ?? '/', 'http://slice');
    const line = `${request.method} ${url.pathname}`;
    this.log.push(line);
    const [status, answer] =
      request.headers.authorization === `Bearer ${this.token}`
        ? this.answer(line, body === '' ? undefined : (JSON.parse(body) as unknown))
        : [403, { error: { code: 'forbidden', message: 'Not authorized' } }];
    if (request.method !== 'GET' && status < 300 && this.gate.wrote()) return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json', 'x-vercel-id': 'fra1::sandbox' });
    response.end(JSON.stringify(answer));
  }

  private answer(line: string, body: unknown): [number, unknown] {
    const base = `/projects/${this.project}`;
    const id = line.split('/').at(-1) ?? '';
    if (line === `GET /v9${base}`) return [200, this.projectView()];
    if (line === `PATCH /v9${base}`) {
      this.autoAssign = z.object({ autoAssignCustomDomains: z.boolean() }).parse(body).autoAssignCustomDomains;
      return [200, this.projectView()];
    }
    if (line === `GET /v10${base}/env`)
      return [200, { envs: this.envs.map((row) => ({ ...row, value: 'encrypted' })) }];
    if (line === `POST /v10${base}/env`) return this.upsert(z.array(env).parse(body));
    if (line.startsWith(`PATCH /v9${base}/env/`)) return this.patchEnv(id, patch.parse(body));
    if (line === 'GET /v7/deployments') {
      return [
        200,
        { deployments: this.deployments.map((row) => ({ uid: row.id, meta: row.meta, readyState: readyState(row) })) },
      ];
    }
    if (line === 'POST /v13/deployments') return this.deploy(deploy.parse(body));
    if (line.startsWith('GET /v13/deployments/')) return this.read(id);
    if (line.startsWith(`POST /v10${base}/promote/`)) {
      this.production = id;
      this.autoAssign = true;
      return [201, undefined];
    }
    return [404, { error: { code: 'not_found', message: line } }];
  }

  private projectView(): unknown {
    return {
      id: this.project,
      name: 'sandbox',
      autoAssignCustomDomains: this.autoAssign,
      targets: { production: { id: this.production } },
    };
  }

  private upsert(rows: z.output<typeof env>[]): [number, unknown] {
    for (const row of rows) {
      const same = this.envs.find((old) => old.key === row.key && old.target.some((name) => row.target.includes(name)));
      if (same) same.value = row.value;
      else this.envs.push({ id: `env_${++this.count}`, ...row });
    }
    return [201, { created: rows, failed: [] }];
  }

  private patchEnv(id: string, change: z.output<typeof patch>): [number, unknown] {
    const row = this.envs.find((candidate) => candidate.id === id);
    if (!row) return [404, { error: { code: 'not_found', message: 'Environment variable not found' } }];
    if (change.value !== undefined) row.value = change.value;
    if (change.target) row.target = change.target;
    return [200, row];
  }

  private deploy(wanted: z.output<typeof deploy>): [number, unknown] {
    const values = this.envs.filter((row) => row.target.includes('production')).map((row) => [row.key, row.value]);
    const made: Deployment = {
      id: `dpl_${++this.count}`,
      meta: wanted.meta,
      env: Object.fromEntries(values) as Record<string, string>,
      left: this.pollsUntilReady,
      outcome: this.outcome,
      assigned: false,
    };
    this.deployments.unshift(made);
    return [200, { id: made.id, name: wanted.name, readyState: 'QUEUED', meta: made.meta }];
  }

  private read(id: string): [number, unknown] {
    const found = this.deployments.find((deployment) => deployment.id === id);
    if (!found) return [404, { error: { code: 'not_found', message: 'Deployment not found' } }];
    found.left = Math.max(0, found.left - 1);
    // The domains are assigned once, when the build ends: reading it again later moves nothing.
    if (found.left === 0 && !found.assigned) {
      found.assigned = true;
      if (found.outcome === 'READY' && this.autoAssign) this.production = id;
    }
    return [200, { id, name: 'sandbox', readyState: readyState(found), meta: found.meta }];
  }
}

function readyState(deployment: Deployment): string {
  return deployment.left > 0 ? 'BUILDING' : deployment.outcome;
}
