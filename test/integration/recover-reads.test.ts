import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LaunchDarklySandbox } from '../sandbox/launchdarkly/server.js';
import { sourcesAfter } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** One rollback leaves an obligation for each resource. The snapshot before the rollback is found and parsed once for all. */
const RESOURCES = 16;
let service: LaunchDarklySandbox;
let repository: Repository;

beforeAll(async () => {
  service = await new LaunchDarklySandbox().start();
  service.tokens.set('api-writer', 'writer');
  const projects = Array.from({ length: RESOURCES }, (_, number) =>
    service.addProject(`shop-${number}`, ['production']),
  );
  for (const project of projects) service.addFlag(project, { key: 'checkout' });
  repository = await makeRepository({
    env: { LAUNCHDARKLY_API_URL: service.url, LAUNCHDARKLY_ACCESS_TOKEN: 'api-writer' },
    resources: projects.map(
      ({ key }) => `{ id: ${key}, provider: launchdarkly, project: ${key}, environment: production }`,
    ),
  });
  await repository.ok('snapshot');
  for (const project of projects) service.patch(project, 'checkout', 'production', [{ kind: 'turnFlagOn' }]);
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
});
afterAll(async () => {
  await service.stop();
  repository.remove();
});

/** Counts how often the program opens a manifest, and writes the number at its end. */
const COUNTER = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  let opened = 0;
  const open = fs.promises.open;
  fs.promises.open = (path, ...rest) => {
    if (String(path).endsWith('/manifest.json')) opened += 1;
    return open(path, ...rest);
  };
  process.once('exit', () => fs.writeFileSync(process.env.OPENED, String(opened)));
`)}`;

test('recover --status finds the snapshot before a rollback once, not once for each resource', async () => {
  const file = join(repository.root, 'opened');
  const counted = { command: sourcesAfter(COUNTER), env: { OPENED: file } };
  const status = await repository.run(['recover', '--status', '--json'], counted);
  expect(status.json<{ obligations: unknown[] }>().obligations.length).toBeGreaterThanOrEqual(RESOURCES);
  const opened = Number(readFileSync(file, 'utf8'));
  // Each comparison takes the digest of the manifest.
  expect(opened).toBeGreaterThanOrEqual(RESOURCES);
  expect(opened).toBeLessThan(1.5 * RESOURCES);
});
