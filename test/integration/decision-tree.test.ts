import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity } from 'age-encryption';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { snapshotTime } from '../../src/engine/manifest.js';
import { ERROR_CODES } from '../../src/runtime/error-codes.js';
import { FINDING_CODES } from '../../src/runtime/finding-codes.js';
import type { Project as VercelProject } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/**
 * The leaves of docs/decision-tree.md, each driven through the whole program: the code, what production is then, and the way
 * out that the page names. Leaves of databases are in postgres-swap, postgres-restore and e2e/kill-swap; a killed run is
 * in e2e/kill and e2e/kill-anywhere; GitHub's approvals are in approval; the store is in the contract suites.
 */
const PAGE = readFileSync(fileURLToPath(new URL('../../docs/decision-tree.md', import.meta.url)), 'utf8');
const PLAN = '.rewind/plan.json';

let vercel: VercelSandbox;
let project: VercelProject;
let flags: ReturnType<VercelSandbox['addStore']>;
let repository: Repository;
let older: string;
let newer: string;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  flags = vercel.addStore('flags', { checkout: 'old' });
  repository = await makeRepository({
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
    ],
    env: vercel.env,
  });
  vercel.release(project);
  older = await taken();
  // Ids have seconds: the next snapshot is newer.
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, snapshotTime(older) + 1000 - Date.now())));
  newer = await taken();
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});
/** A bad deploy: another deployment, and another flag. */
beforeEach(() => {
  project.autoAssignCustomDomains = true;
  vercel.release(project);
  setFlag('bad');
});
afterEach(() => {
  vercel.clearFaults();
});

const taken = async (): Promise<string> =>
  (await repository.ok('snapshot', '--json')).json<{ snapshot: string }>().snapshot;
function setFlag(value: string): void {
  const item = flags.items.get('checkout');
  if (item !== undefined) flags.items.set('checkout', { ...item, value });
}
const production = (): readonly unknown[] => [project.production, flags.items.get('checkout')?.value];
const planned = (...args: string[]): Promise<string> => repository.digestOf('plan', ...args);
const rollback = (digest: string, ...args: string[]): string[] => ['rollback', '--digest', digest, ...args];

interface Answer {
  readonly error?: { readonly code: string; readonly remedy?: string };
}
/** Runs a command that must not change production. @returns its code */
async function refused(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const before = production();
  const { writes } = vercel;
  const result = await repository.run([...args, '--json'], { env });
  expect(result.status).not.toBe(0);
  expect([production(), vercel.writes]).toEqual([before, writes]);
  return codeOf(result);
}
const codeOf = (result: ProgramResult): string => {
  const { code = '' } = result.json<Answer>().error ?? {};
  // A code without a line in the page would lead nobody anywhere.
  expect(PAGE).toContain(`\`${code}\``);
  return code;
};
async function returned(args: readonly string[]): Promise<void> {
  await repository.ok(...args);
  expect(flags.items.get('checkout')?.value).toBe('old');
}

test('every code of the page is one of the program', () => {
  const codes = [...PAGE.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code = '']) => code);
  // Names of inputs, settings and verdicts.
  const others = ['confirm-data-loss', 'plan-hours', 'not-recovered'];
  const known = new Set([...Object.keys(ERROR_CODES), ...Object.keys(FINDING_CODES), ...others]);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});

