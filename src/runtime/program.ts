import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { VERSION } from './version.js';

/** This many files are read at once, by the main thread: starting another one would take longer. */
const FEW = 8;

let known: Promise<string> | undefined;

/**
 * Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. Reading them
 * takes tens of milliseconds, in a thread of its own: a command that needs the text asks for it early.
 * @throws Error if a file of the program cannot be read
 */
export function programId(): Promise<string> {
  known ??= contentOf(dirname(fs.realpathSync(process.argv[1] ?? '.'))).then(
    (sha256) => `${VERSION} (sha256 ${sha256})`,
  );
  return known;
}

/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
export async function contentOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /\.(js|cjs|mjs|ts|wasm)$/.test(name)).sort();
  const files = names.map((name) => ({ name, path: join(folder, name) }));
  return files.length <= FEW ? hashOf(fs, crypto, files) : hashBeside(files);
}

interface ProgramFile {
  readonly name: string;
  readonly path: string;
}

/** Its text also runs in a thread, which has no bundle: it may use nothing but its arguments. */
function hashOf(
  { readFileSync }: Pick<typeof fs, 'readFileSync'>,
  { createHash }: Pick<typeof crypto, 'createHash'>,
  files: readonly ProgramFile[],
): string {
  const hash = createHash('sha256');
  for (const { name, path } of files) {
    hash.update(`${name}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Some 170 small files cost the main thread 60 ms through the promises of `fs`, in the time in which it loads what a rollback
 * needs; the thread costs it 4 ms.
 */
async function hashBeside(files: readonly ProgramFile[]): Promise<string> {
  const { Worker } = await import('node:worker_threads');
  const script = `const { parentPort, workerData } = require('node:worker_threads');
    parentPort.postMessage((${hashOf.toString()})(require('node:fs'), require('node:crypto'), workerData));`;
  return new Promise((resolve, reject) => {
    // No environment: the thread needs no credential.
    const thread = new Worker(script, { eval: true, workerData: files, env: {}, execArgv: [] });
    thread.once('message', (sha256: unknown) => resolve(String(sha256)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The files of the program could not be read.')));
  });
}
