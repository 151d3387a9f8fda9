import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, type VercelSandbox } from '../sandbox/vercel/server.js';
import type { ProgramResult } from '../support/program.js';
import type { Repository } from '../support/repository.js';
import { readOnlyAfter } from '../support/read-only-store.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;
let good: string;
let digest: string;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());
beforeEach(async () => {
  project = world.addShop();
  project.env = [];
  world.configure(project, {
    resources: [`{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`],
  });
  good = vercel.release(project).id;
  await repository.ok('snapshot');
  vercel.release(project);
  vercel.addEnv(project, 'DEBUG', '1', { type: 'plain' });
  digest = await repository.digestOf('plan');
});

function refused(folder: string, after: number): Promise<ProgramResult> {
  return readOnlyAfter(repository, ['rollback', '--digest', digest], folder, after);
}

test('before the first change: the error says that production is unchanged, and a remedy that fits', async () => {
  const writes = vercel.writes;
  const { status, stderr } = await refused('snapshots', 0);
  expect(status).toBe(1);
  expect(stderr).toContain(
    'the file system is read-only. This run changed nothing in production.  [store-write-failed]',
  );
  expect(stderr).toMatch(/What to do: Mount the file system of .* for writing\..* Then run the same command again\./);
  expect(vercel.writes).toBe(writes);
  await repository.ok('rollback', '--digest', digest);
  expect(project.production).toBe(good);
});

test('a record that cannot be written does not claim that the rollback goes on', async () => {
  const { stderr } = await refused('incidents', 0);
  expect(stderr).toContain('The record of the incident could not be written');
  expect(stderr).not.toContain('The rollback goes on.');
});

test.each([
  ['no entry', 0],
  ['only that the incident was opened', 2],
  ['what was planned, and nothing of the end', 6],
])(
  'a record that holds %s: the result, the commands after it, and the same rollback, which writes it',
  async (_, at) => {
    const bad = vercel.deployments.get(project.production ?? '')?.meta.githubCommitSha ?? '';
    const { status, stdout } = await refused('incidents', at);
    expect([status, stdout]).toEqual([0, expect.stringContaining('Not recorded in the incident: ')]);
    expect(stdout).toContain(`and writes the record: rewind rollback --digest ${digest}`);
    expect(readFileSync(join(repository.root, '.rewind/report.md'), 'utf8')).toContain('Not recorded in the incident');
    expect(project.production).toBe(good);
    // As on another machine.
    rmSync(join(repository.root, '.rewind'), { recursive: true });
    const shown = (await repository.ok('recover', '--status')).stdout;
    expect(shown).toContain(digest.slice(0, 12));
    expect(shown).not.toMatch(/is normal|: nothing is left/);
    if (at === 0) {
      const { stdout: none } = await repository.ok('incident', 'show');
      expect(none).toContain(`it is unknown what the rollback ${digest.slice(0, 12)} of`);
    }
    const writes = vercel.writes;
    const again = await repository.ok('rollback', '--digest', digest);
    expect([vercel.writes, again.stdout]).toEqual([writes, expect.not.stringContaining('Not recorded')]);
    const { entries } = (await repository.ok('incident', 'show', '--json')).json<{
      entries: { kind: string; data: { id?: string } }[];
    }>();
    const ids = entries.flatMap(({ kind, data }) => (kind === 'obligation' ? [data.id] : [])).sort();
    expect(ids).toEqual(['changes-undone:env', 'production-pinned:web', `quarantined-commit:${bad}`]);
    const kinds = ['opened', 'planned', 'approved', 'rolled-back', 'verified'];
    expect(kinds.filter((kind) => entries.filter((entry) => entry.kind === kind).length !== 1)).toEqual([]);
    expect((await repository.run(['guard', '--commit', bad])).status).toBe(3);
  },
);

test('before a stage: the report proposes no other plan, which would need the same store', async () => {
  const { status, stdout } = await refused('rollbacks', 2);
  expect(status).toBe(1);
  expect(stdout).toContain('0 of 2 changes done');
  expect(stdout).toContain('Then run the same rollback again');
  expect(stdout).not.toContain('To apply what was not begun');
  expect(stdout).not.toContain('To undo this');
  await repository.ok('rollback', '--digest', digest);
  expect(project.production).toBe(good);
});

test('an undo that is refused before a stage: nothing was done, so no command undoes it', async () => {
  await repository.ok('rollback', '--digest', digest);
  digest = await repository.digestOf('undo');
  const writes = vercel.writes;
  const { status, stdout } = await refused('rollbacks', 2);
  expect([status, vercel.writes]).toEqual([1, writes]);
  expect(stdout).toContain('Undo INCOMPLETE: 0 of 2 changes done');
  expect(stdout).not.toContain('To undo this');
  await repository.ok('rollback', '--digest', digest);
  expect(project.production).not.toBe(good);
});
