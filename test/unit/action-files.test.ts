import { afterAll, describe, expect, it, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { fromAction, fromArguments } from '../../src/cli/inputs.js';
import { COMMAND_LIST } from '../../src/commands/index.js';
import { flagsOf, type Command } from '../../src/cli/command.js';
import { OUTPUTS } from '../../src/cli/result.js';
import { commandsOf, markdownPages, readPage } from '../support/markdown-pages.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const action = z.looseObject({
  name: z.string(),
  description: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }).optional(),
  inputs: z.record(z.string(), z.looseObject({ description: z.string(), default: z.string().optional() })),
  outputs: z.record(z.string(), z.looseObject({ description: z.string(), value: z.string().optional() })),
  runs: z.looseObject({
    using: z.string(),
    main: z.string().optional(),
    steps: z
      .array(
        z.looseObject({
          id: z.string().optional(),
          run: z.string().optional(),
          shell: z.string().optional(),
          uses: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      )
      .optional(),
  }),
});
const read = (path: string) => action.parse(parse(readFileSync(join(root, path), 'utf8')));
const composite = read('action.yml');
const node = read('.github/actions/rewind/action.yml');
const reference = readFileSync(join(root, 'docs/reference.md'), 'utf8');
const commands: Command[] = [];
// One after the other: Jest cannot link modules that are imported at the same time.
for (const { load } of Object.values(COMMAND_LIST.commands)) commands.push(await load());
const flags = [...new Set(commands.flatMap((command) => Object.keys(flagsOf(command))))];
/** What a command line has and an action has not, and the other way round. */
const names = [...flags.filter((name) => name !== 'json'), 'command', 'github-token'].sort();

describe('the two actions, the commands and the reference say the same', () => {
  it('inputs', () => {
    expect(Object.keys(composite.inputs).sort()).toEqual(names);
    expect(node.inputs).toEqual(composite.inputs);
    for (const name of flags) expect(reference).toContain(`| \`${name}\` |`);
  });

  it('outputs', () => {
    expect(Object.keys(composite.outputs).sort()).toEqual([...Object.keys(OUTPUTS), 'verdict', 'error-code'].sort());
    for (const verdict of commands.flatMap(({ verdicts = [] }) => verdicts)) {
      expect(composite.outputs.verdict?.description).toContain(verdict);
    }
    expect(Object.keys(node.outputs)).toEqual(Object.keys(composite.outputs));
    for (const [name, { value }] of Object.entries(composite.outputs)) {
      expect(value).toBe(`\${{ steps.rewind.outputs.${name} }}`);
      expect(reference).toContain(`| \`${name}\` |`);
    }
  });

  it('the composite hands each input to the program, which a composite does not do by itself', () => {
    const env = composite.runs.steps?.find(({ id }) => id === 'rewind')?.env ?? {};
    expect(Object.keys(env).sort()).toEqual(
      names.map((name) => `INPUT_${name.toUpperCase().replaceAll('-', '_')}`).sort(),
    );
    for (const name of names) {
      expect(env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`]).toBe(`\${{ inputs.${name} }}`);
    }
  });

  it.each(Object.keys(COMMAND_LIST.commands))('%s takes the defaults of the action', async (command) => {
    const env = Object.fromEntries(
      Object.entries(composite.inputs).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? '']),
    );
    // A composite hands over all inputs; those of other commands are at their defaults.
    const words = { incident: 'incident show', migrate: 'migrate generate', mark: 'mark latest' }[command] ?? command;
    const { inputs } = await fromAction(COMMAND_LIST, { ...env, INPUT_COMMAND: words });
    expect(inputs).toMatchObject({ config: '.github/rewind.yml', json: false });
    if (command === 'check') expect(inputs).toMatchObject({ installClient: true });
  });

  it('no expression reaches a script, every script is bash, every action is pinned by its commit', () => {
    for (const { run, shell, uses } of composite.runs.steps ?? []) {
      if (run !== undefined) {
        expect(run).not.toContain('${{');
        expect(shell).toBe('bash');
      }
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    }
  });

  describe('Node of the runner', () => {
    const script = composite.runs.steps?.find(({ run }) => run?.includes('command -v node'))?.run ?? 'exit 9';
    const folders: string[] = [];
    /** Runs the step where `node` is this script, or where there is none. */
    const look = (node: string | null) => {
      const folder = mkdtempSync(join(tmpdir(), 'rewind-node-'));
      folders.push(folder);
      if (node !== null) writeFileSync(join(folder, 'node'), `#!/bin/sh\n${node}\n`, { mode: 0o755 });
      const { status, stdout } = spawnSync('/bin/bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        env: { PATH: folder },
        encoding: 'utf8',
      });
      return { status, stdout };
    };
    afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

    test.each([
      ['none', null, '::error title=Node is missing::'],
      ['18', 'case "$1" in -p) echo 18;; *) echo v18.20.8;; esac', 'this runner has v18.20.8. Add a step'],
    ])('%s: the step fails, and says what to add', (_, node, says) => {
      const { status, stdout } = look(node);
      expect([status, stdout]).toEqual([1, expect.stringContaining(says)]);
      for (const remedy of ['actions/setup-node', 'apk add nodejs']) expect(stdout).toContain(remedy);
    });

    test.each(['20', '22', '24', '26'])('%s is fine', (major) => {
      expect(look(`echo ${major}`)).toEqual({ status: 0, stdout: '' });
    });
  });

  it('is fit for the Marketplace', () => {
    expect(composite.branding).toEqual({ icon: 'rewind', color: 'purple' });
    expect(composite.description.length).toBeGreaterThan(20);
    // The Marketplace refuses 125 characters and more.
    expect(composite.description.length).toBeLessThan(125);
    expect(existsSync(join(root, '.github/actions/rewind', node.runs.main ?? ''))).toBe(true);
    expect(dirname(join('.github/actions/rewind', node.runs.main ?? ''))).toBe('dist');
    expect([composite.runs.using, node.runs.using]).toEqual(['composite', 'node24']);
  });
});

