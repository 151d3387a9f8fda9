import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGit } from '../../src/commands/init/git.js';
import { writeKeyFile, keysInFile } from '../../src/commands/init/keys.js';
import { nextSteps } from '../../src/commands/init/texts.js';
import { takeLock } from '../../src/commands/init/write.js';
import { RewindError } from '../../src/runtime/errors.js';
import { testContext } from '../support/context.js';

/** What `init` finds that an earlier run, a full disk or a bare machine left, and what it tells the person to do. */
let root: string;
let outside: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rewind-left-'));
  outside = mkdtempSync(join(tmpdir(), 'rewind-keys-'));
  mkdirSync(join(root, '.rewind'));
});
afterEach(() => {
  for (const folder of [root, outside]) rmSync(folder, { recursive: true, force: true });
});

test('a machine without Git is told, and is no error', async () => {
  const before = process.env.PATH;
  // The launcher of programs looks in the PATH of this process.
  process.env.PATH = outside;
  try {
    const ctx = { ...testContext({ env: { PATH: outside } }), root };
    expect(await readGit(ctx)).toEqual({
      ...{ repository: null, branch: null, person: null },
      notes: [expect.stringContaining('This is not a Git repository, or Git is not installed.')],
    });
  } finally {
    process.env.PATH = before;
  }
});

describe('the lock', () => {
  const lock = (): string => join(root, '.rewind/init.lock');

  test('of a process that runs: the remedy names the file to delete if no "init" runs', () => {
    writeFileSync(lock(), String(process.pid));
    const refused = (): unknown => {
      try {
        return takeLock(root);
      } catch (error) {
        return error;
      }
    };
    const error = refused();
    expect(error instanceof RewindError && error.remedy).toBe(
      'Wait until it ends. If none is running, delete .rewind/init.lock.',
    );
    expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid));
  });

  test.each([
    ['of a process that is gone', '4194304999'],
    ['that a full disk left empty', ''],
  ])('%s is taken over', (_, content) => {
    writeFileSync(lock(), content);
    const release = takeLock(root);
    expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid));
    release();
    expect(existsSync(lock())).toBe(false);
  });
});

test.each([
  ['that a full disk left empty is filled', '', '*\n'],
  ['of the team stays', '!keep\n', '!keep\n'],
])('a .rewind/.gitignore %s', (_, content, after) => {
  writeFileSync(join(root, '.rewind/.gitignore'), content);
  takeLock(root)();
  expect(readFileSync(join(root, '.rewind/.gitignore'), 'utf8')).toBe(after);
});

describe('--keys FILE', () => {
  const path = (): string => join(outside, 'keys');

  test('an empty file, left by a full disk, is written again, and its comments say where each secret belongs', async () => {
    writeFileSync(path(), '');
    expect(await keysInFile(path(), root, testContext().masker)).toBeNull();
    writeKeyFile(path(), root, [
      { name: 'REWIND_IDENTITY', value: 'one', environments: ['live'] },
      { name: 'REWIND_FINGERPRINT_KEY', value: 'two', environments: ['live-plan', 'live'] },
    ]);
    expect(readFileSync(path(), 'utf8').split('\n').slice(2)).toEqual([
      '# A secret of the GitHub environment live:',
      'REWIND_IDENTITY=one',
      '# A secret of the GitHub environment live-plan, and of live:',
      'REWIND_FINGERPRINT_KEY=two',
      '',
    ]);
  });

  test('the next steps name the file, and only if this run wrote one', () => {
    const choices = { environment: 'live', planEnvironment: 'live-plan', store: { kind: 'artifact' } } as const;
    const proposal = { credentials: [], promotes: false, aws: false, workflows: [], byHand: [] };
    const steps = (file: string | null): string => nextSteps(choices, proposal, 'main', file).join('\n');
    expect(steps('../keys')).toContain(
      'Store the keys of ../keys as secrets of the environments that it names, then keep that file offline.',
    );
    expect(steps(null)).not.toContain('offline');
  });

  test('a store in a directory needs three variables, the fingerprint key too', () => {
    const choices = {
      environment: 'live',
      planEnvironment: 'live-plan',
      store: { kind: 'directory', path: 's' },
    } as const;
    const proposal = { credentials: ['VERCEL_TOKEN'], promotes: false, aws: false, workflows: [], byHand: [] };
    expect(nextSteps(choices, proposal, 'main', null)[1]).toBe(
      '1. Set the variables that the configuration names (VERCEL_TOKEN), REWIND_SIGNING_KEY and REWIND_FINGERPRINT_KEY.',
    );
  });
});
