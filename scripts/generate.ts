/**
 * Writes what is derived from the sources: src/commands/index.ts, both action.yml, schema/rewind.schema.json,
 * docs/errors.md, docs/README.md, src/runtime/version.ts, NOTICE and the tables of docs/reference.md.
 * `--check` writes nothing and fails when a file is not current.
 */
import { existsSync, readFileSync } from 'node:fs';
import prettier from 'prettier';
import { z } from 'zod';
import { jsonSchema } from '../src/config/schema.js';
import { ERROR_CODES } from '../src/runtime/error-codes.js';
import { FINDING_CODES } from '../src/runtime/finding-codes.js';
import type { FindingFacts, ProviderFacts } from '../src/engine/provider-facts.js';
import { PROVIDER_FACTS } from '../src/providers/facts.js';
import type { Command } from '../src/cli/command.js';
import { COMMON_FLAGS, type Flag } from '../src/cli/flags.js';
import { OUTPUTS, type OutputName } from '../src/cli/result.js';
import { escapeHtml, tableOfMarkup } from '../src/runtime/markdown.js';
import { BAD, GOOD, type PullRequest } from '../test/support/readiness/pull-requests.js';
import { noticeText, readBundled } from './bundled.mjs';
import { runbookMarkdown } from '../src/report/runbook/index.js';
import { demoFacts } from '../test/support/example-runbook.js';
import { reportStale, root, write } from './derived-file.js';
import { docsIndex } from './docs-index.js';
import { unitsOf } from './registry.js';

/** Replaces what stands between `<!-- generated:NAME -->` and `<!-- /generated -->`; in YAML, `# generated:NAME`. */
function writeSection(path: string, name: string, content: string): void {
  const text = readFileSync(`${root}${path}`, 'utf8');
  const [open, close] = path.endsWith('.yml')
    ? [`# generated:${name}`, ' *# /generated']
    : [`<!-- generated:${name} -->`, '<!-- /generated -->'];
  const pattern = new RegExp(`(${open}\n)[\\s\\S]*?(${close})`);
  if (!pattern.test(text)) throw new Error(`${path} has no section "${name}"`);
  write(
    path,
    text.replace(pattern, (_all, head: string, tail: string) => `${head}${content}\n${tail}`),
  );
}

/** Cells may hold code spans of ours, but no HTML. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  tableOfMarkup(
    head,
    rows.map((cells) => cells.map(escapeHtml)),
  );

const errors = table(
  ['Code', 'Exit', 'What it means', 'What to do'],
  Object.entries(ERROR_CODES).map(([code, { exit, meaning, remedy }]) => [
    `\`${code}\``,
    String(exit),
    meaning,
    remedy,
  ]),
);
/** Every unit of src/commands is a command. */
async function readCommands(): Promise<{ command: Command; path: string }[]> {
  return Promise.all(
    unitsOf(`${root}src/commands`, ['index']).map(async (unit) => {
      const path = unit.module();
      const module = (await import(`../src/commands/${path}`)) as { default?: Command };
      if (!module.default) throw new Error(`src/commands/${path} has no command as its default export`);
      return { command: module.default, path };
    }),
  );
}

const found = await readCommands();
const commands = found.map(({ command }) => command);
/** Texts that several commands share, each with the names of its commands. */
function byText(
  texts: readonly (readonly [command: string, text: string])[],
): (readonly [text: string, names: string[]])[] {
  const groups = new Map<string, string[]>();
  for (const [name, text] of texts) groups.set(text, [...(groups.get(text) ?? []), name]);
  return [...groups];
}