test('programs of examples are pinned to one version', () => {
  for (const file of readdirSync(join(root, 'examples'))) {
    const loose = /npx (?:--yes |-y )?(?!\S+@\d+\.\d+\.\d+(?:\s|$))\S+/.exec(
      readFileSync(join(root, 'examples', file), 'utf8'),
    );
    expect([file, loose?.[0]]).toEqual([file, undefined]);
  }
});

test.each(['.github/workflows/rollback.yml', 'examples/rollback-production-own-jobs.yml'])(
  '%s: neither an undo nor a mitigation gets an input that it does not know',
  (file) => {
    const [undo = [], mitigate = []] = ['undo', 'mitigate'].map((name) =>
      commands.flatMap((command) => (command.name === name ? Object.keys(flagsOf(command)) : [])),
    );
    const known = undo.filter((name) => mitigate.includes(name));
    const text = readFileSync(join(root, file), 'utf8');
    const step = /command: \$\{\{ inputs\.mitigation != .*\n((?: {10}.*\n)+)/.exec(text)?.[1] ?? '';
    const given = [...step.matchAll(/^ {10}([\w-]+): (.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));
    const others = given.filter(({ name }) => !known.includes(name));
    expect(others.map(({ name }) => name)).toContain('database');
    // At the default of the workflow the value is empty.
    for (const { name, value } of others) {
      const declared = new RegExp(` {6}${name}:\\n(?: {8}.*\\n)*? {8}default: '?(\\w*)'?\\n`).exec(text)?.[1];
      const empty = `\${{ inputs.${name} }}`;
      const emptied = `\${{ inputs.${name} != '${declared}' && inputs.${name} || '' }}`;
      expect(value).toBe(declared === '' ? empty : emptied);
    }
  },
);

test('a rollback workflow that is given a mitigation and an undo is refused: one of them would be ignored', async () => {
  for (const file of ['.github/workflows/rollback.yml', 'examples/rollback-production-own-jobs.yml']) {
    expect(readFileSync(join(root, file), 'utf8')).toContain(
      "format('mitigate {0} {1}', inputs.mitigation, inputs.undo)",
    );
  }
  const given = (command: string): Promise<unknown> => fromAction(COMMAND_LIST, { INPUT_COMMAND: command });
  await expect(given('mitigate checkout-off latest')).rejects.toThrow('at most');
  await expect(given('mitigate checkout-off ')).resolves.toMatchObject({ inputs: { args: ['checkout-off'] } });
});

const job = z.looseObject({
  permissions: z.record(z.string(), z.string()).optional(),
  concurrency: z.looseObject({ group: z.string() }).optional(),
  uses: z.string().optional(),
  secrets: z.record(z.string(), z.string()).optional(),
  steps: z.array(z.unknown()).optional(),
});
const workflow = z.looseObject({ jobs: z.record(z.string(), job) });
const jobs = ['.github/workflows', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder)).flatMap((file) => {
    const parsed = workflow.safeParse(parse(readFileSync(join(root, folder, file), 'utf8')));
    return parsed.success
      ? Object.entries(parsed.data.jobs).map(([id, one]) => ({ ...one, name: `${file} ${id}` }))
      : [];
  }),
);

test('only the jobs that record may write commit statuses; a caller hands the permission over', () => {
  const able = jobs.filter(({ permissions }) => permissions?.statuses === 'write');
  const [callers, own] = [true, false].map((calls) =>
    able.flatMap(({ name, uses }) => ((uses !== undefined) === calls ? [name] : [])).sort(),
  );
  expect(callers).toEqual(['recover-production.yml recover', 'rollback-production.yml rollback']);
  expect(own).toEqual([
    'incident.yml incident',
    'recover.yml record',
    'rollback-production-own-jobs.yml record',
    'rollback.yml record',
  ]);
});

test('jobs that ask whether a commit is held back may read commit statuses, and each caller hands the permission over', () => {
  const able = jobs.filter(({ permissions }) => permissions?.statuses === 'read').map(({ name }) => name);
  const asking = jobs.filter(
    ({ uses, steps, name }) =>
      uses?.includes('/snapshot.yml@') ??
      (name === 'recover.yml execute' ||
        /"command":"(guard"|promote"|[^"]*'recover')/.test(JSON.stringify(steps ?? []))),
  );
  expect(able.sort()).toEqual(asking.map(({ name }) => name).sort());
  expect(able).toHaveLength(8);
});

