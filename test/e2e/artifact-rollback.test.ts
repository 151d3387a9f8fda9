import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { World } from '../sandbox/demo/world.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { zipOf } from '../support/artifact-zip.js';
import { sourcesAfter, type ProgramResult } from '../support/program.js';
import { KILLER } from '../support/killer.js';

/**
 * A rollback with the store `artifact`, killed in the middle and gone on with by another runner, which has nothing of the
 * first but what its steps had uploaded.
 */
let world: World;
let hub: GitHubSandbox;
let attempt = 0;

beforeAll(async () => {
  hub = new GitHubSandbox();
  await hub.start();
  world = await World.start({ seed: false });
  const file = join(world.root, '.github/rewind.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^store: .*$/m, 'store: { kind: artifact }'));
  Object.assign(world.env, { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token });
  await world.addFans(500);
}, 60_000);
afterAll(async () => {
  await world.stop();
  await hub.stop();
});

/** What the steps after the program upload, and then the runner is gone. */
function endOfJob(): void {
  attempt += 1;
  const staging = join(world.root, '.rewind/store');
  const folders = (kind: string): string[] => {
    const path = join(staging, kind, 'production');
    return existsSync(path) ? readdirSync(path) : [];
  };
  for (const id of folders('snapshots')) {
    hub.addArtifact({
      name: `rewind-snapshot-production-${id}`,
      zip: zipOf(join(staging, 'snapshots/production', id)),
    });
  }
  for (const digest of folders('rollbacks')) {
    hub.addArtifact({
      name: `rewind-rollback-production-${digest}-77-${attempt}`,
      zip: zipOf(join(staging, 'rollbacks/production', digest)),
    });
  }
  rmSync(join(world.root, '.rewind'), { recursive: true, force: true });
}

const ok = (result: ProgramResult): ProgramResult => {
  if (result.status !== 0) throw new Error(`${result.stdout}\n${result.stderr}`);
  return result;
};

test.each(['restore', 'down'] as const)(
  '%s: another runner goes on with the plan that was approved',
  async (database) => {
    ok(await world.run(['snapshot']));
    endOfJob();
    world.project.autoAssignCustomDomains = true;
    const before = await world.facts();
    await world.badRelease();
    const { digest } = ok(await world.run(['plan', '--json', '--database', database])).json<{ digest: string }>();
    const plan = readFileSync(join(world.root, '.rewind/plan.json'), 'utf8');
    endOfJob();
    // The approved job fetches the plan, as a step does.
    mkdirSync(join(world.root, '.rewind'));
    writeFileSync(join(world.root, '.rewind/plan.json'), plan);
    const args = ['rollback', '--json', '--digest', digest, '--confirm-data-loss', world.database];
    // After the deployment has been switched, in the middle of the database.
    const killed = await world.run(args, {
      command: sourcesAfter(KILLER),
      env: { KILL_AFTER: '5' },
    });
    expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', expect.any(String)]);
    endOfJob();
    expect(existsSync(join(world.root, '.rewind'))).toBe(false);
    // The plan comes from the store too, named by its digest alone.
    const again = ok(await world.run(args)).json<{ ok: boolean; remaining: number; digest: string }>();
    expect(again).toMatchObject({ ok: true, remaining: 0, digest: (JSON.parse(plan) as { digest: string }).digest });
    endOfJob();
    const after = await world.facts();
    expect(after.deployment).toBe(before.deployment);
    expect(after.flags).toEqual(before.flags);
    if (database === 'restore') expect(after).toEqual(before);
  },
  120_000,
);
