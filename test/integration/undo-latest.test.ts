import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Which rollback `undo` means without an argument: the whole program, on two stores of flags. */
let vercel: VercelSandbox;
let repository: Repository;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  const stores = ['shop', 'desk'].map((name) => [name, vercel.addStore(name, { checkout: false })] as const);
  repository = await makeRepository({
    resources: stores.map(
      ([id, store]) => `{ id: ${id}, provider: vercel-edge-config, store: ${store.id}, team: ${TEAM} }`,
    ),
    env: vercel.env,
  });
  await repository.ok('snapshot');
  for (const [, { items }] of stores) {
    const item = items.get('checkout');
    if (item !== undefined) items.set('checkout', { ...item, value: true });
  }
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

async function rolledBack(scope: string): Promise<string> {
  const digest = await repository.digestOf('plan', '--scope', scope);
  await repository.ok('rollback', '--digest', digest);
  return digest;
}

test('a repeat that had nothing to do does not make an older rollback the newest', async () => {
  const [older, newer] = [await rolledBack('shop'), await rolledBack('desk')];
  await repository.ok('rollback', '--digest', older);
  const { stdout } = await repository.ok('undo');
  expect(stdout).toContain(`This undoes the rollback ${newer.slice(0, 12)}`);
  expect(stdout).not.toContain('After it, these changed production, too');
  expect((await repository.ok('undo', older.slice(0, 12))).stdout).toContain(
    `After it, these changed production, too: the rollback ${newer.slice(0, 12)}`,
  );
  expect(stdout).not.toContain('no run of it has changed anything');
});

test.each(['undo', 'recover'])('%s names a damaged payload of the state before the rollback', async (command) => {
  const { snapshot } = (await repository.ok(command, '--json')).json<{ snapshot: string }>();
  expect((await repository.ok(command)).stdout).not.toContain('is damaged');
  const folder = join(repository.root, `.rewind/store/snapshots/production/${snapshot}`);
  const [name = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.age'),
  );
  writeFileSync(join(folder, name), '');
  expect((await repository.ok(command)).stdout).toMatch(
    new RegExp(`warning: \\[\\w+\\] Snapshot ${snapshot} is damaged: .* its size and checksum\\. A run that needs it`),
  );
});