test('each job that uploads the record of an incident waits in the queue of the rollbacks', () => {
  const writers = jobs.filter(({ steps }) => JSON.stringify(steps ?? []).includes('outputs.incident-artifact'));
  expect(writers.map(({ name }) => name).sort()).toEqual([
    'mitigate.yml execute',
    'mitigate.yml lift',
    'recover.yml execute',
    'recover.yml plan',
    'rollback.yml execute',
  ]);
  for (const { name, concurrency } of writers)
    expect([name, concurrency?.group]).toEqual([name, expect.stringMatching(/^rewind-rollback-/)]);
});

test('one lift at a time waits in that queue, so that lifts do not hold up a rollback; other runs of the workflow all wait', () => {
  const { concurrency } = z
    .looseObject({ concurrency: z.unknown() })
    .parse(parse(readFileSync(join(root, '.github/workflows/mitigate.yml'), 'utf8')));
  // Without "queue: max", a newer one that waits takes the place of the older one.
  expect(concurrency).toEqual({
    group: expect.stringMatching(/^\$\{\{ inputs\.lift && .*inputs\.environment\) \|\| .*github\.run_id\) \}\}$/),
    'cancel-in-progress': false,
  });
});

test('a watch has the permissions of its caller, holds up no rollback, and a newer deployment ends it', () => {
  const watch = jobs.find(({ name }) => name === 'monitor.yml watch');
  expect([watch?.permissions, watch?.concurrency]).toEqual([
    undefined,
    { group: expect.stringMatching(/^rewind-monitor-.*inputs\.environment/), 'cancel-in-progress': true },
  ]);
  const caller = jobs.find(({ name }) => name === 'monitor-production.yml monitor');
  expect(caller?.permissions).toEqual({
    ...{ contents: 'read', actions: 'read', issues: 'write', 'pull-requests': 'read', 'id-token': 'write' },
  });
});

