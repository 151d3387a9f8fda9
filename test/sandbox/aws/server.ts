import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';

export interface Request {
  readonly method: string;
  /** Decoded path, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The body as it came. */
  readonly bytes: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Instead of `body`: bytes, in pieces that are sent one after the other. */
  readonly content?: readonly Buffer[];
}

/** A request as it came in and what was answered (undefined while it is in work, or when the connection was cut). */
export interface Logged extends Request {
  answer?: Answer;
}

/** What goes wrong, for how many requests (default 1), and for which (default all). */
export interface Fault {
  /** truncate: the answer is shorter, and ends as if whole; cut: the connection breaks in the middle of the answer. */
  readonly kind: 'error' | 'reset' | 'hang' | 'truncate' | 'cut' | 'html';
  readonly times?: number;
  readonly matches?: (request: Request) => boolean;
  /** For kind error: status and AWS code, e.g. 503 SlowDown; for html: the status of the page (default 200). */
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request is carried out first, and only its answer goes wrong. */
  readonly carriedOut?: boolean;
}

/** A loopback HTTP server for one AWS service: faults, latency, request log, count of writes. */
export abstract class AwsSandbox {
  readonly requests: Logged[] = [];
  /** Write requests received so far. */
  writes = 0;
  /** Milliseconds before each answer. */
  latencyMs = 0;
  private faults: { fault: Fault; left: number }[] = [];
  private crashIn = 0;
  private dead = false;
  private counter = 0;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  protected abstract handle(request: Request): Answer;
  protected abstract errorBody(code: string, message: string, requestId: string): string;

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  inject(fault: Fault): void {
    this.faults.push({ fault, left: fault.times ?? 1 });
  }

  clearFaults(): void {
    this.faults = [];
    this.crashAfterWrite(0);
  }

  /** The n-th write from now is carried out, then every connection is cut (as for a killed process) until 0 is given. */
  crashAfterWrite(n: number): void {
    this.crashIn = n;
    this.dead = false;
  }

  protected refuse(status: number, code: string, message: string): Answer {
    return { status, headers: { 'content-type': 'text/xml' }, body: this.errorBody(code, message, this.requestId()) };
  }

  private requestId(): string {
    return `REQ${String(this.counter).padStart(6, '0')}`;
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const bytes = await buffer(incoming).catch(() => undefined);
    // The client went away in the middle of its request.
    if (bytes === undefined) return;
    const request: Logged = {
      method: incoming.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: incoming.headers,
      bytes,
      get body() {
        return bytes.toString('utf8');
      },
    };
    this.counter += 1;
    if (this.dead) return void incoming.socket.destroy();
    this.requests.push(request);
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    const fault = this.nextFault(request);
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    if (isWrite) this.writes += 1;
    const answer = fault === undefined || fault.carriedOut === true ? this.handle(request) : undefined;
    if (isWrite && this.crashIn > 0) {
      this.crashIn -= 1;
      if (this.crashIn === 0) {
        this.dead = true;
        return void incoming.socket.destroy();
      }
    }
    if (fault === undefined && answer !== undefined) {
      this.send(request, response, answer);
      return;
    }
    if (fault !== undefined) this.goWrong(fault, request, incoming, response, answer ?? this.handleQuietly(request));
  }

  private nextFault(request: Request): Fault | undefined {
    const found = this.faults.find(({ fault, left }) => left > 0 && (fault.matches?.(request) ?? true));
    if (found) found.left -= 1;
    return found?.fault;
  }

  /** The answer that a read would get, for cutting it short; nothing is carried out for a write. */
  private handleQuietly(request: Request): Answer {
    return request.method === 'GET' ? this.handle(request) : { status: 200, body: '<Cut/>' };
  }

  private goWrong(
    fault: Fault,
    request: Logged,
    incoming: IncomingMessage,
    response: ServerResponse,
    answer: Answer,
  ): void {
    switch (fault.kind) {
      case 'hang':
        return;
      case 'reset':
        return void incoming.socket.destroy();
      case 'html': {
        this.send(request, response, {
          status: fault.status ?? 200,
          headers: { 'content-type': 'text/html' },
          body: '<html><body><h1>Proxy</h1></body></html>',
        });
        return;
      }
      case 'truncate': {
        this.send(request, response, { ...answer, content: [firstPart(answer)] });
        return;
      }
      case 'cut': {
        request.answer = answer;
        response.writeHead(answer.status, answer.headers);
        // Not before it is sent: the other side must have got the beginning.
        response.write(firstPart(answer), () => setImmediate(() => incoming.socket.destroy()));
        return;
      }
      case 'error': {
        const refusal = this.refuse(fault.status ?? 500, fault.code ?? 'InternalError', fault.message ?? 'injected');
        this.send(request, response, { ...refusal, headers: { ...refusal.headers, ...fault.headers } });
        return;
      }
    }
  }

  private send(request: Logged, response: ServerResponse, answer: Answer): void {
    request.answer = answer;
    response.writeHead(answer.status, {
      'x-amz-request-id': this.requestId(),
      'x-amzn-requestid': this.requestId(),
      ...answer.headers,
    });
    for (const piece of piecesOf(answer)) response.write(piece);
    response.end();
  }
}

const piecesOf = ({ body = '', content }: Answer): readonly Buffer[] => content ?? [Buffer.from(body)];

function firstPart(answer: Answer): Buffer {
  const whole = Buffer.concat(piecesOf(answer));
  return whole.subarray(0, Math.floor(whole.length * 0.6));
}

/** Thrown inside a handler to refuse the request as AWS does. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
