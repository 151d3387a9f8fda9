import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, type VercelSandbox } from '../sandbox/vercel/server.js';
import { runProgram } from '../support/program.js';
import type { Repository } from '../support/repository.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** Law 6 for production on Vercel: what an undo returns to when others deployed meanwhile. */
let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;
let good: string;
let bad: string;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());
beforeEach(async () => {
  project = world.addShop();
  world.configure(project);
  good = vercel.release(project).id;
  await repository.ok('snapshot');
  bad = vercel.release(project).id;
});

/** A push goes live directly before the request to switch arrives. @returns its id, after the rollback */
function pushBeforeSwitch(): () => string {
  let pushed = '';
  vercel.before = ({ method, path }) => {
    if (method !== 'POST' || !path.includes('/rollback/') || pushed !== '') return;
    pushed = vercel.release(project).id;
  };
  return () => pushed;
}

const result = (): unknown => JSON.parse(readFileSync(join(repository.root, '.rewind/result.json'), 'utf8'));
const rollBack = async (): Promise<string> =>
  (await repository.ok('rollback', '--digest', await repository.digestOf('plan'))).stdout;

test('a push that goes live between the drift check and the switch: the report and the record name it, and the undo returns to it', async () => {
  const pushed = pushBeforeSwitch();
  const said = await rollBack();
  expect(project.production).toBe(good);
  expect(said).toContain(`Went live meanwhile: ${pushed()}`);
  expect(result()).toMatchObject({
    verdict: 'rolled-back',
    meanwhile: [
      {
        resource: 'web',
        expected: expect.stringContaining(bad),
        replaced: expect.stringContaining(pushed()),
        undoReturns: true,
      },
    ],
  });
  expect((await repository.ok('incident', 'show')).stdout).toContain(pushed());

  const undo = await repository.digestOf('undo');
  await repository.ok('rollback', '--digest', undo);
  expect(project.production).toBe(pushed());
});

test('the same, killed directly after the request: the second run of the rollback finds it', async () => {
  const digest = await repository.digestOf('plan');
  const pushed = pushBeforeSwitch();
  const push = vercel.before;
  let program: ChildProcess | undefined;
  vercel.before = (request) => {
    // The first poll: Vercel has accepted the request.
    if (pushed() !== '') program?.kill('SIGKILL');
    push?.(request);
  };
  const killed = await runProgram(['rollback', '--digest', digest], {
    ...{ cwd: repository.root, env: repository.env },
    onLog: (_, child) => (program = child),
  });
  expect([killed.signal, project.production]).toEqual(['SIGKILL', good]);
  vercel.before = undefined;
  const again = await repository.ok('rollback', '--digest', digest);
  expect(again.stdout).toContain(`Went live meanwhile: ${pushed()}`);
  const undo = (await repository.ok('undo', '--json')).json<{ changes: { after: string }[] }>();
  expect(undo.changes.map(({ after }) => after)).toEqual([expect.stringContaining(pushed())]);
});

test('an older request to the same deployment says nothing of what this rollback replaced', async () => {
  await rollBack();
  project.autoAssignCustomDomains = true;
  const fix = vercel.release(project).id;
  vercel.behavior.stalePolls = 99;
  expect(await rollBack()).not.toContain('Went live meanwhile');
  expect(await repository.ok('undo', '--json').then(({ stdout }) => stdout)).toContain(fix);
});

test('a recovery returns to what went live meanwhile, and its commit is not held back', async () => {
  const pushed = pushBeforeSwitch();
  await rollBack();
  for (const words of [['recover'], ['recover', '--deployment', 'latest']]) {
    const plan = (await repository.ok(...words, '--json')).json<{ changes: { after: string }[] }>();
    expect(plan.changes.map(({ after }) => after)).toEqual([expect.stringContaining(pushed())]);
  }
});

