import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { CrashGate } from './gate.js';
import {
  createDestination,
  includesOf,
  listDestinations,
  noSuchDestination,
  updateDestination,
  v2View,
} from './destinations.js';
import { createEndpoint, listEndpoints, noSuch, updateEndpoint, v1View } from './endpoints.js';
import { parseForm } from './form.js';
import { playFault, send } from './respond.js';
import { newId, newSecret, refuse, type Answer, type ApiKey, type Fault, type Hook } from './model.js';

export type { Fault, Hook } from './model.js';
export { CrashGate } from './gate.js';

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Null when no answer was given. */
  readonly answer: unknown;
}

interface Remembered {
  readonly fingerprint: string;
  readonly answer: Answer;
}

/**
 * A stateful loopback double of the part of Stripe's API that manages webhooks. Known differences: loopback URLs are
 * accepted for endpoints (Stripe wants public ones), event names are only checked for their form, and a v2 destination
 * never becomes `active` at AWS.
 */
export class StripeSandbox {
  readonly log: LoggedRequest[] = [];
  readonly faults: Fault[] = [];
  readonly keys = new Map<string, ApiKey>();
  account = 'acct_1SandboxRewind';
  /** Milliseconds before each answer. */
  latencyMs = 0;
  /** Newest first, both modes. */
  hooks: Hook[] = [];
  private readonly remembered = new Map<string, Remembered>();
  private created = 1_767_225_600;

  private constructor(
    private readonly server: Server,
    readonly gate: CrashGate,
  ) {}

