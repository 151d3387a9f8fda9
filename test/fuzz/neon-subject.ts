import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { openShop } from '../sandbox/neon/fixture.js';
import { NEON_KEY, NeonSandbox } from '../sandbox/neon/server.js';
import { runProgram } from '../support/program.js';
import { tidyFiles, type Subject } from './subject.js';

/** A database that is a branch of Neon. */
export async function neonSubject(): Promise<Subject> {
  const neon = await new NeonSandbox().start();
  const shop = openShop(neon);
  const identity = await generateIdentity();
  const root = mkdtempSync(join(tmpdir(), 'rewind-fuzz-neon-'));
  mkdirSync(join(root, '.github'));
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
approval: none
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(identity)}] }
resources:
  - { id: db, provider: neon-branch, project: shop-1, branch: main }
`,
  );
  const env = { NEON_API_KEY: NEON_KEY, NEON_API_URL: neon.url, REWIND_IDENTITY: identity };
  const run: Subject['run'] = (args, options) =>
    runProgram(args, { cwd: root, ...options, env: { ...env, ...options?.env } });
  const taken = await run(['snapshot', '--json']);
  if (taken.status !== 0) throw new Error(taken.stderr);
  const { snapshot } = taken.json<{ snapshot: string }>();
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
      rmSync(root, { recursive: true, force: true });
    },
  };
}
