import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, type VercelSandbox } from '../sandbox/vercel/server.js';
import { runProgram, type ProgramResult } from '../support/program.js';
import type { Repository } from '../support/repository.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/**
 * A rollback that one version of Rewind began, was killed, and goes on under another: this program, and a copy of it that
 * words the same change otherwise.
 */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
const IN_THE_DEPLOYMENT = 'http POST /#/projects/#/rollback/#: sent';
/** A sealed value: its text is a part of its fingerprint. */
const LONG = 'a value that is too long for a preview '.repeat(4);

let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;
let flags: ConfigStore;
let other: string;
let older: string;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
  other = versionThatSays(' of Edge Config "', ' in the Edge Config store "');
  older = versionThatSays('configured:configuredOf(', 'unsaid:configuredOf(');
});
afterAll(async () => {
  await world.stop();
  for (const program of [other, older]) rmSync(dirname(program), { recursive: true, force: true });
});
beforeEach(async () => {
  project = world.addShop();
  flags = vercel.addStore('flags', { 'new-checkout': false, text: LONG });
  world.configure(project, {
    resources: [`{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`],
  });
  vercel.release(project);
  await repository.ok('snapshot');
  vercel.release(project);
  set('new-checkout', true);
  set('text', `${LONG}changed`);
});

/** A copy of the program with other words, which is therefore another version of it. */
function versionThatSays(word: string, otherWord: string): string {
  const own = process.env.REWIND_TEST_PROGRAM ?? '';
  // Beside the program, so that it finds the same packages.
  const folder = mkdtempSync(join(dirname(dirname(own)), 'other-version-'));
  const code = readFileSync(join(dirname(own), 'program.cjs'), 'latin1');
  if (!code.includes(word)) throw new Error('the program does not say that');
  writeFileSync(join(folder, 'program.cjs'), code.replaceAll(word, otherWord), 'latin1');
  copyFileSync(own, join(folder, 'main.cjs'));
  return join(folder, 'main.cjs');
}

function set(key: string, value: unknown): void {
  const item = flags.items.get(key);
  if (item !== undefined) flags.items.set(key, { ...item, value });
}

const byOther = (args: readonly string[], kill?: string, program = other): Promise<ProgramResult> =>
  runProgram(args, {
    cwd: repository.root,
    env: {
      ...repository.env,
      FUZZ_ROOT: repository.root,
      ...(kill === undefined ? {} : { FUZZ_KILL: JSON.stringify({ point: kill, nth: 1 }) }),
    },
    command: [process.execPath, '--import', WRITES, program],
  });

/** The other version plans, and is killed while it switches the deployment: the flags are as they were. */
async function begunByOther(): Promise<string> {
  const planned = await byOther(['plan', '--json']);
  const { digest, changes } = planned.json<{ digest: string; changes: { target: string }[] }>();
  expect(changes.map(({ target }) => target)).toContain('2 items in the Edge Config store "flags"');
  expect((await byOther(['rollback', '--digest', digest], IN_THE_DEPLOYMENT)).signal).toBe('SIGKILL');
  expect(flags.items.get('new-checkout')?.value).toBe(true);
  return digest;
}

describe('a rollback that another version began, with other words for the same change', () => {
  test('goes on without another approval, and ends', async () => {
    const digest = await begunByOther();
    const { stdout } = await repository.ok('rollback', '--digest', digest);
    expect(stdout).toContain('equals snapshot');
    expect([flags.items.get('new-checkout')?.value, flags.items.get('text')?.value]).toEqual([false, LONG]);
    expect((await repository.ok('plan', '--json')).json<{ changes: unknown[] }>().changes).toEqual([]);
  });

  test.each([
    ['a value that is shown', 'new-checkout', 'half'],
    ['a sealed value', 'text', `${LONG}changed again`],
  ])('stops if somebody changed %s meanwhile, and names both versions', async (_what, key, value) => {
    const digest = await begunByOther();
    set(key, value);
    const { status, stderr } = await repository.run(['rollback', '--digest', digest]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('[plan-drift]')]);
    expect(stderr).toMatch(
      /Rewind \S+ \(sha256 \w+\) made the approved plan and began it; this is Rewind \S+ \(sha256/,
    );
    expect(flags.items.get(key)?.value).toBe(value);
  });

  test('stops if the snapshot of the state before is gone: nothing tells wording from change', async () => {
    const digest = await begunByOther();
    const store = join(repository.root, `store-${project.id}/snapshots/production`);
    const { snapshots } = (await repository.ok('list', '--json')).json<{
      snapshots: { id: string; reason: string }[];
    }>();
    // Not by place: two snapshots of one second have any order.
    const before = snapshots.find(({ reason }) => reason === 'pre-rollback')?.id ?? '';
    expect(before).not.toBe('');
    rmSync(join(store, before), { recursive: true });
    const { status, stderr } = await repository.run(['rollback', '--digest', digest]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('[plan-drift]')]);
    expect(flags.items.get('new-checkout')?.value).toBe(true);
  });
});

describe('a rollback that was begun', () => {
  test.each([
    ['a plan that does not say what it was planned with', (): string => older],
    ['a plan that does', (): string => other],
  ])('%s: this version goes on with the same configuration', async (_, program) => {
    const { digest } = (await byOther(['plan', '--json'], undefined, program())).json<{ digest: string }>();
    const plan = readFileSync(join(repository.root, '.rewind/plan.json'), 'utf8');
    expect(plan.includes('"configured"')).toBe(program() === other);
    expect((await byOther(['rollback', '--digest', digest], IN_THE_DEPLOYMENT, program())).signal).toBe('SIGKILL');
    await repository.ok('rollback', '--digest', digest);
    expect(flags.items.get('new-checkout')?.value).toBe(false);
  });
});

test('a plan of another version that nothing was done of is refused as before', async () => {
  const { digest } = (await byOther(['plan', '--json'])).json<{ digest: string }>();
  const { status, stderr } = await repository.run(['rollback', '--digest', digest]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('[plan-mismatch]')]);
});
