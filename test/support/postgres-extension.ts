import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * Copies what a server needs to find extensions into a temporary directory, and adds an extension of our own. PostgreSQL
 * looks for its files relative to its program, so the copy needs no rights on the installation.
 *
 * @param files of the extension, by name
 * @returns the directory of the programs, for `startPostgres`
 */
export function withExtension(binDir: string, files: Readonly<Record<string, string>>): string {
  const ask = (what: string): string =>
    spawnSync(join(binDir, 'pg_config'), [`--${what}`], { encoding: 'utf8' }).stdout.trim();
  const home = mkdtempSync(join(tmpdir(), 'rewind-pg-files-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  chmodSync(home, 0o755);
  const at = (path: string): string => join(home, path);
  const bin = ask('bindir');
  mkdirSync(at(bin), { recursive: true });
  for (const program of readdirSync(binDir)) {
    // These two look for their files where they really are; the others need none.
    if (['postgres', 'initdb'].includes(program)) copyFileSync(join(binDir, program), at(join(bin, program)));
    else symlinkSync(join(binDir, program), at(join(bin, program)));
  }
  const libraries = ask('pkglibdir');
  const link = basename(dirname(libraries)) === 'lib' ? dirname(libraries) : libraries;
  mkdirSync(dirname(at(link)), { recursive: true });
  symlinkSync(link, at(link));
  // A wheel of Python keeps the libraries of its programs beside the package.
  const packages = dirname(dirname(dirname(bin)));
  for (const name of readdirSync(packages).filter((entry) => entry.endsWith('.libs'))) {
    symlinkSync(join(packages, name), at(join(packages, name)));
  }
  const share = ask('sharedir');
  cpSync(share, at(share), { recursive: true, dereference: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(at(join(share, 'extension', name)), text);
  return at(bin);
}
