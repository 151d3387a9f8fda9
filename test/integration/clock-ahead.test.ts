import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Project } from '../sandbox/vercel/model.js';
import type { VercelSandbox } from '../sandbox/vercel/server.js';
import { runProgram, sourcesAfter, type ProgramResult } from '../support/program.js';
import type { Repository } from '../support/repository.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** The machine that rolled back had a clock that was an hour ahead; the next ones are right. */
const AHEAD = `data:text/javascript,${encodeURIComponent(`
  const Right = Date;
  const now = () => Right.now() + 3_600_000;
  globalThis.Date = class extends Right {
    constructor(...given) {
      super(...(given.length === 0 ? [now()] : given));
    }
    static now() {
      return now();
    }
  };
`)}`;

let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());

const ahead = (...args: string[]): Promise<ProgramResult> =>
  runProgram(args, { cwd: repository.root, env: repository.env, command: sourcesAfter(AHEAD) });

beforeEach(async () => {
  project = world.addShop();
  world.configure(project);
  vercel.release(project);
  await repository.ok('snapshot');
});

test('the undo of its rollback does not wait until the time has come', async () => {
  const bad = vercel.release(project).id;
  const { status, stderr } = await ahead('rollback', '--digest', await repository.digestOf('plan'));
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  expect(project.production).not.toBe(bad);
  await repository.ok('rollback', '--digest', await repository.digestOf('undo'));
  expect(project.production).toBe(bad);
});

test('a recovery from its rollback neither', async () => {
  vercel.release(project);
  expect((await ahead('rollback', '--digest', await repository.digestOf('plan'))).status).toBe(0);
  const fix = vercel.addDeployment(project);
  await repository.ok('rollback', '--digest', await repository.digestOf('recover', '--deployment', 'latest'));
  expect(project.production).toBe(fix.id);
});
