import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { incidentArtifact, rollbackArtifact, snapshotArtifact } from '../../src/store/artifact-names.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { zipOf } from '../support/artifact-zip.js';
import { sourcesAfter } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/**
 * A mitigation with the store `artifact`, killed in the middle. Each run has another runner, which has nothing of the others
 * but what their steps uploaded.
 */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
const STORE = { kind: 'artifact' } as const;
let hub: GitHubSandbox;
let service: LaunchDarklySandbox;
let repository: Repository;
let shop: SandboxProject;
let runs = 0;

beforeAll(async () => {
  [hub, service] = [new GitHubSandbox(), await new LaunchDarklySandbox().start()];
  await hub.start();
  service.tokens.set('api-writer', 'writer');
  shop = service.addProject('shop', ['production']);
  for (const key of ['banner', 'calm', 'theme']) {
    service.addFlag(shop, { key });
    service.patch(shop, key, 'production', [{ kind: 'turnFlagOn' }]);
  }
  repository = await makeRepository({
    store: 'artifact',
    sections: ['approval: none', 'channels: []'],
    resources: ['{ id: flags, provider: launchdarkly, project: shop, environment: production }'],
    env: {
      ...{ LAUNCHDARKLY_API_URL: service.url, LAUNCHDARKLY_ACCESS_TOKEN: 'api-writer' },
      ...{ GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token },
    },
  });
  await repository.ok('snapshot');
  endOfJob();
});
afterAll(async () => {
  await Promise.all([hub.stop(), service.stop()]);
  repository.remove();
});

/** What the steps after the program upload, also after a failure. Then the runner is gone. */
function endOfJob(): void {
  runs += 1;
  const folders = { snapshots: snapshotArtifact, rollbacks: rollbackArtifact, incidents: incidentArtifact };
  for (const [kind, nameOf] of Object.entries(folders)) {
    const folder = join(repository.root, '.rewind/store', kind, 'production');
    for (const id of existsSync(folder) ? readdirSync(folder) : []) {
      const upload = nameOf(STORE, 'production', id);
      const name = kind === 'snapshots' ? upload?.name : `${upload?.name ?? ''}-${runs}-1`;
      hub.addArtifact({ name: name ?? '', zip: zipOf(join(folder, id)) });
    }
  }
  rmSync(join(repository.root, '.rewind'), { recursive: true, force: true });
}

async function inJob<T>(work: Promise<T>): Promise<T> {
  return work.finally(endOfJob);
}

const on = (): string[] =>
  [...shop.flags].flatMap(([key, flag]) => (flag.environments.get('production')?.on === true ? [key] : [])).sort();
const open = async (): Promise<string[]> => {
  const { incidents } = (await inJob(repository.ok('incident', 'list', '--json'))).json<{
    incidents: { obligations: { id: string; discharged: unknown }[] }[];
  }>();
  return incidents.map(({ obligations }) =>
    obligations.flatMap(({ id, discharged }) => (discharged === null ? [id.replace(/:[0-9a-f]{12}$/, '')] : [])).join(),
  );
};

test('the next run finishes it in the same incident, and its undo returns all of it', async () => {
  const digest = await repository.digestOf('mitigate', '--flags', 'calm,theme');
  const rollback = ['rollback', '--digest', digest];
  // The service has answered the first switch.
  const kill = { point: 'http PATCH /api/#/flags/shop/calm: answered', nth: 1, children: false };
  const env = { FUZZ_ROOT: repository.root, FUZZ_PORT: '', FUZZ_KILL: JSON.stringify(kill) };
  const { signal } = await inJob(repository.run(rollback, { command: sourcesAfter(WRITES), env }));
  expect(signal).toBe('SIGKILL');
  expect(on()).not.toContain('calm');
  expect(await open()).toEqual(['unfinished-rollback']);
  const waits = await inJob(repository.ok('mitigate', '--lift-expired'));
  expect(waits.stdout).toContain('waiting: flags-off');
  // Another runner knows the plan by its digest.
  await inJob(repository.ok(...rollback));
  expect({ on: on(), open: await open() }).toEqual({ on: ['banner'], open: ['flag-off:flags'] });
  const undo = await repository.digestOf('undo', digest);
  await inJob(repository.ok('rollback', '--digest', undo));
  expect({ on: on(), open: await open() }).toEqual({ on: ['banner', 'calm', 'theme'], open: [''] });
});
