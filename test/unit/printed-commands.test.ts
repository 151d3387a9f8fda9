import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { commandLine, completeMarkdown, completeText, withCommands } from '../../src/cli/command-line.js';
import { COMMAND_LIST } from '../../src/commands/index.js';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const NAMES = Object.keys(COMMAND_LIST.commands);
const caller = { inputs: { config: 'apps/web/rewind.yml', out: 'out/web' } };
const here = (words: readonly string[]): string => commandLine(caller, words);

/** Lines of code, without comments. */
const lines = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    readFileSync(join(SRC, file), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
      .map((line) => ({ file: file.replaceAll('\\', '/'), line })),
  );

/** Commands that no output completes, each with its reason. */
const BARE: Readonly<Record<string, string>> = {
  'channels/message.ts': 'readers of a channel have no checkout, and the length of the line is fixed',
  'cli/quarantine-status.ts': 'a commit status has few characters; the run shows the command',
  'commands/undo/not-undone.ts': 'compares with a text',
  'commands/record.ts': 'a code span of an issue; it names a kind of proof',
  'engine/trust.ts': 'the trusted comment of a signature',
  'incident/status.ts': 'records of an earlier version, which do not hold the command',
  'report/rollback-report.ts': 'compares with a text',
  'report/runbook/index.ts': 'the runbook names its own command',
};
const bareIn = (all: typeof lines): string[] => {
  const bare = new RegExp(`(?<!["\\w])rewind (?:${NAMES.join('|')})\\b`);
  return all.filter(({ line }) => bare.test(line)).map(({ file }) => file);
};

describe('commands in messages', () => {
  test('each command that a message names is quoted, so that the output can complete it', () => {
    const found = new Set(bareIn(lines));
    expect([...found].filter((file) => BARE[file] === undefined)).toEqual([]);
    expect(Object.keys(BARE).filter((file) => !found.has(file))).toEqual([]);
    expect(bareIn([{ file: 'new', line: "remedy: 'Make one: rewind maintenance.'" }])).toEqual(['new']);
    expect(bareIn([{ file: 'new', line: `remedy: 'Make one: "rewind maintenance".'` }])).toEqual([]);
  });

  test('each quoted command exists', () => {
    const quoted = lines.flatMap(({ line }) => [...line.matchAll(/"rewind ([a-z]+)/g)].map(([, name]) => name ?? ''));
    expect(quoted.length).toBeGreaterThan(60);
    expect([...new Set(quoted)].filter((name) => !NAMES.includes(name))).toEqual(['approve']);
  });

  test.each(NAMES)('%s gets --out only if it has this flag', async (name) => {
    const command = await COMMAND_LIST.commands[name]?.load();
    const expected = ['rewind', name, '--config apps/web/rewind.yml'];
    expect(here([name])).toBe([...expected, ...('out' in (command?.flags ?? {}) ? ['--out out/web'] : [])].join(' '));
  });
});

describe('withCommands', () => {
  test('completes each command of a text', () => {
    expect(withCommands('Run "rewind undo" to take it back, or "rewind recover --deployment latest".', here)).toBe(
      'Run "rewind undo --config apps/web/rewind.yml --out out/web" to take it back, or "rewind recover --deployment latest --config apps/web/rewind.yml --out out/web".',
    );
  });

  test.each([
    ['a comment of an issue', 'comment "rewind approve 0123456789ab" in the issue'],
    ['a command that names its configuration', 'Run "rewind check --config other.yml".'],
    ['a command of a run that has only defaults', 'Run "rewind check".', '.github/rewind.yml'],
    ['another word', 'the "rewind" section, and "rewind-production"'],
    ['a quote that does not end in its line', 'Run "rewind check\nand "more"'],
  ])('%s stays as it is', (_, text, config = 'apps/web/rewind.yml') => {
    expect(withCommands(text, (words) => commandLine({ inputs: { config } }, words))).toBe(text);
  });

  test('quotes a path that a shell would split', () => {
    const spaced = { inputs: { config: 'my apps/rewind.yml' } };
    expect(withCommands('"rewind check"', (words) => commandLine(spaced, words))).toBe(
      `"rewind check --config 'my apps/rewind.yml'"`,
    );
  });

  test.each([
    ['a quote', `it's/rewind.yml`, `'it'\\''s/rewind.yml'`, false],
    ['double quotes', 'a "b".yml', `'a "b".yml'`, true],
    ['a substitution', '$(id).yml', `'$(id).yml'`, false],
    ['a line break', 'a\nb.yml', `'a\nb.yml'`, false],
    ['markup', '<b>.yml', `'<b>.yml'`, false],
  ])('a path with %s is one word of a shell, and no markup', (_, config, word, inMarkdown) => {
    const hostile = { inputs: { config } };
    const complete = `Run "rewind check --config ${word}" now.`;
    expect(completeText(hostile, 'Run "rewind check" now.')).toBe(complete);
    const shown = inMarkdown ? complete : 'Run "rewind check" now.';
    expect(completeMarkdown(hostile, 'Run "rewind check" now.')).toBe(shown);
  });
});
