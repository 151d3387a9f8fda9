import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemsOf, type Head } from '../../src/incident/chain.js';
import { parseEntry } from '../../src/incident/entry.js';
import { EXAMPLE, EXAMPLE_ID, EXAMPLE_RECORD } from '../support/act/example-record.js';
import { runWarm } from '../support/program-host.js';

/** The record that docs/example-incident shows is one that the program accepts, and whose changes it finds. */
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rewind-example-'));
  cpSync(EXAMPLE, join(root, 'docs/example-incident'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const incident = (...args: string[]) =>
  runWarm(['incident', ...args, '--config', 'docs/example-incident/rewind.yml'], { cwd: root });

test('"incident show" prints show.txt, "incident verify" finds the record sound', async () => {
  const shown = await incident('show', EXAMPLE_ID);
  expect([shown.status, shown.stdout]).toEqual([0, readFileSync(join(EXAMPLE, 'show.txt'), 'utf8')]);
  const verified = await incident('verify');
  expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining(`${EXAMPLE_ID}: sound (20 entries)`)]);
});

test('"incident verify" names the entry of which a character was changed', async () => {
  const file = join(root, 'docs/example-incident/incidents/production', EXAMPLE_ID, '000003.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('approved by bob', 'approved by rob'));
  const { status, stdout } = await incident('verify');
  expect([status, stdout]).toEqual([3, expect.stringContaining('Entry 3 was changed')]);
});

test('a change of one byte is found, in each entry', () => {
  const files = readdirSync(EXAMPLE_RECORD).filter((name) => name !== 'head.json');
  const head = JSON.parse(readFileSync(join(EXAMPLE_RECORD, 'head.json'), 'utf8')) as Head;
  const parse = (content: Buffer, name: string) => {
    try {
      return parseEntry(content.toString('utf8'), name);
    } catch {
      return null;
    }
  };
  const contents = files.sort().map((name) => readFileSync(join(EXAMPLE_RECORD, name)));
  const stored = contents.map((content, index) => ({ seq: index + 1, entry: parse(content, files[index] ?? '') }));
  expect([stored.length, problemsOf(stored, EXAMPLE_ID, head)]).toEqual([20, []]);
  for (const [index, content] of contents.entries()) {
    // Every 16th byte, begun elsewhere in each entry: all of them would take ten seconds.
    const places = [...content.keys()].filter((at) => (at + index) % 16 === 0);
    const missed = places.filter((at) => {
      const changed = Buffer.from(content);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const entry = parse(changed, 'changed');
      return problemsOf(stored.with(index, { seq: index + 1, entry }), EXAMPLE_ID, head).length === 0;
    });
    expect([files[index], missed]).toEqual([files[index], []]);
  }
});
