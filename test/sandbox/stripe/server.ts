import { createHash, randomBytes } from 'node:crypto';
import { JsonServer, type Answer, type SandboxRequest } from '../json-server.js';
import {
  createDestination,
  includesOf,
  listDestinations,
  noSuchDestination,
  updateDestination,
  v2View,
} from './destinations.js';
import { createEndpoint, listEndpoints, noSuch, updateEndpoint, v1View } from './endpoints.js';
import { listEvents, noSuchEvent, type StripeEvent } from './events.js';
import { parseForm } from './form.js';
import { newId, newSecret, refuse, type ApiKey, type Hook } from './model.js';

export type { Hook } from './model.js';

interface Remembered {
  readonly fingerprint: string;
  readonly answer: Answer;
}

/**
 * A stateful loopback double of the part of Stripe's API that manages webhooks. Known differences: loopback URLs are
 * accepted for endpoints (Stripe wants public ones), event names are only checked for their form, and a v2 destination
 * never becomes `active` at AWS.
 */
export class StripeSandbox extends JsonServer {
  readonly keys = new Map<string, ApiKey>([
    ['sk_test_sandbox', { livemode: false, permissions: null }],
    ['sk_live_sandbox', { livemode: true, permissions: null }],
  ]);
  account = 'acct_1SandboxRewind';
  /** Newest first, both modes. */
  hooks: Hook[] = [];
  /** Newest first, both modes. */
  events: StripeEvent[] = [];
  private readonly remembered = new Map<string, Remembered>();
  private created = 1_767_225_600;
  private failing = { times: 0, path: '' };

