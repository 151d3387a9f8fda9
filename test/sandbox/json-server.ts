import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a service answers with. */
export interface Answer {
  readonly status: number;
  /** A string and bytes are sent as they are, a list of bytes piece by piece, everything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer does not end after its body. */
  readonly open?: boolean;
}

export interface SandboxRequest {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
  /** What `parse` made of the body; undefined when there was none. */
  readonly body: unknown;
}

export interface LoggedRequest extends SandboxRequest {
  /** Milliseconds since 1970. */
  readonly arrivedAt: number;
  /** Null while the request is in work, and when the connection was cut before it was carried out. */
  status: number | null;
  /** What was answered; undefined when nothing was sent. */
  answer?: Answer;
}

/** Something that goes wrong with requests that match, `times` times. */
export interface Fault {
  /** A pattern for `METHOD /path`, or a predicate; every request when left out. */
  readonly on?: RegExp | ((request: SandboxRequest) => boolean);
  readonly times?: number;
  /** Requests that match and are let through before. */
  readonly after?: number;
  /** What comes instead of the answer. `executed`: after the request was carried out. */
  readonly with:
    | { readonly kind: 'answer'; readonly answer: Answer; readonly executed?: boolean }
    | { readonly kind: 'html'; readonly status?: number; readonly executed?: boolean }
    | { readonly kind: 'reset' | 'hang'; readonly executed?: boolean }
    /** The request is carried out; truncated: its answer ends too early; cut: the connection breaks in its middle. */
    | { readonly kind: 'truncated' | 'cut'; readonly executed?: true };
}

export type Route = (request: SandboxRequest, params: Record<string, string>) => Answer;

/**
 * Counts writes and plays the sudden death of a client: the n-th write from now is carried out, its answer is lost, and
 * every connection is cut until 0 is given. Several servers of one test may share one.
 */
export class CrashPoint {
  writes = 0;
  private left = 0;
  private dead = false;

  /** @param n 1 = the next write; 0 = no crash, everything answers again */
  arm(n: number): void {
    this.left = n;
    this.dead = false;
  }

  /** True while the client counts as dead. */
  get closed(): boolean {
    return this.dead;
  }

  /** Called once for each write that was carried out; true when its answer must be lost. */
  wrote(): boolean {
    this.writes += 1;
    if (this.left === 0) return false;
    this.left -= 1;
    this.dead = this.left === 0;
    return this.dead;
  }
}

/** A loopback HTTP server for one service: routes, faults, latency, rate limit, request log, count of writes. */
export abstract class JsonServer {
  readonly requests: LoggedRequest[] = [];
  /** Milliseconds before each answer. */
  latencyMs = 0;
  /** Requests allowed in each window of ten seconds; undefined = no limit. */
  limit: number | undefined;
  /** The clock that windows are counted by; a test may put a fast one. */
  clock: () => number = () => Date.now();
  /** Called before a request is carried out: the place for "somebody else was quicker". */
  before: ((request: SandboxRequest) => void) | undefined;
  protected window = { ends: 0, left: 0 };
  private readonly routes: { method: string; pattern: RegExp; names: string[]; route: Route }[] = [];
  private faults: { fault: Fault; seen: number; done: number }[] = [];
  private readonly server = createServer((incoming, outgoing) => void this.receive(incoming, outgoing));

  constructor(readonly crashPoint = new CrashPoint()) {}

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
  protected gate?(request: SandboxRequest): Answer | undefined;
  protected notFound?(request: SandboxRequest): Answer;
  protected tooMany?(resetAt: number): Answer;
  /** The time that answers tell (header `Date`), in milliseconds since the epoch; undefined: that of this machine. */
  time: (() => number) | undefined;
  /** Headers that the service adds to an answer. */
  protected extraHeaders?(request: SandboxRequest, answer: Answer): Record<string, string>;

