import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan, type ChangeOutcome } from '../../src/engine/apply.js';
import { explain } from '../../src/runtime/errors.js';
import { begunIn, Journal } from '../../src/engine/journal.js';
import { driftOf } from '../../src/engine/drift.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import type { Plan } from '../../src/engine/plan.js';
import type { Provider } from '../../src/engine/provider.js';
import provider from '../../src/providers/stripe-webhooks/index.js';
import type { Config } from '../../src/providers/stripe-webhooks/config.js';
import { planMarkdown } from '../../src/report/plan-markdown.js';
import { planText } from '../../src/report/plan-text.js';
import { WebhookReceiver } from '../sandbox/stripe/receiver.js';
import { failureOf } from '../conformance/failures.suite.js';
import { StripeFixture, type Snapshot } from '../sandbox/stripe/fixture.js';
import type { TestContext } from '../support/context.js';

const PAY = 'https://shop.example.test/api/webhooks/stripe';
const THIN = 'https://shop.example.test/api/thin';
const VARIABLE = 'STRIPE_WEBHOOK_SECRET';

let scene: StripeFixture;
let config: Config;
beforeAll(async () => {
  scene = await StripeFixture.start();
});
afterAll(() => scene.close());
beforeEach(() => {
  scene.reset();
  config = scene.config({ [PAY]: VARIABLE, [THIN]: 'THIN_SECRET' }, { connect: [] });
  scene.stripe.add({ url: PAY, events: ['charge.succeeded'], metadata: { team: 'payments' } });
});

const at = (url: string) => scene.hooks.find((hook) => hook.url === url);
const variable = (name = VARIABLE) => scene.vercel.envs.filter((row) => row.key === name);

/** A snapshot; then the endpoints are deleted. */
async function deleted(...urls: string[]): Promise<Snapshot> {
  const saved = await scene.capture(config);
  for (const url of urls) scene.stripe.remove(at(url)?.id ?? '');
  return saved;
}

async function planOf(saved: Snapshot, ctx: TestContext): Promise<Plan> {
  const resources = [{ id: 'pay', provider: provider.id, changes: await scene.plan(config, saved, ctx) }];
  const rest = { environment: 'production', snapshot: ctx.snapshotId, snapshotDigest: 'ab'.repeat(32) };
  return assemblePlan({
    program: '0.1.0',
    createdAt: ctx.clock.now(),
    ...rest,
    database: 'none',
    scope: null,
    resources,
  });
}

/** The engine's own way: journal on disk, outcomes instead of exceptions. */
async function run(plan: Plan, saved: Snapshot, ctx: TestContext, file: string): Promise<ChangeOutcome[]> {
  const journal = new Journal(file, ctx.clock);
  const resource = { id: 'pay', providerId: provider.id, config, provider: provider as Provider<unknown, unknown> };
  const outcomes = await applyPlan({
    plan,
    resources: [resource],
    ctx,
    sourceOf: () => saved.payloads,
    journal,
  });
  journal.close();
  return outcomes;
}

