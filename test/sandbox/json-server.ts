import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { CrashGate } from './stripe/gate.js';

/** What a JSON service answers with. */
export interface Answer {
  readonly status: number;
  /** A string and bytes are sent as they are, everything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SandboxRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** What `parse` made of the body; undefined when there was none. */
  readonly body: unknown;
}

export interface LoggedRequest extends SandboxRequest {
  status: number | null;
}

/** Something that goes wrong with requests that match, `times` times. */
export interface Fault {
  /** Matched against `METHOD /path`. */
  readonly on: RegExp;
  readonly times?: number;
  /** Requests that match and are let through before. */
  readonly after?: number;
  /** What comes instead of the answer. */
  readonly with:
    | { readonly kind: 'answer'; readonly answer: Answer }
    /** The connection is cut; `executed`: after the request was carried out. */
    | { readonly kind: 'reset'; readonly executed?: boolean }
    | { readonly kind: 'hang' }
    | { readonly kind: 'html' }
    | { readonly kind: 'truncated' };
}

export type Route = (request: SandboxRequest, params: Record<string, string>) => Answer;

/** A loopback HTTP server for a JSON service: routes, faults, latency, rate limit, request log, count of writes. */
export abstract class JsonServer {
  readonly requests: LoggedRequest[] = [];
  /** Milliseconds before each answer. */
  latencyMs = 0;
  /** Requests allowed in each window of ten seconds; undefined = no limit. */
  limit: number | undefined;
  /** Called before a request is carried out: the place for "somebody else was quicker". */
  before: ((request: SandboxRequest) => void) | undefined;
  private readonly routes: { method: string; pattern: RegExp; names: string[]; route: Route }[] = [];
  private faults: { fault: Fault; seen: number; done: number }[] = [];
  private window = { ends: 0, left: 0 };
  private readonly server = createServer((incoming, outgoing) => {
    void this.receive(incoming).then((answer) => {
      if (answer === 'cut') return incoming.socket.destroy();
      if (answer === 'hang') return undefined;
      const { status, headers, bytes: body } = answer;
      // An answer without a body is not JSON either.
      const type = body.length === 0 ? {} : { 'content-type': 'application/json' };
      return outgoing.writeHead(status, { ...type, ...headers }).end(body);
    });
  });

  constructor(readonly crashPoint = new CrashGate()) {}

  /** Write requests carried out. */
  get writes(): number {
    return this.crashPoint.writes;
  }

  /** `/v9/projects/:project`: a parameter is one segment, unless a star follows: `:name*` may hold slashes. */
  protected route(method: string, path: string, route: Route): void {
    const names: string[] = [];
    const pattern = path.replace(/:(\w+)(\*?)/g, (_, name: string, star: string) => {
      names.push(name);
      return star === '' ? '([^/]+)' : '(.+)';
    });
    this.routes.push({ method, pattern: new RegExp(`^${pattern}$`), names, route });
  }

  /** Refuses a request before it is routed (credentials); undefined lets it through. */
  protected abstract gate(request: SandboxRequest): Answer | undefined;
  protected abstract notFound(request: SandboxRequest): Answer;
  protected abstract tooMany(resetAt: number): Answer;

  /** Not called for an empty body. */
  protected parse(raw: Buffer): unknown {
    return JSON.parse(raw.toString('utf8'));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  inject(fault: Fault): void {
    this.faults.push({ fault, seen: 0, done: 0 });
  }

  clearFaults(): void {
    this.faults = [];
    this.before = undefined;
    this.limit = undefined;
    this.crashAfterWrite(0);
  }

  /** The n-th write from now is carried out, then every connection is cut until 0 is given: our process was killed. */
  crashAfterWrite(n: number): void {
    this.crashPoint.arm(n);
  }

  private async receive(
    incoming: IncomingMessage,
  ): Promise<'cut' | 'hang' | { status: number; headers: Readonly<Record<string, string>>; bytes: Buffer }> {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const raw = await buffer(incoming);
    const request: LoggedRequest = {
      method: incoming.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: incoming.headers,
      body: raw.length === 0 ? undefined : this.parse(raw),
      status: null,
    };
    if (this.isDead()) return 'cut';
    this.requests.push(request);
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    const fault = this.nextFault(request);
    if (fault?.kind === 'hang') return 'hang';
    if (fault?.kind === 'reset' && fault.executed !== true) return 'cut';
    const intercepted: Answer | undefined =
      fault?.kind === 'answer'
        ? fault.answer
        : fault?.kind === 'html'
          ? { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><h1>Bad gateway</h1></html>' }
          : this.limited();
    const answer = intercepted ?? this.carryOut(request);
    request.status = answer.status;
    if (fault?.kind === 'reset' || this.isDead()) return 'cut';
    const bytes = bytesOf(answer.body);
    const cut = fault?.kind === 'truncated' ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
    return { status: answer.status, headers: answer.headers ?? {}, bytes: cut };
  }

  private carryOut(request: SandboxRequest): Answer {
    this.before?.(request);
    const refused = this.gate(request);
    if (refused) return refused;
    for (const { method, pattern, names, route } of this.routes) {
      const found = method === request.method ? pattern.exec(request.path) : null;
      if (!found) continue;
      const answer = route(request, Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])));
      if (request.method !== 'GET' && answer.status < 400) this.crashPoint.wrote();
      return answer;
    }
    return this.notFound(request);
  }

  private isDead(): boolean {
    return this.crashPoint.closed;
  }

  private nextFault(request: SandboxRequest): Fault['with'] | undefined {
    for (const entry of this.faults) {
      if (entry.done >= (entry.fault.times ?? 1) || !entry.fault.on.test(`${request.method} ${request.path}`)) continue;
      entry.seen += 1;
      if (entry.seen <= (entry.fault.after ?? 0)) continue;
      entry.done += 1;
      return entry.fault.with;
    }
    return undefined;
  }

  private limited(): Answer | undefined {
    if (this.limit === undefined) return undefined;
    const now = Date.now();
    if (now >= this.window.ends) this.window = { ends: now + 10_000, left: this.limit };
    this.window.left -= 1;
    return this.window.left < 0 ? this.tooMany(this.window.ends) : undefined;
  }
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
