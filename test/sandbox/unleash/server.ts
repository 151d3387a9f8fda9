import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnleashModel, type Answer } from './admin-api.js';
import { bad, Refusal } from './model.js';

export interface Fault {
  /** Part of "METHOD /path" that it waits for; any request when left out. */
  readonly on?: string;
  readonly kind:
    'limited' | 'limited-retry-after' | 'error-500' | 'error-500-executed' | 'reset' | 'hang' | 'truncated' | 'html';
  times: number;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
}

/**
 * A stateful loopback double of the admin API of Unleash 8 (open source): flags, strategies, segments. Held against the
 * real server by test/peers/unleash.test.ts. Left out: users, roles, imports, context fields, dependencies.
 */
export class UnleashSandbox {
  readonly model = new UnleashModel();
  readonly log: LoggedRequest[] = [];
  readonly faults: Fault[] = [];
  /** Token → what it may. */
  readonly tokens = new Map<string, 'admin' | 'viewer'>();
  latencyMs = 0;
  /** Called before a request is carried out: the place for "somebody else was quicker". */
  before: ((line: string) => void) | undefined;
  writes = 0;
  private crashIn = 0;
  private down = false;

  private constructor(private readonly server: Server) {
    this.model.reset();
  }

  static async start(): Promise<UnleashSandbox> {
    const server = createServer();
    const sandbox = new UnleashSandbox(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void sandbox.serve(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sandbox;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** The n-th write from now is carried out, and then nothing is answered any more; 0 ends that. */
  crashAfterWrite(n: number): void {
    this.crashIn = n;
    this.down = false;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    if (this.down) {
      request.socket.destroy();
      return;
    }
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const line = `${method} ${url.pathname}`;
    const record = (status: number): void => {
      this.log.push({ method, path: url.pathname + url.search, status, body });
    };
    const fault = this.takeFault(line);
    if (fault && playFault(fault, request, response)) {
      record(0);
      return;
    }
    this.before?.(line);
    const answer = this.answer(request, url, body);
    record(answer.status);
    if (method !== 'GET' && answer.status < 300) {
      this.writes += 1;
      this.crashIn -= 1;
      if (this.crashIn === 0) {
        this.down = true;
        request.socket.destroy();
        return;
      }
    }
    send(response, fault?.kind === 'error-500-executed' ? BROKEN : answer);
  }

  private takeFault(line: string): Fault | undefined {
    const index = this.faults.findIndex(({ on }) => on === undefined || line.includes(on));
    const fault = this.faults[index];
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.faults.splice(index, 1);
    return fault;
  }

  private answer(request: IncomingMessage, url: URL, body: string): Answer {
    try {
      const role = this.tokens.get(request.headers.authorization ?? '');
      if (role === undefined) {
        throw new Refusal(401, 'AuthenticationRequired', 'You must log in to use Unleash.', {
          type: 'password',
          path: '/auth/simple/login',
        });
      }
      const method = request.method ?? 'GET';
      if (role === 'viewer' && method !== 'GET') {
        throw new Refusal(
          403,
          'PermissionError',
          'You don\'t have the required permissions to perform this operation. To perform this action, you need the "ADMIN" permission.',
        );
      }
      const [api, admin, ...path] = url.pathname.split('/').slice(1).map(decodeURIComponent);
      if (api !== 'api' || admin !== 'admin') throw new Refusal(404, 'NotFoundError', 'The path is not available.');
      return this.model.handle(method, path, url.searchParams, parse(body));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, kind: name, message, extra } = error;
      return { status, body: { id: 'sandbox', name, message, details: [{ message }], ...extra } };
    }
  }
}

const BROKEN: Answer = { status: 500, body: { id: 'sandbox', name: 'InternalError', message: 'Something went wrong' } };
const LIMITED: Answer = { status: 429, body: { id: 'sandbox', name: 'RateLimitError', message: 'Too many requests' } };

/** True when the fault was the whole answer. */
function playFault({ kind }: Fault, request: IncomingMessage, response: ServerResponse): boolean {
  switch (kind) {
    case 'limited':
      send(response, LIMITED);
      return true;
    case 'limited-retry-after':
      send(response, LIMITED, { 'retry-after': '0.05' });
      return true;
    case 'error-500':
      send(response, BROKEN);
      return true;
    case 'reset':
      request.socket.resetAndDestroy();
      return true;
    case 'hang':
      return true;
    case 'truncated':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
      response.write('{"features": [{"name": "ba');
      setTimeout(() => request.socket.destroy(), 5);
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Sign in</title>');
      return true;
    case 'error-500-executed':
      return false;
  }
}

function send(response: ServerResponse, { status, body }: Answer, extra: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...extra });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function parse(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw bad('the request body is not JSON');
  }
}