interface Input {
  readonly name: string;
  /** One for each meaning; a name may mean different things to different commands. */
  readonly meanings: readonly { readonly flag: Flag; readonly commands: readonly string[] }[];
}
const common: Input[] = Object.entries(COMMON_FLAGS).map(([name, flag]) => ({
  name,
  meanings: [{ flag, commands: ['all'] }],
}));
const own: Input[] = [...new Set(commands.flatMap(({ flags }) => Object.keys(flags)))].sort().map((name) => {
  const users = commands.filter(({ flags }) => name in flags);
  const meanings = byText(users.map((command) => [command.name, command.flags[name]?.description ?? '']));
  return {
    name,
    meanings: meanings.map(([description, names]) => {
      const flag = users.find((command) => command.flags[name]?.description === description)?.flags[name];
      if (!flag) throw new Error(`no flag ${name}`);
      return { flag, commands: names };
    }),
  };
});
const inputs = [...common, ...own];
const outputs: Record<string, string> = {
  verdict: byText(
    commands.flatMap(({ name, verdicts = [] }) => (verdicts.length === 0 ? [] : [[name, verdicts.join(' or ')]])),
  )
    .map(([verdicts, names]) => `${names.join(', ')}: ${verdicts}`)
    .join('; ')
    .concat('.'),
  'error-code': 'Code of the error that stopped the command (docs/errors.md).',
  ...Object.fromEntries(
    Object.entries(OUTPUTS).map(([output, description]) => {
      const setters = commands.filter((command) => command.outputs?.includes(output as OutputName));
      if (setters.length === 0) throw new Error(`no command sets the output ${output}`);
      return [output, `${setters.map(({ name }) => name).join(', ')}: ${description}`];
    }),
  ),
};
const commandTable = table(
  ['Command', 'What it does', 'Verdicts'],
  commands.map((command) => [`\`${command.name}\``, command.summary, (command.verdicts ?? []).join(', ')]),
);
const inputTable = table(
  ['Flag / input', 'Commands', 'Default', 'What it is'],
  inputs.flatMap(({ name, meanings }) =>
    meanings.map(({ flag, commands: users }) => [
      `\`${name}\``,
      users.join(', '),
      flag.default === undefined ? '' : `\`${flag.default}\``,
      flag.description,
    ]),
  ),
);

const columns = [
  'Provider',
  'Captured',
  'Restored',
  'Acts live',
  'With the next deployment',
  'Cannot be restored',
  'Proven against',
];
const allFacts: readonly (readonly [string, ProviderFacts])[] = Object.entries(PROVIDER_FACTS);
const providers = table(
  columns,
  allFacts.map(([id, of]) => [id, of.captured, of.restored, of.live, of.nextDeployment, of.notRestored, of.peer]),
).replace(/^\| ([a-z][a-z0-9-]*) \|/gm, (_row, id: string) => `| [${id}](${id}.md) |`);
/** What a reader needs of a provider in half a minute, at the top of its page. */
function factsTable(of: ProviderFacts): string {
  return table(
    ['In short', ''],
    [
      ['Captures', of.captured],
      ['Restores', of.restored],
      ['Acts live', of.live],
      ['Acts with the next deployment', of.nextDeployment],
      ['Cannot restore', of.notRestored],
      ['Who feels a rollback', of.affects],
      ['Permissions of snapshot and plan', of.reads],
      ['Permissions of the rollback', of.writes],
      ['Time of a rollback', of.time],
      ['Proven against', of.peer],
    ],
  );
}
for (const [id, of] of allFacts) {
  const page = `docs/providers/${id}.md`;
  // A provider that is being written has no page yet; provider-folders.test.ts asks for it.
  if (existsSync(`${root}${page}`)) writeSection(page, 'facts', factsTable(of));
}
const findingTable = (codes: Readonly<Record<string, FindingFacts>>): string =>
  table(
    ['Code', 'What it means', 'What to do'],
    Object.entries(codes).map(([code, { meaning, remedy }]) => [`\`${code}\``, meaning, remedy ?? '']),
  );

write(
  'docs/providers/README.md',
  `# Providers\n\nWhat each provider captures and restores, and which program that nobody here wrote has proven it.\n\n${providers}\n`,
);
write(
  'schema/rewind.schema.json',
  await prettier.format(JSON.stringify(jsonSchema()), { parser: 'json', printWidth: 120 }),
);
write(
  'docs/errors.md',
  `# Errors\n\nEvery error that Rewind raises on purpose. Exit 1: something failed and needs repair. Exit 2: bad usage or configuration, nothing was changed. (Exit 3 is not an error: the answer is "no".)\n\n${errors}\n`,
);
write(
  'docs/findings.md',
  [
    '# Findings',
    'Every finding of `rewind check`, `readiness`, `snapshot`, `verify` and `plan`. A finding can also have the code of an [error](errors.md) that a rollback would raise.',
    findingTable(FINDING_CODES),
    ...allFacts
      .filter(([, { findings }]) => Object.keys(findings).length > 0)
      .flatMap(([id, { title, findings }]) => [`## ${title} (\`${id}\`)`, findingTable(findings)]),
  ].join('\n\n') + '\n',
);
writeSection('docs/reference.md', 'commands', commandTable);
writeSection('docs/reference.md', 'inputs', inputTable);
writeSection(
  'docs/reference.md',
  'outputs',
  table(
    ['Output', 'What it is'],
    Object.entries(outputs).map(([name, description]) => [`\`${name}\``, description]),
  ),
);