  static async start(gate = new CrashGate()): Promise<StripeSandbox> {
    const server = createServer();
    const sandbox = new StripeSandbox(server, gate);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void sandbox.serve(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    sandbox.keys.set('sk_test_sandbox', { livemode: false, permissions: null });
    sandbox.keys.set('sk_live_sandbox', { livemode: true, permissions: null });
    return sandbox;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** Empties everything but the keys. */
  reset(): void {
    this.hooks = [];
    this.faults.length = 0;
    this.log.length = 0;
    this.remembered.clear();
    this.gate.arm(0);
  }

  /** As if 24 hours had passed: idempotency keys are forgotten. */
  forgetIdempotencyKeys(): void {
    this.remembered.clear();
  }

  /** Puts an endpoint (or, with `v2`, a destination) there as if a person had made it. */
  add(hook: Partial<Hook> & Pick<Hook, 'url'>): Hook {
    const full: Hook = {
      id: newId(hook.v2 ? 'ed_test' : 'we'),
      livemode: false,
      created: this.tick(),
      events: ['*'],
      description: null,
      metadata: {},
      enabled: true,
      secret: newSecret(),
      apiVersion: null,
      application: null,
      connect: false,
      v2: null,
      ...hook,
    };
    this.hooks.unshift(full);
    return full;
  }

  find(id: string): Hook | undefined {
    return this.hooks.find((hook) => hook.id === id);
  }

  remove(id: string): void {
    this.hooks = this.hooks.filter((hook) => hook.id !== id);
  }

  private tick(): number {
    this.created += 60;
    return this.created;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    if (this.gate.closed) return void request.socket.destroy();
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const fault = this.takeFault(`${method} ${url.pathname}`);
    if (fault && playFault(fault, request, response)) {
      this.record(request, body, 0, null);
      return;
    }
    const { answer, replayed } = this.answerOf(request, url, body, fault?.kind === 'error-500-executed');
    const lost = method !== 'GET' && !replayed && answer.status < 300 && this.gate.wrote();
    this.record(request, body, answer.status, lost ? null : answer.body);
    if (lost) return void request.socket.destroy();
    const key = request.headers['idempotency-key'];
    send(response, answer, {
      ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
      ...(typeof key === 'string' ? { 'idempotency-key': key } : {}),
    });
  }

  private record(request: IncomingMessage, body: string, status: number, answer: unknown): void {
    const { method = 'GET', url: path = '/', headers } = request;
    this.log.push({ method, path, status, body, headers, answer });
  }

  private takeFault(line: string): Fault | undefined {
    const index = this.faults.findIndex((fault) => fault.on === undefined || line.includes(fault.on));
    const fault = this.faults[index];
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.faults.splice(index, 1);
    return fault;
  }

  private answerOf(
    request: IncomingMessage,
    url: URL,
    body: string,
    fails: boolean,
  ): { answer: Answer; replayed: boolean } {
    const key = this.authenticate(request);
    if ('status' in key) return { answer: key, replayed: false };
    const method = request.method ?? 'GET';
    const denied = this.permission(key, method, url.pathname);
    if (denied) return { answer: denied, replayed: false };
    const v2 = url.pathname.startsWith('/v2/');
    if (v2 && request.headers['stripe-version'] === undefined) {
      const error = { code: 'missing_version', message: 'A Stripe-Version header is required for v2.' };
      return { answer: { status: 400, body: { error } }, replayed: false };
    }
    const idempotency = request.headers['idempotency-key'];
    const usesKey = typeof idempotency === 'string' && (method === 'POST' || (v2 && method === 'DELETE'));
    const slot = `${key.livemode} ${String(idempotency)}`;
    const fingerprint = createHash('sha256').update(`${method} ${url.pathname}\n${body}`).digest('hex');
    const before = usesKey ? this.remembered.get(slot) : undefined;
    if (before && before.fingerprint !== fingerprint) {
      const message =
        'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
        `Try using a key other than '${String(idempotency)}' if you meant to execute a different request.`;
      return { answer: refuse(400, { type: 'idempotency_error', message }), replayed: false };
    }
    if (before) return { answer: before.answer, replayed: true };
    const done = v2 ? this.v2(method, url, body, key.livemode) : this.v1(method, url, body, key.livemode);
    // A failure in the middle of the execution: it was carried out, and this very failure is what is replayed.
    const failure = { status: 500, body: { error: { type: 'api_error', message: 'An unknown error occurred' } } };
    const answer = fails ? failure : done;
    // Refused parameters are not remembered: nothing was executed. v2 repeats a finished work without its secrets.
    if (usesKey && (answer.status < 300 || answer.status >= 500)) {
      this.remembered.set(slot, { fingerprint, answer: v2 ? withoutSecret(answer) : answer });
    }
    return { answer, replayed: false };
  }

  private authenticate(request: IncomingMessage): ApiKey | Answer {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined) {
      return refuse(401, {
        message: 'You did not provide an API key. You need to provide your API key in the Authorization header.',
      });
    }
    const key = this.keys.get(given);
    if (key) return key;
    const shown = `${given.slice(0, 8)}${'*'.repeat(Math.max(0, given.length - 12))}${given.slice(-4)}`;
    return refuse(401, { message: `Invalid API Key provided: ${shown}` });
  }

  private permission(key: ApiKey, method: string, path: string): Answer | undefined {
    if (key.permissions === null) return undefined;
    const what = path.startsWith('/v2/core/event_destinations')
      ? 'event_destinations'
      : path === '/v1/account'
        ? 'accounts_kyc_id_numbers'
        : 'webhook';
    const need = `rak_${what}_${method === 'GET' ? 'read' : 'write'}`;
    // Write permission includes read.
    if (key.permissions.has(need) || key.permissions.has(`rak_${what}_write`)) return undefined;
    const message =
      `The provided key 'rk_${key.livemode ? 'live' : 'test'}_*********' does not have the required permissions for this ` +
      `endpoint on account '${this.account}'. Having the '${need}' permission would allow this request to continue.`;
    return refuse(403, { message });
  }

  private v1(method: string, url: URL, body: string, livemode: boolean): Answer {
    const own = this.hooks.filter((hook) => hook.livemode === livemode);
    if (method === 'GET' && url.pathname === '/v1/account') {
      return { status: 200, body: { id: this.account, object: 'account', country: 'DE', default_currency: 'eur' } };
    }
    const id = /^\/v1\/webhook_endpoints(?:\/([^/]+))?$/.exec(url.pathname);
    if (!id) return refuse(404, { message: `Unrecognized request URL (${method}: ${url.pathname}).` });
    if (id[1] === undefined) {
      if (method === 'GET') return listEndpoints(own, parseForm(url.search.slice(1)));
      const made = createEndpoint(own, parseForm(body), livemode, this.tick());
      if ('status' in made) return made;
      this.hooks.unshift(made);
      return { status: 200, body: v1View(made, true) };
    }
    const hook = own.find((candidate) => candidate.id === id[1] && candidate.v2 === null);
    if (!hook) return noSuch(id[1]);
    if (method === 'GET') return { status: 200, body: v1View(hook) };
    if (method === 'POST') return updateEndpoint(hook, parseForm(body));
    this.remove(hook.id);
    return { status: 200, body: { id: hook.id, object: 'webhook_endpoint', deleted: true } };
  }

  private v2(method: string, url: URL, body: string, livemode: boolean): Answer {
    const own = this.hooks.filter((hook) => hook.livemode === livemode);
    const path = /^\/v2\/core\/event_destinations(?:\/([^/]+)(?:\/(enable|disable))?)?$/.exec(url.pathname);
    if (!path) return { status: 404, body: { error: { code: 'not_found', message: 'Unknown path.' } } };
    const [, id, verb] = path;
    if (id === undefined) {
      if (method === 'GET') return listDestinations(own, url.searchParams);
      const made = createDestination(json(body), livemode, this.tick());
      if ('status' in made) return made;
      this.hooks.unshift(made.hook);
      return { status: 200, body: v2View(made.hook, made.include, true) };
    }
    const hook = own.find((candidate) => candidate.id === id);
    if (!hook) return noSuchDestination(id);
    if (method === 'GET') return { status: 200, body: v2View(hook, includesOf(url.searchParams)) };
    if (method === 'DELETE') {
      this.remove(hook.id);
      return { status: 200, body: { id: hook.id, object: 'v2.core.event_destination' } };
    }
    if (verb === undefined) return updateDestination(hook, json(body));
    hook.enabled = verb === 'enable';
    return { status: 200, body: v2View(hook, []) };
  }
}

function json(body: string): unknown {
  try {
    return body === '' ? {} : (JSON.parse(body) as unknown);
  } catch {
    return null;
  }
}

function withoutSecret(answer: Answer): Answer {
  const body = JSON.parse(JSON.stringify(answer.body)) as { webhook_endpoint?: { signing_secret?: string } };
  if (body.webhook_endpoint) delete body.webhook_endpoint.signing_secret;
  return { status: answer.status, body };
}
