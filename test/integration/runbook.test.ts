import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeRepository, type Repository } from '../support/repository.js';

const WEB = '{ id: web, provider: vercel-deployment, project: prj_shop }';
const MORE = '{ id: flags, provider: vercel-edge-config, store: ecfg_shop }';
/** Its links depend on nothing of the machine. */
const NAME = ['--repository', 'acme/shop'];

let repository: Repository;
const file = (): string => join(repository.root, 'docs/runbook.md');
const text = (): string => readFileSync(file(), 'utf8');

beforeAll(async () => {
  repository = await makeRepository({ resources: [WEB] });
});
afterAll(() => {
  repository.remove();
});

test('the committed copy is missing, written, current, old, and renewed with the text of the team', async () => {
  const missing = await repository.run(['runbook', '--check', ...NAME]);
  expect([missing.status, missing.stdout]).toEqual([3, expect.stringContaining('There is no docs/runbook.md')]);
  expect(existsSync(file())).toBe(false);
  await repository.ok('runbook', ...NAME);
  expect(text().split('\n')[0]).toContain('"rewind runbook --repository acme/shop"');
  // Without the flag: the file names the repository.
  await repository.ok('runbook', '--check');
  const mark = '<!-- rewind:own -->\n';
  writeFileSync(
    file(),
    text().replace(`${mark}<!-- /rewind:own -->\n\n## Contacts`, `${mark}Ours.\n<!-- /rewind:own -->\n\n## Contacts`),
  );
  await repository.ok('runbook', '--check');
  repository.configure({ resources: [WEB, MORE] });
  const before = text();
  const stale = await repository.run(['runbook', '--check', '--json']);
  expect(stale.status).toBe(3);
  expect(stale.json()).toMatchObject({ ok: false, current: false, written: false, file: 'docs/runbook.md' });
  expect(stale.stdout).toContain('### flags: Vercel Edge Config');
  expect(text()).toBe(before);
  await repository.ok('runbook');
  expect(text()).toContain('Ours.');
  await repository.ok('runbook', '--check');
});

test('a workflow that calls Rewind makes it old, and a broken one does not stop it', async () => {
  await repository.ok('runbook', ...NAME);
  const folder = join(repository.root, '.github/workflows');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'broken.yml'), 'on: [push\n');
  await repository.ok('runbook', '--check');
  writeFileSync(
    join(folder, 'back.yml'),
    'name: Back\non: { workflow_dispatch: { inputs: { reason: { required: true } } } }\njobs:\n  a: { uses: acme/rewind/.github/workflows/rollback.yml@v1 }\n',
  );
  expect((await repository.run(['runbook', '--check'])).status).toBe(3);
  await repository.ok('runbook');
  expect(text()).toContain('[**Back**](https://github.com/acme/shop/actions/workflows/back.yml)');
});

test('a file of somebody else is never overwritten, nor one whose marks do not pair', async () => {
  const own = join(repository.root, 'OWN.md');
  writeFileSync(own, '# Ours\n');
  const refused = await repository.run(['runbook', '--output', 'OWN.md']);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('did not write it')]);
  expect(readFileSync(own, 'utf8')).toBe('# Ours\n');
  await repository.ok('runbook', ...NAME);
  const broken = text().replace('\n<!-- /rewind:own -->\n', '\n');
  writeFileSync(file(), broken);
  expect((await repository.run(['runbook'])).status).toBe(2);
  expect(text()).toBe(broken);
  writeFileSync(file(), '');
  expect((await repository.run(['runbook'])).status).toBe(2);
});

test('a runbook outside the repository is to be read; nobody can commit it there', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'rewind-outside-'));
  const written = async (path: string): Promise<string> =>
    (await repository.ok('runbook', '--output', path, ...NAME)).stdout.trim();
  expect(await written(join(outside, 'a.md'))).toMatch(/a\.md is written\. Read it\.$/);
  symlinkSync(outside, join(repository.root, 'link'));
  expect(await written('link/b.md')).toBe('link/b.md is written. Read it.');
  expect(await written('IN.md')).toBe('IN.md is written. Read it, then commit it.');
  for (const path of [outside, join(repository.root, 'link'), join(repository.root, 'IN.md')]) {
    rmSync(path, { recursive: true });
  }
});

test('no value of a secret is written, and no part of the configuration is left out', async () => {
  const secret = await repository.run(['runbook', '--output', 'S.md'], { env: { MY_TOKEN: 'prj_shop' } });
  expect([secret.status, existsSync(join(repository.root, 'S.md'))]).toEqual([2, false]);
  expect((await repository.run(['runbook', '--scope', 'web'])).status).toBe(2);
  const printed = await repository.ok('runbook', '--print', '--output', 'P.md', ...NAME);
  expect(printed.stdout).toContain('# Runbook: roll back `production`');
  expect(existsSync(join(repository.root, 'P.md'))).toBe(false);
});

test('readiness: an old runbook and a missing one are warnings; a current one, and a page of the team, are none', async () => {
  const found = async (): Promise<string[]> =>
    (await repository.run(['readiness', '--json']))
      .json<{ findings: { resource: string; level: string; code: string; remedy?: string }[] }>()
      .findings.filter(({ resource }) => resource === 'runbook')
      .map(({ level, code, remedy = '' }) => `${level} ${code}: ${remedy}`);
  rmSync(file(), { force: true });
  repository.configure({ resources: [WEB] });
  await repository.ok('runbook', ...NAME);
  expect(await found()).toEqual([]);
  repository.configure({ resources: [WEB, MORE] });
  expect(await found()).toEqual([
    'warning runbook-stale: Run "rewind runbook --repository acme/shop", and commit the file.',
  ]);
  await repository.ok('runbook');
  expect(await found()).toEqual([]);
  // Whatever they have there, they did not ask for a runbook of ours.
  writeFileSync(file(), '# Our own page\n');
  expect(await found()).toEqual([]);
  repository.configure({ resources: [WEB, MORE], sections: ['runbook: ops/runbook.md'] });
  expect(await found()).toEqual([expect.stringMatching(/^warning runbook-missing: Run "rewind runbook/)]);
  await repository.ok('runbook', ...NAME);
  expect(await found()).toEqual([]);
  // A file that cannot be read hides no other finding.
  writeFileSync(join(repository.root, 'ops/runbook.md'), Buffer.from([0xff, 0xfe]));
  expect(await found()).toEqual([expect.stringContaining('error input-invalid')]);
  rmSync(file());
});
