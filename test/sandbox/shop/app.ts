import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StripeSandbox } from '../stripe/server.js';
import { WatchedServer, type Certificate, type Seen } from '../../support/watched-server.js';

/** What a deployment of the shop can do wrong. */
export const FAULTS = [
  '500s',
  'slow',
  'login broken',
  'payments failing',
  'payments silent',
  'corrupted rows',
  'CDN checksum',
] as const;
export type ShopFault = (typeof FAULTS)[number];

/** Real milliseconds of the home page in a deployment that is slow. */
const SLOW_MS = 900;
const SESSION = 'session=ann-0123456789';

export const SHOP_SCHEMA = 'CREATE TABLE orders (id bigserial PRIMARY KEY, customer text, cents int NOT NULL)';
/** An order that nobody can deliver or nobody paid for. */
export const BAD_ORDERS = 'SELECT id FROM orders WHERE customer IS NULL OR cents <= 0';

type Page = readonly [status: number, body: object | string];

/** What the shop writes to. */
export interface ShopBackend {
  readonly stripe: StripeSandbox;
  /** Runs one statement in the database of the shop. */
  query(sql: string): Promise<unknown>;
  /** Milliseconds since the epoch, as the programs of the test see them. */
  now(): number;
}

/**
 * A small shop over real HTTP: home page, login, an asset behind the CDN, and a checkout that writes an order and charges
 * through Stripe. It behaves as the deployment that serves it.
 */
export class ShopApp {
  private readonly server: WatchedServer;
  private readonly buying = new Set<Promise<unknown>>();
  private customers: NodeJS.Timeout | undefined;

  /** @param fault asked at each request; null: the deployment is good; `maintenance`: it only says sorry */
  constructor(
    private readonly backend: ShopBackend,
    private readonly fault: () => ShopFault | 'maintenance' | null = () => null,
    certificate?: Certificate,
  ) {
    this.server = new WatchedServer(certificate);
    this.server.handler = (request, response) => void this.answer(request, response);
  }

  async start(): Promise<this> {
    await this.server.start();
    return this;
  }

  get host(): string {
    return `127.0.0.1:${this.server.port}`;
  }

  url(path: string): string {
    return this.server.url(path);
  }

  /** Customers buy from now on. @param everyMs real milliseconds between two of them */
  open(everyMs: number): void {
    this.customers = setInterval(() => {
      const one = fetch(this.url('/checkout'), { method: 'POST' })
        .then((response) => response.arrayBuffer())
        .catch(() => undefined)
        .finally(() => this.buying.delete(one));
      this.buying.add(one);
    }, everyMs);
  }

  async close(): Promise<void> {
    clearInterval(this.customers);
    await Promise.all(this.buying);
    await this.server.close();
  }

  private async answer({ method, url, headers }: Seen, response: ServerResponse): Promise<void> {
    const fault = this.fault();
    if (fault === 'maintenance') {
      response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '120' });
      response.end(JSON.stringify({ error: 'maintenance' }));
      return;
    }
    const [status, body] = await this.page(`${method} ${url}`, headers.cookie ?? '', fault);
    if (url === '/login') {
      // The wrong path: the login itself looks good, and the browser does not send the cookie.
      const path = fault === 'login broken' ? '/admin' : '/';
      response.setHeader('set-cookie', `${SESSION}; Path=${path}; HttpOnly`);
    }
    if (typeof body === 'string') {
      response.writeHead(status, { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000' });
      response.end(body);
    } else {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }
  }

  private async page(asked: string, cookie: string, fault: ShopFault | null): Promise<Page> {
    switch (asked) {
      case 'GET /':
        if (fault === 'slow') await sleep(SLOW_MS);
        return fault === '500s' ? [500, { error: 'TypeError' }] : [200, { status: 'fine' }];
      case 'POST /login':
        return [200, { ok: true }];
      case 'GET /account':
        return cookie.includes(SESSION) ? [200, { user: 'ann' }] : [401, { error: 'log in' }];
      case 'GET /assets/app.js':
        return [200, `export const api = '${fault === 'CDN checksum' ? 'https://staging.example.com' : '/api'}';\n`];
      case 'POST /checkout':
        return this.checkout(fault);
      default:
        return [404, { error: 'not found' }];
    }
  }

  private async checkout(fault: ShopFault | null): Promise<Page> {
    const { stripe } = this.backend;
    const created = Math.floor(this.backend.now() / 1000);
    // The button is there, and nothing is charged.
    if (fault === 'payments silent') return [200, { ok: true }];
    if (fault === 'payments failing') {
      // Our request is wrong, not the card.
      const error = { type: 'invalid_request_error', code: 'parameter_unknown' };
      stripe.happen('payment_intent.payment_failed', created, { last_payment_error: error });
      return [502, { error: 'payment failed' }];
    }
    const order = fault === 'corrupted rows' ? 'NULL, 0' : `'ann', 500`;
    try {
      await this.backend.query(`INSERT INTO orders (customer, cents) VALUES (${order})`);
    } catch {
      // A restore has closed the database for a moment.
      return [503, { error: 'try again' }];
    }
    stripe.happen('payment_intent.succeeded', created, { last_payment_error: null });
    return [200, { ok: true }];
  }
}

/** Payments of the same hour of the last days, without a failure. @param everySeconds time between two of them */
export function sellBefore(stripe: StripeSandbox, now: number, everySeconds: number): void {
  const second = Math.floor(now / 1000);
  // Oldest first: the account lists the newest first.
  for (let day = 7; day >= 0; day -= 1) {
    const end = second - day * 86_400 + (day === 0 ? 0 : 900);
    for (let at = end - 3600; at < end; at += everySeconds) {
      stripe.happen('payment_intent.succeeded', at, { last_payment_error: null });
    }
  }
}

/** The probes of the shop, lines of rewind.yml. @param every seconds between two checks, and two readings of a service */
export function shopProbes(app: ShopApp, every: { readonly check: number; readonly reading: number }): string[] {
  const http = `every: ${every.check}, timeout-seconds: 30, allow-private: true, critical: true`;
  return [
    'probes:',
    `  - { id: home, adapter: http, area: content, ${http}, url: "${app.url('/')}", expect: { json: { "$.status": fine } } }`,
    `  - { id: login, adapter: flow, area: authentication, ${http}, url: "${app.url('/')}",`,
    `      steps: [{ name: log in, method: POST, url: /login, form: { name: ann } },`,
    `              { name: account, url: /account, expect: { json: { "$.user": ann } } }] }`,
    `  - { id: asset, adapter: content, area: content, ${http}, url: "${app.url('/assets/app.js')}", sha256: baseline }`,
    `  - { id: orders, adapter: sql, every: ${every.reading}, critical: true, url: "\${DATABASE_URL}", expect: no-rows,`,
    `      query: "${BAD_ORDERS}" }`,
    `  - { id: payments, adapter: stripe-payments, every: ${every.reading}, critical: true }`,
  ];
}
