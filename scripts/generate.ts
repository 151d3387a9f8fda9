/**
 * Writes what is derived from the sources: schema/rewind.schema.json, docs/errors.md, the tables of README.md, src/runtime/version.ts.
 * `--check` writes nothing and fails when a file is not current.
 */
import { readFileSync } from 'node:fs';
import prettier from 'prettier';
import { z } from 'zod';
import { jsonSchema } from '../src/config/schema.js';
import { ERROR_CODES } from '../src/runtime/error-codes.js';
import { FINDING_CODES } from '../src/runtime/finding-codes.js';
import type { FindingFacts, ProviderFacts } from '../src/engine/provider-facts.js';
import { PROVIDER_FACTS } from '../src/providers/facts.js';
import { COMMANDS, INPUTS } from '../src/cli/inputs.js';
import { OUTPUTS } from '../src/cli/result.js';
import { table } from '../src/report/markdown.js';
import { BAD, GOOD, type PullRequest } from '../test/support/readiness/pull-requests.js';
import { reportStale, root, write } from './derived-file.js';

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

const errors = table(
  ['Code', 'Exit', 'What it means', 'What to do'],
  Object.entries(ERROR_CODES).map(([code, { exit, meaning, remedy }]) => [
    `\`${code}\``,
    String(exit),
    meaning,
    remedy,
  ]),
);
const inputs = table(
  ['Flag / input', 'Type', 'Default', 'What it is'],
  Object.entries(INPUTS).map(([name, definition]) => [
    `\`${name}\``,
    definition.type,
    'default' in definition ? `\`${definition.default}\`` : '',
    definition.description,
  ]),
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
  `# Errors\n\nEvery error that Rewind raises on purpose. Exit 1: something failed and has to be repaired. Exit 2: bad usage or configuration, nothing was touched. (Exit 3 is no error: the answer is "no".)\n\n${errors}\n`,
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
writeSection('README.md', 'inputs', inputs);
writeSection(
  'README.md',
  'outputs',
  table(
    ['Output', 'What it is'],
    Object.entries(OUTPUTS).map(([name, description]) => [`\`${name}\``, description]),
  ),
);

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
  readonly type?: string;
  readonly description: string;
  readonly default?: string;
  readonly actionDefault?: string;
  readonly required?: boolean;
}
const actionInputs = Object.entries<ActionInput>({
  command: { description: `What to do: ${COMMANDS.join(', ')}.`, required: true },
  ...INPUTS,
  'github-token': {
    description: 'Token for what is asked of GitHub: artifacts, the environment, approvals.',
    default: '${{ github.token }}',
  },
}).filter(([name]) => name !== 'json');
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const inputLines = actionInputs.flatMap(([name, input]) => {
  const value = input.actionDefault ?? input.default ?? (input.type === 'boolean' ? 'false' : '');
  return [
    `  ${name}:`,
    `    description: ${quoted(input.description)}`,
    `    required: ${String(input.required ?? false)}`,
    ...(input.required === true ? [] : [`    default: ${quoted(value)}`]),
  ];
});
const outputLines = (value: (name: string) => string[]): string[] =>
  Object.entries(OUTPUTS).flatMap(([name, description]) => [
    `  ${name}:`,
    `    description: ${quoted(description)}`,
    ...value(name),
  ]);
for (const path of ['action.yml', '.github/actions/rewind/action.yml']) {
  const own = path === 'action.yml';
  writeSection(path, 'inputs', inputLines.join('\n'));
  writeSection(
    path,
    'outputs',
    outputLines((name) => (own ? [`    value: \${{ steps.rewind.outputs.${name} }}`] : [])).join('\n'),
  );
}
// A composite gets no INPUT_* variables: each is mapped by hand.
writeSection(
  'action.yml',
  'environment',
  actionInputs
    .map(([name]) => `        INPUT_${name.toUpperCase().replaceAll('-', '_')}: \${{ inputs.${name} }}`)
    .join('\n'),
);

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')));
write(
  'src/runtime/version.ts',
  `/** Version of Rewind, generated from package.json. */\nexport const VERSION = '${version}';\n`,
);

reportStale();