/** A secret as it would leak: as it is, in a URL, in base64. */
function formsOf(secret: string): string[] {
  return [secret, secret.slice('whsec_'.length), encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
}

/** Everything that people or files get to see of a run. */
function visible(saved: Snapshot, plan: Plan, ctx: TestContext, outcomes: ChangeOutcome[], file: string): string {
  const errors = outcomes.flatMap(({ error }) => (error ? [explain(error), JSON.stringify(error), error.stack] : []));
  const shown = [planText(plan), planMarkdown(plan), JSON.stringify(plan), JSON.stringify(saved.state)];
  const payloads = [...saved.payloads.contents.values()].map((bytes) => bytes.toString('utf8'));
  return [...shown, ...errors, ...payloads, ...ctx.lines, readFileSync(file, 'utf8')].join('\n');
}

describe('a re-created endpoint', () => {
  test('its secret is caught once, reaches the app, and is seen nowhere', async () => {
    const before = at(PAY);
    const saved = await deleted(PAY);
    const ctx = scene.context();
    const plan = await planOf(saved, ctx);
    expect(plan.changes.map(({ id }) => id)).toEqual([`create:${before?.id}`, `redeploy:${scene.vercel.project}`]);
    expect(planText(plan)).toContain('new signing secret');
    scene.stripe.requests.length = 0;
    const file = join(ctx.scratch, 'journal');
    const outcomes = await run(plan, saved, ctx, file);
    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'done']);

    const made = at(PAY);
    expect(made).toMatchObject({ events: ['charge.succeeded'], enabled: true });
    expect(made?.metadata).toMatchObject({ team: 'payments', rewind_of: before?.id });
    const secret = made?.secret ?? '';
    expect(secret).not.toBe(before?.secret);
    expect(variable()).toMatchObject([{ value: secret, type: 'sensitive', target: ['production'] }]);
    expect(scene.vercel.served(VARIABLE)).toBe(secret);
    const told = scene.stripe.requests.filter(({ answer }) => JSON.stringify(answer).includes(secret));
    expect(told.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/webhook_endpoints']);

    const text = visible(saved, plan, ctx, outcomes, file);
    expect(text).toContain(`create:${before?.id}`);
    for (const form of formsOf(secret)) expect(text).not.toContain(form);
    expect(await scene.plan(config, saved)).toEqual([]);
  });

  test('Vercel refuses the write: said, the secret is not shown, and the next run goes on with the same endpoint', async () => {
    const saved = await deleted(PAY);
    const ctx = scene.context({ env: { VERCEL_TOKEN: 'token-without-rights' } });
    const plan = await planOf(saved, ctx);
    const findings = await provider.preflight?.(config, plan.changes, ctx, saved.payloads);
    expect(findings?.map(({ level, code }) => [level, code])).toContainEqual([
      'error',
      'stripe-secret-target-unreachable',
    ]);
    const file = join(ctx.scratch, 'journal');
    const outcomes = await run(plan, saved, ctx, file);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'not-begun']);
    expect(outcomes[0]?.error?.remedy).toContain('Replace VERCEL_TOKEN');
    const made = at(PAY);
    for (const form of formsOf(made?.secret ?? 'none')) {
      expect(visible(saved, plan, ctx, outcomes, file)).not.toContain(form);
    }
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect(at(PAY)?.id).toBe(made?.id);
    expect(scene.vercel.served(VARIABLE)).toBe(made?.secret);
  });

  test('killed after any write: the approved plan still holds, and running it again finishes', async () => {
    let killed = 0;
    for (let n = 1; n <= 6; n += 1) {
      scene.reset();
      scene.stripe.add({ url: PAY });
      scene.stripe.add({ url: THIN });
      // Crowded: with both of them there are 16.
      for (let i = 0; i < 14; i += 1) scene.stripe.add({ url: `${PAY}/${i}`, enabled: false });
      const saved = await deleted(PAY, THIN);
      const ctx = scene.context({ http: { backoffMs: 1 } });
      const approved = await planOf(saved, ctx);
      const file = join(ctx.scratch, 'journal');
      scene.gate.arm(n);
      const first = await run(approved, saved, ctx, file);
      scene.gate.arm(0);
      if (first.some(({ status }) => status !== 'done')) killed += 1;
      const journal = new Journal(file, ctx.clock);
      const begun = begunIn(journal.entries());
      journal.close();
      const again = await planOf(saved, ctx);
      expect(driftOf(approved, again, begun)).toEqual([]);
      expect((await run(again, saved, ctx, file)).filter(({ status }) => status !== 'done')).toEqual([]);
      expect(await scene.plan(config, saved)).toEqual([]);
      expect(scene.hooks.filter(({ url }) => url === PAY || url === THIN)).toHaveLength(2);
      expect(scene.vercel.served(VARIABLE)).toBe(at(PAY)?.secret);
      expect(scene.vercel.served('THIN_SECRET')).toBe(at(THIN)?.secret);
    }
    expect(killed).toBeGreaterThan(3);
  });

  test('killed, and run again a day later: the endpoint whose secret nobody has is replaced', async () => {
    const saved = await deleted(PAY);
    const changes = await scene.plan(config, saved);
    scene.gate.arm(1);
    await failureOf(scene.apply(config, changes, saved, scene.context({ http: { backoffMs: 1 } })));
    scene.gate.arm(0);
    const lost = at(PAY);
    scene.stripe.forgetIdempotencyKeys();
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect(scene.hooks.filter(({ url }) => url === PAY)).toHaveLength(1);
    expect(at(PAY)?.id).not.toBe(lost?.id);
    expect(scene.vercel.served(VARIABLE)).toBe(at(PAY)?.secret);
  });

  test('a v2 destination: its secret is asked for; where Stripe repeats its answer without it, another is made', async () => {
    const v2 = { name: 'thin', type: 'webhook_endpoint' as const, payload: 'thin' as const, from: ['@self'] };
    scene.stripe.add({ url: THIN, events: ['v1.billing.meter.no_meter_found'], v2 });
    const saved = await deleted(THIN);
    const changes = await scene.plan(config, saved);
    scene.gate.arm(1);
    await failureOf(scene.apply(config, changes, saved, scene.context({ http: { backoffMs: 1 } })));
    scene.gate.arm(0);
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect(scene.hooks.filter(({ url }) => url === THIN)).toHaveLength(1);
    expect(at(THIN)).toMatchObject({ v2: { name: 'thin', payload: 'thin', from: ['@self'] } });
    expect(scene.vercel.served('THIN_SECRET')).toBe(at(THIN)?.secret);
    expect(await scene.plan(config, saved)).toEqual([]);
  });

  test('a Connect endpoint is made as one where that is known, else the plan warns', async () => {
    const connect = 'https://shop.example.test/api/connect';
    scene.stripe.add({ url: connect, connect: true });
    config = scene.config({ [connect]: VARIABLE });
    const saved = await deleted(connect);
    const changes = await scene.plan(config, saved);
    expect(JSON.stringify(changes)).not.toContain('if it was a Connect endpoint');
    await scene.apply(config, changes, saved);
    expect(at(connect)?.connect).toBe(true);

    config = scene.config({ [connect]: VARIABLE }, { 'event-destinations': false });
    const blind = await deleted(connect);
    expect(JSON.stringify(await scene.plan(config, blind))).toContain('if it was a Connect endpoint');
    config = scene.config({ [connect]: VARIABLE }, { 'event-destinations': false, connect: [connect] });
    await scene.apply(config, await scene.plan(config, blind), blind);
    expect(at(connect)?.connect).toBe(true);
  });
});

