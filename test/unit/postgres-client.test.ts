import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPrograms, findReader } from '../../src/providers/postgres/programs.js';
import { testContext } from '../support/context.js';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rewind-client-'));
  mkdirSync(join(root, 'none'));
  for (const major of [14, 16]) {
    const folder = join(root, String(major));
    mkdirSync(folder);
    writeFileSync(join(folder, 'pg_dump'), `#!/bin/sh\necho 'pg_dump (PostgreSQL) ${major}.1'\n`);
    chmodSync(join(folder, 'pg_dump'), 0o755);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a newer client reads the dump of a snapshot from before an upgrade of the server; it makes none', async () => {
  const newer = join(root, '16');
  expect(await findReader(testContext(), 15, newer)).toMatchObject({ major: 16, restore: join(newer, 'pg_restore') });
  await expect(findPrograms(testContext(), 15, newer)).rejects.toMatchObject({ code: 'pg-client-version' });
});

test.each(['none', '14'])(
  'without one the error is about this machine, not about the snapshot (%s)',
  async (folder) => {
    const ctx = testContext({ snapshotId: '20260101T000000Z-aaaaaa' });
    await expect(findReader(ctx, 15, join(root, folder))).rejects.toMatchObject({
      code: 'pg-client-missing',
      message: expect.stringContaining('snapshot 20260101T000000Z-aaaaaa is from PostgreSQL 15'),
      remedy: expect.stringMatching(/not damaged.*PostgreSQL 15 or newer.*--install-client/),
    });
  },
);
