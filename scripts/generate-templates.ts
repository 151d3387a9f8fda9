/**
 * Writes src/commands/init/templates.ts from examples/*.yml: the bundle has no other files beside it.
 * `--check` writes nothing and fails when the file is not current.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { reportStale, root, writeModule } from './derived-file.js';

const manifest = z.object({ repository: z.union([z.string(), z.object({ url: z.string() })]).optional() });
const { repository } = manifest.parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')));
const url = typeof repository === 'string' ? repository : repository?.url;
const owner =
  /^(?:github:|(?:git\+)?https:\/\/github\.com\/|)([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url ?? '')?.[1] ?? null;

const names = readdirSync(`${root}examples`)
  // The others hold what only a person can write: roles, runners, tunnels.
  .filter((name) => name.endsWith('.yml') && name !== 'rewind.yml' && !name.endsWith('-own-jobs.yml'))
  .sort();
const literal = (text: string): string => `\`${text.replaceAll(/[\\`]|\$(?=\{)/g, (found) => `\\${found}`)}\``;
const entries = names.map((name) => `  '${name}': ${literal(readFileSync(`${root}examples/${name}`, 'utf8'))},`);

await writeModule(
  'src/commands/init/templates.ts',
  `// Written by "npm run generate" from examples/ and package.json. Do not edit.

/** Where Rewind is published, \`owner/name\`, by "repository" of package.json; null if it does not say. */
export const PUBLISHED: string | null = ${owner === null ? 'null' : `'${owner}'`};

/** The workflows that "init" fills in, by the name of their file. */
export const TEMPLATES = {
${entries.join('\n')}
};

export type Template = keyof typeof TEMPLATES;
`,
);
reportStale();
