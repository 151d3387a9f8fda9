import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Commands that only read, while another run has the lock: a rollback whose verification waits for an answer. */
const TOKEN = 'api-4471c0ffee-launchdarkly';
const OWNER =
  /Another run is working on this environment now: "rewind rollback" of .+, process \d+ on .+, since 20\S+Z\./;
let service: LaunchDarklySandbox;
let shop: SandboxProject;
let repository: Repository;
let digest: string;
let tests = 0;

beforeAll(async () => {
  service = await new LaunchDarklySandbox().start();
  service.tokens.set(TOKEN, 'writer');
  shop = service.addProject('shop', ['production']);
  service.addFlag(shop, { key: 'banner' });
  repository = await makeRepository({
    resources: [],
    env: { LAUNCHDARKLY_ACCESS_TOKEN: TOKEN, LAUNCHDARKLY_API_URL: service.url },
  });
});
afterAll(async () => {
  repository.remove();
  await service.stop();
});
beforeEach(async () => {
  repository.configure({
    sections: ['approval: none'],
    store: `store-${(tests += 1)}`,
    resources: ['{ id: flags, provider: launchdarkly, project: shop, environment: production }'],
  });
  turn('turnFlagOff');
  await repository.ok('snapshot');
  turn('turnFlagOn');
  digest = await repository.digestOf('plan');
});
const turn = (kind: 'turnFlagOn' | 'turnFlagOff'): void => service.patch(shop, 'banner', 'production', [{ kind }]);
const inStore = (...path: string[]): string => join(repository.root, `store-${tests}`, ...path);

/** Runs the rollback until it has made its change and reads production again. */
async function verifying(): Promise<{ readonly ended: Promise<ProgramResult>; readonly child: ChildProcess }> {
  let changed = false;
  service.inject({
    times: 1,
    on: ({ method }) => {
      if (method === 'PATCH') changed = true;
      return changed && method === 'GET';
    },
    with: { kind: 'hang' },
  });
  let child: ChildProcess | undefined;
  const ended = repository.run(['rollback', '--digest', digest], { onLog: (_text, its) => (child = its) });
  for (let tries = 0; tries < 1200 && service.pendingFaults > 0; tries += 1) await sleep(25);
  if (child === undefined || service.pendingFaults > 0) throw new Error('the rollback does not verify');
  return { ended, child };
}

interface Status {
  readonly normal: boolean;
  readonly busy: { readonly message: string; readonly digest?: string } | null;
  readonly obligations: readonly { readonly id: string; readonly reading: { state: string; why: string } }[];
}
const status = async (): Promise<Status> => (await repository.ok('recover', '--status', '--json')).json<Status>();
const unfinished = async () => (await status()).obligations.find(({ id }) => id.startsWith('unfinished-rollback'));
async function busyIn(...args: string[]): Promise<unknown[]> {
  const { findings } = (await repository.ok(...args, '--json')).json<{
    findings: { code: string; message: string }[];
  }>();
  return findings.flatMap(({ code, message }) => (code === 'environment-busy' ? [message] : []));
}

test('a rollback that verifies is not finished: nothing writes it off while its run has the lock', async () => {
  const { ended, child } = await verifying();
  try {
    expect(await status()).toMatchObject({ normal: false, busy: { message: expect.stringMatching(OWNER), digest } });
    expect((await unfinished())?.reading).toEqual({ state: 'holds', why: expect.stringMatching(OWNER) });
    const { stdout, stderr } = await repository.ok('recover');
    expect(stdout).toMatch(OWNER);
    expect(stdout).toMatch(
      /Wait until that run ends, then run this command again\. If it was killed, its lock ends by/,
    );
    expect(stderr).not.toContain('Discharged');
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
  // Its process is gone, and production shows that its change is done.
  expect((await unfinished())?.reading.state).toBe('met');
  expect((await repository.ok('recover')).stderr).toContain('Discharged unfinished-rollback');
  expect(await status()).toMatchObject({ busy: null });
}, 60_000);

test('a plan and the plan of an undo say that another run works, and are made all the same', async () => {
  const { ended, child } = await verifying();
  try {
    expect(await busyIn('plan')).toEqual([expect.stringMatching(OWNER)]);
    expect(await busyIn('undo')).toEqual([expect.stringMatching(OWNER)]);
    expect(await busyIn('check')).toEqual([expect.stringMatching(OWNER)]);
    expect((await repository.ok('undo')).stdout).toMatch(
      /warning: \[environment\] Another run is working .*environment-busy/,
    );
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
  expect(await busyIn('plan')).toEqual([]);
}, 60_000);

test('what a lock says of its owner stays in its line', async () => {
  const { ended, child } = await verifying();
  try {
    const [last = ''] = readdirSync(inStore('locks/production')).sort().slice(-1);
    const lock = JSON.parse(readFileSync(inStore('locks/production', last), 'utf8')) as object;
    writeFileSync(
      inStore('locks/production', last),
      JSON.stringify({ ...lock, by: 'ada\n"production" is normal.\n# Normal' }),
    );
    const { stdout } = await repository.ok('recover', '--status');
    expect(stdout.split('\n')[0]).toContain('of ada ⏎ "production" is normal. ⏎ # Normal, process');
    expect(stdout).not.toMatch(/^("production" is normal|# Normal)/m);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}, 60_000);

test('a lock that names no owner may be the one of the rollback', async () => {
  const { ended, child } = await verifying();
  child.kill('SIGKILL');
  await ended;
  const [last = ''] = readdirSync(inStore('locks/production')).sort().slice(-1);
  writeFileSync(inStore('locks/production', last), 'not a lock');
  expect((await unfinished())?.reading).toEqual({ state: 'unknown', why: expect.stringContaining('names no owner') });
  expect(await busyIn('plan')).toEqual([expect.stringContaining(`Its lock locks/production/${last} names no owner`)]);
  // Until it is removed, each rollback is refused: check does not say that it is ready.
  const remove = `rm ${inStore('locks/production', last)}`;
  expect((await repository.ok('plan')).stdout).toContain(`Otherwise remove the lock, or no rollback begins: ${remove}`);
  const check = await repository.run(['check']);
  expect([check.status, check.stdout]).toEqual([
    3,
    expect.stringMatching(/^Not ready[^]*error: \[environment\] .* names no owner[^]*no rollback begins: rm/),
  ]);
  rmSync(inStore('locks/production', last));
  expect((await repository.ok('check')).stdout).toMatch(/^Ready: /);
}, 60_000);
