import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertPlanPlace } from '../../src/commands/rollback/plan-place.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rewind-plan-place-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a pipe and a device are not read: nobody may write to them', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  await assertPlanPlace(pipe);
  await assertPlanPlace('/dev/null');
});

test('only a plan, an empty file and no file may be replaced', async () => {
  const file = (text: string): string => {
    writeFileSync(join(folder, 'file'), text);
    return join(folder, 'file');
  };
  await assertPlanPlace(join(folder, 'absent'));
  await assertPlanPlace(file(''));
  await assertPlanPlace(file('{\n  "kind": "rewind-plan",\n'));
  await expect(assertPlanPlace(file('version: 1\n'))).rejects.toMatchObject({ code: 'input-invalid' });
  await expect(assertPlanPlace(folder)).rejects.toThrow('it is a folder');
});