test('each job that tells channels may write issues and has their credentials, and each caller hands both over', () => {
  const folder = join(root, 'src/commands');
  const telling = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && readFileSync(join(folder, file), 'utf8').includes('/cli/tell.js'))
    .map((file) => file.split(/[/.]/)[0] ?? '');
  expect([...new Set(telling)].sort()).toEqual(['incident', 'mitigate', 'monitor', 'notify', 'rollback', 'snapshot']);
  // Of "mitigate", only the lift tells: it is a rollback. Of "snapshot", only a release capture.
  const always = telling.filter((name) => name !== 'mitigate' && name !== 'snapshot').join('|');
  const tells = new RegExp(`"command":"[^"]*(?<!inputs\\.)\\b(?:${always})\\b|"lift-expired":true|"reason":"release"`);
  const own = jobs.filter(({ steps }) => tells.test(JSON.stringify(steps ?? [])));
  const files = new Set(own.map(({ name }) => name.split(' ')[0] ?? ''));
  const callers = jobs.filter(({ uses }) => files.has(/workflows\/([\w.-]+)@/.exec(uses ?? '')?.[1] ?? ''));
  expect(own.map(({ name }) => name).sort()).toEqual([
    'incident.yml incident',
    'mitigate.yml execute',
    'mitigate.yml lift',
    'monitor.yml watch',
    'recover.yml execute',
    'release.yml release',
    'rollback-production-own-jobs.yml execute',
    'rollback.yml execute',
  ]);
  expect(callers.map(({ name }) => name).sort()).toEqual([
    'mitigate-production.yml mitigate',
    'monitor-production.yml monitor',
    'recover-production.yml recover',
    'release-capture.yml release',
    'rollback-production.yml rollback',
  ]);
  for (const { name, permissions, steps, secrets } of [...own, ...callers]) {
    // The permissions of a watch are those of its caller.
    if (name !== 'monitor.yml watch') expect([name, permissions?.issues]).toEqual([name, 'write']);
    expect([name, JSON.stringify(steps ?? secrets)]).toEqual([name, expect.stringContaining('secrets.REWIND_SECRETS')]);
  }
});

test('the workflow of incidents sends messages, and posts publicly only if that was chosen', () => {
  const step = JSON.stringify(jobs.find(({ name }) => name === 'incident.yml incident')?.steps);
  expect(step).toContain("format('notify {0}', inputs.incident)");
  expect(step).toContain('"public":"${{ inputs.action == \'notify-public\' }}"');
});

describe('command lines that the documentation prints', () => {
  const printed = markdownPages().flatMap((page) => commandsOf(readPage(page)).map((call) => ({ page, ...call })));
  /** What the reader fills in. */
  const FILLED: Readonly<Record<string, string>> = {
    COMMAND: 'plan',
    '<command>': 'plan',
    ID: '20261123T030405Z-1a2b3c',
    NAME: 'good',
    'SEQ:HASH': `3:${'0'.repeat(64)}`,
    DIGEST: '0'.repeat(64),
    '…': '0'.repeat(64),
  };
  const filled = (words: readonly string[]): string[] => words.map((word) => FILLED[word] ?? word);
  const problemOf = (words: readonly string[]): Promise<string | undefined> =>
    fromArguments(COMMAND_LIST, filled(words)).then(
      () => undefined,
      (error: unknown) => String(error),
    );
  /** A sentence may name a flag without its value: "with `rewind recover --flag-steps`". */
  const namesFlag = (words: readonly string[]): boolean => {
    const command = commands.find(({ name }) => name === words[0]);
    const flag = words.at(-1)?.startsWith('--') === true ? words.at(-1)?.slice(2) : undefined;
    return command !== undefined && flag !== undefined && flagsOf(command)[flag]?.value !== undefined;
  };
  /** The text of a comment in an issue, which approves a plan; no command. */
  const COMMENT = 'approve';

  it('there are some, in blocks and in sentences', () => {
    expect(printed.filter(({ block }) => block).length).toBeGreaterThan(15);
    expect(printed.filter(({ block }) => !block).length).toBeGreaterThan(40);
  });

  it('each parses', async () => {
    const wrong: string[] = [];
    for (const { page, text, words, block } of printed) {
      if (words[0] === COMMENT) continue;
      const problem = await problemOf(!block && namesFlag(words) ? words.slice(0, -1) : words);
      if (problem !== undefined) wrong.push(`${page}: ${text}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });
});
