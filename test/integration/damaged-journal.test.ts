import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** The journal in the store was damaged, or another version of Rewind wrote it: nothing is claimed of what it says no more. */
let vercel: VercelSandbox;
let repository: Repository;
let digest: string;
let journal: string;
let written: string;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  const { id, items } = vercel.addStore('shop', { checkout: 'old', limit: 3 });
  repository = await makeRepository({
    resources: [`{ id: flags, provider: vercel-edge-config, store: ${id}, team: ${TEAM} }`],
    env: vercel.env,
  });
  await repository.ok('snapshot');
  const item = items.get('checkout');
  if (item !== undefined) items.set('checkout', { ...item, value: 'new' });
  digest = await repository.digestOf('plan');
  journal = join(repository.root, '.rewind/store/rollbacks/production', digest, 'journal.jsonl');
  // Killed before it noted its end: the record of the incident still asks for it.
  await repository.run(['rollback', '--digest', digest], {
    onLog: (text, child) => {
      if (text.includes('done in')) child.kill('SIGKILL');
    },
  });
  // Another machine goes on: it has no journal of its own.
  rmSync(join(repository.root, '.rewind/journal'), { recursive: true });
  written = readFileSync(journal, 'utf8');
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

const lines = (change: (line: string) => string): string =>
  written
    .split('\n')
    .map((line) => (line === '' ? '' : change(line)))
    .join('\n');

test.each([
  ['of another version', () => lines((line) => JSON.stringify({ ...(JSON.parse(line) as object), version: 9 })), 1],
  ['damaged in one line', () => lines((line) => (line.includes('"run"') ? line.slice(0, 40) : line)), 3],
  ['cut in the middle of a line', () => written.slice(0, -20), null],
])('a journal %s: what it does not tell is not denied', async (_, damaged, line) => {
  writeFileSync(journal, damaged());
  const name = `of the rollback ${digest.slice(0, 12)} cannot be read`;
  const status = await repository.ok('recover', '--status');
  expect(status.stdout).not.toContain('no run of it has changed anything');
  expect(status.stdout).toMatch(
    new RegExp(`production: CANNOT BE READ: Line ${line ?? '\\d+'} of the journal ${name}`),
  );
  for (const words of [['undo'], ['undo', digest.slice(0, 12)], ['rollback', '--digest', digest]]) {
    const { status, stderr } = await repository.run(words);
    expect([status, stderr]).toEqual([1, expect.stringMatching(new RegExp(`${name}[^]*journal-unreadable`))]);
    expect(stderr).not.toMatch(/nothing to undo|has changed anything/i);
  }
  // What the file holds is evidence, and another version can read it.
  expect(readFileSync(journal, 'utf8')).toBe(damaged());
});

test.each([
  ['is no JSON', 'damaged'],
  ['is of another version', '{}'],
  ['is missing', null],
])(
  'the plan of a rollback %s: it is no bug of Rewind, and not as if there had been no rollback',
  async (_, content) => {
    writeFileSync(journal, written);
    const plan = journal.replace('journal.jsonl', 'plan.json');
    const approved = readFileSync(plan, 'utf8');
    rmSync(join(repository.root, '.rewind/plan.json'), { force: true });
    if (content === null) rmSync(plan);
    else writeFileSync(plan, content);
    const tries = [
      ['undo'],
      ['undo', digest.slice(0, 12)],
      ...(content === null ? [] : [['rollback', '--digest', digest]]),
    ];
    for (const words of tries) {
      const { status, stderr } = await repository.run(words);
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(
          new RegExp(`error: .*${digest.slice(0, 12)}[^]*plan-unreadable[^]*"rewind list" shows the snap`),
        ),
      ]);
      expect(stderr).not.toMatch(/internal|nothing to undo/i);
    }
    writeFileSync(plan, approved);
  },
);

test('the journal of another rollback that cannot be read stops no rollback, and the file brought back is read', async () => {
  const folder = join(repository.root, '.rewind/store/rollbacks/production', '0'.repeat(64));
  mkdirSync(folder);
  writeFileSync(join(folder, 'journal.jsonl'), 'damaged\n');
  writeFileSync(journal, written);
  expect((await repository.ok('rollback', '--digest', digest)).stdout).toContain('by an earlier run');
  expect((await repository.ok('undo')).stdout).toContain(`This undoes the rollback ${digest.slice(0, 12)}`);
  // Without its plan, what it left is still compared with the state before it.
  rmSync(journal.replace('journal.jsonl', 'plan.json'));
  expect((await repository.ok('recover', '--status')).stdout).toContain('still so: 1 of them differs from snapshot');
});
