/**
 * Makes the assets of a release in out/release: `tsx scripts/release/assets.ts OWNER/NAME VERSION COMMIT`. The same
 * commit gives the same bytes, in whatever folder, with the same major version of Node and npm.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { pinTo, releaseSchema } from '../../src/runtime/release.js';
import { licencesOf, readBundled } from '../bundled.mjs';
import { releaseSbom } from './sbom.js';

const [repository, version, commit] = process.argv.slice(2);
const release = releaseSchema.parse({ repository, version, commit });
const out = 'out/release';
const base = `rewind-${release.version}`;
const npm = (...args: string[]): string =>
  execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] });

const bundled = licencesOf('.', readBundled('.')).map(({ name, version: of }) => `${name}@${of}`);

mkdirSync(out, { recursive: true });
for (const name of readdirSync(out)) if (name !== 'NOTES.md') rmSync(join(out, name));

// Packed from a copy: the mode of a file is that of the umask of whoever checked the sources out.
const staged = mkdtempSync(join(tmpdir(), 'rewind-package-'));
try {
  for (const name of ['package.json', 'README.md', 'LICENSE', 'NOTICE', 'dist', 'schema']) {
    cpSync(name, join(staged, name), { recursive: true });
  }
  // The package says which release it is: "rewind init" writes it into the workflows.
  writeFileSync(join(staged, 'release.json'), `${JSON.stringify(release, null, 2)}\n`);
  for (const entry of readdirSync(staged, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
  const [packed] = z
    .array(z.looseObject({ filename: z.string() }))
    .parse(JSON.parse(npm('pack', staged, '--ignore-scripts', '--json', '--pack-destination', out)));
  if (packed?.filename !== `${base}.tgz`)
    throw new Error(`npm packed ${packed?.filename ?? 'nothing'}, not ${base}.tgz`);
} finally {
  rmSync(staged, { recursive: true });
}

writeFileSync(
  join(out, `${base}.cdx.json`),
  releaseSbom(JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only')), release, bundled),
);

const folder = mkdtempSync(join(tmpdir(), 'rewind-examples-'));
try {
  const names = readdirSync('examples')
    .filter((name) => name.endsWith('.yml'))
    .sort();
  for (const name of names)
    writeFileSync(join(folder, name), pinTo(release, readFileSync(join('examples', name), 'utf8')));
  const tar = execFileSync(
    'tar',
    [
      '--create',
      '--format=ustar',
      '--sort=name',
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '--mode=644',
      '--mtime=@0',
      ...names,
    ],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  );
  writeFileSync(join(out, `${base}-examples.tar.gz`), gzipSync(tar, { level: 9 }));
} finally {
  rmSync(folder, { recursive: true });
}

const sums = readdirSync(out)
  .filter((name) => name !== 'NOTES.md')
  .sort()
  .map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex')}  ${name}\n`,
  );
writeFileSync(join(out, 'SHA256SUMS'), sums.join(''));
process.stdout.write(sums.join(''));