  /** An error in the form of the service; for `inject`. */
  failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    return { status, headers, body: { code: 'injected', message: 'injected' } };
  }

  /** Not called for an empty body. What is not JSON stays bytes. */
  protected parse(raw: Buffer): unknown {
    try {
      return JSON.parse(raw.toString('utf8'));
    } catch {
      return raw;
    }
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

  /** Faults that still wait for requests. */
  get pendingFaults(): number {
    return this.faults.filter(({ fault, done }) => done < (fault.times ?? 1)).length;
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

  private async receive(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const bytes = await buffer(incoming).catch(() => undefined);
    // The client went away in the middle of its request, or counts as dead.
    if (bytes === undefined || this.crashPoint.closed) return void incoming.socket.destroy();
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const request: LoggedRequest = {
      method: incoming.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      url: url.pathname + url.search,
      query: url.searchParams,
      headers: incoming.headers,
      bytes,
      body: bytes.length === 0 ? undefined : this.parse(bytes),
      status: null,
      arrivedAt: Date.now(),
    };
    this.requests.push(request);
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    const fault = this.nextFault(request);
    const carriedOut = this.carryOut(request, fault);
    if (fault?.kind === 'hang') return;
    if (carriedOut === undefined || fault?.kind === 'reset' || this.clientIsDead()) {
      incoming.socket.destroy();
      return;
    }
    request.answer = carriedOut;
    this.send(request, outgoing, carriedOut, fault?.kind);
  }

  private clientIsDead(): boolean {
    return this.crashPoint.closed;
  }

  /** What is answered in the end; undefined when nothing is. */
  private carryOut(request: LoggedRequest, fault: Fault['with'] | undefined): Answer | undefined {
    const instead =
      fault?.kind === 'answer' ? fault.answer : fault?.kind === 'html' ? htmlPage(fault.status) : undefined;
    const executes =
      fault === undefined || fault.kind === 'truncated' || fault.kind === 'cut' || fault.executed === true;
    const own = executes ? (this.limited() ?? this.executed(request)) : undefined;
    const answer = instead ?? own;
    request.status = answer?.status ?? null;
    return answer;
  }

  private executed(request: SandboxRequest): Answer {
    this.before?.(request);
    const answer = this.handle(request);
    if (this.counts(request, answer)) this.crashPoint.wrote();
    return answer;
  }

  /** Whether an answer means that something was written. */
  protected counts(request: SandboxRequest, answer: Answer): boolean {
    return isWrite(request) && answer.status < 400;
  }

  /** Carries a request out. */
  protected handle(request: SandboxRequest): Answer {
    return this.routed(request);
  }

  protected routed(request: SandboxRequest): Answer {
    const refused = this.gate?.(request);
    if (refused) return refused;
    for (const { method, pattern, names, route } of this.routes) {
      const found = method === request.method ? pattern.exec(request.path) : null;
      if (found) return route(request, Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ''])));
    }
    return this.notFound?.(request) ?? this.failure(404);
  }

  private send(request: LoggedRequest, outgoing: ServerResponse, answer: Answer, kind?: Fault['with']['kind']): void {
    const pieces = piecesOf(answer.body);
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    // An answer without a body is not JSON either.
    const type: Record<string, string> = length === 0 ? {} : { 'content-type': 'application/json' };
    const date: Record<string, string> = this.time === undefined ? {} : { date: new Date(this.time()).toUTCString() };
    const headers = { ...type, ...date, ...this.extraHeaders?.(request, answer), ...answer.headers };
    if (kind !== 'truncated' && kind !== 'cut') {
      outgoing.writeHead(answer.status, headers);
      for (const piece of pieces) outgoing.write(piece);
      if (answer.open === true) outgoing.flushHeaders();
      else outgoing.end();
      return;
    }
    const begin = Buffer.concat(pieces).subarray(0, Math.floor(length * 0.6));
    outgoing.writeHead(answer.status, headers);
    if (kind === 'truncated') outgoing.end(begin);
    // Not before it is sent: the other side must have got the beginning.
    else outgoing.write(begin, () => setImmediate(() => outgoing.socket?.destroy()));
  }

  private nextFault(request: SandboxRequest): Fault['with'] | undefined {
    for (const entry of this.faults) {
      const { on, times = 1, after = 0 } = entry.fault;
      if (entry.done >= times || !matches(on, request)) continue;
      entry.seen += 1;
      if (entry.seen <= after) continue;
      entry.done += 1;
      return entry.fault.with;
    }
    return undefined;
  }

  private limited(): Answer | undefined {
    if (this.limit === undefined) return undefined;
    const now = this.clock();
    if (now >= this.window.ends) this.window = { ends: now + 10_000, left: this.limit };
    if (this.window.left === 0) return this.tooMany?.(this.window.ends) ?? this.failure(429);
    this.window.left -= 1;
    return undefined;
  }
}

export const isWrite = ({ method }: SandboxRequest): boolean => method !== 'GET' && method !== 'HEAD';

function matches(on: Fault['on'], request: SandboxRequest): boolean {
  if (on === undefined) return true;
  return typeof on === 'function' ? on(request) : on.test(`${request.method} ${request.path}`);
}

function htmlPage(status = 502): Answer {
  return { status, headers: { 'content-type': 'text/html' }, body: '<html><h1>Bad gateway</h1></html>' };
}

function piecesOf(body: unknown): readonly Buffer[] {
  if (body === undefined) return [];
  if (Buffer.isBuffer(body)) return [body];
  if (Array.isArray(body) && body.length > 0 && body.every((piece) => Buffer.isBuffer(piece))) return body;
  return [Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))];
}
