import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { zip } from './act/zip.mjs';

/** The archive that a step would upload of a directory. */
export function zipOf(directory: string): Buffer {
  const files = readdirSync(directory, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return zip(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { name: relative(directory, file).split(sep).join('/'), file };
    }),
  );
}

/** An archive of files given as text. */
export function zipOfFiles(files: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'rewind-zip-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return zipOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A snapshot without payloads, as an archive: for what only asks how old the newest one is, or what its states tell. */
export function emptySnapshotZip(
  id: string,
  createdAt: string,
  reason = 'pre-deploy',
  resources: readonly unknown[] = [],
): Buffer {
  const manifest = `${JSON.stringify({
    kind: 'rewind-snapshot',
    schemaVersion: 1,
    id,
    createdAt,
    writtenBy: '0.1.0',
    environment: 'production',
    repository: 'acme/shop',
    commit: null,
    run: null,
    actor: null,
    event: null,
    reason,
    salt: '0'.repeat(32),
    recipients: [],
    scope: null,
    resources,
  })}\n`;
  const sums = `${createHash('sha256').update(manifest).digest('hex')}  manifest.json\n`;
  return zipOfFiles({ 'manifest.json': manifest, SHA256SUMS: sums });
}
