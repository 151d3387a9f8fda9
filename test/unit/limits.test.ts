import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contactFindings } from '../../src/readiness/configuration.js';
import { hazardsOf } from '../../src/readiness/migrations/hazards.js';
import { codeSpan, escapeText, table } from '../../src/runtime/markdown.js';
import { wrap } from '../../src/report/snapshots.js';
import { createEnv } from '../../src/runtime/env.js';
import { createMasker } from '../../src/runtime/mask.js';
import { indented, oneLine, visible } from '../../src/runtime/text.js';
import { unpack } from '../../src/store/unzip.js';
import { zipOf } from '../support/artifact-zip.js';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'rewind-limits-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('an archive', () => {
  const archive = (content: Buffer): string => {
    const folder = mkdtempSync(join(root, 'content-'));
    writeFileSync(join(folder, 'a'), content);
    writeFileSync(join(folder, 'b'), content);
    writeFileSync(join(root, 'a.zip'), zipOf(folder));
    return join(root, 'a.zip');
  };

  test('that unpacks to far more than it holds is refused before it fills the disk', async () => {
    const target = mkdtempSync(join(root, 'target-'));
    await expect(unpack(archive(Buffer.alloc(40_000_000)), target)).rejects.toMatchObject({ code: 'too-large' });
    expect(readdirSync(target)).toEqual(['a']);
  });

  test('of ordinary size is unpacked', async () => {
    const target = mkdtempSync(join(root, 'target-'));
    await unpack(archive(Buffer.from('content')), target);
    expect(readdirSync(target).sort()).toEqual(['a', 'b']);
  });
});

describe('the address of a service', () => {
  const url = (given: string): string => createEnv({ BASE_URL: given }, createMasker()).url('BASE_URL', 'https://api');
  test.each([
    'http://api.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'ftp://api.example.com',
    'api.example.com',
    'https://user:hunter2@api.example.com',
    'https://token@api.example.com',
  ])('%s is refused, and no part of it is repeated', (given) => {
    let thrown: unknown;
    try {
      url(given);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'address-refused', message: expect.stringMatching(/^BASE_URL /) });
    expect(String(thrown)).not.toMatch(/hunter2|token@/);
  });

  test.each([
    ['https://api.example.com/v1//', 'https://api.example.com/v1'],
    ['http://127.0.0.1:4242/', 'http://127.0.0.1:4242'],
    ['http://localhost:4242', 'http://localhost:4242'],
    ['http://[::1]:1', 'http://[::1]:1'],
    ['', 'https://api'],
  ])('%s is taken', (given, expected) => {
    expect(url(given)).toBe(expected);
  });
});

/** A quadratic pattern needs more than ten seconds for one of these. */
const LENGTH = 200_000;
const LONG = [
  ' ',
  '\n',
  '\t',
  ' \n',
  '<',
  '`',
  '*',
  '[',
  '_',
  '-',
  '1',
  '::',
  '##[',
  '@',
  '=',
  '0',
  '-- rewind: accept a:',
].map((unit) => `x${unit.repeat(LENGTH / unit.length)}x`);

test.each<[string, (text: string) => unknown]>([
  ['escapeText', escapeText],
  ['codeSpan', codeSpan],
  ['a cell', (text) => table(['What'], [[text]])],
  ['oneLine', oneLine],
  ['indented', indented],
  ['visible', visible],
  ['wrap', (text) => wrap(text, 2)],
  ['redact', (text) => redacting.redact(text)],
  [
    'a contact',
    (text) => contactFindings({ contacts: [{ name: text, reach: text, role: 'r' }] }, () => ({ file: 'f', line: 1 })),
  ],
  ['a migration', (text) => hazardsOf(`-- ${text.replaceAll('\n', ' ')}\nSELECT 1;`, 'f', null)],
])('%s takes no more than linear time on a text from outside', async (_what, work) => {
  for (const text of LONG) {
    // CPU time of this process: other processes of a busy machine do not count.
    const start = process.cpuUsage();
    await work(text);
    const { user, system } = process.cpuUsage(start);
    expect([text.slice(0, 10), user + system < 2_000_000]).toEqual([text.slice(0, 10), true]);
  }
});

const redacting = createMasker();
for (const secret of ['hunter2', '4711', 'a-long-secret-value-0123']) redacting.add(secret);
