import { describe, expect, test } from '@jest/globals';
import { RewindError } from '../../src/runtime/errors.js';
import { fromAction, fromArguments, INPUTS } from '../../src/cli/inputs.js';

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof RewindError && error.code === 'input-invalid') return [...error.problems, error.message];
    throw error;
  }
  throw new Error('it was accepted');
}

describe('command line', () => {
  test('fills in defaults', () => {
    const inputs = fromArguments(['plan', '--scope', 'web, flags', '--exit-code']);
    expect(inputs).toMatchObject({
      command: 'plan',
      config: '.github/rewind.yml',
      scope: ['web', 'flags'],
      snapshot: 'latest',
      database: 'none',
      exitCode: true,
      json: false,
      digest: null,
    });
  });

  test.each([
    [['explode'], 'not a command'],
    [[], 'not a command'],
    [['plan', '--database', 'drop'], 'database'],
    [['plan', '--snapshot', 'yesterday'], 'rewind list'],
    [['rollback', '--digest', 'abc'], '64 hexadecimal'],
    [['plan', '--frobnicate'], 'frobnicate'],
    [['plan', 'now'], 'now'],
    [['snapshot', '--reason', 'pre-rollback-x'], 'reason'],
  ])('%j is refused, saying why', (words, expected) => {
    expect(problemsOf(() => fromArguments(words)).join('\n')).toContain(expected);
  });

  test('all problems are reported at once', () => {
    expect(
      problemsOf(() => fromArguments(['plan', '--database', 'x', '--snapshot', 'y', '--digest', 'z'])),
    ).toHaveLength(4);
  });
});

describe('action inputs', () => {
  test('are read in the form of the runner and in that of a composite', () => {
    expect(fromAction({ INPUT_COMMAND: 'plan', 'INPUT_EXIT-CODE': 'true' }).exitCode).toBe(true);
    expect(fromAction({ INPUT_COMMAND: 'plan', INPUT_EXIT_CODE: 'true', INPUT_SCOPE: '' })).toMatchObject({
      exitCode: true,
      scope: null,
    });
    expect(fromAction({ INPUT_COMMAND: 'migrate down 1' })).toMatchObject({ command: 'migrate', args: ['down', '1'] });
  });

  test('a boolean is true or false, not "yes"', () => {
    expect(problemsOf(() => fromAction({ INPUT_COMMAND: 'plan', INPUT_JSON: 'yes' }))[0]).toContain(
      'neither true nor false',
    );
  });

  test('every input is described', () => {
    for (const definition of Object.values(INPUTS)) expect(definition.description.length).toBeGreaterThan(10);
  });
});
