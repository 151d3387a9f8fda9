import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { World } from '../sandbox/demo/world.js';

/** A rollback of all services together, where something goes wrong. The database is left as it is. */
let world: World;
let before: Record<string, unknown>;
let digest: string;
/** Only these resources, to be quick. */
const SCOPE = ['--scope', 'env,pay,media,cdn'];
const rollback = () => ['rollback', '--json', '--digest', digest, ...SCOPE];

/** What the resources in scope hold. */
async function services(): Promise<Record<string, unknown>> {
  const { env, pay, media, cdn } = (await world.facts()).services;
  return { env, pay, media, cdn };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 6000; tries += 1) {
    if (condition()) return;
    await sleep(5);
  }
  throw new Error('it never happened');
}

beforeAll(async () => {
  world = await World.start({ seed: false, services: true, integrity: 'rows' });
  const { status, stderr } = await world.run(['snapshot', ...SCOPE]);
  if (status !== 0) throw new Error(stderr);
  before = await services();
}, 60_000);
afterAll(() => world.stop());
beforeEach(async () => {
  world.vercel.clearFaults();
  await world.badRelease();
  digest = (await world.run(['plan', '--json', ...SCOPE])).json<{ digest: string }>().digest;
});

test('killed while CloudFront deploys: the same command goes on with the same digest', async () => {
  const killed = await world.run(rollback(), {
    onLog: (text, child) => {
      if (text.includes('InProgress')) child.kill('SIGKILL');
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  const again = await world.run(rollback());
  expect([again.status, again.json()]).toMatchObject([0, { ok: true, remaining: 0 }]);
  expect(again.json<{ applied: string[] }>().applied).toContain('cdn/invalidate');
  expect(await services()).toEqual(before);
}, 60_000);

test('two rollbacks at once: the second one is told who is at work; a killed one holds nothing up', async () => {
  world.vercel.inject({ on: /(PATCH|POST|DELETE) .*\/env/, with: { kind: 'hang' } });
  let program: ChildProcess | undefined;
  const first = world.run(rollback(), { onLog: (_text, child) => (program = child) });
  const locks = join(world.root, '.rewind/store/locks/production');
  await until(() => world.vercel.pendingFaults === 0);

  const refused = await world.run(rollback());
  expect([refused.status, refused.json()]).toMatchObject([
    1,
    {
      error: {
        code: 'environment-locked',
        message: expect.stringMatching(`"rewind rollback" of .*, process ${String(program?.pid)} on .*, since 20`),
        remedy: expect.stringContaining(digest),
      },
    },
  ]);
  expect(readdirSync(locks)).toHaveLength(1);

  program?.kill('SIGKILL');
  expect((await first).signal).toBe('SIGKILL');
  const again = await world.run(rollback());
  expect([again.status, again.json()]).toMatchObject([0, { ok: true, remaining: 0 }]);
  expect(readdirSync(locks)).toHaveLength(1);
}, 60_000);

test('a variable that cannot be written keeps no bucket open and no webhook broken', async () => {
  const forbidden = { status: 403, body: { error: { code: 'forbidden', message: 'no' } } };
  const on = /(PATCH|POST|DELETE) .*\/env/;
  world.vercel.inject({ on, times: 50, with: { kind: 'answer', answer: forbidden } });
  const failed = await world.run(rollback());
  expect(failed.status).toBe(1);
  const left = new Set(
    failed.json<{ failed: { change: string }[] }>().failed.map(({ change }) => change.split('/')[0]),
  );
  expect([...left]).toEqual(['env']);
  const { env, ...others } = await services();
  const { env: saved, ...same } = before;
  expect(others).toEqual(same);
  expect(env).not.toEqual(saved);
  const report = readFileSync(join(world.root, '.rewind/report.md'), 'utf8');
  expect(report).toContain('read and write the environment variables of project');
  world.vercel.clearFaults();
  expect((await world.run(rollback())).json()).toMatchObject({ ok: true, remaining: 0 });
}, 60_000);