  /** Empties everything but the keys. */
  reset(): void {
    this.hooks = [];
    this.events = [];
    this.clearFaults();
    this.requests.length = 0;
    this.remembered.clear();
    this.failing = { times: 0, path: '' };
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

  /** Something happens in the account. @param created seconds since the epoch @param before fields that an update changed */
  happen(
    type: string,
    created: number,
    object: Readonly<Record<string, unknown>> = {},
    before?: Readonly<Record<string, unknown>>,
  ): StripeEvent {
    const event: StripeEvent = {
      id: newId('evt'),
      object: 'event',
      api_version: '2026-10-28.endive',
      created,
      livemode: false,
      pending_webhooks: 0,
      request: { id: null, idempotency_key: null },
      type,
      data: { object, ...(before === undefined ? {} : { previous_attributes: before }) },
    };
    this.events.unshift(event);
    return event;
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

  override failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    const limited = { code: 'rate_limit', message: 'Request rate limit exceeded.' };
    const answer =
      status === 429 ? refuse(status, limited) : refuse(status, { type: 'api_error', message: 'injected' });
    return { ...answer, headers: { ...(status === 429 ? LIMITED : {}), ...headers } };
  }

  /** A failure in the middle of the execution: it was carried out, and this very failure is what is replayed. */
  failNextWrites(times = 1, path = ''): void {
    this.failing = { times, path };
  }

  /** A form or JSON, read by the operation; what counts for idempotency is the text. */
  protected override parse(raw: Buffer): unknown {
    return raw.toString('utf8');
  }

  protected override counts(request: SandboxRequest, answer: Answer): boolean {
    return super.counts(request, answer) && answer.headers?.['idempotent-replayed'] === undefined;
  }

  protected override extraHeaders({ headers }: SandboxRequest): Record<string, string> {
    const key = headers['idempotency-key'];
    return {
      'request-id': `req_${randomBytes(7).toString('hex')}`,
      'stripe-version': '2026-10-28.endive',
      ...(typeof key === 'string' ? { 'idempotency-key': key } : {}),
    };
  }

  protected override handle(request: SandboxRequest): Answer {
    const key = this.authenticate(request);
    if ('status' in key) return key;
    const { method, path } = request;
    const body = request.bytes.toString('utf8');
    const denied = this.permission(key, method, path);
    if (denied) return denied;
    const v2 = path.startsWith('/v2/');
    if (v2 && request.headers['stripe-version'] === undefined) {
      const error = { code: 'missing_version', message: 'A Stripe-Version header is required for v2.' };
      return { status: 400, body: { error } };
    }
    const idempotency = request.headers['idempotency-key'];
    const usesKey = typeof idempotency === 'string' && (method === 'POST' || (v2 && method === 'DELETE'));
    const slot = `${key.livemode} ${String(idempotency)}`;
    const fingerprint = createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex');
    const before = usesKey ? this.remembered.get(slot) : undefined;
    if (before && before.fingerprint !== fingerprint) {
      const message =
        'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
        `Try using a key other than '${String(idempotency)}' if you meant to execute a different request.`;
      return refuse(400, { type: 'idempotency_error', message });
    }
    if (before) return { ...before.answer, headers: { 'idempotent-replayed': 'true' } };
    const done = v2 ? this.v2(request, body, key.livemode) : this.v1(request, body, key.livemode);
    const answer = this.fails(request) ? this.failure(500) : done;
    // Refused parameters are not remembered: nothing was executed. v2 repeats a finished work without its secrets.
    if (usesKey && (answer.status < 300 || answer.status >= 500)) {
      this.remembered.set(slot, { fingerprint, answer: v2 ? withoutSecret(answer) : answer });
    }
    return answer;
  }

  private fails({ method, path }: SandboxRequest): boolean {
    if (this.failing.times === 0 || method === 'GET' || !path.startsWith(this.failing.path)) return false;
    this.failing.times -= 1;
    return true;
  }

  private authenticate(request: SandboxRequest): ApiKey | Answer {
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
        : path.startsWith('/v1/events')
          ? 'event'
          : 'webhook';
    const need = `rak_${what}_${method === 'GET' ? 'read' : 'write'}`;
    // Write permission includes read.
    if (key.permissions.has(need) || key.permissions.has(`rak_${what}_write`)) return undefined;
    const message =
      `The provided key 'rk_${key.livemode ? 'live' : 'test'}_*********' does not have the required permissions for this ` +
      `endpoint on account '${this.account}'. Having the '${need}' permission would allow this request to continue.`;
    return refuse(403, { message });
  }

  private v1({ method, path, query }: SandboxRequest, body: string, livemode: boolean): Answer {
    const own = this.hooks.filter((hook) => hook.livemode === livemode);
    if (method === 'GET' && path === '/v1/account') {
      return { status: 200, body: { id: this.account, object: 'account', country: 'DE', default_currency: 'eur' } };
    }
    const event = /^\/v1\/events(?:\/([^/]+))?$/.exec(path);
    if (event && method === 'GET') {
      const events = this.events.filter((each) => each.livemode === livemode);
      if (event[1] === undefined) return listEvents(events, parseForm(query.toString()));
      const found = events.find(({ id }) => id === event[1]);
      return found ? { status: 200, body: found } : noSuchEvent(event[1]);
    }
    const id = /^\/v1\/webhook_endpoints(?:\/([^/]+))?$/.exec(path);
    if (!id) return refuse(404, { message: `Unrecognized request URL (${method}: ${path}).` });
    if (id[1] === undefined) {
      if (method === 'GET') return listEndpoints(own, parseForm(query.toString()));
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

  private v2({ method, path: at, query }: SandboxRequest, body: string, livemode: boolean): Answer {
    const own = this.hooks.filter((hook) => hook.livemode === livemode);
    const path = /^\/v2\/core\/event_destinations(?:\/([^/]+)(?:\/(enable|disable))?)?$/.exec(at);
    if (!path) return { status: 404, body: { error: { code: 'not_found', message: 'Unknown path.' } } };
    const [, id, verb] = path;
    if (id === undefined) {
      if (method === 'GET') return listDestinations(own, query);
      const made = createDestination(json(body), livemode, this.tick());
      if ('status' in made) return made;
      this.hooks.unshift(made.hook);
      return { status: 200, body: v2View(made.hook, made.include, true) };
    }
    const hook = own.find((candidate) => candidate.id === id);
    if (!hook) return noSuchDestination(id);
    if (method === 'GET') return { status: 200, body: v2View(hook, includesOf(query)) };
    if (method === 'DELETE') {
      this.remove(hook.id);
      return { status: 200, body: { id: hook.id, object: 'v2.core.event_destination' } };
    }
    if (verb === undefined) return updateDestination(hook, json(body));
    hook.enabled = verb === 'enable';
    return { status: 200, body: v2View(hook, []) };
  }
}

const LIMITED = { 'stripe-rate-limited-reason': 'global-rate' };

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