write('docs/README.md', docsIndex(`${root}docs`));

const pullRow = ({ title, errors, others }: PullRequest): string[] => [
  title,
  errors.length === 0 ? 'passes' : 'stopped',
  [...errors, ...(others ?? [])].map((code) => `\`${code}\``).join(', '),
];
writeSection(
  'docs/readiness.md',
  'pull-requests',
  table(['A pull request that …', 'Verdict', 'Findings'], [...BAD, ...GOOD].map(pullRow)),
);

/** Inputs of the action: those of the command line but --json, and two that only an action has. */
interface ActionInput {
  readonly name: string;
  readonly description: string;
  readonly default: string;
}
const actionDefault = (flag: Flag): string =>
  flag.actionDefault ?? flag.default ?? (flag.value === undefined ? 'false' : '');
const flagInputs: ActionInput[] = inputs
  .filter(({ name }) => name !== 'json')
  .map(({ name, meanings }) => {
    const defaults = new Set(meanings.map(({ flag }) => actionDefault(flag)));
    return {
      name,
      description: meanings
        .map(({ flag, commands: users }) => {
          const said = flag.default !== undefined && flag.actionDefault === '' ? ` Default: ${flag.default}.` : '';
          return users[0] === 'all' ? `${flag.description}${said}` : `${users.join(', ')}: ${flag.description}${said}`;
        })
        .join(' '),
      default: defaults.size === 1 ? ([...defaults][0] ?? '') : '',
    };
  });
const actionInputs: ActionInput[] = [
  { name: 'command', description: `What to do: ${commands.map(({ name }) => name).join(', ')}.`, default: '' },
  ...flagInputs,
  {
    name: 'github-token',
    description: 'Token for the GitHub API: artifacts, the environment, approvals.',
    default: '${{ github.token }}',
  },
];
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const inputLines = actionInputs.flatMap(({ name, description, default: value }) => [
  `  ${name}:`,
  `    description: ${quoted(description)}`,
  `    required: ${String(name === 'command')}`,
  ...(name === 'command' ? [] : [`    default: ${quoted(value)}`]),
]);
const outputLines = (value: (name: string) => string[]): string[] =>
  Object.entries(outputs).flatMap(([name, description]) => [
    `  ${name}:`,
    `    description: ${quoted(description)}`,
    ...value(name),
  ]);
for (const path of ['action.yml', '.github/actions/rewind/action.yml']) {
  const composite = path === 'action.yml';
  writeSection(path, 'inputs', inputLines.join('\n'));
  writeSection(
    path,
    'outputs',
    outputLines((name) => (composite ? [`    value: \${{ steps.rewind.outputs.${name} }}`] : [])).join('\n'),
  );
}
// A composite gets no INPUT_* variables: each is mapped by hand.
writeSection(
  'action.yml',
  'environment',
  actionInputs
    .map(({ name }) => `        INPUT_${name.toUpperCase().replaceAll('-', '_')}: \${{ inputs.${name} }}`)
    .join('\n'),
);

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')));
write(
  'src/runtime/version.ts',
  `/** Version of Rewind, generated from package.json. */\nexport const VERSION = '${version}';\n`,
);
write(
  'src/commands/index.ts',
  await prettier.format(
    `// Written by "npm run generate" from the files of this folder: to add a command, add a file and run it.
import type { CommandList } from '../cli/command.js';

/** A command is loaded when it is called. */
export const COMMAND_LIST: CommandList = {
  commands: {
    ${found.map(({ command, path }) => `'${command.name}': { summary: ${JSON.stringify(command.summary)}, load: async () => (await import('${path}')).default },`).join('\n')}
  },
  actionDefaults: ${JSON.stringify(Object.fromEntries(flagInputs.map(({ name, default: value }) => [name, value])))},
};
`,
    { parser: 'typescript', singleQuote: true, printWidth: 120 },
  ),
);

write('NOTICE', noticeText(root, readBundled(root)));
write('docs/example-runbook.md', runbookMarkdown(await demoFacts()));

reportStale();
