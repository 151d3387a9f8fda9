import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { explain, RewindError } from '../../src/runtime/errors.js';
import { defineCommand, flagsOf } from '../../src/cli/command.js';
import { toggle } from '../../src/cli/flags.js';
import { commandHelp, overview } from '../../src/cli/help.js';
import { fromAction, fromArguments } from '../../src/cli/inputs.js';
import { COMMAND_LIST } from '../../src/commands/index.js';
import { HOSTILE, TYPED } from '../support/hostile.js';

const NAMES = Object.keys(COMMAND_LIST.commands);
const load = async (name: string) => {
  const entry = COMMAND_LIST.commands[name];
  if (!entry) throw new Error(`no command ${name}`);
  return entry.load();
};

async function inputsOf(words: readonly string[]) {
  const request = await fromArguments(COMMAND_LIST, words);
  if ('print' in request) throw new Error('it is a text');
  return { command: request.command.name, ...request.inputs };
}
async function printed(...words: string[]): Promise<string> {
  const request = await fromArguments(COMMAND_LIST, words);
  if ('print' in request) return request.print;
  throw new Error('it is a command');
}
const action = async (env: Record<string, string>) => (await fromAction(COMMAND_LIST, env)).inputs;

async function errorOf(work: Promise<unknown>): Promise<RewindError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof RewindError && error.code === 'input-invalid') return error;
  throw new Error('it was accepted, or failed otherwise', { cause: error });
}

test('texts of people arrive as they were typed, or are refused in a few words: each flag of each command', async () => {
  const known = new Set<unknown>();
  for (const name of NAMES) {
    const command = await load(name);
    const words = [name, ...(command.arguments ?? []).flatMap(({ required }) => (required === true ? ['a'] : []))];
    for (const [flag, { value, parse }] of Object.entries(flagsOf(command))) {
      if (value === undefined || known.has(parse)) continue;
      known.add(parse);
      const key = flag.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
      for (const text of [...TYPED, ...HOSTILE]) {
        const both = [
          inputsOf([...words, `--${flag}=${text}`]),
          action({ INPUT_COMMAND: words.join(' '), [`INPUT_${flag.toUpperCase()}`]: text }),
        ];
        for (const inputs of both) {
          const wanted = parse(text.trim());
          if (wanted === undefined) expect(explain(await errorOf(inputs)).length).toBeLessThan(3_000);
          else expect(plain(((await inputs) as Record<string, unknown>)[key])).toEqual(plain(wanted));
        }
      }
    }
  }
  expect(known.size).toBeGreaterThan(20);
});
const plain = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