describe('the variable and the deployment', () => {
  test('a variable shared with preview is split: preview keeps its value', async () => {
    scene.vercel.vercel.addEnv(scene.vercel.state, VARIABLE, 'whsec_old', { target: ['production', 'preview'] });
    const saved = await deleted(PAY);
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect(variable()).toMatchObject([
      { value: 'whsec_old', target: ['preview'] },
      { value: at(PAY)?.secret, target: ['production'] },
    ]);
  });

  test('several variables get the same secret', async () => {
    config = scene.config({ [PAY]: [VARIABLE, 'WORKER_SECRET'] });
    const saved = await deleted(PAY);
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect([scene.vercel.served(VARIABLE), scene.vercel.served('WORKER_SECRET')]).toEqual([
      at(PAY)?.secret,
      at(PAY)?.secret,
    ]);
  });

  test('what production serves now is built again, and the build says of what', async () => {
    const saved = await deleted(PAY);
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect(scene.vercel.production?.id).not.toBe(scene.vercel.first);
    expect(scene.vercel.production?.meta).toMatchObject({
      action: 'redeploy',
      rewindRebuildOf: scene.vercel.first,
    });
  });

  test('a project that was rolled back stays pinned: promoted, then pinned again', async () => {
    scene.vercel.state.autoAssignCustomDomains = false;
    const saved = await deleted(PAY);
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect(scene.vercel.served(VARIABLE)).toBe(at(PAY)?.secret);
    expect(scene.vercel.state.autoAssignCustomDomains).toBe(false);
  });

  test('a build that fails is said; run again, it is built again', async () => {
    const saved = await deleted(PAY);
    const changes = await scene.plan(config, saved);
    scene.vercel.vercel.behavior.buildOutcome = 'ERROR';
    const error = await failureOf(scene.apply(config, changes, saved));
    expect(error.code).toBe('deployment-switch-failed');
    expect(scene.vercel.production?.id).toBe(scene.vercel.first);
    const again = await scene.plan(config, saved);
    expect(again.map(({ id }) => id)).toEqual([`redeploy:${scene.vercel.project}`]);
    scene.vercel.vercel.behavior.buildOutcome = 'READY';
    await scene.apply(config, again, saved);
    expect(scene.vercel.served(VARIABLE)).toBe(at(PAY)?.secret);
    expect(await scene.plan(config, saved)).toEqual([]);
  });
});

