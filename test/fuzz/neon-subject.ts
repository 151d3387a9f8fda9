import { openShop } from '../sandbox/neon/fixture.js';
import { NEON_KEY, NeonSandbox } from '../sandbox/neon/server.js';
import { makeRepository } from '../support/repository.js';
import { tidyFiles, type Subject } from './subject.js';

/** A database that is a branch of Neon. */
export async function neonSubject(): Promise<Subject> {
  const neon = await new NeonSandbox().start();
  const shop = openShop(neon);
  // The cases of one run share the project, and each leaves branches behind.
  shop.project.branchesLimit = 10_000;
  const repository = await makeRepository({
    sections: ['approval: none'],
    resources: ['{ id: db, provider: neon-branch, project: shop-1, branch: main }'],
    env: { NEON_API_KEY: NEON_KEY, NEON_API_URL: neon.url },
  });
  const { root, run } = repository;
  const { snapshot } = (await repository.ok('snapshot', '--json')).json<{ snapshot: string }>();
  const saved = shop.main.data;
  const kept = (): string[] =>
    [...shop.project.branches.values()].filter(({ name }) => name.includes('-before-')).map(({ data }) => data);
  let damaged = 0;
  return {
    root,
    port: null,
    choice: ['--snapshot', snapshot, '--database', 'restore'],
    confirmation: ['--confirm-data-loss', 'shop-1/main'],
    run,
    damage: async () => neon.write(shop.main, `orders: ruined ${(damaged += 1)}`),
    use: async () => true,
    settled: async () => undefined,
    problems: async () => [
      ...(shop.main.data === saved ? [] : [`the branch holds ${shop.main.data}`]),
      ...(kept().includes(`orders: ruined ${damaged}`) ? [] : [`what was written is lost: ${kept().join('; ')}`]),
    ],
    tidy: async () => tidyFiles(root, snapshot),
    stop: async () => {
      await neon.stop();
      repository.remove();
    },
  };
}
