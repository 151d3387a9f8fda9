import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, type VercelSandbox } from '../sandbox/vercel/server.js';
import type { Repository } from '../support/repository.js';
import { printedCommand } from '../support/undo-world.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** A change is refused, and the report prints the command that plans the rest: it leads to the same state as the plan. */
let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());
beforeEach(() => {
  project = world.addShop();
  project.env = [];
  world.configure(project, {
    resources: [`{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`],
  });
  vercel.addEnv(project, 'LIMIT', '1', { type: 'plain' });
});

const limit = (): unknown => project.env.find(({ key }) => key === 'LIMIT')?.value;
function setLimit(value: string): void {
  const row = project.env.find(({ key }) => key === 'LIMIT');
  Object.assign(row ?? {}, { value, updatedAt: vercel.now() });
}
const forbid = (on: RegExp): void =>
  vercel.inject({ on, times: 1, with: { kind: 'answer', answer: vercel.failure(403) } });

/** Runs a plan whose switch is refused. @returns the command that the report prints for the rest */
async function refused(...words: string[]): Promise<string[]> {
  const digest = await repository.digestOf(...words);
  forbid(/^POST .*\/(rollback|promote)\//);
  const { status, stdout } = await repository.run(['rollback', '--digest', digest]);
  expect(status).toBe(1);
  const [line = ''] = stdout.split('\n').filter((text) => text.includes('To apply what was not begun'));
  return printedCommand(line, words[0] ?? '');
}

test('of a rollback to an older snapshot: the rest goes to that snapshot', async () => {
  vercel.release(project);
  const older = (await repository.ok('snapshot', '--json')).json<{ snapshot: string }>().snapshot;
  vercel.release(project);
  setLimit('2');
  await repository.ok('snapshot');
  vercel.release(project);
  setLimit('3');

  const rest = await refused('plan', '--snapshot', older);
  expect(rest).toEqual(['plan', '--snapshot', older, '--scope', 'env']);
  await repository.ok('rollback', '--digest', await repository.digestOf(...rest));
  expect(limit()).toBe('1');
});

test('of an undo: the rest is undone, not rolled back once more', async () => {
  vercel.release(project);
  await repository.ok('snapshot');
  vercel.release(project);
  setLimit('3');
  const digest = await repository.digestOf('plan');
  await repository.ok('rollback', '--digest', digest);

  const rest = await refused('undo');
  expect(rest).toEqual(['undo', digest.slice(0, 12), '--scope', 'env']);
  await repository.ok('rollback', '--digest', await repository.digestOf(...rest));
  expect(limit()).toBe('3');
});