describe('verify-events', () => {
  let receiver: WebhookReceiver;
  let secret: string | undefined;
  /** What the app reads. */
  let secretNow: () => string | undefined;
  beforeEach(async () => {
    secretNow = () => secret;
    receiver = await WebhookReceiver.start(() => secretNow());
    scene.reset();
    const hook = scene.stripe.add({ url: receiver.url });
    secret = hook.secret;
    config = withSecret();
  });
  afterEach(() => receiver.close());

  function withSecret(rest: Record<string, unknown> = { 'verify-events': true }): Config {
    const entry = {
      'vercel-env': VARIABLE,
      project: scene.vercel.project,
      team: scene.vercel.team,
      secret: '${PAY_SECRET}',
    };
    return scene.config({}, { 'signing-secrets': { [receiver.url]: entry }, ...rest });
  }

  async function prove(depth: 'readable' | 'restorable' = 'restorable') {
    const ctx = scene.context({ env: { PAY_SECRET: at(receiver.url)?.secret } });
    const saved = await scene.capture(config, ctx);
    const findings = await provider.prove?.(config, saved.state, ctx, saved.payloads, depth);
    return { findings: findings ?? [], ctx };
  }

  test('an app that checks signatures: no findings; one event accepted, one refused', async () => {
    const { findings, ctx } = await prove();
    expect(findings).toEqual([]);
    expect(receiver.accepted).toEqual(['rewind.verification']);
    expect(receiver.refused).toBe(1);
    for (const form of formsOf(secret ?? 'none')) expect(ctx.lines.join('\n')).not.toContain(form);
  });

  test('an app that has another secret, or checks nothing, or is not there', async () => {
    secret = 'whsec_another';
    expect((await prove()).findings.map(({ level, code }) => [level, code])).toEqual([
      ['error', 'stripe-signature-refused'],
    ]);
    receiver.careless = true;
    expect((await prove()).findings.map(({ code }) => code)).toEqual(['stripe-signature-unchecked']);
    scene.stripe.hooks.forEach((hook) => (hook.url = 'http://127.0.0.1:1/api/webhooks/stripe'));
    const entry = {
      'vercel-env': VARIABLE,
      project: scene.vercel.project,
      team: scene.vercel.team,
      secret: '${PAY_SECRET}',
    };
    config = scene.config(
      {},
      { 'verify-events': true, 'signing-secrets': { 'http://127.0.0.1:1/api/webhooks/stripe': entry } },
    );
    const ctx = scene.context({ env: { PAY_SECRET: 'whsec_12345678' } });
    const saved = await scene.capture(config, ctx);
    const findings = await provider.prove?.(config, saved.state, ctx, saved.payloads, 'restorable');
    expect(findings?.map(({ code }) => code)).toEqual(['stripe-endpoint-unreachable']);
  });

  test('nothing is posted unless asked for, and never for a readable proof', async () => {
    await prove('readable');
    config = withSecret({});
    await prove();
    expect([receiver.accepted.length, receiver.refused]).toEqual([0, 0]);
  });

  test('an endpoint whose secret is not known is named as untested', async () => {
    config = scene.config({ [receiver.url]: VARIABLE }, { 'verify-events': true });
    expect((await prove()).findings.map(({ level, code }) => [level, code])).toEqual([
      ['info', 'stripe-signature-untested'],
    ]);
  });

  test('after a re-creation: the rebuilt app accepts the new secret', async () => {
    const saved = await deleted(receiver.url);
    secretNow = () => scene.vercel.served(VARIABLE);
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect(receiver.accepted).toEqual(['rewind.verification']);
    expect(receiver.refused).toBe(1);
    expect(await scene.plan(config, saved)).toEqual([]);
  });

  test('after a re-creation: an app that reads another variable is told, and the restore counts as unfinished', async () => {
    const saved = await deleted(receiver.url);
    const error = await failureOf(scene.apply(config, await scene.plan(config, saved), saved));
    expect(error.code).toBe('verify-differs');
    expect(error.problems.join()).toContain('correctly signed');
    const findings = await provider.check(config, scene.context());
    expect(findings.map(({ code }) => code)).toContain('stripe-unfinished-restore');
  });
});

test('prove: a payload that is not what the manifest says', async () => {
  const saved = await scene.capture(config);
  Object.assign(at(PAY) ?? {}, { enabled: false });
  const later = await scene.capture(config);
  const proof = (state: Snapshot['state']) =>
    provider.prove?.(config, state, scene.context(), saved.payloads, 'readable');
  expect(await proof(saved.state)).toEqual([]);
  expect(await proof(later.state)).toMatchObject([{ level: 'error', code: 'stripe-payload-differs' }]);
});
