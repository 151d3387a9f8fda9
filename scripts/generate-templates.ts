/**
 * Writes src/commands/init/templates.ts from examples/*.yml: the bundle has no other files beside it.
 * `--check` writes nothing and fails when the file is not current.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { reportStale, root, writeModule } from './derived-file.js';

const names = readdirSync(`${root}examples`)
  // The others hold what only a person can write: roles, runners, tunnels.
  .filter((name) => name.endsWith('.yml') && !name.startsWith('rewind') && !name.endsWith('-own-jobs.yml'))
  .sort();
const literal = (text: string): string => `\`${text.replaceAll(/[\\`]|\$(?=\{)/g, (found) => `\\${found}`)}\``;
const entries = names.map((name) => `  '${name}': ${literal(readFileSync(`${root}examples/${name}`, 'utf8'))},`);

await writeModule(
  'src/commands/init/templates.ts',
  `// Written by "npm run generate" from examples/. Do not edit.

/** The workflows that "init" fills in, by the name of their file. */
export const TEMPLATES = {
${entries.join('\n')}
};

export type Template = keyof typeof TEMPLATES;
`,
);
reportStale();
