import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { sourcesAfter } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** What is left of a mitigation: killed and never finished, overtaken by a rollback, held by two, not recorded. */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
let service: LaunchDarklySandbox;
let repository: Repository;
let shop: SandboxProject;
let tests = 0;

beforeAll(async () => {
  service = await new LaunchDarklySandbox().start();
  service.tokens.set('api-writer', 'writer');
  shop = service.addProject('shop', ['production']);
  for (const key of ['banner', 'calm', 'theme']) service.addFlag(shop, { key });
  repository = await makeRepository({
    resources: [],
    env: { LAUNCHDARKLY_API_URL: service.url, LAUNCHDARKLY_ACCESS_TOKEN: 'api-writer' },
  });
});
afterAll(async () => {
  await service.stop();
  repository.remove();
});
beforeEach(async () => {
  for (const key of shop.flags.keys()) person(key, 'turnFlagOn');
  repository.configure({
    store: `store-${(tests += 1)}`,
    sections: ['approval: none'],
    resources: ['{ id: flags, provider: launchdarkly, project: shop, environment: production }'],
  });
  await repository.ok('snapshot');
});

const person = (key: string, kind: 'turnFlagOn' | 'turnFlagOff'): void =>
  service.patch(shop, key, 'production', [{ kind }]);
const on = (): string[] =>
  [...shop.flags].flatMap(([key, flag]) => (flag.environments.get('production')?.on === true ? [key] : [])).sort();
const apply = (digest: string) => repository.ok('rollback', '--digest', digest);
async function applied(...args: string[]): Promise<string> {
  const digest = await repository.digestOf(...args);
  await apply(digest);
  return digest;
}
/** The kinds of the open obligations, with what production says of them. */
async function open(): Promise<string[]> {
  const { obligations } = (await repository.ok('recover', '--status', '--json')).json<{
    obligations: { kind: string; reading: { state: string } }[];
  }>();
  return obligations.map(({ kind, reading }) => `${kind}: ${reading.state}`).sort();
}
/** The service has answered the switch of this flag: it is off, and nothing else was written. */
async function killedAfter(key: string, digest: string): Promise<void> {
  const kill = { point: `http PATCH /api/#/flags/shop/${key}: answered`, nth: 1, children: false };
  const env = { FUZZ_ROOT: repository.root, FUZZ_PORT: '', FUZZ_KILL: JSON.stringify(kill) };
  const { signal } = await repository.run(['rollback', '--digest', digest], { command: sourcesAfter(WRITES), env });
  expect(signal).toBe('SIGKILL');
}

test('killed after its last change: a recovery does not write it off; what production shows as over it does', async () => {
  // With the measure, production equals the snapshot.
  person('calm', 'turnFlagOff');
  await repository.ok('snapshot');
  person('calm', 'turnFlagOn');
  const digest = await repository.digestOf('mitigate', '--flags', 'calm');
  await killedAfter('calm', digest);
  await repository.run(['recover']);
  expect({ on: on(), open: await open() }).toEqual({ on: ['banner', 'theme'], open: ['unfinished-rollback: holds'] });
  person('calm', 'turnFlagOn');
  expect(await open()).toEqual(['unfinished-rollback: met']);
  await repository.run(['recover']);
  expect(await open()).toEqual([]);
});

test('a rollback that ends the measure discharges it; the undo of that rollback states it again', async () => {
  await applied('mitigate', '--flags', 'calm,theme');
  expect(await open()).toEqual(['flag-off: holds']);
  const rollback = await applied('plan');
  expect({ on: on(), open: await open() }).toEqual({
    on: ['banner', 'calm', 'theme'],
    open: ['changes-undone: holds'],
  });
  await applied('undo', rollback);
  expect({ on: on(), open: await open() }).toEqual({ on: ['banner'], open: ['flag-off: holds'] });
});

test('a mitigation that cannot be recorded does not begin', async () => {
  const digest = await repository.digestOf('mitigate', '--flags', 'calm');
  const records = join(repository.root, `store-${tests}/incidents`);
  writeFileSync(records, '');
  const { status, stderr } = await repository.run(['rollback', '--digest', digest]);
  rmSync(records);
  expect({ status, on: on() }).toEqual({ status: 1, on: ['banner', 'calm', 'theme'] });
  expect(stderr).toContain('Nothing was changed: a mitigation without a record is never lifted.');
});

test('what an open mitigation eases already: the next plan and the undo say so', async () => {
  const first = await applied('mitigate', '--flags', 'calm', '--minutes', '15');
  const held =
    /Flag "calm" in environment "production": in effect already by the mitigation flags-off \([0-9a-f]{12}\), which has a time limit until 20/;
  expect((await repository.ok('mitigate', '--flags', 'calm', '--minutes', '120')).stdout).toMatch(held);
  expect((await repository.ok('mitigate', '--flags', 'calm,banner')).stdout).toContain('It ends when both are over.');
  const second = await applied('mitigate', '--flags', 'calm,banner', '--minutes', '120');
  expect((await repository.ok('undo', first)).stdout).toContain('(mitigation-shared)');
  expect((await repository.ok('undo', second)).stdout).not.toContain('(mitigation-shared)');
});

test('an undo without a name never means a mitigation or its lift; the undo of a lift is the mitigation once more', async () => {
  const undo = await applied('undo', await applied('mitigate', '--flags', 'calm', '--minutes', '15'));
  const { status, stderr } = await repository.run(['undo']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('rollback-not-found') });
  const shown = (await repository.ok('undo', undo)).stdout;
  expect(shown).toContain('Plan: mitigate "production": flags-off for 15 minutes');
  expect(shown).toContain('after 15 minutes a person must plan the way back');
  const again = await applied('undo', undo);
  expect({ on: on(), open: await open() }).toEqual({ on: ['banner', 'theme'], open: ['flag-off: holds'] });
  await applied('undo', again);
  expect({ on: on(), open: await open() }).toEqual({ on: ['banner', 'calm', 'theme'], open: [] });
});

test('a snapshot during a mitigation says so everywhere, and a rollback to it does not bring the measure back', async () => {
  const digest = await applied('mitigate', '--flags', 'calm', '--minutes', '15');
  const held = `It holds the mitigation flags-off (${digest.slice(0, 12)}): Flag "calm" in environment "production".`;
  const [guard, taken] = await Promise.all([
    repository.ok('guard', '--commit', 'c'.repeat(40)),
    repository.ok('snapshot'),
  ]);
  expect(guard.stdout).toMatch(
    /\(mitigation\): free: .* is in effect in "flags", .*A snapshot that is taken now holds it\./,
  );
  expect(taken.stdout).toContain(held);
  await applied('undo', digest);
  person('theme', 'turnFlagOff');
  const [show, check, all, plan] = await Promise.all([
    repository.ok('show'),
    repository.run(['check']),
    repository.ok('plan', '--include-later-changes', 'flags', '--plan', 'all.json'),
    repository.ok('plan'),
  ]);
  expect(show.stdout).toContain('taken while a mitigation was in effect');
  expect(check.stdout).toContain('(snapshot-mitigated)');
  expect(all.stdout).toContain('2 update');
  expect(plan.stdout).toContain(held);
  expect(plan.stdout).toContain('these stay:\n  - Flag "calm"');
  // In the list of the last snapshots.
  expect(plan.stdout).toMatch(/\[latest\]\n.*\n *taken while a mitigation was in effect: flags-off\n/);
  await apply(/Digest: ([0-9a-f]{64})/.exec(plan.stdout)?.[1] ?? '');
  expect(on()).toEqual(['banner', 'calm', 'theme']);
});
