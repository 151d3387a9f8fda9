import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { LaunchDarklySandbox } from '../sandbox/launchdarkly/server.js';
import { runProgram, sourcesAfter, type ProgramOptions, type ProgramResult } from '../support/program.js';

/** One rollback leaves an obligation for each resource. The snapshot before the rollback is found and parsed once for all. */
const RESOURCES = 16;
let service: LaunchDarklySandbox;
let root: string;
let identity: string;

beforeAll(async () => {
  identity = await generateIdentity();
  service = await new LaunchDarklySandbox().start();
  service.tokens.set('api-writer', 'writer');
  root = mkdtempSync(join(tmpdir(), 'rewind-recover-reads-'));
  mkdirSync(join(root, '.github'));
  const names = Array.from({ length: RESOURCES }, (_, number) => `shop-${number}`);
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(identity)}] }
resources:
${names.map((name) => `  - { id: ${name}, provider: launchdarkly, project: ${name}, environment: production }\n`).join('')}`,
  );
  const projects = names.map((name) => service.addProject(name, ['production']));
  for (const project of projects) service.addFlag(project, { key: 'checkout' });
  await run(['snapshot']);
  for (const project of projects) service.patch(project, 'checkout', 'production', [{ kind: 'turnFlagOn' }]);
  const { digest } = (await run(['plan', '--json'])).json<{ digest: string }>();
  await run(['rollback', '--digest', digest]);
});
afterAll(async () => {
  await service.stop();
  rmSync(root, { recursive: true, force: true });
});

async function run(args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> {
  const { env, ...rest } = options;
  const own = { LAUNCHDARKLY_API_URL: service.url, LAUNCHDARKLY_ACCESS_TOKEN: 'api-writer', REWIND_IDENTITY: identity };
  const result = await runProgram(args, { cwd: root, env: { ...own, ...env }, ...rest });
  if (result.status !== 0) throw new Error(`${String(result.status)}\n${result.stdout}\n${result.stderr}`);
  return result;
}

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
  const file = join(root, 'opened');
  const status = await run(['recover', '--status', '--json'], {
    command: sourcesAfter(COUNTER),
    env: { OPENED: file },
  });
  expect(status.json<{ obligations: unknown[] }>().obligations.length).toBeGreaterThanOrEqual(RESOURCES);
  const opened = Number(readFileSync(file, 'utf8'));
  // Each comparison takes the digest of the manifest.
  expect(opened).toBeGreaterThanOrEqual(RESOURCES);
  expect(opened).toBeLessThan(1.5 * RESOURCES);
});
