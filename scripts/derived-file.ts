import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

/** Root of the repository, with a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const stale: string[] = [];

/** Writes a derived file. With `--check` it writes nothing and notes that the file is stale. */
export function write(path: string, content: string): void {
  let present = '';
  try {
    present = readFileSync(`${root}${path}`, 'utf8');
  } catch {
    // Not written yet.
  }
  if (present === content) return;
  if (check) stale.push(path);
  else writeFileSync(`${root}${path}`, content);
}

/** Writes a TypeScript module in the format of the repository. */
export async function writeModule(path: string, text: string): Promise<void> {
  const options = await prettier.resolveConfig(`${root}${path}`);
  write(path, await prettier.format(text, { ...options, parser: 'typescript' }));
}

/** Fails when `--check` found a stale file. */
export function reportStale(): void {
  if (stale.length === 0) return;
  console.error(`Not current: ${stale.join(', ')}. Run "npm run generate" and commit.`);
  process.exitCode = 1;
}