describe('somebody promoted the fix by hand after the rollback', () => {
  let fix: string;
  beforeEach(async () => {
    await rollBack();
    fix = vercel.addDeployment(project).id;
    vercel.serve(project, vercel.deployments.get(fix) ?? vercel.addDeployment(project));
    project.autoAssignCustomDomains = true;
  });

  test('the undo keeps it, and says how to replace it', async () => {
    const undo = await repository.ok('undo');
    expect(undo.stdout).toContain('Changed after the rollback; these stay:');
    expect(undo.stdout).toContain('use --include-later-changes web');
    const { digest, changes } = (await repository.ok('undo', '--json')).json<{ digest: string; changes: unknown[] }>();
    expect(changes).toEqual([]);
    const done = await repository.ok('rollback', '--digest', digest);
    expect([project.production, done.stdout]).toEqual([fix, expect.stringContaining('changed after the rollback')]);
  });

  test('it is replaced if that is asked for', async () => {
    await repository.ok('rollback', '--digest', await repository.digestOf('undo', '--include-later-changes', 'web'));
    expect(project.production).toBe(bad);
  });

  test('promoted after the plan of the undo: drift, and the next plan keeps it', async () => {
    vercel.serve(project, vercel.deployments.get(good) ?? vercel.addDeployment(project));
    const digest = await repository.digestOf('undo');
    vercel.serve(project, vercel.deployments.get(fix) ?? vercel.addDeployment(project));
    const run = await repository.run(['rollback', '--digest', digest]);
    expect([run.status, run.stderr, project.production]).toEqual([1, expect.stringContaining('plan-drift'), fix]);
  });
});

describe('the pin after a rollback', () => {
  test('somebody removed it: a difference, for a person', async () => {
    await rollBack();
    await repository.ok('verify');
    project.autoAssignCustomDomains = true;
    const verified = await repository.run(['verify']);
    expect([verified.status, verified.stdout]).toEqual([3, expect.stringContaining('pin of production of "web"')]);
    expect(verified.stdout).toContain('the next push goes live');
    // Another promote is a difference of its own.
    vercel.serve(project, vercel.deployments.get(bad) ?? vercel.addDeployment(project));
    const promoted = await repository.run(['verify']);
    expect([promoted.status, promoted.stdout]).toEqual([3, expect.not.stringContaining('pin of production')]);
  });

  test('the records of incidents cannot be read: production is compared, and what is unknown is named', async () => {
    await rollBack();
    const records = join(repository.root, `store-${project.id}`, 'incidents', 'production');
    await rm(records, { recursive: true });
    // A link to itself: the store cannot list it.
    await symlink('production', records);
    const verified = await repository.run(['verify']);
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('No difference was found')]);
    expect(verified.stdout).toContain('open incidents could not be listed');
    expect(verified.stderr).toContain('Open incidents could not be listed');
    vercel.serve(project, vercel.deployments.get(bad) ?? vercel.addDeployment(project));
    expect((await repository.run(['verify'])).status).toBe(3);
  });

  test('of a snapshot that was taken under it: the same by its own setting', async () => {
    await rollBack();
    await repository.ok('snapshot');
    await repository.ok('verify');
    project.autoAssignCustomDomains = true;
    const verified = await repository.run(['verify']);
    expect([verified.status, verified.stdout]).toEqual([3, expect.stringContaining('automatic assignment')]);
  });
});

test('an undo without a name means the newest rollback, and names what changed production after it', async () => {
  const store = vercel.addStore('flags', { closed: false });
  world.configure(project, {
    sections: [
      'mitigations:',
      '  - { id: closed, kind: maintenance, resources: [flags], item: { key: closed, value: true } }',
    ],
    resources: [`{ id: flags, provider: vercel-edge-config, store: ${store.id}, team: ${TEAM} }`],
  });
  await repository.ok('snapshot');
  vercel.release(project);
  const apply = async (...args: string[]): Promise<string> => {
    const digest = await repository.digestOf(...args);
    await repository.ok('rollback', '--digest', digest);
    return digest.slice(0, 12);
  };
  const rollback = await apply('plan');
  const mitigation = await apply('mitigate', 'closed');
  const eased = (await repository.ok('undo')).stdout;
  expect(eased).toContain(`This undoes the rollback ${rollback}, last begun at 20`);
  expect(eased).toContain(
    `After it, these changed production, too: the mitigation ${mitigation}. To undo the newest of them instead: "rewind undo ${mitigation}".`,
  );
  const lift = await apply('undo', mitigation);
  // Nobody means to begin a mitigation again.
  expect((await repository.ok('undo')).stdout).toContain(
    `the undo ${lift} of the mitigation ${mitigation}, the mitigation ${mitigation}. To undo the newest of them instead: "rewind undo ${mitigation}".`,
  );
  const undo = await apply('undo');
  expect((await repository.ok('undo')).stdout).toContain(
    `This undoes the undo ${undo} of the rollback ${rollback}, last begun`,
  );
});
