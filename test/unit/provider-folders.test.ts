import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FILES = ['index', 'config', 'state', 'client', 'check', 'capture', 'plan', 'apply', 'facts'];
const INDEX_LINES = 25;

const providers = readdirSync(`${root}src/providers`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('there are providers', () => expect(providers.length).toBeGreaterThanOrEqual(12));

describe.each(providers)('the folder of %s', (id) => {
  test('has the files of every provider', () => {
    const missing = FILES.filter((file) => !existsSync(`${root}src/providers/${id}/${file}.ts`));
    expect(missing).toEqual([]);
  });

  test(`has an index.ts of at most ${INDEX_LINES} lines: it only connects the parts`, () => {
    const lines = readFileSync(`${root}src/providers/${id}/index.ts`, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(INDEX_LINES);
  });

  test('has a page of documentation and a conformance test', () => {
    // The generator fills the section from facts.ts.
    const page = readFileSync(`${root}docs/providers/${id}.md`, 'utf8');
    expect(page).toMatch(/^# .+\n\n.+\n\n<!-- generated:facts -->\n\| In short \|/);
    expect(existsSync(`${root}test/conformance/${id}.test.ts`)).toBe(true);
  });
});
