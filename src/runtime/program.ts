import { createHash, webcrypto } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mapLimited } from './flow.js';
import { VERSION } from './version.js';

/** Files of the program that are read at once. */
const AT_ONCE = 4;

let known: Promise<string> | undefined;

/**
 * Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. Reading them
 * takes tens of milliseconds beside the main thread: a command that needs the text asks for it early.
 * @throws Error if a file of the program cannot be read
 */
export function programId(): Promise<string> {
  known ??= contentOf(dirname(realpathSync(process.argv[1] ?? '.'))).then((sha256) => `${VERSION} (sha256 ${sha256})`);
  return known;
}

/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
async function contentOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /\.(js|cjs|mjs|ts|wasm)$/.test(name)).sort();
  const digests = await mapLimited(names, AT_ONCE, async (name) =>
    webcrypto.subtle.digest('SHA-256', await readFile(join(folder, name))),
  );
  const hash = createHash('sha256');
  digests.forEach((digest, index) => hash.update(`${names[index] ?? ''}\0`).update(new Uint8Array(digest)));
  return hash.digest('hex').slice(0, 16);
}
