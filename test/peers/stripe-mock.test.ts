import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Change } from '../../src/engine/change.js';
import { connectStripe, type NewHook } from '../../src/providers/stripe-webhooks/client.js';
import { adapter as stripePayments } from '../../src/probes/adapters/stripe-payments.js';
import provider from '../../src/providers/stripe-webhooks/index.js';
import { v1View } from '../sandbox/stripe/endpoints.js';
import { StripeFixture } from '../sandbox/stripe/fixture.js';
import type { LoggedRequest } from '../sandbox/json-server.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { probed } from '../support/probes.js';

/**
 * stripe-mock is Stripe's own: it checks requests against the official OpenAPI description that it carries, and answers
 * with fixtures. It keeps no state, tells no secret, and knows nothing of /v2: that part is held to the types of the
 * official SDK by the compiler (our double returns them, our client calls through them).
 */
const PROGRAM = fileURLToPath(new URL('../../.cache/peers/bin/stripe-mock', import.meta.url));
const PAY = 'https://shop.example.test/api/webhooks/stripe';

interface Peer {
  readonly url: string;
  stop(): Promise<void>;
}

let peer: Peer;
let scene: StripeFixture;
beforeAll(async () => {
  peer = await startStripeMock();
  scene = await StripeFixture.start();
});
afterAll(async () => {
  await scene.close();
  await peer.stop();
});
beforeEach(() => scene.reset());

