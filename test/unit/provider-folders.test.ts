import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { ProviderFacts } from '../../src/engine/provider-facts.js';
import { PROVIDER_FACTS } from '../../src/providers/facts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const facts: Readonly<Record<string, ProviderFacts>> = PROVIDER_FACTS;
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

  test('names no permission in short that the page does not explain', () => {
    const { reads, writes } = facts[id] ?? { reads: '', writes: '' };
    // Actions of AWS (DescribeDBInstances), privileges of SQL (SELECT), actions of LaunchDarkly (viewProject).
    const names = [...`${reads} ${writes}`.matchAll(/\b(?:[A-Z]{5,}|[A-Za-z]+[a-z][A-Z]\w+|[A-Z]+_[A-Z_]+)\b/g)];
    const page = readFileSync(`${root}docs/providers/${id}.md`, 'utf8');
    const permissions = page.slice(page.indexOf('\n## Permissions'));
    expect(permissions).toMatch(/^\n## Permissions/);
    expect(names.map(([name]) => name).filter((name) => !permissions.includes(name))).toEqual([]);
  });
});
