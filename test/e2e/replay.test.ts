import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StripeFixture } from '../sandbox/stripe/fixture.js';
import { WebhookReceiver } from '../sandbox/stripe/receiver.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { sourcesAfter, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

const SECRET = 'whsec_0123456789abcdef0123456789abcdef';
const CUSTOMER = 'ada@example.com';
let server: TestPostgres;
let scene: StripeFixture;
let app: WebhookReceiver;
let repository: Repository;

beforeAll(async () => {
  server = await startPostgres();
  scene = await StripeFixture.start();
  app = await WebhookReceiver.start(() => SECRET);
  const { project, team } = scene.vercel;
  repository = await makeRepository({
    resources: [
      '{ id: db, provider: postgres, url: "${DATABASE_URL}" }',
      `id: pay
provider: stripe-webhooks
signing-secrets:
  ${app.url}: { vercel-env: STRIPE_WEBHOOK_SECRET, project: ${project}, team: ${team}, secret: "\${STRIPE_WEBHOOK_SECRET}" }`,
    ],
    env: {
      DATABASE_URL: await server.createDatabase('shop'),
      STRIPE_WEBHOOK_SECRET: SECRET,
      STRIPE_API_KEY: 'sk_test_sandbox',
      STRIPE_API_URL: scene.stripe.url,
      VERCEL_TOKEN: scene.vercel.token,
      VERCEL_API_URL: scene.vercel.url,
    },
  });
  await server.query('shop', 'CREATE TABLE payments (event text PRIMARY KEY)');
  scene.stripe.add({ url: app.url, events: ['charge.succeeded'] });
});
afterAll(async () => {
  repository.remove();
  await Promise.all([server.stop(), scene.close(), app.close()]);
});

const run: Repository['run'] = (...args) => repository.run(...args);

/** Loaded before the program: it ends when the application has received the n-th event, before the answer is read. */
const killedAfter = (events: number): string[] => {
  const killer = `let sent = 0; const fetch = globalThis.fetch;
    globalThis.fetch = async (...args) => {
      const answer = await fetch(...args);
      if (String(args[0]).startsWith(${JSON.stringify(app.url)}) && ++sent === ${events}) process.kill(process.pid, 'SIGKILL');
      return answer;
    }`;
  return sourcesAfter(`data:text/javascript,${encodeURIComponent(killer)}`);
};

const done = (args: readonly string[]): Promise<ProgramResult> => repository.ok(...args);

const now = (): number => Math.floor(Date.now() / 1000);
const happen = (): string => scene.stripe.happen('charge.succeeded', now(), { email: CUSTOMER }).id;
/** Stripe tells times in whole seconds. */
const nextSecond = (): Promise<void> => sleep(1000 - (Date.now() % 1000) + 5);

/** Every file below the working directory, as text. */
const kept = (): string =>
  readdirSync(join(repository.root, '.rewind'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

test('restore, replay, killed, again: the events of the lost time arrive in order, and no other', async () => {
  expect((await run(['replay'])).stderr).toContain('No database says which snapshot it was restored from.');
  happen();
  await nextSecond();
  await done(['snapshot']);
  await nextSecond();
  const lost = Array.from({ length: 6 }, happen);
  await server.query('shop', `INSERT INTO payments VALUES ('x')`);
  await nextSecond();
  const { digest } = (await done(['plan', '--database', 'restore', '--json'])).json<{ digest: string }>();
  await done(['rollback', '--digest', digest, '--database', 'restore', '--confirm-data-loss', 'shop']);
  await nextSecond();
  happen();
  const open = async () => {
    const { obligations } = (await done(['recover', '--status', '--json'])).json<{
      obligations: { kind: string; discharge: string; reading: { state: string; why: string } }[];
    }>();
    return obligations.find(({ kind }) => kind === 'events-to-replay');
  };
  expect(await open()).toMatchObject({
    discharge: expect.stringContaining('rewind replay --scope pay,db'),
    reading: { state: 'holds', why: 'no event was sent again' },
  });

  // A plan that finds no endpoint, or leaves it out, has nothing to send, and the events are still lost.
  const hooks = scene.stripe.hooks.splice(0);
  expect((await done(['replay'])).stdout).toContain('No event is to be sent.');
  const none = await open();
  scene.stripe.add({ url: 'https://other.example/hook', events: ['charge.succeeded'] });
  expect((await done(['replay'])).stdout).toContain('its signing secret is not known here');
  const leftOut = await open();
  scene.stripe.hooks.splice(0, Infinity, ...hooks);
  expect([none?.reading, leftOut?.reading]).toEqual([
    { state: 'holds', why: 'no endpoint was there to send to' },
    { state: 'holds', why: 'nothing was sent to https://other.example/hook: its signing secret is not known here' },
  ]);

  const plan = await done(['replay']);
  expect(plan.stdout).toContain('6 to send, oldest first');
  expect(plan.stdout).toContain(`to ${app.url}: 6`);
  expect(app.ids).toEqual([]);
  const command = /rewind (replay --digest [0-9a-f]{64})/.exec(plan.stdout)?.[1]?.split(' ') ?? [];
  const killed = await run(command, { command: killedAfter(3) });
  expect(killed.signal).toBe('SIGKILL');
  expect(app.ids).toEqual(lost.slice(0, 3));
  expect((await open())?.reading.why).toBe('2 of 6 events were sent');

  expect((await done(['replay'])).stdout).toContain('2 of them were sent before, and are not sent again.');
  const finished = await done(command);
  // The answer to the third was lost, so it is sent again, and named.
  expect(app.ids).toEqual([...lost.slice(0, 3), ...lost.slice(2)]);
  expect(finished.stdout).toContain(`perhaps sent twice: charge.succeeded ${lost[2]}`);
  expect(app.refused).toBe(0);
  const again = await done(command);
  expect(again.stdout).toContain('No event was sent: all 6 were sent before.');
  expect((await open())?.reading).toEqual({ state: 'met', why: '6 events were sent' });
  expect((await run(['replay', '--digest', '0'.repeat(64)])).stderr).toContain('plan-mismatch');
  // Only the data of the database is left, which no recovery brings back.
  const forwards = await done(['recover']);
  expect(forwards.stdout).toContain('No change is planned: a recovery has none to make in "db".');
  expect(forwards.stdout).toContain('a recovery does not bring data back');
  expect(forwards.stdout).not.toContain('Plan written');
  for (const text of [plan, killed, finished, again].map(({ stdout, stderr }) => stdout + stderr).concat(kept())) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(CUSTOMER);
  }
});

test('after an undo of the restore nothing is sent: the database holds what was written for the events', async () => {
  await done(['snapshot']);
  await nextSecond();
  happen();
  await server.query('shop', `INSERT INTO payments VALUES ('y')`);
  await nextSecond();
  const { digest } = (await done(['plan', '--database', 'restore', '--json'])).json<{ digest: string }>();
  await done(['rollback', '--digest', digest, '--confirm-data-loss', 'shop']);
  const { digest: approved } = (await done(['replay', '--json'])).json<{ digest: string }>();
  const undo = (await done(['undo', '--json'])).json<{ digest: string }>().digest;
  await done(['rollback', '--digest', undo, '--confirm-data-loss', 'shop']);
  const received = app.ids.length;
  const { status, stderr } = await run(['replay', '--digest', approved]);
  expect([status, stderr, app.ids.length]).toEqual([1, expect.stringContaining('plan-drift'), received]);
});