test('every command of the page is one of the program', async () => {
  const { fromArguments } = await import('../../src/cli/inputs.js');
  const { COMMAND_LIST } = await import('../../src/commands/index.js');
  const lines = [...PAGE.matchAll(/(?:^|`)\s*(rewind [a-z]+[^`\n#]*)/gm)].map(([, line = '']) => line.trim());
  expect(lines.length).toBeGreaterThan(20);
  for (const line of new Set(lines)) {
    const words = line.replaceAll('DIGEST', 'ab'.repeat(32)).match(/"[^"]*"|\S+/g) ?? [];
    const request = await fromArguments(
      COMMAND_LIST,
      words.slice(1).map((word) => word.replaceAll('"', '')),
    ).catch((error: unknown) => error);
    expect([line, request]).toEqual([line, expect.objectContaining({ command: expect.anything() })]);
  }
});

describe('nothing was changed', () => {
  test('plan-expired: a new plan', async () => {
    const digest = await planned();
    const file = join(repository.root, PLAN);
    const plan = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...plan, createdAt: '2026-01-01T00:00:00.000Z' }));
    expect(await refused(rollback(digest))).toBe('plan-expired');
    await returned(rollback(await planned()));
  });

  test('plan-drift: the new plan that the run has made', async () => {
    const digest = await planned();
    setFlag('worse');
    expect(await refused(rollback(digest))).toBe('plan-drift');
    await returned(rollback(await planned()));
  });

  test('plan-mismatch: without the flag that the message names', async () => {
    const digest = await planned();
    expect(await refused(rollback(digest, '--scope', 'flags'))).toBe('plan-mismatch');
    await returned(rollback(digest));
  });

  test('preflight-failed: repaired, then the same command', async () => {
    const digest = await planned();
    expect(await refused(rollback(digest), { VERCEL_TOKEN: 'revoked' })).toMatch(/^(preflight-failed|api-[a-z-]+)$/);
    await returned(rollback(digest));
  });

  test('identity-wrong and identity-missing: with an identity of a recipient', async () => {
    const digest = await planned();
    expect(await refused(rollback(digest), { REWIND_IDENTITY: await generateIdentity() })).toBe('identity-wrong');
    expect(await refused(rollback(digest), { REWIND_IDENTITY: '' })).toBe('identity-missing');
    await returned(rollback(digest));
  });

  test('snapshot-corrupt: another snapshot', async () => {
    const manifest = join(repository.root, '.rewind/store/snapshots/production', newer, 'manifest.json');
    const saved = readFileSync(manifest);
    try {
      writeFileSync(manifest, '{}');
      expect(await refused(['plan', '--snapshot', newer])).toBe('snapshot-corrupt');
      await returned(rollback(await planned('--snapshot', older)));
    } finally {
      writeFileSync(manifest, saved);
    }
  });
});

describe('a change failed', () => {
  test('a service is down in the middle: what is done stays, and the same rollback does the rest', async () => {
    const digest = await planned();
    const before = production();
    vercel.inject({
      on: /^PATCH .*config/,
      times: 50,
      with: { kind: 'answer', answer: vercel.failure(403) },
    });
    const failed = await repository.run([...rollback(digest), '--json']);
    expect(failed.status).toBe(1);
    // The deployment is back, the flag is not: the report says so, and the page leads to the same command.
    expect(production()).toEqual([expect.not.stringMatching(String(before[0])), 'bad']);
    vercel.clearFaults();
    const switches = (): number => vercel.requests.filter(({ path }) => /\/(promote|rollback)\//.test(path)).length;
    const done = switches();
    await returned(rollback(digest));
    expect(switches()).toBe(done);
  });
});

describe('take it back', () => {
  test('an undo, and the undo of the undo', async () => {
    const bad = production();
    await returned(rollback(await planned()));
    const good = production();
    await repository.ok(...rollback(await repository.digestOf('undo')));
    expect(production()).toEqual(bad);
    await repository.ok(...rollback(await repository.digestOf('undo')));
    expect(production()).toEqual(good);
  });
});

describe('after the rollback', () => {
  test('production-pinned and incident-open lead to commands that end them', async () => {
    await returned(rollback(await planned()));
    const { writes } = vercel;
    const guard = await repository.run(['guard']);
    expect([guard.status, vercel.writes]).toEqual([3, writes]);
    expect(guard.stdout).toContain('rewind recover --deployment latest');
    expect((await repository.run(['check', '--json'])).stdout).toContain('"production-pinned"');
    const closed = await repository.run(['incident', 'close', '--reason', 'over', '--json']);
    expect([closed.status, codeOf(closed)]).toEqual([2, 'incident-open']);
    const shown = (await repository.ok('incident', 'show')).stdout;
    expect(shown).toMatch(/rewind (recover|undo|incident discharge)/);
    // The fix: deployed, staged, promoted.
    const fix = vercel.release(project);
    expect(project.production).not.toBe(fix.id);
    const recovery = await repository.digestOf('recover', '--deployment', 'latest', '--reason', 'fixed');
    await repository.ok(...rollback(recovery));
    expect(project.production).toBe(fix.id);
  });
});