describe('command line', () => {
  test('fills in defaults', async () => {
    expect(await inputsOf(['plan', '--scope', 'web, flags', '--exit-code'])).toEqual({
      command: 'plan',
      args: [],
      given: new Set(['scope', 'exit-code']),
      config: '.github/rewind.yml',
      scope: ['web', 'flags'],
      json: false,
      snapshot: 'latest',
      confirmDataLoss: null,
      database: 'none',
      plan: '.rewind/plan.json',
      planEnvironment: null,
      reason: null,
      environment: null,
      installClient: false,
      exitCode: true,
      includeLaterChanges: null,
      typedDigest: null,
    });
  });

  test('a flag that is given twice with different values is refused; the same value twice is not', async () => {
    const error = await errorOf(inputsOf(['plan', '--snapshot', 'latest', '--snapshot', '20261123T030405Z-1a2b3c']));
    expect(error.message).toBe('--snapshot is given twice, with different values');
    expect(await inputsOf(['plan', '--exit-code', '--exit-code'])).toMatchObject({ exitCode: true });
  });

  test('what is given is quoted, but not at any length', async () => {
    const error = await errorOf(inputsOf(['list', 'x'.repeat(100_000)]));
    expect(error.message).toMatch(/^list takes no arguments \(got "x+…$/);
    expect(error.message.length).toBeLessThan(500);
  });

  test('capitals: -V prints the version, and CHECK is taken for check', async () => {
    expect(await printed('-V')).toMatch(/^\d+\.\d+\.\d+$/);
    expect((await errorOf(inputsOf(['CHECK']))).message).toContain('did you mean check?');
  });

  test('a scope without an id is refused', async () => {
    for (const scope of [',', ' , ', ' ']) {
      const error = await errorOf(inputsOf(['check', '--scope', scope]));
      expect(error.message).toContain('--scope must be resource ids, comma-separated');
    }
    const error = await errorOf(action({ INPUT_COMMAND: 'check', INPUT_SCOPE: ',' }));
    expect(error.message).toContain('input "scope" must be');
  });

  test('an empty value is refused, not replaced by the default', async () => {
    for (const words of [['--snapshot', ''], ['--snapshot=']]) {
      expect((await errorOf(inputsOf(['plan', ...words]))).message).toBe('--snapshot needs a value: <snapshot>');
    }
  });

  test('the digest of a plan may come in capitals and with spaces around it, as a table or a chat gives it', async () => {
    const digest = 'AB12'.repeat(16);
    expect(await inputsOf(['rollback', '--digest', ` ${digest} `])).toMatchObject({ digest: digest.toLowerCase() });
  });

  test('common flags may stand before the command', async () => {
    expect(await inputsOf(['--config', 'a.yml', '--json', 'migrate', 'down', '1', '--dry-run'])).toMatchObject({
      command: 'migrate',
      args: ['down', '1'],
      config: 'a.yml',
      json: true,
      dryRun: true,
    });
  });

  test.each([
    [['explode'], '"explode" is not a command'],
    [['rolback'], '"rolback" is not a command; did you mean rollback?'],
    [['toString'], '"toString" is not a command'],
    [['help', 'polan'], '"polan" is not a command; did you mean plan?'],
    [[], 'no command was given'],
    [['plan', '--database', 'drop'], '--database must be one of none, down, restore (got "drop")'],
    [['rollback', '--approval', 'quick'], '--approval must be one of reviewed, expedited (got "quick")'],
    [
      ['plan', '--snapshot', '2026-11-23'],
      '--snapshot must be latest, previous, ~N, an id of "rewind list", a commit (7 to 40 hex digits), #PR, a time (2026-11-23T03:04Z), marked, or the name of a mark (got "2026-11-23")',
    ],
    [['rollback', '--digest', 'abc'], '--digest must be the 64 hexadecimal digits from "rewind plan" (got "abc")'],
    [['plan', '--databse', 'down'], 'plan has no flag --databse; did you mean --database?'],
    [['plan', '--constructor', 'x'], 'plan has no flag --constructor'],
    [['plan', '--database'], '--database needs a value: <none|down|restore>'],
    [['plan', '--snapshot', '--json'], '--snapshot needs a value: <snapshot>'],
    [['plan', '--exit-code=no'], '--exit-code takes no value (got "no")'],
    [['plan', 'now'], 'plan takes no arguments (got "now")'],
    [['show', 'latest', 'twice'], 'show takes at most 1 argument (got also "twice")'],
    [['migrate'], 'migrate needs <action>'],
    [['snapshot', '--reason', 'because'], '--reason must be one of pre-deploy, manual, drill, release (got "because")'],
  ])('%j is refused, saying why', async (words, message) => {
    const error = await errorOf(inputsOf(words));
    expect(error).toMatchObject({ message, problems: [], exitStatus: 2 });
    expect(error.remedy).toMatch(/^Usage: rewind /);
  });

  test('a flag of another command is refused with the usage of this one', async () => {
    const error = await errorOf(inputsOf(['list', '--force', '--to', 'x']));
    expect(error.problems).toEqual(['list has no flag --force', 'list has no flag --to']);
    expect(error.remedy).toContain('Usage: rewind list [flags]');
  });

  test('all problems are reported at once', async () => {
    const error = await errorOf(inputsOf(['plan', '--database', 'x', '--snapshot', '#y', '--digest', 'z']));
    expect(error.problems).toHaveLength(3);
  });
});

describe('action inputs', () => {
  test('are read in the form of the runner and in that of a composite', async () => {
    expect(await action({ INPUT_COMMAND: 'plan', 'INPUT_EXIT-CODE': 'true' })).toMatchObject({ exitCode: true });
    expect(await action({ INPUT_COMMAND: 'plan', INPUT_EXIT_CODE: 'true', INPUT_SCOPE: '' })).toMatchObject({
      exitCode: true,
      scope: null,
    });
    expect(await action({ INPUT_COMMAND: 'migrate down 1' })).toMatchObject({ args: ['down', '1'] });
  });

  test('an input at its default does not count as given; a database mode does, also the default one', async () => {
    const defaults = {
      INPUT_COMMAND: 'rollback',
      INPUT_PLAN: '.rewind/plan.json',
      INPUT_DATABASE: '',
      INPUT_OUT: '.rewind',
    };
    expect(await action(defaults)).toMatchObject({ given: new Set(), database: 'none', snapshot: 'latest' });
    expect((await action({ ...defaults, INPUT_DATABASE: 'none' })).given).toEqual(new Set(['database']));
    expect((await inputsOf(['rollback', '--database', 'none'])).given).toEqual(new Set(['database']));
  });

  test('a boolean is true or false, not "yes"', async () => {
    const error = await errorOf(action({ INPUT_COMMAND: 'plan', INPUT_EXIT_CODE: 'yes' }));
    expect(error.message).toBe('input "exit-code" must be true or false (got "yes")');
  });

  test('the input of another command is refused, but not when it is at its default', async () => {
    const error = await errorOf(action({ INPUT_COMMAND: 'list', INPUT_DATABASE: 'down', INPUT_APPROVAL: 'reviewed' }));
    expect(error.message).toBe('"list" has no input "database" (got "down")');
  });
});

describe('help', () => {
  test.each(NAMES)('of %s', async (name) => {
    expect(commandHelp(await load(name))).toMatchSnapshot();
    expect(await printed(name, '--help')).toBe(commandHelp(await load(name)));
    expect(await printed('help', name)).toBe(await printed(name, '-h'));
  });

  test('of the program', async () => {
    expect(overview(COMMAND_LIST)).toMatchSnapshot();
    expect(await printed('--help')).toBe(overview(COMMAND_LIST));
    expect(await printed('help')).toBe(overview(COMMAND_LIST));
    expect(await printed('--version')).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each(NAMES)('the examples of %s are accepted', async (name) => {
    for (const example of (await load(name)).examples) {
      const words = example.replaceAll('DIGEST', 'ab'.repeat(32)).split(' ');
      expect(await inputsOf(words)).toMatchObject({ command: name });
    }
  });
});

describe('the definitions of commands', () => {
  test.each(NAMES)('%s: its name, its summary, its flags', async (name) => {
    const command = await load(name);
    expect(command.name).toBe(name);
    expect(command.summary).toBe(COMMAND_LIST.commands[name]?.summary);
    for (const [flag, { description, default: fallback, parse }] of Object.entries(flagsOf(command))) {
      expect([flag, description]).toEqual([flag, expect.stringMatching(/^.{10,}\.$/)]);
      if (fallback !== undefined) expect(parse(fallback)).toBe(fallback);
    }
  });

  test('a command that can answer with exit status 3 says so in its help and in the table of the reference', async () => {
    const folder = fileURLToPath(new URL('../../src/commands/', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const page = readFileSync(new URL('../../docs/reference.md', import.meta.url), 'utf8');
    const row = page.split('\n').find((line) => line.startsWith('| 3 |')) ?? '';
    const ofCommand = (path: string): string => path.replace(/\.ts$/, '').split('/')[0] ?? '';
    // A plan is published for several commands, and refuses only a digest that a person typed.
    const answering = NAMES.filter((name) =>
      files.some(
        (path) =>
          ofCommand(path) === name &&
          path !== 'rollback/publish-plan.ts' &&
          /\bexit: (?:[^,\n]*\b3\b|STATUS\b)/.test(readFileSync(`${folder}${path}`, 'utf8')),
      ),
    );
    expect(answering).toEqual(expect.arrayContaining(['check', 'drill', 'guard', 'monitor', 'unfence', 'verify']));
    const silent: string[] = [];
    for (const name of answering) {
      if (!/status 3|\b3: |exits? with (?:status )?3/i.test(commandHelp(await load(name))))
        silent.push(`help of ${name}`);
      if (!row.includes(`\`${name}`)) silent.push(`reference: ${name}`);
    }
    expect(silent).toEqual([]);
  });

  test('a verdict or an input that is not declared does not compile', () => {
    const common = { name: 'x', summary: 'x', flags: { wide: toggle('Wide.') }, examples: [] };
    const verdicts = ['yes', 'no'] as const;
    defineCommand({
      ...common,
      verdicts,
      // @ts-expect-error "maybe" is not among the verdicts
      run: async () => ({ exit: 0, json: null, text: '', outputs: { verdict: 'maybe' } }),
    });
    // @ts-expect-error "narrow" is no flag
    defineCommand({ ...common, run: async ({ inputs }) => ({ exit: 0, json: inputs.narrow === null, text: '' }) });
    const good = defineCommand({
      ...common,
      verdicts,
      run: async ({ inputs }) => ({ exit: 0, json: inputs.wide, text: '', outputs: { verdict: 'no' } }),
    });
    expect(good.verdicts).toEqual(['yes', 'no']);
  });
});