/** Both addresses are given, or it would listen for HTTPS on every interface. */
async function startStripeMock(): Promise<Peer> {
  const arguments_ = ['-http-addr', '127.0.0.1:0', '-https-addr', '127.0.0.1:0'];
  const child = spawn(PROGRAM, arguments_, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await addressOf(child);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const address = /Listening for HTTP at address: (127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (address !== undefined) resolve(`http://${address}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', ({ message }) => reject(new Error(`stripe-mock did not start: ${message}`)));
    child.once('close', () => reject(new Error(`stripe-mock ended: ${said}`)));
  });
}

const jsonSchema = z.looseObject({});
const description = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), jsonSchema) }),
});

/** The description as it lies in the sources of the installed stripe-mock. */
function official(): z.output<typeof description> {
  const built = spawnSync('go', ['version', '-m', PROGRAM], { encoding: 'utf8' }).stdout;
  const version = /^\s*mod\s+github\.com\/stripe\/stripe-mock\s+(\S+)/m.exec(built)?.[1] ?? 'unknown';
  const module = `github.com/stripe/stripe-mock@${version}`;
  const found = spawnSync('go', ['mod', 'download', '-json', module], { cwd: tmpdir(), encoding: 'utf8' });
  const { Dir } = z.object({ Dir: z.string() }).parse(JSON.parse(found.stdout));
  return description.parse(JSON.parse(readFileSync(join(Dir, 'embedded/openapi/spec3.json'), 'utf8')));
}

/** An answer may hold what the schema names and nothing else: an invented field must not pass. */
function strict(schema: Record<string, unknown>): z.ZodType {
  return z.fromJSONSchema({ ...schema, additionalProperties: false }, { defaultTarget: 'openapi-3.0' });
}

const { components } = official();
const endpoint = components.schemas.webhook_endpoint ?? {};
const deleted = components.schemas.deleted_webhook_endpoint ?? {};
const errorFields = z.object({ properties: z.record(z.string(), jsonSchema) }).parse(components.schemas.api_errors);
const answers = {
  endpoint: strict(endpoint),
  deleted: strict(deleted),
  list: strict({
    type: 'object',
    required: ['data', 'has_more', 'object', 'url'],
    properties: {
      data: { type: 'array', items: { ...endpoint, additionalProperties: false } },
      has_more: { type: 'boolean' },
      object: { type: 'string', enum: ['list'] },
      url: { type: 'string' },
    },
  }),
  // Without what refers to payments, which no answer about endpoints has.
  error: strict({
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['type'],
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(errorFields.properties).filter(([, field]) => !JSON.stringify(field).includes('$ref')),
        ),
      },
    },
  }),
};

function schemaFor({ method, path, status }: LoggedRequest): z.ZodType {
  if ((status ?? 0) >= 400) return answers.error;
  if (method === 'DELETE') return answers.deleted;
  return method === 'GET' && path.endsWith('/webhook_endpoints') ? answers.list : answers.endpoint;
}

/** What must be refused; `:id` stands for an endpoint that exists. */
interface Sent {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string;
}
const wrong: readonly Sent[] = [
  { method: 'POST', path: '/v1/webhook_endpoints', body: 'enabled_events[0]=*' },
  { method: 'POST', path: '/v1/webhook_endpoints', body: 'url=https%3A%2F%2Fa.example.test' },
  {
    method: 'POST',
    path: '/v1/webhook_endpoints',
    body: 'url=https%3A%2F%2Fa.example.test&enabled_events[0]=*&secret=x',
  },
  { method: 'POST', path: '/v1/webhook_endpoints/:id', body: 'api_version=2020-08-27' },
  { method: 'POST', path: '/v1/webhook_endpoints/:id', body: 'connect=true' },
  { method: 'POST', path: '/v1/webhook_endpoints/:id', body: 'status=disabled' },
];

async function send(base: string, request: Sent): Promise<number> {
  const { method, path, body } = request;
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: { authorization: 'Bearer sk_test_sandbox', 'content-type': 'application/x-www-form-urlencoded' },
    ...(method === 'GET' ? {} : { body }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** A snapshot, a day of changes of every kind, and the restore; everything that went over the wire. */
async function fullRestore(): Promise<LoggedRequest[]> {
  const { stripe } = scene;
  const urls = [PAY, `${PAY}/b`, `${PAY}/c`, `${PAY}/connect`];
  const config = scene.config(Object.fromEntries(urls.map((url) => [url, 'STRIPE_WEBHOOK_SECRET'])));
  const metadata = { team: 'payments', 'with & ünusual=': 'ü "quoted" 100%' };
  const first = stripe.add({ url: PAY, events: ['charge.succeeded', 'charge.refunded'], description: 'a', metadata });
  const second = stripe.add({ url: `${PAY}/b`, events: ['*'], apiVersion: '2026-08-26.dahlia', metadata });
  const third = stripe.add({ url: `${PAY}/c`, events: ['invoice.paid'], enabled: false });
  const connect = stripe.add({ url: `${PAY}/connect`, events: ['account.updated'], connect: true });
  const saved = await scene.capture(config);
  Object.assign(first, { url: `${PAY}/moved`, events: ['*'], description: 'b', metadata: { other: 'x' } });
  Object.assign(third, { enabled: true, description: 'new' });
  stripe.remove(second.id);
  stripe.remove(connect.id);
  stripe.add({ url: `${PAY}/extra` });
  const changes = await scene.plan(config, saved);
  const isUpdate = ({ action }: Change): boolean => action === 'update';
  await scene.apply(config, changes.filter(isUpdate), saved);
  // A creation that fails after all has made an endpoint, which is then deleted.
  stripe.failNextWrites(1, '/v1/webhook_endpoints');
  await scene.apply(
    config,
    changes.filter((change) => !isUpdate(change)),
    saved,
  );
  expect(await scene.plan(config, saved)).toEqual([]);
  return stripe.requests.filter(({ path }) => path.startsWith('/v1/webhook_endpoints'));
}

test('stripe-mock accepts every request of a snapshot and a restore', async () => {
  const requests = await fullRestore();
  const kinds = new Set(requests.map(({ method, path }) => `${method} ${path.replace(/we_\w+/, ':id')}`));
  expect([...kinds].sort()).toEqual([
    'DELETE /v1/webhook_endpoints/:id',
    'GET /v1/webhook_endpoints',
    'GET /v1/webhook_endpoints/:id',
    'POST /v1/webhook_endpoints',
    'POST /v1/webhook_endpoints/:id',
  ]);
  for (const request of requests) {
    const sent = { method: request.method, path: request.url, body: request.bytes.toString('utf8') };
    expect([sent, await send(peer.url, sent)]).toEqual([sent, 200]);
  }
});

test('our client understands what stripe-mock answers', async () => {
  const env = { STRIPE_API_KEY: 'sk_test_sandbox', STRIPE_API_URL: peer.url };
  const ctx = testContext({ env });
  const api = await connectStripe(ctx, { destinations: false });
  const [hook] = await api.list();
  expect(hook).toMatchObject({ kind: 'endpoint', events: ['charge.failed', 'charge.succeeded'], enabled: true });
  const made: NewHook = {
    kind: 'endpoint',
    url: PAY,
    name: null,
    events: ['charge.succeeded'],
    description: 'payments',
    metadata: { team: 'blue' },
    fixed: { apiVersion: '2026-08-26.dahlia' },
    connect: true,
  };
  const { id, secret } = await api.create(made, 'rewind-peer-1');
  expect([id.slice(0, 3), secret]).toEqual(['we_', undefined]);
  expect(await api.find('endpoint', id)).toMatchObject({ id });
  const change = { url: PAY, events: ['*'], enabled: false, description: null, metadata: { team: null, tier: 'gold' } };
  await api.update('endpoint', id, change);
  await api.remove('endpoint', id);
  expect(await api.account()).toMatch(/^acct_/);

  const config = scene.config({}, { 'event-destinations': false });
  const state = await provider.capture(config, ctx, new MemoryPayloads());
  expect(provider.plan(provider.state.parse(state), state)).toEqual([]);
});

describe('our double', () => {
  test('answers as the official description says, refusals too', async () => {
    await fullRestore();
    const id = scene.hooks[0]?.id ?? '';
    for (const request of wrong) await send(scene.stripe.url, { ...request, path: request.path.replace(':id', id) });
    await send(scene.stripe.url, { method: 'GET', path: '/v1/webhook_endpoints/we_unknown', body: '' });
    // A fault that answers nothing has no status.
    const log = scene.stripe.requests.filter(
      ({ path, status }) => path.startsWith('/v1/webhook_endpoints') && status !== null,
    );
    expect(log.filter(({ status }) => (status ?? 0) >= 400).length).toBeGreaterThan(wrong.length);
    for (const request of log) {
      const { error } = schemaFor(request).safeParse(request.answer?.body);
      expect([request.method, request.path, error?.issues ?? []]).toEqual([request.method, request.path, []]);
    }
  });

  test('an answer with an invented, a missing or a wrong field would be noticed', () => {
    const good = { ...v1View(scene.stripe.add({ url: PAY })) };
    const accepted = (answer: unknown): boolean => answers.endpoint.safeParse(answer).success;
    expect(accepted(good)).toBe(true);
    expect(accepted({ ...good, connect: true })).toBe(false);
    expect(accepted({ ...good, url: undefined })).toBe(false);
    expect(accepted({ ...good, created: '2026' })).toBe(false);
  });

  test('has the fields that stripe-mock has, no more and no less', async () => {
    const fields = async (base: string): Promise<string[]> => {
      const answer = await fetch(`${base}/v1/webhook_endpoints?limit=1`, {
        headers: { authorization: 'Bearer sk_test_sandbox' },
      });
      const { data } = z.object({ data: z.array(z.record(z.string(), z.unknown())) }).parse(await answer.json());
      return Object.keys(data[0] ?? {}).sort();
    };
    scene.stripe.add({ url: PAY });
    expect(await fields(scene.stripe.url)).toEqual(await fields(peer.url));
  });

  test.each(wrong)('refuses what stripe-mock refuses: $method $path $body', async (request) => {
    const hook = scene.stripe.add({ url: PAY });
    const path = request.path.replace(':id', hook.id);
    expect([await send(peer.url, { ...request, path }), await send(scene.stripe.url, { ...request, path })]).toEqual([
      400, 400,
    ]);
  });

  test('a list of payments by their types is what stripe-mock accepts, and what it answers is understood', async () => {
    const entry = { count: 'failures' };
    scene.stripe.requests.length = 0;
    await probed(stripePayments, entry, scene.context());
    const [sent] = scene.stripe.requests;
    expect(await send(peer.url, { method: 'GET', path: sent?.url ?? '', body: '' })).toBe(200);
    expect(await send(peer.url, { method: 'GET', path: `${sent?.url ?? ''}&statuses[0]=x`, body: '' })).toBe(400);
    // Its fixture is an event of another type, which no filter of Stripe would let through.
    const env = { STRIPE_API_KEY: 'sk_test_sandbox', STRIPE_API_URL: peer.url };
    const { errors } = await probed(stripePayments, entry, testContext({ env }));
    expect(errors).toMatchObject([
      { reason: 'provider', message: expect.stringMatching(/an event .*: type: Invalid/) },
    ]);
  });

  test('lists events as stripe-mock does: it accepts our requests, and an event has its fields', async () => {
    const event = scene.stripe.happen('charge.succeeded', 1_767_225_600);
    const ours = await connectStripe(scene.context(), { destinations: false });
    const first = await ours.events(1_767_225_000, 1_767_226_000).next();
    expect(first.value).toMatchObject({ id: event.id, type: 'charge.succeeded' });
    expect(await ours.event(event.id)).toEqual(event);
    const sent = scene.stripe.requests.filter(({ path }) => path.startsWith('/v1/events'));
    expect(sent.map(({ path }) => path)).toEqual(['/v1/events', `/v1/events/${event.id}`]);
    for (const { method, url } of sent) expect(await send(peer.url, { method, path: url, body: '' })).toBe(200);
    const official = await connectStripe(
      testContext({ env: { STRIPE_API_KEY: 'sk_test_sandbox', STRIPE_API_URL: peer.url } }),
      { destinations: false },
    );
    expect(Object.keys((await official.event(event.id)) ?? {}).sort()).toEqual(Object.keys(event).sort());
    const wrongLimit = { method: 'GET', path: '/v1/events?limit=none', body: '' };
    expect([await send(peer.url, wrongLimit), await send(scene.stripe.url, wrongLimit)]).toEqual([400, 400]);
  });

  test('and wants a key, as stripe-mock does', async () => {
    const status = async (base: string): Promise<number> => (await fetch(`${base}/v1/webhook_endpoints`)).status;
    expect([await status(peer.url), await status(scene.stripe.url)]).toEqual([401, 401]);
  });
});
