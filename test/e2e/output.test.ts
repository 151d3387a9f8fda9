import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runProgram } from '../support/program.js';

const cwd = mkdtempSync(join(tmpdir(), 'rewind-output-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const HOSTILE = [
  '\n::error::owned',
  '\n  ::set-output name=a::b',
  'x ##[error]owned',
  '\u001b[2Jcleared',
  '\u009bJ',
  '\r\n::warning::x',
];

const isControl = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (code < 0x20 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f);
};

describe('text from outside stays text', () => {
  test.each(HOSTILE)('on a command line: %j', async (text) => {
    const { status, stderr } = await runProgram([text], { cwd });
    expect(status).toBe(2);
    expect(stderr).not.toMatch(/^\s*::/m);
    expect(stderr).not.toContain('##[');
    expect(Array.from(stderr).filter(isControl)).toEqual([]);
  });
});

test('without a place for summary and outputs, the status of the command stays', async () => {
  const env = { GITHUB_ACTIONS: 'true', INPUT_COMMAND: 'rolback', GITHUB_OUTPUT: join(cwd, 'no', 'file') };
  const { status, stdout } = await runProgram([], { cwd, env });
  expect(status).toBe(2);
  expect(stdout).toContain('did you mean rollback?');
  expect(stdout).toContain('::warning::The job summary could not be written');
});

test('a damaged program sets the output error-code, although the part that speaks to the runner cannot be loaded', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // Cut off.
  const hooks = `export const resolve = (name, context, next) =>
    name === '@actions/core' ? { url: 'data:text/javascript,export const a = [', shortCircuit: true } : next(name, context);`;
  const module = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
  const damaged = module(`import { register } from 'node:module'; register(${JSON.stringify(module(hooks))});`);
  const command = [
    ...[process.execPath, '--import', `file://${root}node_modules/tsx/dist/loader.mjs`, '--import', damaged],
    `${root}src/main.ts`,
  ];
  const file = join(cwd, 'outputs');
  const action = { GITHUB_ACTIONS: 'true', INPUT_COMMAND: 'list' };
  for (const [GITHUB_OUTPUT, outputs] of [
    [file, 'error-code=program-damaged\n'],
    [join(cwd, 'no', 'file'), ''],
  ] as const) {
    writeFileSync(file, '');
    const { status, stderr } = await runProgram([], { cwd, command, env: { ...action, GITHUB_OUTPUT } });
    expect([status, stderr]).toEqual([1, expect.stringContaining('[program-damaged]')]);
    expect(readFileSync(file, 'utf8')).toBe(outputs);
  }
});
